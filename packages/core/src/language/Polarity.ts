/**
 * Decides whether a word is negated or moved in degree by words before it in its clause.
 *
 * The policy lists the words that negate, strengthen or weaken; this file has the grammar between these and the word.
 * In Chinese they stand directly before the word, or only particles and words of degree stand between (不是很失望). In
 * English at most three words stand between, none of which begins a new thought. Two negations cancel out. *Not only*
 * and 不仅 do not negate. Questions such as 是不是 do not, either, nor do *never so …* and 从没这么…, which strengthen.
 */
import type { Spans } from "./part/Parts.ts"

/** A word at a place of a text. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** A word of negation or degree in a text. Lists of them are sorted and do not overlap. */
export interface Marker extends TextSpan {
  readonly word: string
}

/** A text with its clauses, negations, words of degree, and all hits. */
export interface PolarityReading<M extends Marker> {
  readonly text: string
  readonly clauses: Spans
  readonly negations: readonly Marker[]
  readonly degrees: readonly M[]
  /** All hits by layer. A longer hit removes the markers within it, unless they concern a word within that hit. */
  readonly layers: readonly (readonly TextSpan[])[]
}

/** The grammar of one dictionary: the words that may stand between a marker and its word. */
export interface Grammar {
  readonly particles: RegExp
}

/** Returns the grammar. The policy's own words of degree may stand between, too (不太失望). */
export const grammar = (degrees: readonly string[]): Grammar => {
  const words = [...degrees.filter((word) => /\p{Script=Han}/u.test(word)), ...particles]
  const longestFirst = words.sort((a, b) => b.length - a.length).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&"))
  return { particles: new RegExp(`^(?:${longestFirst.join("|")})*$`, "u") }
}

/** Returns whether a word is negated. `direct`: only by a negation right before it, as 没收到 negates 收到. */
export const isNegated = (
  reading: PolarityReading<Marker>,
  { particles }: Grammar,
  word: TextSpan,
  reach: "clause" | "direct"
): boolean => {
  let negated = false
  let target = word
  // A negation may itself be negated by the one before it: 不是不失望.
  for (;;) {
    const marker = lastBefore(reading, reading.negations, target)
    if (marker === undefined || isQuestion(reading.text, marker)) return negated
    const between = reading.text.slice(marker.end, target.start).toLowerCase().replaceAll("’", "'")
    const bound =
      reach === "direct" ? between.trim() === "" : binds(between, particles, 3) && !isEmphatic(marker, between)
    if (!bound) return negated
    negated = !negated
    target = marker
  }
}

/** Returns the nearest word of degree before a word that applies to it; undefined if there is none. */
export const degreeOf = <M extends Marker>(
  reading: PolarityReading<M>,
  { particles }: Grammar,
  word: TextSpan
): M | undefined => {
  const marker = lastBefore(reading, reading.degrees, word)
  if (marker === undefined) return undefined
  return binds(reading.text.slice(marker.end, word.start).toLowerCase(), particles, 2) ? marker : undefined
}

/** The farthest that a marker reaches, in UTF-16 units. */
const REACH = 60
const REACH_HAN = 8

const particles = (
  "是 很 太 会 再 算 怎么 那么 多么 特别 十分 感到 觉得 感觉 有 什么 任何 丝毫 半点 一点 一点儿 得 至于 曾 能 要 够 的 地 " +
  "让我 令我 使我 让人 令人 使人 让我们 令我们 使我们 让大家 令大家"
).split(" ")

const opensThought = new Set(
  "and because since why when where while who which if unless until only just merely simply".split(" ")
)

/** A new subject begins a new thought (*it does not work I am angry*), except in *I do not think I am angry*. */
const subjects = /^(?:i|we|he|she|they)(?:'\p{L}+)?$|^it's$/u
const saying = new Set("say said think thought feel felt believe mean".split(" "))

const binds = (between: string, particlesOnly: RegExp, mostWords: number): boolean => {
  const words = between.match(/[\p{L}\p{N}']+/gu) ?? []
  const han = words.filter((word) => /\p{Script=Han}/u.test(word)).join("")
  const latin = words.filter((word) => !/\p{Script=Han}/u.test(word))
  if (latin.length > mostWords || latin.some((word) => opensThought.has(word))) return false
  if (latin.some((word, i) => subjects.test(word) && !saying.has(latin[i - 1] ?? ""))) return false
  return han.length <= REACH_HAN && particlesOnly.test(han)
}

const isEmphatic = (marker: Marker, between: string): boolean =>
  marker.word.toLowerCase() === "never" && /\b(?:so|such|more|this|as)\b/.test(between)

/** Returns whether the verb stands on both sides of the negation, as in 是不是, 满不满意 and 有没有. */
const isQuestion = (text: string, { start, end, word }: Marker): boolean => {
  const before = text[start - 1]
  if (before === undefined || !/\p{Script=Han}/u.test(before)) return false
  return before === text[end] || (word.length > 1 && word.endsWith(before))
}

const lastBefore = <M extends Marker>(
  reading: PolarityReading<Marker>,
  markers: readonly M[],
  word: TextSpan
): M | undefined => {
  const from = Math.max(reading.clauses[clauseAt(reading.clauses, word.start) * 2] ?? 0, word.start - REACH)
  for (let i = indexBefore(markers.length, (n) => (markers[n] as M).end, word.start); i >= 0; i--) {
    const marker = markers[i] as M
    if (marker.start < from) return undefined
    if (!isSwallowed(reading, marker, word)) return marker
  }
  return undefined
}

/** Returns the index of the clause in which a place lies. */
export const clauseAt = (clauses: Spans, at: number): number =>
  indexBefore(clauses.length / 2, (i) => clauses[i * 2] as number, at)

const isSwallowed = ({ layers }: PolarityReading<Marker>, marker: TextSpan, word: TextSpan): boolean =>
  layers.some((hits) => {
    const hit = hits[indexBefore(hits.length, (n) => (hits[n] as TextSpan).start, marker.start)]
    if (hit === undefined || hit.end < marker.end || hit.end - hit.start <= marker.end - marker.start) return false
    return !(hit.start <= word.start && hit.end >= word.end)
  })

/** Returns the last index whose value is at most `limit`; -1 if there is none. The values must rise with the index. */
const indexBefore = (length: number, value: (index: number) => number, limit: number): number => {
  let below = 0
  let above = length
  while (below < above) {
    const middle = (below + above) >> 1
    if (value(middle) <= limit) below = middle + 1
    else above = middle
  }
  return below - 1
}
