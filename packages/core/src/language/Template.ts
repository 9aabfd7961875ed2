/** Message templates: Markdown with `{placeholder}`, no logic. A sentence whose placeholder has no value is left out. */

export type Values = (placeholder: string) => string | undefined

const placeholder = /\{([^{}\n]+)\}/gu
/** A sentence ends at its mark (Latin ones only before a blank, so that dates and amounts stay whole) or at a line's end. */
const sentence = /[^\n]*?(?:[。！？；](?:[”’」』）)]*)|[.!?](?=\s|$)|\n|$)/gu

/** Returns the names a template uses, each once, in order. */
export const placeholders = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(placeholder)].map((match) => (match[1] ?? "").trim()))
]

const due = "due."

/** Returns the clock whose due a placeholder such as `due.told` asks for; undefined for any other placeholder. */
export const clockDue = (name: string): string | undefined =>
  name.startsWith(due) ? name.slice(due.length) : undefined

/**
 * Returns the text for a reader. A sentence with a placeholder that has no value is left out, unless `mustSay` names
 * that placeholder: then it stands with a dash, since leaving it out is not ours to decide.
 */
export const render = (template: string, values: Values, mustSay: readonly string[] = []): string => {
  const parts = template.match(sentence) ?? []
  const kept = parts.map((part) => {
    let whole = true
    const pieces = part.split(placeholder)
    const said = pieces.reduce((text, piece, i) => {
      if (i % 2 === 0) return joined(text, piece)
      const value = values(piece.trim())
      if (value !== undefined && value !== "") return joined(text, value)
      if (mustSay.includes(piece.trim())) return joined(text, "—")
      whole = false
      return text
    }, "")
    return whole ? said : part.endsWith("\n") ? "\n" : ""
  })
  return kept
    .join("")
    .replace(/[ \t]+\n/g, "\n")
    .trim()
}

const han = /[\p{Script=Han}，。；：、（）“”《》！？]/u

/** Joins a value with what stands about it: the blank that sets off a Latin word goes between Chinese characters. */
const joined = (left: string, right: string): string => {
  const [before, last] = [...left].slice(-2)
  const [first, second] = right
  if (last === " " && han.test(before ?? "") && han.test(first ?? "")) return left.slice(0, -1) + right
  if (first === " " && han.test(left.at(-1) ?? "") && han.test(second ?? "")) return left + right.slice(1)
  return left + right
}
