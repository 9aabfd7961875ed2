/** The same thing said in every language, where a reader is not known yet. */
import { type Language, languages } from "../../policy/Rule.ts"

/** Returns a text by language. */
export const eachLanguage = <T>(say: (language: Language) => T): Readonly<Record<Language, T>> =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Record<Language, T>

/** Returns a parameter of a refusal: `within` in English, and `within.zh-CN` where that is said in other words. */
export const inEachLanguage = (name: string, say: (language: Language) => string): Readonly<Record<string, string>> => {
  const { en, ...others } = eachLanguage(say)
  const differing = Object.entries(others).filter(([, text]) => text !== en)
  return Object.fromEntries([[name, en], ...differing.map(([language, text]) => [`${name}.${language}`, text])])
}
