/** All findings at once: in the order of their places, each fault said once, what follows from another left out. */

import type { Span } from "../source/SourceFile.ts"
import type { Diagnostic } from "./Diagnostic.ts"

/**
 * Returns findings sorted by file, place and code.
 *
 * Left out: what was said before with the same code at the same place; and an error at, or inside, a place where an
 * error of an earlier stage stands (how a file is written, before its shape, before its values, before its names,
 * before what all of it means).
 */
export function settle(diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> {
  const sorted = [...diagnostics].sort(byPlace)
  const faults = sorted.filter(({ level }) => level === "error")
  const kept: Array<Diagnostic> = []
  const seen = new Set<string>()
  for (const each of sorted) {
    const { file, start, end } = each.primary.span
    const key = `${file.path}\u0000${start}\u0000${end}\u0000${each.code}\u0000${each.message.en}`
    if (seen.has(key)) continue
    seen.add(key)
    if (!faults.some((other) => explains(other, each))) kept.push(each)
  }
  return kept
}

/** Returns how many findings there are of each level. */
export function count(diagnostics: ReadonlyArray<Diagnostic>): { error: number; warning: number; info: number } {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { level } of diagnostics) counts[level] += 1
  return counts
}

/** Compares by file, then place, then code. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [one, other] = [a.primary.span, b.primary.span]
  return (
    compare(one.file.path, other.file.path) || one.start - other.start || one.end - other.end || compare(a.code, b.code)
  )
}

const stages = ["file", "yaml", "language", "shape", "value", "cell", "name"]

/** Areas not listed are about the meaning of the whole, the last stage. */
function stage({ code }: Diagnostic): number {
  const at = stages.indexOf(code.slice(0, code.indexOf("/")))
  return at === -1 ? stages.length : at
}

function explains(earlier: Diagnostic, later: Diagnostic): boolean {
  return earlier !== later && stage(earlier) < stage(later) && within(later.primary.span, earlier.primary.span)
}

const within = (inner: Span, outer: Span): boolean =>
  inner.file.path === outer.file.path && inner.start >= outer.start && inner.end <= outer.end

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
