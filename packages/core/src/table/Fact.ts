/**
 * Typed facts, each value an integer code, so that tables are exact sets and never compare text or fractions.
 *
 * | type | code |
 * |---|---|
 * | `OneOf` | position in `values`, from 0 |
 * | `SomeOf` | a bit for each of `values` that is chosen, the first one lowest |
 * | `Amount` | the decimal times 10^`scale`: 12.50 at scale 2 is 1250 |
 * | `Flag` | 0 no, 1 yes |
 * | `Span` | milliseconds |
 * | `Period` | months and days of the calendar, in their order |
 * | `Date` | the instant in milliseconds |
 * | `Text` | 1 + position in `values`, the strings that cells mention; 0 is any other string |
 *
 * `UNKNOWN` is a value of its own: only a cell that contains it, and a row without the cell, match it.
 */
import {
  DAY,
  HOUR,
  type Instant,
  MINUTE,
  parseDate,
  parseInstant,
  renderInstant,
  renderIso,
  renderDate as writeDate
} from "../time/Instant.ts"
import type { Zone } from "../time/Zone.ts"
import { encodeAmount, renderAmount, wholeAmount } from "./DecimalAmount.ts"
import * as Period from "./Period.ts"
import * as Ranges from "./Ranges.ts"
import { codes, intervals } from "./RangeText.ts"

export { isRounder } from "./RangeText.ts"

export type FactType =
  | { readonly _tag: "OneOf"; readonly values: readonly string[]; readonly graded: boolean }
  | { readonly _tag: "SomeOf"; readonly values: readonly string[] }
  | {
      readonly _tag: "Amount"
      /** Digits after the point. */
      readonly scale: number
      /** A currency, `%`, or empty. */
      readonly unit: string
      /** Smallest and largest value, both allowed. Units: as people write them (10 for a score of 10.00). */
      readonly min?: number
      readonly max?: number
    }
  | { readonly _tag: "Flag" }
  | { readonly _tag: "Span" }
  | { readonly _tag: "Period" }
  | { readonly _tag: "Date" }
  | { readonly _tag: "Text"; readonly values: readonly string[] }

/** So many values may be chosen from: a cell is a set of all combinations. */
export const MOST_CHOICES = 10

/** A value as a host or a policy writes it. What is chosen of several is one text, such as `slow, unclear`. A number is a count of whole units, for `Span` and `Date` of ms. */
export type FactValue = string | number | boolean

/** The code of a fact that nobody has told. */
export const UNKNOWN = Ranges.MIN

/** The words in which codes are shown; people read them, `encode` reads the English and the Chinese ones. */
export interface CodeWords {
  readonly yes: string
  readonly no: string
  readonly unknown: string
  /** A text that no cell mentions. */
  readonly other: string
  /** Nothing is chosen. */
  readonly none: string
}

export const english: CodeWords = { yes: "yes", no: "no", unknown: "unknown", other: "any other text", none: "none" }

/** Returns all codes that a fact of this type can have. */
export const domain = (type: FactType, withUnknown: boolean): Ranges.Ranges =>
  withUnknown ? Ranges.union([UNKNOWN, UNKNOWN + 1], known(type)) : known(type)

/**
 * Returns the code of a value. `zone` reads local dates and times; without one they need an offset.
 *
 * Errors: `undefined` — not a value of this type, outside its bounds, or with more digits than it keeps.
 */
export const encode = (type: FactType, value: FactValue, zone?: Zone): number | undefined => {
  const code = encodeAny(type, value, zone)
  return code !== undefined && Ranges.has(known(type), code) ? code : undefined
}

/** Returns `encode` for a type: what it may be is reckoned once. */
export const encoder = (type: FactType, zone?: Zone): ((value: FactValue) => number | undefined) => {
  const range = known(type)
  return (value) => {
    const code = encodeAny(type, value, zone)
    return code !== undefined && Ranges.has(range, code) ? code : undefined
  }
}

/**
 * Returns all codes that a written value stands for: one, but for a date without a time, which is its whole day, and for
 * what is chosen among others.
 *
 * Errors: `undefined` — as for `encode`.
 */
export const encodeAll = (type: FactType, value: FactValue, zone?: Zone): Ranges.Ranges | undefined => {
  const code = encode(type, value, zone)
  if (code === undefined) return undefined
  if (type._tag === "SomeOf" && code !== 0) return holding(type, (chosen) => (chosen & code) === code)
  const day = type._tag === "Date" && typeof value === "string" ? parseDate(value.trim()) : undefined
  const next = day === undefined ? undefined : parseInstant(writeDate(day + 1), zone)
  return Ranges.of(code, next ?? code + 1)
}

/** Returns the value of a code in the owner's words; `encode` reads it back, but for *unknown* and *other*. */
export const render = (type: FactType, code: number, words: CodeWords = english, zone?: Zone): string => {
  if (code === UNKNOWN || Number.isNaN(code)) return words.unknown
  switch (type._tag) {
    case "OneOf":
      return type.values[code] ?? words.unknown
    case "SomeOf":
      return code === 0 ? words.none : type.values.filter((_, i) => (code & (1 << i)) !== 0).join(", ")
    case "Amount":
      return renderAmount(code, type.scale, type.unit)
    case "Flag":
      return code === 1 ? words.yes : words.no
    case "Span":
      return renderSpan(code)
    case "Period":
      return Period.render(code)
    case "Date":
      return zone === undefined ? renderIso(code) : renderDate(code, zone)
    case "Text":
      return code === 0 ? words.other : (type.values[code - 1] ?? words.other)
  }
}

/** Returns a set as a policy would write it: names joined by commas, or comparisons such as `>= 500.00 CNY`. */
export const renderSet = (type: FactType, set: Ranges.Ranges, words: CodeWords = english, zone?: Zone): string => {
  const show = (code: number): string => render(type, code, words, zone)
  const told = Ranges.intersect(set, known(type))
  const any = type._tag === "SomeOf" ? anyOf(type, told) : undefined
  if (any !== undefined) return [...(Ranges.has(set, UNKNOWN) ? [words.unknown] : []), ...any].join(", ")
  const parts = isOrdered(type) ? intervals(told, known(type), show) : codes(told).map(show)
  return [...(Ranges.has(set, UNKNOWN) ? [words.unknown] : []), ...parts].join(", ")
}

/** Says whether cells of this type may compare (`>= 5`) and not only name values. */
export const isOrdered = (type: FactType): boolean =>
  type._tag === "Amount" || type._tag === "Span" || type._tag === "Period" || type._tag === "Date"

const known = (type: FactType): Ranges.Ranges => {
  switch (type._tag) {
    case "OneOf":
      return Ranges.of(0, type.values.length)
    case "SomeOf":
      return Ranges.of(0, 2 ** type.values.length)
    case "Amount":
      return Ranges.of(
        type.min === undefined ? UNKNOWN + 1 : Math.round(type.min * 10 ** type.scale),
        type.max === undefined ? Ranges.MAX : Math.round(type.max * 10 ** type.scale) + 1
      )
    case "Flag":
      return [0, 2]
    case "Span":
    case "Period":
      return [0, Ranges.MAX]
    case "Date":
      return [UNKNOWN + 1, Ranges.MAX]
    case "Text":
      return [0, type.values.length + 1]
  }
}

const encodeAny = (type: FactType, value: FactValue, zone: Zone | undefined): number | undefined => {
  switch (type._tag) {
    case "OneOf":
      return type.values.indexOf(String(value))
    case "SomeOf":
      return encodeChoices(type.values, String(value))
    case "Amount":
      if (typeof value === "boolean") return undefined
      return wholeAmount(value, type.scale) ?? encodeAmount(String(value), type.scale, type.unit)
    case "Flag":
      return flags.get(typeof value === "string" ? value.toLowerCase() : value)
    case "Span":
      return typeof value === "string" ? encodeSpan(value) : whole(value)
    case "Period":
      return typeof value === "string" ? Period.parse(value) : whole(value)
    case "Date":
      return typeof value === "string" ? parseInstant(value.trim(), zone) : whole(value)
    case "Text":
      return typeof value === "string" ? type.values.indexOf(value) + 1 : undefined
  }
}

type SomeOf = Extract<FactType, { readonly _tag: "SomeOf" }>

/** Reads `slow, unclear`; `none` is no choice at all. */
const encodeChoices = (values: readonly string[], text: string): number | undefined => {
  const bare = text.trim()
  if (bare === "none" || bare === "无") return 0
  let code = 0
  for (const name of bare.split(/[,，、;；]/)) {
    const at = values.indexOf(name.trim())
    if (at < 0) return undefined
    code |= 1 << at
  }
  return code
}

/** Returns the codes for which something holds. */
const holding = ({ values }: SomeOf, is: (code: number) => boolean): Ranges.Ranges =>
  Ranges.points(Array.from({ length: 2 ** values.length }, (_, code) => code).filter(is))

/** Returns the choices of which a set asks for any; undefined where it asks for something else. */
const anyOf = (type: SomeOf, set: Ranges.Ranges): readonly string[] | undefined => {
  const named = type.values.filter((name) => {
    const all = encodeAll(type, name)
    return all !== undefined && Ranges.covers(set, all)
  })
  const mask = encodeChoices(type.values, named.join(","))
  if (named.length === 0 || mask === undefined) return undefined
  return Ranges.equal(
    set,
    holding(type, (code) => (code & mask) !== 0)
  )
    ? named
    : undefined
}

const flags: ReadonlyMap<FactValue, number> = new Map<FactValue, number>([
  [true, 1],
  [false, 0],
  ...["yes", "true", "是"].map((word): [FactValue, number] => [word, 1]),
  ...["no", "false", "否"].map((word): [FactValue, number] => [word, 0])
])

const whole = (value: FactValue): number | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) ? value : undefined

/** Each unit with its length, longest first; months and years are dates and have no length in ms. */
const units: readonly (readonly [ms: number, name: string, spellings: readonly string[]])[] = [
  [7 * DAY, "week", ["w", "week", "weeks", "周"]],
  [DAY, "day", ["d", "day", "days", "天"]],
  [HOUR, "hour", ["h", "hour", "hours", "小时"]],
  [MINUTE, "minute", ["m", "min", "minute", "minutes", "分钟"]],
  [1000, "second", ["s", "second", "seconds", "秒"]],
  [1, "millisecond", ["ms", "millisecond", "milliseconds", "毫秒"]]
]

const lengths: ReadonlyMap<string, number> = new Map(
  units.flatMap(([ms, , spellings]) => spellings.map((word): [string, number] => [word, ms]))
)

/** Reads `4 hours`, `1 day 6 hours`, `4h 30min`, `3 天`, `P1DT6H`. */
const encodeSpan = (text: string): number | undefined => {
  const bare = text.trim().toLowerCase()
  if (bare.length > 100) return undefined
  const plain = /^p(?=.*\d)/.test(bare) ? bare.slice(1).replace("t", "") : bare
  const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+|[一-鿿]+)\s*/gy)]
  if (parts.length === 0 || parts.reduce((sum, part) => sum + part[0].length, 0) !== plain.length) return undefined
  const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (lengths.get(unit ?? "") ?? Number.NaN), 0)
  return whole(total)
}

const renderSpan = (ms: number): string => {
  const parts: string[] = []
  let rest = ms
  for (const [length, name] of units) {
    const count = Math.floor(rest / length)
    // Weeks are written only where nothing is left over: 8 days read better than 1 week 1 day.
    if (count === 0 || (name === "week" && rest % length !== 0)) continue
    parts.push(`${count} ${name}${count === 1 ? "" : "s"}`)
    rest -= count * length
  }
  return parts.length === 0 ? "0 minutes" : parts.join(" ")
}

const renderDate = (at: Instant, zone: Zone): string => {
  const local = renderInstant(at, zone)
  // What the minute cannot show is shown as the exact instant, so that it reads back.
  if (parseInstant(local, zone) !== at) return renderIso(at)
  return local.endsWith(" 00:00") && parseInstant(local.slice(0, 10), zone) === at ? local.slice(0, 10) : local
}
