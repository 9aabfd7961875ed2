/** Texts with ⟦marks⟧ around the place where a diagnostic is expected. */
import type { Diagnostic } from "../../src/diagnostic/Diagnostic.ts"

/** A text without marks, and the place of the marks. */
export interface MarkedText {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Removes the marks and returns where they were. */
export function unmarked(marked: string): MarkedText {
  const start = marked.indexOf("⟦")
  const end = marked.indexOf("⟧") - 1
  if (start < 0 || end < start) throw new Error(`no place is marked in ${JSON.stringify(marked)}`)
  return { text: marked.replace("⟦", "").replace("⟧", ""), start, end }
}

/** Returns the code and the place of a finding, for comparison. */
export const placed = ({ code, primary }: Diagnostic) => ({ code, start: primary.span.start, end: primary.span.end })

/** The head that every policy file needs. */
export const head = "hearback: 1\npolicy: shop\nlanguage: en\n"
