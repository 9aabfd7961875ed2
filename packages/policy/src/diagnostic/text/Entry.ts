/** One row of the catalogue: what a code says, as functions of typed parameters. */
import type { Said, Saying } from "./Said.ts"

export type Level = "error" | "warning" | "info"

/** A change of the text that is certainly right. */
export interface Replacement {
  readonly text: string
  readonly title: Said
}

export interface Entry<P> {
  readonly level: Level
  /** One sentence, lower case, the person's own words in backticks. */
  readonly message: Saying<P>
  /** Said beside the carets; an empty text says nothing. */
  readonly label?: Saying<P>
  /** What to do; an empty text says nothing. */
  readonly help?: Saying<P>
  /** Replaces what the carets stand under. */
  readonly fix?: (about: P) => Replacement | undefined
}

/** Makes a row about parameters of type `P`. */
export const entry = <P = Readonly<Record<never, never>>>(row: Entry<P>): Entry<P> => row
