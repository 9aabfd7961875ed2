/**
 * Seals several values at once: all values of one command for one customer are one ciphertext, since each ciphertext
 * has a header, and a cipher costs more than the values.
 */
import type { Json, SealedPart } from "../port/Event.ts"
import type { Sealer } from "./Seal.ts"

/** Seals each value that is defined. `sealer` returns the sealer of value number `count`, the same for one customer. */
export const sealTogether = async (
  values: readonly (Json | undefined)[],
  sealer: (count: number) => Promise<Sealer>
): Promise<readonly (SealedPart | undefined)[]> => {
  const parts: (SealedPart | undefined)[] = new Array(values.length).fill(undefined)
  const places = new Map<Sealer, number[]>()
  for (let n = 0; n < values.length; n++) {
    if (values[n] === undefined) continue
    const seal = await sealer(n)
    const known = places.get(seal)
    if (known === undefined) places.set(seal, [n])
    else known.push(n)
  }
  for (const [seal, all] of places) {
    const { customer, ciphertext } = seal(all.map((n) => values[n] as Json))
    for (let place = 0; place < all.length; place++) parts[all[place] as number] = { customer, ciphertext, place }
  }
  return parts
}
