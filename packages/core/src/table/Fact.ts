/**
 * Typed facts. Each value is an integer code, so tables are exact sets and never compare text or fractions.
 *
 * | type | code |
 * |---|---|
 * | `OneOf` | index in `values`, from 0 |
 * | `SomeOf` | a bit for each chosen one of `values`, the first one lowest |
 * | `Amount` | the decimal times 10^`scale`: 12.50 at scale 2 is 1250 |
 * | `Flag` | 0 no, 1 yes |
 * | `Span` | milliseconds |
 * | `Period` | months and days of the calendar, in their order |
 * | `Date` | the instant in milliseconds |
 * | `Text` | 1 + index in `values`, the strings that cells mention; 0 is any other string |
 *
 * `UNKNOWN` is a value of its own. Only a cell that contains it matches it, and a row without a cell for the fact.
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

/** The type of a fact, with its values, units and bounds. */
export type FactType =
  | { readonly _tag: "OneOf"; readonly values: readonly string[]; readonly graded: boolean }
  | { readonly _tag: "SomeOf"; readonly values: readonly string[] }
  | {
      readonly _tag: "Amount"
      /** The number of digits after the point. */
      readonly scale: number
      /** A currency, `%`, or empty. */
      readonly unit: string
      /** The smallest and the largest allowed value.  Units: as people write them (10 for a score of 10.00). */
      readonly min?: number
      readonly max?: number
    }
  | { readonly _tag: "Flag" }
  | { readonly _tag: "Span" }
  | { readonly _tag: "Period" }
  | { readonly _tag: "Date" }
  | { readonly _tag: "Text"; readonly values: readonly string[] }

/** The most values of which several may be chosen, since a cell is a set of all combinations. */
export const MOST_CHOICES = 10

/**
 * A value as a host or a policy writes it. Several chosen values are one text, such as `slow, unclear`. A number counts
 * whole units; for `Span` and `Date` it counts ms.
 */
export type FactValue = string | number | boolean

/** The code of a fact that nobody has recorded. */
export const UNKNOWN = Ranges.MIN

/** The words that show codes to people. `encode` reads the English and the Chinese ones. */
export interface CodeWords {
  readonly yes: string
  readonly no: string
  readonly unknown: string
  /** A text that no cell mentions. */
  readonly other: string
  /** No value is chosen. */
  readonly none: string
}

/** The English words for codes. */
export const english: CodeWords = { yes: "yes", no: "no", unknown: "unknown", other: "any other text", none: "none" }

/** Returns all codes that a fact of this type can have. */
export const domain = (type: FactType, withUnknown: boolean): Ranges.Ranges =>
  withUnknown ? Ranges.union([UNKNOWN, UNKNOWN + 1], known(type)) : known(type)

/**
 * Returns the code of a value. `zone` reads local dates and times; without it they need an offset.
 *
 * Errors: undefined if the value is not of this type, is outside its bounds, or has more digits than the type keeps.
 */
export const encode = (type: FactType, value: FactValue, zone?: Zone): number | undefined => {
  const code = encodeAny(type, value, zone)
  return code !== undefined && Ranges.has(known(type), code) ? code : undefined
}

/** Returns `encode` for one type, with what depends on the type computed once. */
export const encoder = (type: FactType, zone?: Zone): ((value: FactValue) => number | undefined) => {
  const range = known(type)
  return (value) => {
    const code = encodeAny(type, value, zone)
    return code !== undefined && Ranges.has(range, code) ? code : undefined
  }
}

/**
 * Returns all codes that a written value stands for. It is one code, except for a date without a time, which is a whole
 * day, and for a value chosen among others.
 *
 * Errors: undefined, as for `encode`.
 */
export const encodeAll = (type: FactType, value: FactValue, zone?: Zone): Ranges.Ranges | undefined => {
  const code = encode(type, value, zone)
  if (code === undefined) return undefined
  if (type._tag === "SomeOf" && code !== 0) return holding(type, (chosen) => (chosen & code) === code)
  const day = type._tag === "Date" && typeof value === "string" ? parseDate(value.trim()) : undefined
  const next = day === undefined ? undefined : parseInstant(writeDate(day + 1), zone)
  return Ranges.of(code, next ?? code + 1)
}

/** Returns a code as text. `encode` reads the text back, except for *unknown* and *other*. */
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

/** Returns a set as a policy would write it: names with commas between, or comparisons such as `>= 500.00 CNY`. */
export const renderSet = (type: FactType, set: Ranges.Ranges, words: CodeWords = english, zone?: Zone): string => {
  const show = (code: number): string => render(type, code, words, zone)
  const told = Ranges.intersect(set, known(type))
  const any = type._tag === "SomeOf" ? anyOf(type, told) : undefined
  if (any !== undefined) return [...(Ranges.has(set, UNKNOWN) ? [words.unknown] : []), ...any].join(", ")
  const parts = isOrdered(type) ? intervals(told, known(type), show) : codes(told).map(show)
  return [...(Ranges.has(set, UNKNOWN) ? [words.unknown] : []), ...parts].join(", ")
}

/** Returns whether cells of this type may compare (`>= 5`) and not only list values. */
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

/** Returns the code of choices such as `slow, unclear`; `none` chooses nothing. */
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

/** Returns the codes for which a condition holds. */
const holding = ({ values }: SomeOf, is: (code: number) => boolean): Ranges.Ranges =>
  Ranges.points(Array.from({ length: 2 ** values.length }, (_, code) => code).filter(is))

/** Returns the choices any of which a set asks for; undefined if the set cannot be written in that way. */
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

/**
 * The units with their lengths, longest first. Months and years are not among them, since they have no fixed length.
 */
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

/** Returns the length in ms of a text such as `4 hours`, `1 day 6 hours`, `4h 30min`, `3 天`, `P1DT6H`. */
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
    // Weeks are used only without a rest: 8 days is better to read than 1 week 1 day.
    if (count === 0 || (name === "week" && rest % length !== 0)) continue
    parts.push(`${count} ${name}${count === 1 ? "" : "s"}`)
    rest -= count * length
  }
  return parts.length === 0 ? "0 minutes" : parts.join(" ")
}

const renderDate = (at: Instant, zone: Zone): string => {
  const local = renderInstant(at, zone)
  // If minutes do not show the exact instant, ISO 8601 with all digits is used, so that it can be read back.
  if (parseInstant(local, zone) !== at) return renderIso(at)
  return local.endsWith(" 00:00") && parseInstant(local.slice(0, 10), zone) === at ? local.slice(0, 10) : local
}
