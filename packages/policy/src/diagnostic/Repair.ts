/** Applies fixes to a file's text. */
import type { SourceFile } from "../source/SourceFile.ts"
import type { Diagnostic, Fix } from "./Diagnostic.ts"

/**
 * Returns the text with every fix of this file applied. Of overlapping fixes, only the first in the file is applied
 * and the others wait for the next run, so that no fix changes text that another has changed.
 */
export function repaired(file: SourceFile, diagnostics: ReadonlyArray<Pick<Diagnostic, "fix">>): string {
  const fixes = diagnostics
    .flatMap(({ fix }) => (fix !== undefined && fix.span.file.path === file.path ? [fix] : []))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let text = ""
  let done = 0
  let last: Fix | undefined
  for (const fix of fixes) {
    if (fix.span.start < done || fix.span.start === last?.span.start) continue
    text += file.text.slice(done, fix.span.start) + fix.text
    done = fix.span.end
    last = fix
  }
  return text + file.text.slice(done)
}
