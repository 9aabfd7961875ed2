/**
 * Text as the automaton reads it: folded unit by unit, every unit with its offset in the original.
 *
 * Folding drops what people do not see or do not mean: case, full width, curly apostrophes, the second of two
 * blanks, zero-width characters. It never merges or splits letters, so that offsets stay exact.
 */

export interface Folded {
  /** UTF-16 units; only the first `length` count. */
  readonly units: Uint16Array
  /** The offset of each unit in the original. */
  readonly at: Int32Array
  readonly length: number
}

/** `letter`: a letter, mark or digit of a script that separates words by blanks. */
export type CharacterClass = "letter" | "other"

/** Folds `[from, to)` of a text. */
export const fold = (text: string, from: number, to: number): Folded => {
  const units = new Uint16Array(to - from)
  const at = new Int32Array(to - from)
  let length = 0
  for (let i = from; i < to; i++) {
    const unit = foldUnit(text.charCodeAt(i))
    if (unit === DROPPED || (unit === BLANK && length > 0 && units[length - 1] === BLANK)) continue
    units[length] = unit
    at[length++] = i
  }
  return { units, at, length }
}

/** Returns the class of the character at a unit of a folded text; both halves of a pair have that of the pair. */
export const classAt = ({ units, length }: Folded, index: number): CharacterClass => {
  const unit = units[index] as number
  if ((unit & 0xf800) !== 0xd800) return classOf(unit)
  const [high, low] = unit < 0xdc00 ? [unit, index + 1 < length ? units[index + 1] : 0] : [units[index - 1], unit]
  return isLetter(String.fromCharCode(high ?? 0, low ?? 0)) ? "letter" : "other"
}

const BLANK = 0x20
const DROPPED = 0

/** Answers for the basic plane, filled on demand: 0 = not yet asked, else 1 + answer. */
const foldings = new Int32Array(65_536)
const classes = new Uint8Array(65_536)

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
  if (unit >= 0xff01 && unit <= 0xff5e) return foldOnce(unit - 0xfee0)
  if (character === "’" || character === "‘") return 0x27
  // Final and plain sigma are one letter; the rest is lower case where that is a single unit.
  if (character === "ς") return 0x3c3
  const lower = character.toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : unit
}

const classOf = (unit: number): CharacterClass => {
  if (classes[unit] === 0) classes[unit] = isLetter(String.fromCharCode(unit)) ? 1 : 2
  return classes[unit] === 1 ? "letter" : "other"
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u

const isLetter = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character) && !unspaced.test(character)
