/**
 * A text as its reader hears it, however it is typed: every digit of every script is a digit, every dash a dash, every
 * blank a blank, and what nobody sees is not there. So a number is found in whatever signs it is written.
 */

/** A text read plainly. `at`: for each unit of it, and for its end, where that stands in the original, in UTF-16 units. */
export interface PlainReading {
  readonly text: string
  readonly at: readonly number[]
}

/** So many Chinese numerals one after the other are digits that are read out, and no number of things. */
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
  // A numeral is one unit, and so is its digit: the places stay.
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

/** Digits of a script stand ten in a row, from its nought on. */
const decimal = (code: number): string => {
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}

const digitOf = (numeral: string): string =>
  numeral === "〇" ? "0" : numeral === "幺" ? "1" : String(numerals.indexOf(numeral))
