/** The assumptions for everything that a simulation does not give, in sentences for a process owner. */
import type { Bundle } from "@hearback/core"
import type { Texts } from "../text/en/Texts.ts"
import { said, type TranslatedText } from "../text/TranslatedText.ts"

type Value = string | number | TranslatedText

type Values = Readonly<Record<string, Value>>

/** The code of an assumption. */
export type AssumptionCode = keyof Texts["assumption"]

/** An assumption in words. */
export interface Assumption extends TranslatedText {
  readonly code: AssumptionCode
}

/** Returns an assumption with its values; values with a name in each language are given in all. */
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
