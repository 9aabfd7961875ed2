/**
 * Finds personal data of other people in words that a message quotes: numbers with a known form, and the values of
 * facts about somebody else. A number must have the form of its kind and, if the kind has one, its check digit; an
 * order number with as many digits is kept. Texts for the public are checked far more strictly (`insight`,
 * `report/PersonalTraces`).
 *
 * Source: GB 11643 (identity numbers), ISO/IEC 7812 (cards), E.164 (telephone numbers), GA 36 (plates).
 */
import type { PersonalKind } from "../../policy/Bundle.ts"
import { type PlainReading, readPlainly } from "./PlainReading.ts"

/** A piece of personal data with its kind and its place.  Units: UTF-16 offsets, `end` exclusive. */
export interface PersonalDatum {
  readonly kind: PersonalKind
  readonly start: number
  readonly end: number
}

/** The beginning of a number: no other sign of a number or a code stands before it. */
const begins = "(?<![\\d\\p{Script=Latin}]|\\d\\.)"
const ends = "(?![\\d\\p{Script=Latin}])"

/** Chinese words before an e-mail address are not part of it, unless the address itself is Chinese. */
const eMail =
  /(?:[\p{Script=Latin}\d][\p{Script=Latin}\d._%+-]*|\p{Script=Han}+)@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[A-Za-z]{2,}/gu

const idCard = new RegExp(`${begins}\\d{6}[ -]?\\d{8}[ -]?\\d{3}[\\dXx]${ends}`, "gu")

/** Matches groups of digits. The last group may belong to something else. */
const bankCard = new RegExp(`${begins}\\d(?:[ -]?\\d){12,}${ends}`, "gu")

const province = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
/** Matches licence plates. They have neither I nor O; the plate of an electric car has a sixth sign. */
const plate = [
  new RegExp(
    `[${province}][A-HJ-NP-Z][·. -]?(?:(?=[A-Z]*\\d)[A-HJ-NP-Z\\d]{4}[A-HJ-NP-Z\\d挂学警港澳]|[A-HJK][A-HJ-NP-Z\\d]\\d{4}|\\d{5}[A-HJK])(?![A-Z\\d])`,
    "gu"
  ),
  // Great Britain.
  /(?<![\p{Script=Latin}\d])[A-HJ-PR-Y]{2}\d{2} ?[A-HJ-PR-Z]{3}(?![\p{Script=Latin}\d])/gu
]

const gap = "[ .·-]?"
const phone = [
  // Any country with its country code, and mobile numbers of mainland China.
  new RegExp(`(?<![\\d\\p{Script=Latin}+])(?:\\+|00)[1-9](?:[ .·()-]{0,2}\\d){7,14}${ends}`, "gu"),
  new RegExp(`${begins}(?:86${gap})?1[3-9]\\d(?:${gap}\\d{4}){2}${ends}`, "gu"),
  new RegExp(`${begins}1[3-9](?:${gap}\\d{3}){3}${ends}`, "gu"),
  // National numbers that begin with 0, service numbers, and numbers of North America.
  new RegExp(`${begins}\\(?0[1-9](?:[ .()-]{0,2}\\d){8,10}(?:(?:-|转)\\d{1,6})?${ends}`, "gu"),
  new RegExp(`${begins}[48]00[ -]?\\d{3}[ -]?\\d{4}${ends}`, "gu"),
  new RegExp(`(?<![\\d\\p{Script=Latin}.-])(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ .-])[2-9]\\d{2}[ .-]\\d{4}${ends}`, "gu")
]

/**
 * The patterns of each kind, with a function that returns how much of a match counts. Of two overlapping matches the
 * first one counts.
 */
const patterns: readonly (readonly [PersonalKind, readonly RegExp[], (found: string) => number])[] = [
  ["e-mail", [eMail], (found) => found.length],
  ["id-card", [idCard], (found) => (isIdCard(found) ? found.length : 0)],
  ["bank-card", [bankCard], (found) => lengthOfCard(found)],
  ["plate", plate, (found) => found.length],
  ["phone", phone, (found) => found.length]
]

/** Returns the personal data in a text. `told`: the values of facts about other people. */
export const personalData = (text: string, told: readonly string[]): readonly PersonalDatum[] => {
  const plain = readPlainly(text)
  const found: PersonalDatum[] = []
  const add = (kind: PersonalKind, index: number, length: number): void => {
    const [start, end] = [plain.at[index] ?? 0, plain.at[index + length] ?? text.length]
    if (length > 0 && found.every((other) => end <= other.start || start >= other.end)) found.push({ kind, start, end })
  }
  for (const [kind, some, lengthIn] of patterns)
    for (const pattern of some)
      for (const { 0: match, index } of plain.text.matchAll(pattern)) add(kind, index, lengthIn(match))
  for (const one of told.flatMap(partsOf)) for (const index of placesOf(one, plain)) add("of-others", index, one.length)
  return found.sort((a, b) => a.start - b.start)
}

/** Returns a text in which data of the hidden kinds is replaced by a word for its kind. */
export const withoutPersonalData = (
  text: string,
  hidden: ReadonlySet<PersonalKind>,
  told: readonly string[],
  wordFor: (kind: PersonalKind) => string
): string => {
  let shown = ""
  let from = 0
  for (const { kind, start, end } of personalData(text, told)) {
    if (!hidden.has(kind)) continue
    shown += text.slice(from, start) + wordFor(kind)
    from = end
  }
  return shown + text.slice(from)
}

/** Returns the names in a fact's value. A field may name several people; a single character identifies nobody. */
const partsOf = (told: string): readonly string[] =>
  readPlainly(told)
    .text.split(/[,，、;；/\n]/u)
    .map((part) => part.trim())
    .filter((part) => [...part].length > 1)

/** Returns the places where a name stands, as whole words in any case, in Chinese anywhere. */
const placesOf = (one: string, { text }: PlainReading): readonly number[] => {
  const [before, after] = [/^[\p{Script=Han}]/u, /[\p{Script=Han}]$/u].map((han) => han.test(one))
  const escaped = one.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")
  const whole = `${before ? "" : "(?<![\\p{L}\\p{N}])"}${escaped}${after ? "" : "(?![\\p{L}\\p{N}])"}`
  return [...text.matchAll(new RegExp(whole, "giu"))].map(({ index }) => index)
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Returns whether the date of birth exists and the last sign is the check digit (ISO 7064, MOD 11-2). */
const isIdCard = (written: string): boolean => {
  const digits = written.replace(/[ -]/gu, "").toUpperCase()
  if (!/^[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u.test(digits)) return false
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return digits[17] === "10X98765432"[sum % 11]
}

/** Returns the length of the card number at the beginning of grouped digits: as many whole groups as fit. */
const lengthOfCard = (written: string): number => {
  const groups = [...written.matchAll(/\d+/gu)]
  for (const { 0: last, index } of groups.toReversed()) {
    const length = index + last.length
    if (isCard(written.slice(0, length).replace(/\D/gu, ""))) return length
  }
  return 0
}

/** Returns whether 13 to 19 digits begin as bank cards do and have the right check digit (Luhn). */
const isCard = (digits: string): boolean => {
  if (!/^(?:[3-6]|2[2-7])\d{12,18}$/u.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
