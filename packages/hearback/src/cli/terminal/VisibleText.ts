/**
 * What is printed is what is seen: a customer's words, a file's name or a flag may hold characters that move the cursor,
 * clear the screen, give it another title or turn words around. Everything that leaves for people passes here.
 */
import { Visible } from "@hearback/core"
import { paints } from "./Paint.ts"
import { isColoured, type Terminal } from "./Terminal.ts"

/** Returns a terminal on which texts change nothing but what is read; colours of this program stay where there are any. */
export const showing = (terminal: Terminal): Terminal => {
  const through =
    (stream: "out" | "err") =>
    (text: string): void =>
      terminal[stream](isColoured(terminal, stream) ? besidesPaint(text) : Visible.visible(text))
  return { ...terminal, out: through("out"), err: through("err") }
}

/** Returns a terminal that is given JSON: what JSON leaves as it is, and a terminal obeys, is escaped in it. */
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
