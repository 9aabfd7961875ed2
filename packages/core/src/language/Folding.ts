/**
 * Folds text for the automaton, unit by unit. Each unit keeps its offset in the original.
 *
 * Folding removes differences that people do not see or mean: case, full width, ligatures, curly apostrophes, repeated
 * blanks, blanks between Chinese characters, zero-width characters, traditional forms of characters. One letter may
 * become two (ﬁ), but never two letters one, so offsets stay exact.
 */
import { simplify } from "./Han.ts"

/** A folded text. */
export interface Folded {
  /** The UTF-16 units; only the first `length` count. */
  readonly units: Uint16Array
  /** The offset of each unit in the original. */
  readonly at: Int32Array
  readonly length: number
}

/** `letter`: a letter, mark or digit of a script that separates words by blanks. */
export type CharacterClass = "letter" | "other"

/** Buffers for short texts. To allocate such arrays takes longer than to fold a short text. */
const room = { units: new Uint16Array(1024), at: new Int32Array(1024) }

const roomFor = (length: number): typeof room =>
  length <= room.at.length ? room : { units: new Uint16Array(length), at: new Int32Array(length) }

/** Folds `[from, to)` of a text. The result is valid until the next text is folded. */
export const fold = (text: string, from: number, to: number): Folded => {
  let { units, at } = roomFor(to - from)
  let length = 0
  // A line break between two Chinese characters separates them; a blank does not.
  let isParted = false
  for (let i = from; i < to; i++) {
    const original = text.charCodeAt(i)
    const folded = foldUnit(original)
    if (folded === DROPPED) continue
    if (folded === BLANK) {
      isParted = original === LINE || (isParted && length > 0 && units[length - 1] === BLANK)
      if (length > 0 && units[length - 1] === BLANK) continue
    } else if (length > 1 && units[length - 1] === BLANK && !isParted && isUnspaced(folded)) {
      if (isUnspaced(units[length - 2] as number)) length--
    }
    if (folded < LIGATURE) {
      units[length] = folded
      at[length++] = i
      continue
    }
    const letters = ligatures[folded - LIGATURE] as string
    if (length + to - i + letters.length > units.length) {
      units = enlarged(units, new Uint16Array(2 * units.length + letters.length))
      at = enlarged(at, new Int32Array(2 * at.length + letters.length))
    }
    for (let n = 0; n < letters.length; n++) {
      units[length] = letters.charCodeAt(n)
      at[length++] = i
    }
  }
  return { units, at, length }
}

const enlarged = <T extends Uint16Array | Int32Array>(from: T, into: T): T => {
  into.set(from)
  return into
}

/**
 * Returns the class of the character at a unit of a folded text. Both units of a surrogate pair have the pair's class.
 */
export const classAt = ({ units, length }: Folded, index: number): CharacterClass => {
  const unit = units[index] as number
  if ((unit & 0xf800) !== 0xd800) return classOf(unit)
  const [high, low] = unit < 0xdc00 ? [unit, index + 1 < length ? units[index + 1] : 0] : [units[index - 1], unit]
  return isLetter(String.fromCharCode(high ?? 0, low ?? 0)) ? "letter" : "other"
}

const BLANK = 0x20
const LINE = 0x0a
const DROPPED = 0
/** A folding from this value on is that of a ligature. */
const LIGATURE = 0x10000
const ligatures: string[] = []

/** Foldings of the basic plane, filled on demand: 0 = not computed yet, else 1 + the folding. */
const foldings = new Int32Array(65_536)
const classes = new Uint8Array(65_536)
const scripts = new Uint8Array(65_536)

const foldUnit = (unit: number): number => {
  const known = foldings[unit] as number
  if (known !== 0) return known - 1
  const folded = foldOnce(unit)
  foldings[unit] = folded + 1
  return folded
}

const invisible = /^(?:\p{Cf}|\p{Cc}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|[\ufe00-\ufe0f])$/u

const foldOnce = (unit: number): number => {
  const character = String.fromCharCode(unit)
  if (/^\s$/.test(character)) return BLANK
  if (invisible.test(character)) return DROPPED
  if (character === "’" || character === "‘") return 0x27
  // The final and the normal sigma are one letter.
  if (character === "ς") return 0x3c3
  const plain = isSurrogate(unit) ? character : character.normalize("NFKC").toLowerCase()
  if (plain.length === 1) return simplify(plain.charCodeAt(0))
  if (!/^[a-z]+$/.test(plain)) return simplify(unit)
  ligatures.push(plain)
  return LIGATURE + ligatures.length - 1
}

const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800

/**
 * Returns whether a unit belongs to a script that is written without blanks, is a letter of another script, or neither.
 */
export const scriptOf = (unit: number): "unspaced" | "letter" | "none" =>
  isUnspaced(unit) ? "unspaced" : classOf(unit) === "letter" ? "letter" : "none"

const isUnspaced = (unit: number): boolean => {
  if (scripts[unit] === 0) scripts[unit] = unspaced.test(String.fromCharCode(unit)) ? 1 : 2
  return scripts[unit] === 1
}

const classOf = (unit: number): CharacterClass => {
  if (classes[unit] === 0) classes[unit] = isLetter(String.fromCharCode(unit)) ? 1 : 2
  return classes[unit] === 1 ? "letter" : "other"
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u

const isLetter = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character) && !unspaced.test(character)

/** Returns whether the characters of a folded word occur in a folded text, also within another word. */
export const contains = ({ units, length }: Folded, word: Uint16Array): boolean => {
  for (let from = 0; from + word.length <= length; from++) {
    let n = 0
    while (n < word.length && units[from + n] === word[n]) n++
    if (n === word.length) return true
  }
  return false
}

/** Returns the folded form of a text. Texts with the same form differ in nothing that people mean. */
export const foldedText = (text: string): string => {
  const { units, length } = fold(text, 0, text.length)
  let folded = ""
  for (let from = 0; from < length; from += 4096)
    folded += String.fromCharCode(...units.subarray(from, Math.min(length, from + 4096)))
  return folded
}
