/**
 * Guesses which word somebody meant, from the words that are allowed.
 *
 * A word may also be found by the word of the other language (`时限` for `within`), or by what else it may be called. Only
 * a guess that stands alone is `sure`, and none by another name; only a sure one is offered as a fix.
 */
import { distance } from "fastest-levenshtein"

/** An allowed word, the words of other languages that mean it, and what people may call it who do not know it. */
export type Allowed =
  | string
  | { readonly word: string; readonly also: ReadonlyArray<string>; readonly like?: ReadonlyArray<string> }

export interface Guess {
  readonly word: string
  /** Whether no other allowed word is as near. */
  readonly sure: boolean
}

/** Returns the allowed word that is nearest to what was written, or nothing when none is near. */
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
  // A word may be allowed twice over, as a placeholder and as a message that bears its name.
  const next = measured.find(({ word }) => word !== best?.word)
  if (best === undefined) return undefined
  const isAlone = next === undefined || next.far > best.far
  return { word: best.word, sure: best.far <= 0.34 && isAlone && !best.isByOther }
}

/** Returns the allowed words alone. */
export const wordsOf = (allowed: ReadonlyArray<Allowed>): ReadonlyArray<string> => allowed.map(wordOf)

const longest = 80
const wordOf = (each: Allowed): string => (typeof each === "string" ? each : each.word)
const spellings = (each: Allowed): ReadonlyArray<string> =>
  typeof each === "string" ? [each] : [each.word, ...each.also]

const othersOf = (each: Allowed): ReadonlyArray<string> => (typeof each === "string" ? [] : (each.like ?? []))

const nearestOf = (wanted: string, words: ReadonlyArray<string>): number =>
  Math.min(1, ...words.map((word) => far(wanted, word)))

/** Below 1 is near: one mistake in three characters, one in two for Chinese, whose words are short. */
function far(wanted: string, spelling: string): number {
  const other = plain(spelling)
  if (other === wanted) return 0
  const length = Math.max(wanted.length, other.length)
  const mistakes = swapped(wanted, other) ? 1 : distance(wanted, other)
  // A word of which only a part was written (`ack` for `acknowledged`) is a guess, never a sure one.
  if (wanted.length >= 3 && (other.startsWith(wanted) || wanted.startsWith(other))) return Math.min(0.9, mistakes / 3)
  const allowance = /\p{Script=Han}/u.test(other) ? length / 2 : length / 3
  return mistakes > allowance ? 1 : Math.min(0.99, mistakes / Math.max(3, length))
}

/** Whether two neighbouring letters changed places, the commonest slip. */
function swapped(one: string, other: string): boolean {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at < one.length && one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2) === other
}

/** Whether a word is another one with one slip in six letters; Chinese words are too short for that. */
export const isSlip = (written: string, word: string): boolean => {
  const [one, other] = [plain(written), plain(word)]
  if (/\p{Script=Han}/u.test(one + other)) return false
  return swapped(one, other) || distance(one, other) * 6 <= Math.max(one.length, other.length)
}

/** Case, width, blanks, dashes and underscores make no other word. */
const plain = (word: string): string => {
  const before = plains.get(word)
  if (before !== undefined) return before
  const made = bare(word)
  if (plains.size < 5000) plains.set(word, made)
  return made
}
/** Allowed words are compared again and again. */
const plains = new Map<string, string>()
const bare = (word: string): string =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "")
