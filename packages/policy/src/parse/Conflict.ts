/** Finds marks that git leaves in a file if it could not merge two changes of the same lines. */
import { type Diagnostic, diagnose, related } from "../diagnostic/Diagnostic.ts"
import { type SourceFile, type Span, span } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"

const marks = /^(<{7}|={7}|>{7})(?:[ \t].*)?$/gm

/** Returns a finding for each unmerged change, at its first mark. */
export function conflictsIn(file: SourceFile): ReadonlyArray<Diagnostic> {
  const found: Diagnostic[] = []
  let open: Span | undefined
  let between: Span | undefined
  for (const { 0: words, 1: mark = "", index } of file.text.matchAll(marks)) {
    const at = span(file, index, index + words.trimEnd().length)
    if (mark.startsWith("<")) [open, between] = [at, undefined]
    else if (mark.startsWith("=")) between = open && at
    else if (open !== undefined && between !== undefined) {
      const places = [
        related(
          between,
          said((t) => t.place.otherSide)
        ),
        related(
          at,
          said((t) => t.place.ends)
        )
      ]
      found.push(diagnose("yaml/merge-conflict", {}, open, { related: places }))
      open = undefined
    }
  }
  return found
}
