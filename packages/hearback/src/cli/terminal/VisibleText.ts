/**
 * Removes invisible effects from printed text. A customer's words, a file name or a flag can contain characters that
 * move the cursor, clear the screen, set its title or reverse the direction of words. All text for people passes
 * through here.
 */
import { Visible } from "@hearback/core"
import { paints } from "./Paint.ts"
import { isColoured, type Terminal } from "./Terminal.ts"

/** Returns a terminal on which control characters of texts have no effect; colours of this program stay. */
export const showing = (terminal: Terminal): Terminal => {
  const through =
    (stream: "out" | "err") =>
    (text: string): void =>
      terminal[stream](isColoured(terminal, stream) ? besidesPaint(text) : Visible.visible(text))
  return { ...terminal, out: through("out"), err: through("err") }
}

/** Returns a terminal for JSON, in which characters that JSON allows but a terminal obeys are escaped. */
export const escaping = (terminal: Terminal): Terminal => ({
  ...terminal,
  out: (text) => terminal.out(escaped(text)),
  err: (text) => terminal.err(escaped(text))
})

const besidesPaint = (text: string): string =>
  text
    .split(paints)
    .map((part, i) => (i % 2 === 0 ? Visible.visible(part) : part))
    .join("")

const escaped = (json: string): string =>
  [...json].map((character) => (isSafe(character) ? character : `\\u${hexOf(character)}`)).join("")

const isSafe = (character: string): boolean => character === "\n" || Visible.isVisibleLine(character)
const hexOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, "0")
