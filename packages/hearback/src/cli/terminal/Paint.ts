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

/** Returns a painter; without colour it gives texts back as they are. */
export const makePaint =
  (colour: boolean): Paint =>
  (tone, text) =>
    colour && text !== "" ? util.styleText(styles[tone], text, { validateStream: false }) : text
