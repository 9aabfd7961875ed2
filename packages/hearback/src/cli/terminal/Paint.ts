/** Colours by meaning, never by name at the place of use; off where the stream is no terminal. */
import type { styleText } from "node:util"

export type TextStyle = "strong" | "dim" | "good" | "bad" | "warn" | "accent" | "quote"
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

/** Each mark that paint leaves in a text: those above, and those of findings. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours a terminal
export const paints = /(\u001b\[(?:0|1|2|22|3[0-7]|39|90)m)/

/** Returns a painter; without colour it gives texts back as they are. */
export const makePaint =
  (colour: boolean): Paint =>
  (tone, text) => {
    if (!colour || text === "") return text
    // An import would load whatever `node:util` has, which takes longer than finding a command does.
    return process.getBuiltinModule("node:util").styleText(styles[tone], text, { validateStream: false })
  }
