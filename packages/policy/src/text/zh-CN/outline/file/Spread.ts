/** How something varies: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../../en/outline/file/Spread.ts"

export const title: Like<typeof en.title> = {
  Figure: "数值",
  Monthly: "12 个数，自一月起",
  Weights: "名称与出现比重",
  Spell: "日期，或以 `to` 相连的两个日期",
  Spread: "时长，或其变化",
  NumberSpread: "数值，或其变化",
  SpreadForm: "形状"
}

export const says: Like<typeof en.says> = {
  Spread: {
    "half-within": "半数不超过此值。",
    "ninety-within": "九成不超过此值。",
    mean: "平均值；单独写时按指数分布。",
    deviation: "标准差，与平均值同写。",
    like: "平均值与标准差所属的分布；缺省为 `lognormal`。",
    least: "不少于此值。",
    usual: "最常见的值。",
    most: "不超过此值。"
  },
  NumberSpread: {
    "half-within": "半数不超过此值。",
    "ninety-within": "九成不超过此值。",
    mean: "平均值；单独写时按指数分布。",
    deviation: "标准差，与平均值同写。",
    like: "平均值与标准差所属的分布；缺省为 `lognormal`。",
    least: "不少于此值。",
    usual: "最常见的值。",
    most: "不超过此值。"
  }
}
