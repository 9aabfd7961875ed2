/** The languages that the command line speaks, and which one a person gets. */
import type { Bundle } from "@hearback/core"

/** A language of texts for people. */
export type Language = Bundle.Language

type Env = Readonly<Record<string, string | undefined>>

/** How the word for a language begins, in a locale or behind `--lang`. */
export const tags: Readonly<Record<Language, string>> = { en: "(?:en|c|posix)(?=$|[^a-z])", "zh-CN": "zh" }

/** Returns the language that a word such as `zh`, `zh_CN.UTF-8` or `en-GB` means, or nothing. */
export const languageOf = (word: string | undefined): Language | undefined =>
  (Object.keys(tags) as Language[]).find((language) => new RegExp(`^${tags[language]}`, "i").test(word ?? ""))

/** Returns the language to speak: `--lang`, else `HEARBACK_LANG`, else a locale that begins with `zh`, else English. */
export const chooseLanguage = (asked: string | undefined, env: Env): Language => {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((word) => word !== undefined && word !== "")
  return languageOf(asked) ?? languageOf(env["HEARBACK_LANG"]) ?? languageOf(locale) ?? "en"
}
