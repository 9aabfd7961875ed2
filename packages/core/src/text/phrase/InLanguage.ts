/** A text of a policy in the language of a reader; where it is not written in it in the policy's own, else in any. */
import { parse, type Template } from "../../language/Template.ts"
import type { Language, Text } from "../../policy/Rule.ts"

/** Returns the text as a reader has it; undefined where there is none. `own`: the language of the policy. */
export const inLanguage = (text: Text | undefined, language: Language, own: Language): string | undefined =>
  text === undefined ? undefined : (text[language] ?? text[own] ?? Object.values(text)[0])

const parsed = new WeakMap<Text, Map<Language, Template>>()

/** Returns the template that a text is in the language of a reader; each is read once. */
export const templateIn = (text: Text | undefined, language: Language, own: Language): Template | undefined => {
  const known = text === undefined ? undefined : parsed.get(text)?.get(language)
  const template = known === undefined ? inLanguage(text, language, own) : undefined
  if (text === undefined || template === undefined) return known
  const made = parse(template)
  parsed.set(text, (parsed.get(text) ?? new Map<Language, Template>()).set(language, made))
  return made
}
