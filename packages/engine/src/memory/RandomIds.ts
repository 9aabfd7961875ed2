/** Random ids. The source of randomness is a parameter, so that a seed repeats a run. */
import type { Ids } from "../port/Ids.ts"
import { randomBytesOf } from "../record/RandomBytes.ts"

/** Crockford's base 32: no I, L, O, U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** Makes ids from a source of random bytes, by default the system's. */
export const makeIds = (random: (size: number) => Uint8Array = randomBytesOf): Ids => ({
  case: (at) => {
    const date = new Date(at).toISOString()
    let word = ""
    for (const byte of random(6)) word += alphabet[byte & 31]
    return `${date.slice(2, 4)}${date.slice(5, 7)}-${word}`
  },
  command: (at) => {
    const tail = Buffer.from(random(10))
    tail.writeUInt8((tail.readUInt8(0) & 0x0f) | 0x70, 0)
    tail.writeUInt8((tail.readUInt8(2) & 0x3f) | 0x80, 2)
    const hex = at.toString(16).padStart(12, "0") + tail.toString("hex")
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
  }
})
