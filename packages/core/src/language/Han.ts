/** Data about Chinese: how frequent words are, and the simplified form of traditional characters. */
import { hanWords } from "./generated/HanWords.ts"
import { simplified } from "./generated/Simplified.ts"

/**
 * A hash table of the word list. A slot holds the last two units of a word in `low`, the unit before them in `high`,
 * and its level, which is 0 if the slot is free.
 */
interface Levels {
  readonly high: Uint16Array
  readonly low: Int32Array
  readonly level: Uint8Array
}

/** The number of slots: more than twice the number of words. */
const SLOTS = 0x10000

let levels: Levels | undefined

/** Builds the table when the first Chinese text is read. */
const made = (): Levels => {
  const all = { high: new Uint16Array(SLOTS), low: new Int32Array(SLOTS), level: new Uint8Array(SLOTS) }
  for (const [length, level, words] of hanWords)
    for (let at = 0; at < words.length; at += length) {
      let [high, low] = [0, 0]
      for (let i = at; i < at + length; i++) {
        high = low >>> 16
        low = (low << 16) | words.charCodeAt(i)
      }
      const slot = slotOf(all, high, low)
      all.high[slot] = high
      all.low[slot] = low
      all.level[slot] = level
    }
  return all
}

/** Returns the slot of a word, or the free slot where it would be put. */
const slotOf = (all: Levels, high: number, low: number): number => {
  let slot = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b) >>> 16
  while (all.level[slot] !== 0 && (all.low[slot] !== low || all.high[slot] !== high)) slot = (slot + 1) % SLOTS
  return slot
}

/**
 * Returns how frequent a simplified Chinese word is: the binary logarithm of its count in about sixty million words,
 * from 7 to 20; undefined for a rare word and for text that is not a word.
 */
export const levelOf = (word: string): number | undefined => {
  if (word.length > LONGEST_WORD) return undefined
  let [high, low] = [0, 0]
  for (let at = 0; at < word.length; at++) {
    high = low >>> 16
    low = (low << 16) | word.charCodeAt(at)
  }
  return level(high, low)
}

const level = (high: number, low: number): number | undefined => {
  levels ??= made()
  return levels.level[slotOf(levels, high, low)] || undefined
}

/** The units of a folded text; only the first `length` count. */
interface Units {
  readonly units: Uint16Array
  readonly length: number
}

const LONGEST_WORD = 3
/** The number of units on each side of a word in which overlapping words are looked for. */
const REACH = 4
/** The levels of units that no list has: a single character counts as rare, a dictionary word as usual. */
const [RARE, LOOKED_FOR] = [4, 11]
/** The binary logarithm of the number of all counted words: the cost of one more word. */
const ALL = 26

/**
 * Returns whether `[start, end)` of a text can be a word of its own, as 不满 is in 很不满 but not in 不满足: no words that
 * overlap it are more likely there. A single character also must not be part of a longer word.
 */
export const isWhole = (text: Units, start: number, end: number): boolean => {
  if (!cuts(text, start) && !cuts(text, end)) return true
  if (end - start === 1 && isWithin(text, start)) return false
  let [from, to] = [start, end]
  while (from > 0 && start - from < REACH && isHan(text.units[from - 1] as number)) from--
  while (to < text.length && to - end < REACH && isHan(text.units[to] as number)) to++
  const apart = best(text, from, start, -1, -1) + best(text, start, end, start, end) + best(text, end, to, -1, -1)
  return apart >= best(text, from, to, start, end)
}

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff

const wordAt = ({ units, length }: Units, from: number, to: number): number | undefined => {
  if (from < 0 || to > length || to - from > LONGEST_WORD) return undefined
  let high = 0
  let low = 0
  for (let at = from; at < to; at++) {
    const unit = units[at] as number
    if (!isHan(unit)) return undefined
    high = low >>> 16
    low = (low << 16) | unit
  }
  return level(high, low)
}

/** Returns whether a word extends across a place. */
const cuts = (text: Units, at: number): boolean =>
  wordAt(text, at - 1, at + 1) !== undefined ||
  wordAt(text, at - 2, at + 1) !== undefined ||
  wordAt(text, at - 1, at + 2) !== undefined

/** Words of degree may stand before any word: 很差 is not a word of its own. */
const degrees = new Set([..."很太真好超最更挺蛮也都还又就巨特极不没有"].map((one) => one.charCodeAt(0)))

const isWithin = (text: Units, at: number): boolean =>
  wordAt(text, at, at + 2) !== undefined ||
  wordAt(text, at, at + 3) !== undefined ||
  (!degrees.has(text.units[at - 1] ?? 0) && wordAt(text, at - 1, at + 1) !== undefined)

/** Returns how likely the best segmentation of `[from, to)` is in which `[start, end)` is a word. */
const best = (text: Units, from: number, to: number, start: number, end: number): number => {
  const reached = new Float64Array(to - from + 1).fill(Number.NEGATIVE_INFINITY)
  reached[0] = 0
  const reach = (at: number, next: number, level: number): void => {
    const score = (reached[at - from] as number) + level - ALL
    if (score > (reached[next - from] as number)) reached[next - from] = score
  }
  for (let at = from; at < to; at++) {
    reach(at, at + 1, wordAt(text, at, at + 1) ?? RARE)
    for (let length = 2; length <= LONGEST_WORD && at + length <= to; length++) {
      // A longer word that contains the whole of it does not cut it: 服务 is in 服务员.
      const level = at <= start && at + length >= end ? undefined : wordAt(text, at, at + length)
      if (level !== undefined) reach(at, at + length, level)
    }
    if (at === start) reach(start, end, Math.max(LOOKED_FOR, wordAt(text, start, end) ?? 0))
  }
  return reached[to - from] as number
}

let forms: Uint16Array | undefined

/** Returns the simplified form of a traditional character; any other unit is returned as it is. */
export const simplify = (unit: number): number => {
  if (forms === undefined) {
    forms = new Uint16Array(65_536)
    for (let at = 0; at < simplified.length; at += 2) forms[simplified.charCodeAt(at)] = simplified.charCodeAt(at + 1)
  }
  return (forms[unit] as number) || unit
}
