/**
 * Text as the automaton reads it: folded unit by unit, every unit with its offset in the original.
 *
 * Folding drops what people do not see or do not mean: case, full width, ligatures, curly apostrophes, the second of two
 * blanks, blanks between Chinese characters, zero-width characters; a traditional character is its simplified one. A
 * letter may become two (ﬁ), never two letters one, so that offsets stay exact.
 */
import { simplify } from "./Han.ts"

export interface Folded {
  /** UTF-16 units; only the first `length` count. */
  readonly units: Uint16Array
  /** The offset of each unit in the original. */
  readonly at: Int32Array
  readonly length: number
}

/** `letter`: a letter, mark or digit of a script that separates words by blanks. */
export type CharacterClass = "letter" | "other"

/** Room for a short text: to make such arrays takes longer than to fold it. */
const room = { units: new Uint16Array(1024), at: new Int32Array(1024) }

const roomFor = (length: number): typeof room =>
  length <= room.at.length ? room : { units: new Uint16Array(length), at: new Int32Array(length) }

/** Folds `[from, to)` of a text. What it returns stands until the next text is folded. */
export const fold = (text: string, from: number, to: number): Folded => {
  let { units, at } = roomFor(to - from)
  let length = 0
  // A line that ends between two Chinese characters parts them; a blank does not.
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

/** Returns the class of the character at a unit of a folded text; both halves of a pair have that of the pair. */
export const classAt = ({ units, length }: Folded, index: number): CharacterClass => {
  const unit = units[index] as number
  if ((unit & 0xf800) !== 0xd800) return classOf(unit)
  const [high, low] = unit < 0xdc00 ? [unit, index + 1 < length ? units[index + 1] : 0] : [units[index - 1], unit]
  return isLetter(String.fromCharCode(high ?? 0, low ?? 0)) ? "letter" : "other"
}

const BLANK = 0x20
const LINE = 0x0a
const DROPPED = 0
/** From here on a folding is that of a ligature. */
const LIGATURE = 0x10000
const ligatures: string[] = []

/** Answers for the basic plane, filled on demand: 0 = not yet asked, else 1 + answer. */
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
  // Final and plain sigma are one letter.
  if (character === "ς") return 0x3c3
  const plain = isSurrogate(unit) ? character : character.normalize("NFKC").toLowerCase()
  if (plain.length === 1) return simplify(plain.charCodeAt(0))
  if (!/^[a-z]+$/.test(plain)) return simplify(unit)
  ligatures.push(plain)
  return LIGATURE + ligatures.length - 1
}

const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800

/** Returns whether a unit is of a script that is written without blanks, a letter of another one, or none. */
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

/** Returns whether the characters of a folded word stand anywhere in a folded text, as a whole word or not. */
export const contains = ({ units, length }: Folded, word: Uint16Array): boolean => {
  for (let from = 0; from + word.length <= length; from++) {
    let n = 0
    while (n < word.length && units[from + n] === word[n]) n++
    if (n === word.length) return true
  }
  return false
}

/** Returns a text as it is compared: equal texts differ in nothing that people mean. */
export const foldedText = (text: string): string => {
  const { units, length } = fold(text, 0, text.length)
  let folded = ""
  for (let from = 0; from < length; from += 4096)
    folded += String.fromCharCode(...units.subarray(from, Math.min(length, from + 4096)))
  return folded
}
