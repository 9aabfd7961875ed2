import type { Form, TimeUnit } from "../../shape/Form.ts"

const months = "January February March April May June July August September October November December".split(" ")

const units: Readonly<Record<TimeUnit, string>> = {
  minutes: "minute",
  hours: "hour",
  days: "day",
  weeks: "week",
  months: "month",
  years: "year",
  workingMinutes: "working minute",
  workingHours: "working hour",
  workingDays: "working day"
}

/** Returns how many of something: `1 case`, `2 cases`. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

export const form: Form = {
  locale: "en-GB",
  comma: ", ",
  semicolon: "; ",
  colon: ": ",
  aside: (text) => ` (${text})`,
  quote: (text) => `“${text}”`,
  list: {
    join: (items) => items.join(", "),
    and: (first, last) => `${first} and ${last}`,
    or: (first, last) => `${first} or ${last}`,
    cut: (shown, more) => `${shown} and ${more} more`
  },
  opening: (words) => words.charAt(0).toUpperCase() + words.slice(1),
  number: { group: ",", point: "." },
  money: (amount, currency) => `${amount} ${currency}`,
  date: {
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    short: ({ year, month, day }, weekday, withYear) =>
      `${weekday} ${day} ${months[month - 1]?.slice(0, 3)}${withYear ? ` ${year}` : ""}`,
    moment: (day, time) => `${day} ${time}`,
    endOfDay: "end of day",
    long: ({ year, month, day }) => `${day} ${months[month - 1]} ${year}`,
    at: (day, time) => `${day} at ${time}`
  },
  length: {
    of: (number, unit) => count(number, units[unit]),
    sameDay: "same day",
    sameWorkingDay: "same working day",
    due: "due",
    before: (length) => `${length} before`,
    after: (length) => `${length} after`
  }
}
