/** One text in every language, and a person's own words within a text. */
import type { Bundle } from "@hearback/core"

export type TranslatedText = Bundle.TranslatedText

/** Puts a person's own words between backticks; long words are cut, line breaks shown as blanks. */
export function quoted(words: string, most = 60): string {
  const line = words.replace(/\s*\r?\n\s*/g, " ")
  const points = [...line]
  return `\`${points.length > most ? `${points.slice(0, most - 1).join("")}…` : line}\``
}
