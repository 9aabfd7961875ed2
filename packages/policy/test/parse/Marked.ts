/** Texts with ⟦marks⟧ around the place where a diagnostic is expected. */
import type { Diagnostic } from "../../src/diagnostic/Diagnostic.ts"

export interface MarkedText {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Takes the marks out and says where they stood. */
export function unmarked(marked: string): MarkedText {
  const start = marked.indexOf("⟦")
  const end = marked.indexOf("⟧") - 1
  if (start < 0 || end < start) throw new Error(`no place is marked in ${JSON.stringify(marked)}`)
  return { text: marked.replace("⟦", "").replace("⟧", ""), start, end }
}

/** A finding as code and place, for comparing. */
export const placed = ({ code, primary }: Diagnostic) => ({ code, start: primary.span.start, end: primary.span.end })

/** The head that every policy file needs. */
export const head = "hearback: 1\npolicy: shop\nlanguage: en\n"
