/** Numbers, shares of names, stretches of days, and how something varies, as simulation files write them. */
import * as Schema from "effect/Schema"
import { type Both, choice, mapOf, perhaps, speaking, titled } from "../Notation.ts"
import { Length, Word } from "../Value.ts"

const number: Both = ["a number", "数值"]
export const Figure = Schema.Finite.annotate({ identifier: "Figure", ...titled(number), examples: [12] })
export const numbers = (identifier: string, many: Both) =>
  Schema.Array(Figure).annotate({ identifier, ...titled(many) })
export const Monthly = numbers("Monthly", ["12 numbers, January first", "12 个数，自一月起"])
export const Weights = Schema.Record(Word, Figure).annotate({
  identifier: "Weights",
  ...titled(["a map of names and how often each comes", "名称与出现比重"])
})
export const Spell = Schema.String.annotate({
  identifier: "Spell",
  ...titled(["a date, or two with `to`", "日期，或以 `to` 相连的两个日期"]),
  ...speaking("spell"),
  examples: ["2026-11-23 to 2026-11-27"]
})

/** How something varies, in lengths of time or in numbers. */
const spreadOf = <S extends Schema.Top>(identifier: string, of: Both, value: S) =>
  Schema.Union([
    value,
    Schema.Array(value),
    mapOf(identifier, of, {
      "half-within": perhaps(value, "半数不超过", "Half are no more than this.", "半数不超过此值。"),
      "ninety-within": perhaps(value, "九成不超过", "Nine of ten are no more than this.", "九成不超过此值。"),
      mean: perhaps(value, "平均", "On average; alone: as chance has it.", "平均值；单独写时按指数分布。"),
      deviation: perhaps(value, "标准差", "The standard deviation, beside the mean.", "标准差，与平均值同写。"),
      like: perhaps(
        choice(`${identifier}Like`, ["a form", "形状"], { lognormal: "对数正态", gamma: "伽马" }),
        "形状",
        "The form that mean and deviation have; `lognormal` by default.",
        "平均值与标准差所属的分布；缺省为 `lognormal`。"
      ),
      least: perhaps(value, "最少", "Never less than this.", "不少于此值。"),
      usual: perhaps(value, "通常", "The most likely.", "最常见的值。"),
      most: perhaps(value, "最多", "Never more than this.", "不超过此值。")
    })
  ])
export const Spread = spreadOf("Spread", ["a length of time, or how it varies", "时长，或其变化"], Length)
export const NumberSpread = spreadOf("NumberSpread", ["a number, or how it varies", "数值，或其变化"], Figure)
