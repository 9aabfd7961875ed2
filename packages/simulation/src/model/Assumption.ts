/** What was assumed where a simulation says nothing, in sentences that a process owner reads. */
import type { Bundle } from "@hearback/core"
import type { Texts } from "../text/en/Texts.ts"
import { said, type TranslatedText } from "../text/TranslatedText.ts"

type Value = string | number | TranslatedText

type Values = Readonly<Record<string, Value>>

export type AssumptionCode = keyof Texts["assumption"]

export interface Assumption extends TranslatedText {
  readonly code: AssumptionCode
}

/** Returns an assumption with what was assumed; what is called otherwise in each language is given in all. */
export const assumption = (code: AssumptionCode, values: Values = {}): Assumption => ({
  code,
  ...said((texts, language) => {
    const text = texts.assumption[code]
    return typeof text === "function" ? text(inLanguage(values, language)) : text
  })
})

const inLanguage = (values: Values, language: Bundle.Language): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? value[language] : value])
  )
