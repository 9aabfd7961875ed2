/** `value/…`: quantities and dates that are not written as the language writes them. */
import { entry, type Replacement } from "../text/Entry.ts"
import { quoted, said } from "../text/Said.ts"

const write = (proposal: string | undefined): Replacement | undefined =>
  proposal === undefined
    ? undefined
    : { text: proposal, title: said(`write ${quoted(proposal)}`, `改为 ${quoted(proposal)}`) }

/** `proposal` is the same value, written right; only where there is no doubt. */
export interface BadValue {
  readonly found: string
  readonly proposal?: string
}

const bad = (en: string, zh: string, helpEn: string, helpZh: string) =>
  entry<BadValue>({
    level: "error",
    message: {
      en: ({ found }) => `${quoted(found)} is no ${en}`,
      "zh-CN": ({ found }) => `${quoted(found)} 不是${zh}`
    },
    help: { en: () => helpEn, "zh-CN": () => helpZh },
    fix: ({ proposal }) => write(proposal)
  })

export const value = {
  "value/bad-length": bad(
    "length of time",
    "时长",
    "write for example `30 minutes`, `4 working hours`, `3 working days`, `6 months` or `same day`",
    "例如 `30 minutes`、`4 working hours`、`3 working days`、`6 months`、`same day`"
  ),
  "value/bad-point": bad(
    "point on a clock",
    "时钟上的时点",
    "write for example `50%`, `4 hours before`, `due` or `1 working day after`",
    "例如 `50%`、`4 hours before`、`due`、`1 working day after`"
  ),
  "value/bad-hours": bad(
    "stretch of hours",
    "时段",
    "write for example `09:00-12:00`, both with two digits; `24:00` ends a day",
    "例如 `09:00-12:00`，小时写两位；`24:00` 表示一日之末"
  ),
  "value/bad-date": bad(
    "date",
    "日期",
    "write for example `2026-11-20` or `2026-11-20 09:00`; of a calendar also `2026-12-24 12:00-24:00`",
    "例如 `2026-11-20` 或 `2026-11-20 09:00`；日历中还可写 `2026-12-24 12:00-24:00`"
  ),
  "value/bad-money": bad(
    "amount of money",
    "金额",
    "write a number in the policy's currency, or for example `500 EUR`, with no more digits than the currency has",
    "请写策略币种下的数值，或如 `500 EUR`；小数位数不超过该币种"
  ),
  "value/no-currency": entry({
    level: "error",
    message: {
      en: () => "amounts of money need the policy's `currency`",
      "zh-CN": () => "金额需要策略写明 `currency`"
    },
    help: { en: () => "say for example `currency: CNY`", "zh-CN": () => "例如 `currency: CNY`" }
  }),
  "value/other-currency": entry<{ found: string; currency: string }>({
    level: "error",
    message: {
      en: ({ found, currency }) => `${quoted(found)} is not in ${quoted(currency)}, the currency of the policy`,
      "zh-CN": ({ found, currency }) => `${quoted(found)} 不是策略币种 ${quoted(currency)}`
    },
    help: { en: () => "write the limit in the policy's currency", "zh-CN": () => "请用策略币种书写" }
  }),
  "value/bad-share": {
    ...bad("share", "比例", "a share is written in percent, for example `10%`", "比例写百分数，例如 `10%`")
  }
}
