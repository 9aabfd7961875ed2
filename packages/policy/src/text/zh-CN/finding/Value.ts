/** `value/…`: quantities and dates that are not written as the language writes them. */

import type { Like } from "@hearback/core"
import type { BadValue } from "../../../diagnostic/catalogue/Value.ts"
import type * as en from "../../en/finding/Value.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const bad = (what: string, help: string) => ({
  message: ({ found }: BadValue) => `${quoted(found)} 不是${what}`,
  help,
  fix: (text: string) => `改为 ${quoted(text)}`
})

export const value: Like<typeof en.value> = {
  "value/bad-length": bad("时长", "例如 `30 minutes`、`4 working hours`、`3 working days`、`6 months`、`same day`"),
  "value/bad-point": bad("时钟上的时点", "例如 `50%`、`4 hours before`、`due`、`1 working day after`"),
  "value/bad-hours": bad("时段", "例如 `09:00-12:00`，小时写两位；`24:00` 表示一日之末"),
  "value/hours-turned": {
    message: ({ found, to, is }) =>
      is === "overnight"
        ? `${quoted(found)} 的起止时刻可能写反了：照此写法要到次日 ${to} 才结束`
        : `${quoted(found)} 使消息整个白天都不发出，只在晚间和夜里发出`,
    help: ({ turned, is, from, to }) =>
      is === "overnight"
        ? `请写 ${quoted(turned)}；确为夜间时段的，请分两段写：当天 ${quoted(`${from}-24:00`)}，次日 ${quoted(`00:00-${to}`)}`
        : `请写 ${quoted(turned)}`
  },
  "value/implausible": {
    message: ({ key, found, is }) =>
      `${quoted(key)} 写成 ${quoted(found)} 过${is === "less" ? "小" : "大"}，可能是笔误或用错了单位`,
    help: ({ bound, is }) => `请写 ${bound} 或更${is === "less" ? "大" : "小"}的值；确实如此的，请写明理由列为例外`
  },
  "value/bad-date": bad("日期", "例如 `2026-11-20` 或 `2026-11-20 09:00`；日历中还可写 `2026-12-24 12:00-24:00`"),
  "value/bad-money": bad("金额", "请写策略币种下的数值，或如 `500 EUR`；小数位数不超过该币种"),
  "value/no-currency": { message: "金额需要策略写明 `currency`", help: "例如 `currency: CNY`" },
  "value/other-currency": {
    message: ({ found, currency }) => `${quoted(found)} 不是策略币种 ${quoted(currency)}`,
    help: "请用策略币种书写"
  },
  "value/bad-share": bad("比例", "比例写百分数，例如 `10%`")
}
