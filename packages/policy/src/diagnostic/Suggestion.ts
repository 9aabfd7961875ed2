/**
 * Guesses which allowed word a misspelt word means.
 *
 * A word can also be found by its word in the other language (`时限` for `within`), or by another name for it. A guess
 * is
 * `sure` only if no other word is as near and it was not found by another name. Only a sure guess becomes a fix.
 */
import { distance } from "fastest-levenshtein"

/** An allowed word, with the words of other languages for it, and other names that people use for it. */
export type Allowed =
  | string
  | { readonly word: string; readonly also: ReadonlyArray<string>; readonly like?: ReadonlyArray<string> }

/** A guessed word. */
export interface Guess {
  readonly word: string
  /** Whether no other allowed word is as near. */
  readonly sure: boolean
}

/** Returns the allowed word that is nearest to the written one; undefined if none is near. */
export function nearest(written: string, allowed: ReadonlyArray<Allowed>): Guess | undefined {
  const wanted = plain(written).slice(0, longest)
  if (wanted === "") return undefined
  const measured = allowed
    .map((each) => {
      const [own, other] = [nearestOf(wanted, spellings(each)), nearestOf(wanted, othersOf(each))]
      return { word: wordOf(each), far: Math.min(own, other), isByOther: other < own }
    })
    .filter(({ word, far }) => far < 1 && word !== written)
    .sort((a, b) => a.far - b.far)
  const [best] = measured
  // A word can be allowed twice, such as a placeholder and a message with the same name.
  const next = measured.find(({ word }) => word !== best?.word)
  if (best === undefined) return undefined
  const isAlone = next === undefined || next.far > best.far
  return { word: best.word, sure: best.far <= 0.34 && isAlone && !best.isByOther }
}

/** Returns the words without their other names. */
export const wordsOf = (allowed: ReadonlyArray<Allowed>): ReadonlyArray<string> => allowed.map(wordOf)

const longest = 80
const wordOf = (each: Allowed): string => (typeof each === "string" ? each : each.word)
const spellings = (each: Allowed): ReadonlyArray<string> =>
  typeof each === "string" ? [each] : [each.word, ...each.also]

const othersOf = (each: Allowed): ReadonlyArray<string> => (typeof each === "string" ? [] : (each.like ?? []))

const nearestOf = (wanted: string, words: ReadonlyArray<string>): number =>
  Math.min(1, ...words.map((word) => far(wanted, word)))

/**
 * The distance of two words, in which less than 1 is near: one mistake in three characters, or in two Chinese
 * characters, because Chinese words are short.
 */
function far(wanted: string, spelling: string): number {
  const other = plain(spelling)
  if (other === wanted) return 0
  const length = Math.max(wanted.length, other.length)
  const mistakes = swapped(wanted, other) ? 1 : distance(wanted, other)
  // A word that was written only in part (`ack` for `acknowledged`) is a guess that is never sure.
  if (wanted.length >= 3 && (other.startsWith(wanted) || wanted.startsWith(other))) return Math.min(0.9, mistakes / 3)
  const allowance = /\p{Script=Han}/u.test(other) ? length / 2 : length / 3
  return mistakes > allowance ? 1 : Math.min(0.99, mistakes / Math.max(3, length))
}

/** Returns whether two neighbouring letters are swapped, the most frequent slip. */
function swapped(one: string, other: string): boolean {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at < one.length && one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2) === other
}

/** Returns whether a word differs from another by one slip in six letters. Chinese words are too short for that. */
export const isSlip = (written: string, word: string): boolean => {
  const [one, other] = [plain(written), plain(word)]
  if (/\p{Script=Han}/u.test(one + other)) return false
  return swapped(one, other) || distance(one, other) * 6 <= Math.max(one.length, other.length)
}

/** Returns a word without case, width, blanks, dashes and underscores, which do not distinguish words. */
const plain = (word: string): string => {
  const before = plains.get(word)
  if (before !== undefined) return before
  const made = bare(word)
  if (plains.size < 5000) plains.set(word, made)
  return made
}
/** A cache of compared words, because allowed words are compared repeatedly. */
const plains = new Map<string, string>()
const bare = (word: string): string =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "")
