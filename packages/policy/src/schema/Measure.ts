/** The schemas of measures, for which policies set targets and which scenarios expect. */
import { type MeasureKey, measureKeys, Text } from "@hearback/core"
import * as Schema from "effect/Schema"
import type { OutlineTexts } from "../text/en/outline/Keys.ts"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"
import { choice, type Key, listOf, mapOf, named, saying, speaking, titled, wordsOf } from "./Notation.ts"
import { Cell } from "./Table.ts"

const CycleTimeOfGate = Schema.String.check(Schema.isPattern(/^(?:cycle-time|办理时长)\..+$/u)).annotate(
  titled("CycleTimeOfGate")
)

/**
 * Makes the schema of a map from measures to cells; `cycle-time` can also be of one gate. `says` describes a key from
 * the name of its measure.
 */
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
/** The schema of a list of measures. */
export const MeasureNames = listOf("MeasureNames", MeasureWord)
