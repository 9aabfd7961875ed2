/** Ids from a seed, so that a test has the same ids in every run. */
import { createHash } from "node:crypto"
import { type Ids, makeIds } from "@hearback/engine"

/** Returns a source of bytes that is the same for the same seed.  Source: SHA-256 over seed and counter. */
const seeded = (seed: number, from = 0): ((size: number) => Uint8Array) => {
  let drawn = 0
  return (size) => {
    const parts: Buffer[] = []
    for (let length = 0; length < size; length += 32)
      parts.push(createHash("sha256").update(`${seed}/${from}/${drawn++}`).digest())
    return Buffer.concat(parts).subarray(0, size)
  }
}

/** Returns ids of a seed. `from` distinguishes several runs on one store. */
export const seededIds = (seed: number, from = 0): Ids => makeIds(seeded(seed, from))
