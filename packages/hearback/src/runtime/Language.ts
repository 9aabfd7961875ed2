/** The languages of the command line, and the choice for a person. */
import type { Bundle } from "@hearback/core"
// This is the smallest registry of texts, so that the check of Node loads little.
import { oldNode } from "../text/generated/OldNode.ts"

/** A language of texts for people. */
export type Language = Bundle.Language

/** Returns the languages that the command line speaks. */
export const spoken = (): readonly Language[] => Object.keys(oldNode) as Language[]

type Env = Readonly<Record<string, string | undefined>>

/** Other words for a language, in a locale or for `--lang`. */
const others: Readonly<Partial<Record<Language, string>>> = { en: "|c|posix" }

/** Returns the short name of a language, such as `zh`. */
export const shortName = (language: Language): string => language.split("-", 1)[0] ?? language

/** Returns the language that a word such as `zh`, `zh_CN.UTF-8` or `en-GB` means; undefined for another word. */
export const languageOf = (word: string | undefined): Language | undefined =>
  spoken().find((language) =>
    new RegExp(`^(?:${shortName(language)}${others[language] ?? ""})(?=$|[^a-z])`, "i").test(word ?? "")
  )

/**
 * Returns the language to speak: `--lang`, else `HEARBACK_LANG`, else Chinese if the locale begins with `zh`, else
 * English.
 */
export const chooseLanguage = (asked: string | undefined, env: Env): Language => {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((word) => word !== undefined && word !== "")
  return languageOf(asked) ?? languageOf(env["HEARBACK_LANG"]) ?? languageOf(locale) ?? "en"
}
