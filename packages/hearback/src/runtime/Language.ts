/** The languages that the command line speaks, and which one a person gets. */
/** A language of texts for people. */
export type Language = "en" | "zh-CN"

type Env = Readonly<Record<string, string | undefined>>

/** Returns the language that a word such as `zh`, `zh_CN.UTF-8` or `en-GB` means, or nothing. */
export const languageOf = (word: string | undefined): Language | undefined => {
  const plain = word?.toLowerCase() ?? ""
  if (plain.startsWith("zh")) return "zh-CN"
  return /^(en|c|posix)(?=$|[^a-z])/.test(plain) ? "en" : undefined
}

/** Returns the language to speak: `--lang`, else `HEARBACK_LANG`, else a locale that begins with `zh`, else English. */
export const chooseLanguage = (asked: string | undefined, env: Env): Language => {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((word) => word !== undefined && word !== "")
  return languageOf(asked) ?? languageOf(env["HEARBACK_LANG"]) ?? languageOf(locale) ?? "en"
}
