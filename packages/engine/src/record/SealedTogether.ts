/**
 * Sealing of several values at once: what the events of one command have for one customer is one ciphertext, since each has
 * a head of its own, and a cipher costs more than what it seals.
 */
import type { Json, SealedPart } from "../port/Event.ts"
import type { Sealer } from "./Seal.ts"

/** Seals each value that there is; `sealer` gives the one of the n-th, the same for all of one customer. */
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
