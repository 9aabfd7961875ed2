/**
 * Finds numbers in a form that the language does not have: group separators (`10,000`, `10 000`), a decimal comma
 * (`0,75`), leading zeros (`007`). A test would read `>= 10,000` as a list: at least 10, or 0.
 */
import { defined } from "@hearback/core"

/** A number in a wrong form. */
export interface Miswritten {
  /** The place in the text.  Units: UTF-16 offsets. */
  readonly start: number
  readonly end: number
  /** The same number in the right form, if that is certain. */
  readonly proposal?: string
}

/** Matches digits in groups of three, separated by a comma, a blank, an apostrophe or an underscore. */
const grouped = /(?<!\d|\d\.)\d{1,3}(?:[,'’_\s]\d{3})+(?![\d])(?:\.\d+)?/u
/** Matches a comma between the digits of a comparison or an interval, where it never ends an item. */
const decimal = /(?<=[<>=[(\]]\s*-?)(\d+),(\d{1,2})(?!\d)/u
const zeros = /(?<!\d|\d\.)0\d+(?:\.\d+)?/u

/** Returns the first number of a text in a wrong form. Signs must be half-width. */
export const miswritten = (text: string): Miswritten | undefined => inGroups(text) ?? withComma(text) ?? withZeros(text)

/** Returns the first number of a text without `%`. */
export const bareShare = (text: string): Miswritten | undefined => {
  const match = /(?<!\d|\d\.)\d+(?:\.\d+)?(?!\d|\.\d|\s*%)/u.exec(text)
  if (match === null) return undefined
  const value = Number(match[0])
  // 0.95 was meant as 95%; 1 can be meant as either.
  const percent = value > 0 && value < 1 ? Number((value * 100).toPrecision(12)) : value
  return found(match, value === 1 ? undefined : `${percent}%`)
}

/** Returns the first number of a text with more decimal places than a currency has: `1.000` was meant as 1000. */
export const tooPrecise = (text: string, digits: number): Miswritten | undefined => {
  const match = new RegExp(`(?<!\\d|\\d\\.)\\d+\\.\\d{${digits + 1},}`, "u").exec(text)
  return match === null ? undefined : found(match, undefined)
}

const found = (match: RegExpExecArray, proposal: string | undefined): Miswritten =>
  defined({ start: match.index, end: match.index + match[0].length, proposal })

/** Returns whether a text consists only of numbers between commas, so that it can be a list. */
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
