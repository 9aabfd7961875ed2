/** One row of the catalogue: the level of a code, what it speaks about, and how it is put right. Its texts: `text/<language>/finding`. */

export type FindingLevel = "error" | "warning" | "info"

export interface Entry<P> {
  readonly level: FindingLevel
  /** Returns what to write in place of what the carets stand under, where that is certainly right. */
  readonly fix?: (about: P) => string | undefined
}

/** Makes a row about parameters of type `P`. */
export const entry = <P = Readonly<Record<never, never>>>(row: Entry<P>): Entry<P> => row
