/**
 * Random numbers by name: a number is drawn for an entity and a purpose, never as the next one. So an additional or
 * omitted draw does not change any other, and two policies have the same customers with the same words and the same
 * patience.
 */
import { philox } from "./Philox.ts"

/** What a draw is about: an arrival, a case, a person, or a fault.  Invariant: two unsigned words of 32 bits. */
export interface Entity {
  readonly low: number
  readonly high: number
}

/** The random numbers of one replication.  `seed` and `replication`: integers from 0 to 2³² − 1. */
export interface Chance {
  /** Returns a number in (0, 1), always the same for the same arguments. `index` counts the draws of one purpose. */
  readonly of: (entity: Entity, purpose: string, index?: number) => number
}

/** The name of the generator. */
export const generator = "philox4x32-10"

const purposes = new Map<string, number>()

/** Returns a word of 32 bits for a text.  Source: FNV-1a. */
const wordOf = (text: string): number => {
  let word = 0x811c9dc5
  for (let i = 0; i < text.length; i++) word = Math.imul(word ^ text.charCodeAt(i), 0x01000193)
  return word >>> 0
}

const purposeOf = (purpose: string): number => {
  const known = purposes.get(purpose)
  if (known !== undefined) return known
  const word = wordOf(purpose)
  purposes.set(purpose, word)
  return word
}

/** Returns the entity of a kind with a number. */
export const entity = (kind: string, count: number): Entity => ({ low: count >>> 0, high: purposeOf(kind) })

/** Returns an entity that comes from another, such as the case that follows a case. */
export const offspring = ({ low, high }: Entity, kind: string, count: number): Entity => ({
  low: Math.imul(low ^ (count + 1), 0x9e3779b1) >>> 0,
  high: wordOf(`${high} ${low} ${kind} ${count}`)
})

/** Makes the random numbers of a replication. */
export const makeChance = (seed: number, replication: number): Chance => {
  const counter = new Uint32Array(4)
  const block = new Uint32Array(4)
  return {
    of: ({ low, high }, purpose, index = 0) => {
      counter[0] = index
      counter[1] = purposeOf(purpose)
      counter[2] = low
      counter[3] = high
      philox(counter, seed >>> 0, replication >>> 0, block)
      // It has 53 bits, and a half is added so that neither 0 nor 1 occurs.
      return (((block[0] as number) >>> 5) * 2 ** 26 + ((block[1] as number) >>> 6) + 0.5) / 2 ** 53
    }
  }
}
