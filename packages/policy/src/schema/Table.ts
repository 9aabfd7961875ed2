/**
 * The schemas of conditions, cells and tables. They accept any cell; whether it fits its input is checked when inputs
 * are known.
 */
import * as Schema from "effect/Schema"
import { changeOf, mapOf, must, named, speaking, titled, wordOf } from "./Notation.ts"
import { Length } from "./Value.ts"

const Plain = Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]).annotate(named("Plain"))
const Plains = Schema.Array(Plain)
const Not = mapOf("Not", {
  not: must(Schema.Union([Plain, Plains]), "非")
})
/** The schema of a cell: one value, several values, or `{ not: … }`. */
export const Cell = Schema.Union([Plain, Plains, Not]).annotate({
  ...named("Cell"),
  ...speaking("cell"),
  examples: [">= 3"]
})

const Inputs = Schema.Record(Schema.String, Cell).annotate({
  ...named("Inputs"),
  ...speaking("inputs")
})
/** The schema of a condition: a map, all of whose inputs must hold, or a list of maps, any of which must hold. */
export const Condition = Schema.Union([Inputs, Schema.Array(Inputs)]).annotate(named("Condition"))

/** Makes the schema of rows of `when … then`, the last of which is `otherwise`. */
export function tableOf<S extends Schema.Top>(name: "WordTable" | "VaryingLengthTable" | "TextTable", result: S) {
  const Fitting = mapOf(
    "TableRow",
    {
      when: must(Condition, "当"),
      // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the language; nothing awaits this map
      then: must(result, "则")
    },
    `${name}Row`
  )
  const Last = mapOf("LastTableRow", { otherwise: must(result, "其余") }, `${name}Otherwise`)
  const Row = Schema.Union([Fitting, Last]).annotate(named("TableRow", `${name}AnyRow`))
  return Schema.Union([Schema.Array(Row), changeOf(Row, "TableChange")]).annotate(named("Table", name))
}

const Result = wordOf("Result", "result")
const LengthByLevel = Schema.Record(Schema.String, Length).annotate({
  ...titled("VaryingLengthByLevel"),
  ...speaking("any-level")
})
/** The schema of a table whose results are words. */
export const WordTable = tableOf("WordTable", Result)
/** The schema of one duration, a map by the levels of one dimension, or a table. */
export const VaryingLength = Schema.Union([Length, LengthByLevel, tableOf("VaryingLengthTable", Length)]).annotate(
  named("VaryingLength")
)
/** The schema of people, or of a table that decides them. */
export const VaryingWho = Schema.Union([Result, WordTable]).annotate(named("WordOrTable"))
