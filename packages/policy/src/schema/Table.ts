/** Conditions, cells and tables. Cells are permissive: whether one fits its input is asked when inputs are known. */
import * as Schema from "effect/Schema"
import { type Both, mapOf, must, speaking, titled, wordOf } from "./Notation.ts"
import { Length } from "./Value.ts"

const Plain = Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]).annotate({
  identifier: "Plain",
  ...titled(["a value", "一个值"])
})
const Plains = Schema.Array(Plain)
const Not = mapOf("Not", ["a cell of what it is not", "否定单元格"], {
  not: must(Schema.Union([Plain, Plains]), "非", "Anything but this.", "除此之外。")
})
export const Cell = Schema.Union([Plain, Plains, Not]).annotate({
  identifier: "Cell",
  ...titled([
    "a cell: a value, a list of values, a test in quotes or `{ not: … }`",
    "单元格：值、值的列表、带引号的判断式或 `{ not: … }`"
  ]),
  ...speaking("cell"),
  examples: [">= 3"]
})

const Input = Schema.String.annotate(titled(["an input", "输入"]))
const Inputs = Schema.Record(Input, Cell).annotate({
  identifier: "Inputs",
  ...titled(["a map of inputs and cells", "输入与单元格"]),
  ...speaking("inputs")
})
/** All inputs of a map must hold; of a list of maps any. */
export const Condition = Schema.Union([Inputs, Schema.Array(Inputs)]).annotate({
  identifier: "Condition",
  ...titled(["a condition: a map of inputs and cells, or a list of such maps", "条件：输入与单元格，或其列表"])
})

/** Rows of `when … then`, the last `otherwise`. */
export function tableOf<S extends Schema.Top>(identifier: string, result: S) {
  const Fitting = mapOf(`${identifier}Row`, ["a row of a table", "一行规则"], {
    when: must(Condition, "当", "When the row fits.", "适用条件。"),
    // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the language; nothing awaits this map
    then: must(result, "则", "What holds then.", "结果。")
  })
  const Last = mapOf(`${identifier}Otherwise`, ["the last row of a table", "规则的最后一行"], {
    otherwise: must(result, "其余", "What holds when no row fits.", "其余情形的结果。")
  })
  const Row = Schema.Union([Fitting, Last]).annotate({
    identifier: `${identifier}AnyRow`,
    ...titled(["a row of a table", "一行规则"])
  })
  const Change = Schema.Struct({
    also: Schema.optionalKey(Schema.Array(Row)),
    without: Schema.optionalKey(Schema.Array(Row))
  }).annotate({
    ...titled(["a change of an inherited table", "对继承规则表的增减"]),
    "x-keys": {
      also: { zh: "另加", says: ["Puts these rows before the inherited ones.", "排在继承来的各行之前。"] },
      without: { zh: "除去", says: ["Takes these rows out.", "除去这些行。"] }
    }
  })
  return Schema.Union([Schema.Array(Row), Change]).annotate({
    identifier,
    ...titled(["a table of `when … then`", "规则表（`when … then`）"])
  })
}

/** One value, a map by the levels of one dimension, or a table. */
function varyingOf<S extends Schema.Top>(identifier: string, [en, zh]: Both, value: S) {
  const ByLevel = Schema.Record(Schema.String, value).annotate({
    ...titled([`${en} for each level`, `按等级的${zh}`]),
    ...speaking("any-level")
  })
  return Schema.Union([value, ByLevel, tableOf(`${identifier}Table`, value)]).annotate({
    identifier,
    ...titled([`${en}, or one for each level`, `${zh}，或按等级各写一个`])
  })
}

const Result = wordOf("Result", ["a name, or an input to read it off", "名称，或取自某个输入"], "result")
export const WordTable = tableOf("WordTable", Result)
export const VaryingLength = varyingOf("VaryingLength", ["a length of time", "时长"], Length)
export const VaryingWho = Schema.Union([Result, WordTable]).annotate({
  identifier: "WordOrTable",
  ...titled(["a name or a table", "名称或规则表"])
})
