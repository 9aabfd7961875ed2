/** How a language writes lists, marks, dates, amounts and lengths of time: data and functions that `Intl` would agree with. */
import type { Civil } from "../../time/Instant.ts"

/** What lengths of time are counted in; `working…` is the open time of a calendar. */
export type TimeUnit =
  | "minutes"
  | "hours"
  | "days"
  | "weeks"
  | "months"
  | "years"
  | "workingMinutes"
  | "workingHours"
  | "workingDays"

export interface Form {
  /** The language and region as `Intl` names them, whose forms these are. */
  readonly locale: string
  /** Between parts of a sentence that are of one kind. */
  readonly comma: string
  readonly semicolon: string
  readonly colon: string
  /** Puts a remark between parentheses, with the blank before them where the language has one. */
  readonly aside: (text: string) => string
  readonly quote: (text: string) => string
  readonly list: {
    /** Puts items one after another. */
    readonly join: (items: readonly string[]) => string
    /** Puts the last item after the others: both hold, or one of them does. */
    readonly and: (first: string, last: string) => string
    readonly or: (first: string, last: string) => string
    /** A list that was cut: what is shown, how many more there are, and how many in all. */
    readonly cut: (shown: string, more: number, all: number) => string
  }
  /** Puts words of ours at the beginning of a sentence. */
  readonly opening: (words: string) => string
  readonly number: { readonly group: string; readonly point: string }
  /** An amount with its currency. */
  readonly money: (amount: string, currency: string) => string
  readonly date: {
    /** Monday first. */
    readonly weekdays: readonly string[]
    /** A day in a history; the year only where it is another one. */
    readonly short: (day: Civil, weekday: string, withYear: boolean) => string
    /** A time on such a day. */
    readonly moment: (day: string, time: string) => string
    /** A deadline at the end of the day on which a line stands. */
    readonly endOfDay: string
    /** A day in a letter. */
    readonly long: (day: Civil) => string
    /** A time on such a day. */
    readonly at: (day: string, time: string) => string
  }
  readonly length: {
    readonly of: (count: number, unit: TimeUnit) => string
    readonly sameDay: string
    readonly sameWorkingDay: string
    readonly due: string
    readonly before: (length: string) => string
    readonly after: (length: string) => string
  }
}
