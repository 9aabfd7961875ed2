/**
 * Makes text safe to show. A control character can move a cursor or forge a line of a file, and a direction override
 * can reverse words. Both are replaced by visible characters.
 *
 * Invariant: `visible(visible(text))` equals `visible(text)`; the same holds for a line.
 */

/**
 * Control characters without tab and line feed, line and paragraph separators, and direction overrides and isolates.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g
const ending = /\r\n/g
const spacing = /[\t\n]/g

/** The first picture that Unicode has for control characters; other unsafe characters are shown by their number. */
const pictures = 0x2400
const deleteCharacter = 0x7f
const deletePicture = "\u2421"

const shown = (character: string): string => {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(pictures + code)
  return code === deleteCharacter ? deletePicture : `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`
}

/** Returns a text without control characters and direction overrides. Tabs and line feeds stay. */
export const visible = (text: string): string => text.replace(ending, "\n").replace(unsafe, shown)

/** Returns a text as one line, as a header or a name has to be. */
export const visibleLine = (text: string): string => visible(text).replace(spacing, shown)

/** Returns a text as one line of at most `most` characters. A longer one is cut and ends with an ellipsis. */
export const cutLine = (text: string, most: number): string => {
  const line = text.replace(/\s*[\r\n]+\s*/g, " ").trim()
  const points = [...line]
  return points.length > most ? `${points.slice(0, most - 1).join("")}…` : line
}

/** Returns whether a text is one line without any character that has to be replaced. */
export const isVisibleLine = (text: string): boolean => visibleLine(text) === text
