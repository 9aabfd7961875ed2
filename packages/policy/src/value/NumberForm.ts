/**
 * Numbers that are not written as the language writes them: digits in groups (`10,000`, `10 000`), a decimal comma
 * (`0,75`), zeros in front (`007`). A test would read `>= 10,000` as a list: at least 10, or 0.
 */
import { defined } from "@hearback/core"

export interface Miswritten {
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** The same number as the language writes it, where there is no doubt. */
  readonly proposal?: string
}

/** Digits in groups of three, apart by a comma, a blank, an apostrophe or an underscore. */
const grouped = /(?<!\d|\d\.)\d{1,3}(?:[,'’_\s]\d{3})+(?![\d])(?:\.\d+)?/u
/** A comma between the digits of a comparison or an interval: there it never ends an item. */
const decimal = /(?<=[<>=[(\]]\s*-?)(\d+),(\d{1,2})(?!\d)/u
const zeros = /(?<!\d|\d\.)0\d+(?:\.\d+)?/u

/** Returns the first number of a text that is miswritten; signs are half-width. */
export const miswritten = (text: string): Miswritten | undefined => inGroups(text) ?? withComma(text) ?? withZeros(text)

/** Returns the first number of a text that says no `%`. */
export const bareShare = (text: string): Miswritten | undefined => {
  const match = /(?<!\d|\d\.)\d+(?:\.\d+)?(?!\d|\.\d|\s*%)/u.exec(text)
  if (match === null) return undefined
  const value = Number(match[0])
  // 0.95 was meant as 95 %; 1 may be meant as either.
  const percent = value > 0 && value < 1 ? Number((value * 100).toPrecision(12)) : value
  return found(match, value === 1 ? undefined : `${percent}%`)
}

/** Returns the first number of a text with more digits after its point than a currency has: `1.000` was meant as 1000. */
export const tooPrecise = (text: string, digits: number): Miswritten | undefined => {
  const match = new RegExp(`(?<!\\d|\\d\\.)\\d+\\.\\d{${digits + 1},}`, "u").exec(text)
  return match === null ? undefined : found(match, undefined)
}

const found = (match: RegExpExecArray, proposal: string | undefined): Miswritten =>
  defined({ start: match.index, end: match.index + match[0].length, proposal })

/** Bare numbers between commas alone may be a list. */
const isListOfNumbers = (text: string): boolean => /^\s*[1-9]\d{0,2}(?:,[1-9]\d{2})+\s*$/u.test(text)

const inGroups = (text: string): Miswritten | undefined => {
  const match = grouped.exec(text)
  if (match === null) return undefined
  const digits = match[0].replace(/[,'’_\s]/gu, "")
  return found(match, isListOfNumbers(text) ? undefined : withoutZeros(digits))
}

const withComma = (text: string): Miswritten | undefined => {
  const match = decimal.exec(text)
  return match === null ? undefined : found(match, withoutZeros(`${match[1]}.${match[2]}`))
}

const withZeros = (text: string): Miswritten | undefined => {
  const match = zeros.exec(text)
  return match === null ? undefined : found(match, withoutZeros(match[0]))
}

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/u, "")
