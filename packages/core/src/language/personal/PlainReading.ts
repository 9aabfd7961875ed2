/**
 * Reads a text independently of how it is typed: every digit of any script becomes an ASCII digit, every dash a hyphen,
 * every blank a space, and invisible characters are removed. Numbers are then found in any script.
 */

/** A plain reading of a text. `at`: for each unit and for the end, its UTF-16 offset in the original. */
export interface PlainReading {
  readonly text: string
  readonly at: readonly number[]
}

/** Matches five or more Chinese numerals in a row, which are digits read out and not a number of things. */
const spelled = /[〇零一二三四五六七八九幺]{5,}/gu
const numerals = "零一二三四五六七八九"

/** Returns the plain reading of a text. */
export const readPlainly = (original: string): PlainReading => {
  let text = ""
  const at: number[] = []
  let place = 0
  for (const character of original) {
    for (const plain of plainly(character)) {
      text += plain
      for (let n = 0; n < plain.length; n++) at.push(place)
    }
    place += character.length
  }
  at.push(place)
  // A numeral is one unit and so is its digit, so offsets do not change.
  return { text: text.replace(spelled, (run) => [...run].map(digitOf).join("")), at }
}

const plainly = (character: string): string => {
  if (/[\p{Cf}\p{Mn}\u115f\u1160\u3164]/u.test(character)) return ""
  return [...character.normalize("NFKC")].map(plainLetter).join("")
}

const plainLetter = (letter: string): string => {
  if (/\p{Nd}/u.test(letter)) return decimal(letter.codePointAt(0) ?? 0)
  if (/[\p{Pd}\u2212\u30fc]/u.test(letter)) return "-"
  if (/[\p{Zs}\t]/u.test(letter)) return " "
  return /[\p{Cf}\p{Mn}]/u.test(letter) ? "" : letter
}

/** Returns the value of a digit. The digits of a script have ten consecutive codes, beginning with zero. */
const decimal = (code: number): string => {
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}

const digitOf = (numeral: string): string =>
  numeral === "〇" ? "0" : numeral === "幺" ? "1" : String(numerals.indexOf(numeral))
