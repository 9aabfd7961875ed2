/** What is said to a person, in each language that Hearback speaks. */

export const languages = ["en", "zh-CN"] as const
export type Language = (typeof languages)[number]

/** One text in every language. */
export type Said = Readonly<Record<Language, string>>

/** Texts as functions of what they speak about. */
export type Saying<P> = Readonly<Record<Language, (about: P) => string>>

/** Makes a text in both languages; a person's own words are the same in both. */
export const said = (en: string, zh: string = en): Said => ({ en, "zh-CN": zh })

/** Says a text about something, in every language. */
export const say = <P>(saying: Saying<P>, about: P): Said => ({ en: saying.en(about), "zh-CN": saying["zh-CN"](about) })

/** Puts a person's own words between backticks; long words are cut, line breaks shown as blanks. */
export function quoted(words: string, most = 60): string {
  const line = words.replace(/\s*\r?\n\s*/g, " ")
  const points = [...line]
  return `\`${points.length > most ? `${points.slice(0, most - 1).join("")}…` : line}\``
}

/** Lists words in one language: "`a`, `b` or `c`"; beyond `most` only how many there are more. */
export function listed(words: ReadonlyArray<string>, language: Language, most = 12): string {
  const shown = words.slice(0, most).map((word) => quoted(word))
  const more = words.length - shown.length
  if (language === "zh-CN") return `${shown.join("、")}${more > 0 ? ` 等 ${words.length} 个` : ""}`
  if (more > 0) return `${shown.join(", ")} and ${more} more`
  const last = shown.at(-1) ?? ""
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} or ${last}`
}

/** Says which words are allowed. */
export const oneOf = (words: ReadonlyArray<string>): Said =>
  words.length === 1
    ? said(quoted(words[0] ?? ""))
    : said(`one of ${listed(words, "en")}`, `以下之一：${listed(words, "zh-CN")}`)
