/** The schemas of numbers, shares of names, periods and distributions in simulation files. */
import * as Schema from "effect/Schema"
import { choice, mapOf, named, perhaps, speaking, type TitleName } from "../Notation.ts"
import { Length, Word } from "../Value.ts"

/** A number. */
export const Figure = Schema.Finite.annotate({ ...named("Figure"), examples: [12] })
/** Makes the schema of a list of numbers. */
export const numbers = (name: TitleName) => Schema.Array(Figure).annotate(named(name))
/** Twelve numbers, one for each month. */
export const Monthly = numbers("Monthly")
/** A share for each name. */
export const Weights = Schema.Record(Word, Figure).annotate(named("Weights"))
/** A date, or a period between two dates. */
export const Spell = Schema.String.annotate({
  ...named("Spell"),
  ...speaking("spell"),
  examples: ["2026-11-23 to 2026-11-27"]
})

/** Makes the schema of a distribution of durations or numbers. */
const spreadOf = <S extends Schema.Top>(name: "Spread" | "NumberSpread", value: S) =>
  Schema.Union([
    value,
    Schema.Array(value),
    mapOf(name, {
      "half-within": perhaps(value, "半数不超过"),
      "ninety-within": perhaps(value, "九成不超过"),
      mean: perhaps(value, "平均"),
      deviation: perhaps(value, "标准差"),
      like: perhaps(choice("SpreadForm", { lognormal: "对数正态", gamma: "伽马" }, `${name}Like`), "形状"),
      least: perhaps(value, "最少"),
      usual: perhaps(value, "通常"),
      most: perhaps(value, "最多")
    })
  ])
/** A distribution of durations. */
export const Spread = spreadOf("Spread", Length)
/** A distribution of numbers. */
export const NumberSpread = spreadOf("NumberSpread", Figure)
