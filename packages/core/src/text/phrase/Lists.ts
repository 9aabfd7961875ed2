/** Lists as a language writes them. */
import type { Language } from "../../policy/Rule.ts"
import { texts } from "../catalogue/Texts.ts"
import type { Form } from "../shape/Form.ts"
import { quoted } from "../shape/Said.ts"

/** Returns how a language writes lists, marks, dates and amounts. */
export const form = (language: Language): Form => texts[language].form

/** Lists words that are already said: `a, b or c`. Beyond twelve only how many there are. */
export const listed = (items: readonly string[], language: Language, last: "and" | "or" = "and"): string => {
  const { list } = form(language)
  const shown = items.slice(0, 12)
  if (items.length > shown.length) return list.cut(list.join(shown), items.length - shown.length, items.length)
  return shown.length < 2 ? shown.join("") : list[last](list.join(shown.slice(0, -1)), shown.at(-1) ?? "")
}

/** Lists names between backticks. */
export const names = (list: readonly string[], language: Language, last: "and" | "or" = "and"): string =>
  listed(
    list.map((name) => quoted(name)),
    language,
    last
  )
