/**
 * How alike two texts are: the weight of the words that both have, divided by the weight of the shorter text.
 *
 * A text is cut into words, and text without blanks, such as Chinese, into pairs of neighbouring characters. Rare words
 * weigh more than common ones, and a word counts once. The divisor is at least half the weight of the longer text, so
 * that a long text is not alike to a short one only because it contains its words. Case, width, endings of English
 * words, traditional forms and punctuation do not count.
 */
import { scriptOf } from "../Folding.ts"
import * as Han from "../Han.ts"
import * as Frequency from "./Frequency.ts"
import { stem } from "./Stem.ts"

/** The words of a text with their weights. */
export interface WeighedText {
  readonly weights: ReadonlyMap<string, number>
  readonly weight: number
}

/** Returns how alike two texts are, from 0 to 1; 0 if one of them has no words. */
export const alike = (a: string, b: string): number => likeness(contentOf(a), contentOf(b))

/**
 * Reads a text once that is compared with many. Sentences that are `common` to most texts of its kind are left out,
 * unless the text has no others.
 */
export const contentOf = (text: string, common: ReadonlySet<string> = nothing): WeighedText => {
  const plain = spelledOut(text.normalize("NFKC").toLowerCase())
  if (common.size === 0) return weighed([plain])
  const own = weighed(plain.split(sentenceEnd).filter((sentence) => !common.has(masked(sentence))))
  return own.weight > 0 ? own : weighed([plain])
}

/** Returns the sentences of a text without their numbers, marks and blanks. */
export const sentencesOf = (text: string): ReadonlySet<string> =>
  new Set(
    spelledOut(text.normalize("NFKC").toLowerCase())
      .split(sentenceEnd)
      .map(masked)
      .filter((sentence) => sentence !== "")
  )

const nothing: ReadonlySet<string> = new Set()
const sentenceEnd = /[\n。！？!?；;]|[.:](?=\s)/u
const masked = (sentence: string): string =>
  sentence
    .replace(/\d+/g, "0")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

const weighed = (texts: readonly string[]): WeighedText => {
  const weights = new Map<string, number>()
  for (const text of texts) weigh(`${text} `, weights)
  let weight = 0
  for (const one of weights.values()) weight += one
  return { weights, weight }
}

const weigh = (text: string, weights: Map<string, number>): void => {
  let [from, script] = [0, "none" as Script]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const next = unit === APOSTROPHE ? "letter" : scriptOf(unit)
    if (next === script) continue
    if (script === "letter") addWord(text.slice(from, at), weights)
    else if (script === "unspaced") addPairs(text, from, at, weights)
    from = at
    script = next
  }
}

type Script = ReturnType<typeof scriptOf>

const APOSTROPHE = 0x27

/** Returns English text with negative contractions written out: *didn't* becomes *did not*. */
const spelledOut = (text: string): string =>
  text
    .replaceAll("’", "'")
    .replace(/n't(?!\p{L})/gu, " not")
    .replaceAll("cannot", "can not")

/** Returns how alike two texts are that were read before. */
export const likeness = (one: WeighedText, other: WeighedText): number => {
  const [short, long] = one.weight <= other.weight ? [one, other] : [other, one]
  if (short.weight === 0) return 0
  let shared = 0
  const left: string[] = []
  for (const [word, weight] of short.weights)
    if (long.weights.has(word)) shared += weight
    else left.push(word)
  const whole = Math.max(short.weight, long.weight / LONGER)
  // Typing mistakes are looked for only if they could change the result.
  if (left.length > 0 && left.length <= MOST_MISTAKES && shared / whole > LEAST_EQUAL)
    shared += mistaken(left, short, long)
  return Math.min(1, shared / whole)
}

/** The greatest length of a text relative to the one that it repeats. */
export const LONGER = 2
/** The share of a text that must be equal before typing mistakes in the rest are looked for. */
export const LEAST_EQUAL = 0.5
const MOST_MISTAKES = 12

const addWord = (word: string, weights: Map<string, number>): void => {
  const root = stem(word)
  weights.set(root, /^\d{1,2}$/.test(word) ? SMALL_NUMBER : wordWeights[Frequency.levelOf(root)])
}

/** The weight of a small number, which counts things, steps or attempts. */
const SMALL_NUMBER = 0.1

const wordWeights = [1, 0.5, 0.05] as const

const addPairs = (text: string, from: number, to: number, weights: Map<string, number>): void => {
  let before = ""
  for (let at = from; at < to; at++) {
    const one = String.fromCharCode(Han.simplify(text.charCodeAt(at)))
    weights.set(one, weightOfCharacter(one))
    if (before !== "") weights.set(before + one, weightOfPair(before, one))
    before = one
  }
}

/** Returns the weight of a character. It is part of many words, so it says less than a pair. */
const weightOfCharacter = (one: string): number => Math.max(0.05, (18 - (Han.levelOf(one) ?? 7)) / 22)

/** Returns the weight of a pair: the rarer a word is the more, and little for a pair that is not a word. */
const weightOfPair = (first: string, second: string): number => {
  const level = Han.levelOf(first + second)
  if (level !== undefined) return Math.max(0.1, 1 - (level - 7) / 10)
  const usual = Math.max(Han.levelOf(first) ?? 7, Han.levelOf(second) ?? 7)
  return Math.max(0.05, 0.5 - (usual - 9) / 18)
}

/** Returns the weight of words that the longer text has with one letter or a blank different. */
const mistaken = (left: readonly string[], short: WeighedText, long: WeighedText): number => {
  const others = [...long.weights.keys()].filter((word) => !short.weights.has(word))
  let found = 0
  for (const word of left) {
    const weight = short.weights.get(word) ?? 0
    if (scriptOf(word.charCodeAt(0)) === "unspaced")
      found += others.some((other) => isHalf(word, other)) ? weight / 2 : 0
    else if (others.some((other) => isNear(word, other) || isCompound(word, other, left, others))) found += weight
  }
  return found
}

/** Returns whether two pairs differ in one character, as 登录 and 登陆 do. */
const isHalf = (a: string, b: string): boolean =>
  a.length === 2 && b.length === 2 && (a[0] === b[0]) !== (a[1] === b[1])

/** Returns whether two words differ by one added, missing or changed letter. */
const isNear = (one: string, other: string): boolean => {
  if (one.length < 4 || other.length < 4 || Math.abs(one.length - other.length) > 1 || /\d/.test(one)) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let endA = one.length
  let endB = other.length
  while (endA > start && endB > start && one[endA - 1] === other[endB - 1]) {
    endA--
    endB--
  }
  return endA - start <= 1 && endB - start <= 1
}

/** Returns whether a word of one text is two words in the other: *giftcard* and *gift card*. */
const isCompound = (a: string, b: string, ofA: readonly string[], ofB: readonly string[]): boolean =>
  a.length > b.length ? isMadeOf(a, b, ofB) : isMadeOf(b, a, ofA)

const isMadeOf = (whole: string, part: string, rest: readonly string[]): boolean =>
  part.length > 2 &&
  ((whole.startsWith(part) && rest.includes(whole.slice(part.length))) ||
    (whole.endsWith(part) && rest.includes(whole.slice(0, -part.length))))
