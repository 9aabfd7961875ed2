/** Colours by meaning, never by name at the place of use; off where the stream is no terminal. */
// The default import, since an old Node has no `styleText`: it has to get as far as the sentence that it is too old.
import util from "node:util"

export type Tone = "strong" | "dim" | "good" | "bad" | "warn" | "accent" | "quote"
export type Paint = (tone: Tone, text: string) => string

const styles = {
  strong: "bold",
  dim: "dim",
  good: "green",
  bad: "red",
  warn: "yellow",
  accent: "cyan",
  quote: "magenta"
} as const satisfies Record<Tone, Parameters<typeof util.styleText>[0]>

/** Each mark that paint leaves in a text: those above, and those of findings. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours a terminal
export const paints = /(\u001b\[(?:0|1|2|22|3[0-7]|39|90)m)/

/** Returns a painter; without colour it gives texts back as they are. */
export const makePaint =
  (colour: boolean): Paint =>
  (tone, text) =>
    colour && text !== "" ? util.styleText(styles[tone], text, { validateStream: false }) : text
