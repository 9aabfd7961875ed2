/** Colours texts by meaning, so that only this file knows colours; off if the stream is no terminal. */
import type { styleText } from "node:util"

/** The meaning of a text. */
export type TextStyle = "strong" | "dim" | "good" | "bad" | "warn" | "accent" | "quote"
/** Returns a text in the colour of its meaning. */
export type Paint = (tone: TextStyle, text: string) => string

const styles = {
  strong: "bold",
  dim: "dim",
  good: "green",
  bad: "red",
  warn: "yellow",
  accent: "cyan",
  quote: "magenta"
} as const satisfies Record<TextStyle, Parameters<typeof styleText>[0]>

/** Matches every colour code in a text: those above, and those of findings. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters colour a terminal
export const paints = /(\u001b\[(?:0|1|2|22|3[0-7]|39|90)m)/

/** Makes a function that colours texts; without colour it returns them unchanged. */
export const makePaint =
  (colour: boolean): Paint =>
  (tone, text) => {
    if (!colour || text === "") return text
    // An import would load all of `node:util`, which takes longer than finding a command.
    return process.getBuiltinModule("node:util").styleText(styles[tone], text, { validateStream: false })
  }
