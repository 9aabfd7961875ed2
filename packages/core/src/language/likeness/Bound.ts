/**
 * Whether two texts can be alike, judged only by the words that both have. An index of words then finds the texts that
 * are worth comparing.
 */
import { scriptOf } from "../Folding.ts"
import { LEAST_EQUAL, LONGER, type WeighedText } from "./Likeness.ts"

/** The weight of words, and how much of it may count at most if the other text has these words with typing mistakes. */
export interface Extent {
  readonly weight: number
  readonly mistakable: number
}

/** Returns the extent of a text. */
export const extentOf = ({ weights, weight }: WeighedText): Extent => {
  let mistakable = 0
  for (const [word, own] of weights) mistakable += own * shareMistaken(word)
  return { weight, mistakable }
}

/** Returns how much of a word's weight may count at most if the other text has the word with a typing mistake. */
export const shareMistaken = (word: string): number => {
  if (scriptOf(word.charCodeAt(0)) === "unspaced") return word.length > 1 ? 0.5 : 0
  return word.length > 2 ? 1 : 0
}

/** Returns whether two texts can be alike to the degree `alike`. `equal`: the extent of the words that both have. */
export const canBeAlike = (alike: number, one: Extent, other: Extent, equal: Extent): boolean => {
  const short = one.weight <= other.weight ? one : other
  const whole = wholeOf(one.weight, other.weight)
  const isEnough = equal.weight + rounding >= leastOf(alike) * whole
  return isEnough && equal.weight + short.mistakable - equal.mistakable + rounding >= alike * whole
}

/** Returns the least weight of equal words with which two texts can be alike, by the weights of both texts. */
export const leastEqual = (alike: number, a: number, b: number): number => leastOf(alike) * wholeOf(a, b) - rounding

const leastOf = (alike: number): number => Math.min(alike, LEAST_EQUAL)

const wholeOf = (a: number, b: number): number => Math.max(Math.min(a, b), Math.max(a, b) / LONGER)

/** A tolerance, since sums of fractions differ in their last digits. */
const rounding = 1e-6
