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
    const said = part.replace(placeholder, (_, name: string) => {
      const value = values(name.trim())
      if (value !== undefined && value !== "") return value
      if (mustSay.includes(name.trim())) return "—"
      whole = false
      return ""
    })
    return whole ? said : part.endsWith("\n") ? "\n" : ""
  })
  return kept
    .join("")
    .replace(/[ \t]+\n/g, "\n")
    .trim()
}
