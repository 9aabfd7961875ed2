/**
 * Collects all findings in the order of their places. Each fault is reported once, and findings that only follow from
 * another are omitted.
 */

import type { Diagnostic } from "./Diagnostic.ts"

/**
 * Returns findings sorted by file, place and code.
 *
 * Omitted are repetitions with the same code at the same place, and errors at or inside a place that has an error of
 * an earlier stage. The stages are: syntax, shape, values, names, and the meaning of the whole.
 */
export function settle(diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> {
  const sorted = merged([...diagnostics].sort(byPlace))
  const explained = explainer(sorted)
  const seen = new Set<string>()
  return sorted.filter((each) => {
    const { file, start, end } = each.primary.span
    // Several checks can report one unknown key, and warnings of one area about one value have one cause.
    const what = each.code === "shape/unknown-key" || ofOneValue.has(each.code) ? "" : each.message.en
    const key = [file.path, start, end, each.code, what].join("\u0000")
    if (seen.has(key)) return false
    seen.add(key)
    // What is binding may not be removed, so references to it are no separate fault.
    const isBinding =
      each.code === "extends/removed-but-used" &&
      sorted.some((one) => one.code === "binding/loosened" && byPlaceAlone(one, each) === 0)
    return !isBinding && !explained(each)
  })
}

/**
 * Codes of which one finding is kept for each value. If the value contradicts several others, one slip causes them
 * all.
 */
const ofOneValue: ReadonlySet<string> = new Set([
  "ownership/nobody-speaks",
  "retention/before-reopening",
  "sending/digest-too-long"
])

/**
 * Merges findings about one removed entry: the places that refer to it become related places of the first finding.
 */
const merged = (sorted: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> => {
  const result: Diagnostic[] = []
  for (const each of sorted) {
    const last = result.at(-1)
    const same = last?.code === "extends/removed-but-used" && each.code === last.code && byPlace(last, each) === 0
    if (same)
      result[result.length - 1] = {
        ...last,
        related: [
          ...last.related,
          ...each.related.filter(
            (one) =>
              !last.related.some((told) => told.span.start === one.span.start && told.span.file === one.span.file)
          )
        ]
      }
    else result.push(each)
  }
  return result
}

/** Returns how many findings each level has. */
export function count(diagnostics: ReadonlyArray<Diagnostic>): { error: number; warning: number; info: number } {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { level } of diagnostics) counts[level] += 1
  return counts
}

/** Compares two findings by file, then place, then code; negative if the first comes first. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return byPlaceAlone(a, b) || compare(a.code, b.code)
}

function byPlaceAlone(a: Diagnostic, b: Diagnostic): number {
  const [one, other] = [a.primary.span, b.primary.span]
  return compare(one.file.path, other.file.path) || one.start - other.start || one.end - other.end
}

const stages = ["file", "yaml", "language", "shape", "value", "cell", "name"]

/** The stage of each area of codes. Areas that are not listed are about the meaning of the whole, the last stage. */
function stage({ code }: Diagnostic): number {
  const at = stages.indexOf(code.slice(0, code.indexOf("/")))
  return at === -1 ? stages.length : at
}

/** The errors of one stage in one file: their starts in order, and the furthest end up to each. */
interface Reach {
  readonly starts: ReadonlyArray<number>
  readonly ends: ReadonlyArray<number>
}

/** Returns whether a finding is inside an error of an earlier stage. The time grows with the number of findings. */
function explainer(sorted: ReadonlyArray<Diagnostic>): (later: Diagnostic) => boolean {
  const stretches = new Map<string, ReadonlyArray<Array<readonly [start: number, end: number]>>>()
  for (const each of sorted) {
    if (each.level !== "error") continue
    const { path } = each.primary.span.file
    const ofFile = stretches.get(path) ?? Array.from({ length: stages.length + 1 }, () => [])
    stretches.set(path, ofFile)
    ofFile[stage(each)]?.push(entryAround(each))
  }
  const files = new Map([...stretches].map(([path, ofFile]) => [path, ofFile.map(reachOf)]))
  return (later) => {
    const { file, start, end } = later.primary.span
    const earlier = files.get(file.path)?.slice(0, stage(later)) ?? []
    return earlier.some((reach) => (reach.ends[lastUpTo(reach.starts, start)] ?? -1) >= end)
  }
}

const reachOf = (stretches: Array<readonly [start: number, end: number]>): Reach => {
  stretches.sort(([one], [other]) => one - other)
  let furthest = 0
  const ends = stretches.map(([, end]) => (furthest = Math.max(furthest, end)))
  return { starts: stretches.map(([start]) => start), ends }
}

/**
 * Returns the place whose findings follow from an error: the key of a wrong value, or the value of a key without one.
 */
function entryAround({ code, primary: { span } }: Diagnostic): readonly [start: number, end: number] {
  const { file, start, end } = span
  if (code === "yaml/empty-value") {
    const behind = /^[ \t]*:[ \t]*/u.exec(file.text.slice(end, end + 80))
    return [start, end + (behind?.[0].length ?? 0)]
  }
  const key = /[\p{L}\p{N}._-]+[ \t]*:[ \t]*$/u.exec(file.text.slice(Math.max(0, start - 80), start))
  return [start - (key?.[0].length ?? 0), end]
}

/** Returns the index of the last number that is at most a limit; -1 if there is none. */
function lastUpTo(sorted: ReadonlyArray<number>, limit: number): number {
  let low = -1
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
