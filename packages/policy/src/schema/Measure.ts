/** The measures of the language as keys: what targets are set for, and what scenarios expect. */
import { type MeasureKey, measureKeys, Text } from "@hearback/core"
import * as Schema from "effect/Schema"
import type { OutlineTexts } from "../text/en/outline/Keys.ts"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"
import { choice, type Key, listOf, mapOf, named, saying, speaking, titled, wordsOf } from "./Notation.ts"
import { Cell } from "./Table.ts"

const CycleTimeOfGate = Schema.String.check(Schema.isPattern(/^(?:cycle-time|办理时长)\..+$/u)).annotate(
  titled("CycleTimeOfGate")
)

/** A map of measures and cells; `cycle-time` also of one gate. `says`: what a key says of its measure, which is put in words. */
export const measuresOf = <K extends Key>(
  name: "Targets" | "MeasuresExpected",
  key: (zh: string, says: TranslatedText) => K,
  says: (keys: OutlineTexts, measure: string) => string
) => {
  const keys = Object.fromEntries(
    Object.entries(measureKeys).map(([measure, zh]) => {
      const told = saying((texts, language) => says(texts, Text.word("measure-says", measure, language)))
      return [measure, key(zh, told)]
    })
  ) as Record<MeasureKey, K>
  const known = mapOf(name, keys, `${name}OfMeasures`)
  return Schema.StructWithRest(known, [Schema.Record(CycleTimeOfGate, Cell)]).annotate({
    ...named(name),
    ...speaking("measures"),
    "x-keys": wordsOf(keys)
  })
}

const MeasureWord = choice("MeasureName", measureKeys)
export const MeasureNames = listOf("MeasureNames", MeasureWord)
