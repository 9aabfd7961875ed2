/**
 * Whether two texts can be alike, told by the words alone that are equal in both. So texts are looked for in an index of
 * words, and only those are compared that can be alike.
 */
import { scriptOf } from "../Folding.ts"
import { LEAST_EQUAL, LONGER, type WeighedText } from "./Likeness.ts"

/** Weights of words, and how much of them may count at most where the other text has them with typing mistakes. */
export interface Extent {
  readonly weight: number
  readonly mistakable: number
}

export const extentOf = ({ weights, weight }: WeighedText): Extent => {
  let mistakable = 0
  for (const [word, own] of weights) mistakable += own * shareMistaken(word)
  return { weight, mistakable }
}

/** Returns how much of the weight of a word may count at most where the other text has it with a typing mistake. */
export const shareMistaken = (word: string): number => {
  if (scriptOf(word.charCodeAt(0)) === "unspaced") return word.length > 1 ? 0.5 : 0
  return word.length > 2 ? 1 : 0
}

/** Whether texts of these extents, in which words of the extent `equal` are equal, can be that much alike. */
export const canBeAlike = (alike: number, one: Extent, other: Extent, equal: Extent): boolean => {
  const short = one.weight <= other.weight ? one : other
  const whole = wholeOf(one.weight, other.weight)
  const isEnough = equal.weight + rounding >= leastOf(alike) * whole
  return isEnough && equal.weight + short.mistakable - equal.mistakable + rounding >= alike * whole
}

/** Returns the least weight of equal words with which two texts can be alike, by the weights of both. */
export const leastEqual = (alike: number, a: number, b: number): number => leastOf(alike) * wholeOf(a, b) - rounding

const leastOf = (alike: number): number => Math.min(alike, LEAST_EQUAL)

const wholeOf = (a: number, b: number): number => Math.max(Math.min(a, b), Math.max(a, b) / LONGER)

/** Sums of fractions differ in their last digits. */
const rounding = 1e-6
