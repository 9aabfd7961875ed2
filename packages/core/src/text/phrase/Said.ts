/** How a sentence is put together: a person's own words between marks, lists, and blanks where scripts meet. */
import { cutLine } from "../../language/Visible.ts"
import type { Language } from "../../policy/Bundle.ts"

/** One text as a function of what it speaks about, in every language. */
export type Saying<P extends readonly unknown[]> = Readonly<Record<Language, (...about: P) => string>>

/** Puts a name from the policy or a command between backticks. */
export const quoted = (name: string, most = 60): string => `\`${cutLine(name, most)}\``

/** Puts what a person said between quotation marks, cut to one line; words that were erased are an ellipsis. */
export const spoken = (text: string | undefined, most = 80): string =>
  `“${text === undefined ? "…" : cutLine(text, most)}”`

/** Lists words that are already said: `a, b or c`. Beyond twelve only how many there are. */
export const listed = (items: readonly string[], language: Language, last: "and" | "or" = "and"): string => {
  const shown = items.slice(0, 12)
  const more = items.length - shown.length
  if (language === "zh-CN") return `${shown.join("、")}${more > 0 ? ` 等 ${items.length} 个` : ""}`
  if (more > 0) return `${shown.join(", ")} and ${more} more`
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} ${last} ${shown.at(-1) ?? ""}`
}

/** Lists names between backticks. */
export const names = (list: readonly string[], language: Language, last: "and" | "or" = "and"): string =>
  listed(
    list.map((name) => quoted(name)),
    language,
    last
  )

const han = /\p{Script=Han}/u
const mark = /[，。；：、（）“”《》！？]/u

/** Joins two pieces: a blank between them stays only where scripts meet, never beside a full-width mark. */
const glue = (left: string, right: string): string => {
  if (right === "") return left
  if (!left.endsWith(" ") && !right.startsWith(" ")) return left + right
  const [before, after] = [left.trimEnd(), right.trimStart()]
  if (after === "") return left.endsWith(" ") ? left : `${left} `
  const [a, b] = [[...before].at(-1) ?? "", [...after][0] ?? ""]
  const none = a === "" || mark.test(a) || mark.test(b) || (han.test(a) && han.test(b))
  return before + (none ? "" : " ") + after
}

/** Writes Chinese: the template stands with blanks about each value, and those that the value makes needless go. */
export const zh = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  values.reduce<string>((text, value, i) => glue(glue(text, String(value)), parts[i + 1] ?? ""), parts[0] ?? "").trim()

/** Returns a part only where its words are known: `opt(reason, (r) => `: ${r}`)`. */
export const opt = <T extends string | readonly string[]>(value: T | undefined, say: (value: T) => string): string => {
  const isEmpty = value === undefined || (typeof value === "string" ? value.trim() === "" : value.length === 0)
  return isEmpty ? "" : say(value)
}
