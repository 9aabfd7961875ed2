/** The measures of the language as keys: what targets are set for, and what scenarios expect. */
import { type MeasureKey, measureKeys, Text } from "@hearback/core"
import * as Schema from "effect/Schema"
import { type Both, choice, type Key, listOf, mapOf, speaking, titled } from "./Notation.ts"
import { Cell } from "./Table.ts"

const CycleTimeOfGate = Schema.String.check(Schema.isPattern(/^(?:cycle-time|办理时长)\..+$/u)).annotate(
  titled(["`cycle-time.<gate>`", "`cycle-time.<关口>`"])
)

interface Words {
  readonly key: string
  readonly says: Both
}

const wordsOf = (name: string, key: string): Words => ({
  key,
  says: [Text.word("measure-says", name, "en"), Text.word("measure-says", name, "zh-CN")]
})

/** A map of measures and cells; `cycle-time` also of one gate. */
export const measuresOf = <K extends Key>(identifier: string, named: Both, key: (words: Words) => K) => {
  const keys = Object.fromEntries(
    Object.entries(measureKeys).map(([name, zh]) => [name, key(wordsOf(name, zh))])
  ) as Record<MeasureKey, K>
  return Schema.StructWithRest(mapOf(`${identifier}OfMeasures`, named, keys), [
    Schema.Record(CycleTimeOfGate, Cell)
  ]).annotate({
    identifier,
    ...speaking("measures"),
    ...titled(named),
    "x-keys": Object.fromEntries(Object.entries(keys).map(([name, { zh, says }]) => [name, { zh, says }]))
  })
}

const MeasureWord = choice("MeasureName", ["a measure", "指标"], measureKeys)
export const MeasureNames = listOf("MeasureNames", ["a list of measures", "指标列表"], MeasureWord)
