// Makes the schema of one language. Before, it has every title and description in all languages (`x-titles`,
// `x-descriptions`), with the name under which the texts have it.
import type { Language } from "../packages/core/src/policy/Rule.ts"
import type { TranslatedText } from "../packages/policy/src/text/shape/TranslatedText.ts"
import { type JsonSchema, within } from "./json-schema.ts"

/**
 * Returns a schema with English keys. The English one also has the Chinese words, from which the one with Chinese keys
 * is made.
 */
export function spoken(schema: JsonSchema, language: Language): JsonSchema {
  const titles = schema["x-titles"] as TranslatedText | undefined
  const says = schema["x-descriptions"] as TranslatedText | undefined
  const isEnglish = language === "en"
  const told: Readonly<Record<string, JsonSchema | undefined>> = {
    title: titles && { title: titles[language] },
    "x-titles": titles && isEnglish ? { "x-title-zh": titles["zh-CN"] } : {},
    description: says && { description: says[language] },
    "x-descriptions": says && isEnglish ? { "x-description-zh": says["zh-CN"] } : {},
    markdownDescription: titles && says && { markdownDescription: inTwo(titles, says, language) }
  }
  const entries = Object.entries(schema).flatMap(([key, value]) => Object.entries(told[key] ?? { [key]: value }))
  return within(Object.fromEntries(entries), (part) => spoken(part, language))
}

/**
 * Returns a text with a second one: a reader of English also sees the Chinese key, one of another language the English
 * text.
 */
const inTwo = (titles: TranslatedText, says: TranslatedText, language: Language): string =>
  language === "en" ? `${says.en}\n\n**${titles["zh-CN"]}** ${says["zh-CN"]}` : `${says[language]}\n\n${says.en}`
