/** How a sentence is put together: a person's own words between marks, lists, and blanks where scripts meet. */
import type { Language } from "../model/Bundle.ts"

/** One text as a function of what it speaks about, in every language. */
export type Saying<P extends readonly unknown[]> = Readonly<Record<Language, (...about: P) => string>>

const cut = (words: string, most: number): string => {
  const line = words.replace(/\s*[\r\n]+\s*/g, " ").trim()
  const points = [...line]
  return points.length > most ? `${points.slice(0, most - 1).join("")}…` : line
}

/** Puts a name from the policy or a command between backticks. */
export const quoted = (name: string, most = 60): string => `\`${cut(name, most)}\``

/** Puts what a person said between quotation marks, cut to one line. */
export const spoken = (text: string, most = 80): string => `“${cut(text, most)}”`

/** Splits a list as `says` carries it, joined by commas. */
export const split = (list: string): readonly string[] =>
  list
    .split(", ")
    .map((item) => item.trim())
    .filter((item) => item !== "")

/** Lists words that are already said: `a, b or c`. Beyond twelve only how many there are. */
export const listed = (items: readonly string[], language: Language, last: "and" | "or" = "and"): string => {
  const shown = items.slice(0, 12)
  const more = items.length - shown.length
  if (language === "zh-CN") return `${shown.join("、")}${more > 0 ? ` 等 ${items.length} 个` : ""}`
  if (more > 0) return `${shown.join(", ")} and ${more} more`
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} ${last} ${shown.at(-1) ?? ""}`
}

/** Lists names between backticks. */
export const names = (list: string, language: Language, last: "and" | "or" = "and"): string =>
  listed(
    split(list).map((name) => quoted(name)),
    language,
    last
  )

const wide = /[\p{Script=Han}，。；：、（）“”《》！？]/u

/**
 * Writes Chinese with a blank where it meets another script and none where it meets itself: the template stands with
 * blanks about each value, and those that a value makes needless go.
 */
export const zh = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  values.reduce<string>((text, value, i) => {
    const said = String(value)
    const before = wide.test([...said][0] ?? "，") ? text.trimEnd() : text
    const next = parts[i + 1] ?? ""
    const after = wide.test([...said].at(-1) ?? "，") ? next.trimStart() : next
    return before + said + after
  }, parts[0] ?? "")

/** Returns a part only where its words are known: `opt(reason, (r) => `: ${r}`)`. */
export const opt = (value: string | undefined, say: (value: string) => string): string =>
  value === undefined || value.trim() === "" ? "" : say(value)
