/** `value/…`: quantities and dates that are not written as the language writes them. */
import type { BadValue, value as rows } from "../../../diagnostic/catalogue/Value.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const bad = (what: string, help: string) => ({
  message: ({ found }: BadValue) => `${quoted(found)} is not a valid ${what}`,
  help,
  fix: (text: string) => `write ${quoted(text)}`
})

export const value = {
  "value/bad-length": bad(
    "length of time",
    "write, for example, `30 minutes`, `4 working hours`, `3 working days`, `6 months` or `same day`"
  ),
  "value/bad-point": bad(
    "point on a clock",
    "write, for example, `50%`, `4 hours before`, `due` or `1 working day after`"
  ),
  "value/bad-hours": bad(
    "period of hours",
    "write, for example, `09:00-12:00`, both with two digits; `24:00` ends a day"
  ),
  "value/hours-turned": {
    message: ({ found, to, is }) =>
      is === "overnight"
        ? `${quoted(found)} ends before it begins, so it lasts until ${to} of the next day`
        : `${quoted(found)} keeps messages back all day, so they leave in the evening and at night`,
    help: ({ turned, is, from, to }) =>
      is === "overnight"
        ? `write ${quoted(turned)}; if a night is meant, write its two parts: ${quoted(`${from}-24:00`)} and, on the day after, ${quoted(`00:00-${to}`)}`
        : `write ${quoted(turned)}`
  },
  "value/implausible": {
    message: ({ key, found, is }) =>
      `${quoted(found)} is very ${is === "less" ? "little" : "much"} for ${quoted(key)}: probably a slip, or another unit`,
    help: ({ bound, is }) =>
      `write ${bound} or ${is === "less" ? "more" : "less"}, or accept this finding with a reason`
  },
  "value/bad-date": bad(
    "date",
    "write, for example, `2026-11-20` or `2026-11-20 09:00`; of a calendar also `2026-12-24 12:00-24:00`"
  ),
  "value/bad-money": bad(
    "amount of money",
    "write a number in the policy's currency, or for example `500 EUR`, with no more digits than the currency has"
  ),
  "value/no-currency": {
    message: "amounts of money need the policy's `currency`",
    help: "write, for example, `currency: CNY`"
  },
  "value/other-currency": {
    message: ({ found, currency }) => `${quoted(found)} is not in ${quoted(currency)}, the currency of the policy`,
    help: "write the limit in the policy's currency"
  },
  "value/bad-share": bad("share", "a share is written in percent, for example `10%`")
} satisfies FindingTexts<typeof rows>
