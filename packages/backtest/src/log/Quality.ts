/**
 * Faults of a log, found before anything is decided from it. Each fault is counted, with the first lines that have
 * it.
 */

import { defined } from "@hearback/core"

const faults = [
  "unreadable-row",
  "no-case",
  "no-instant",
  "unparsed-time",
  "negative-duration",
  "out-of-order",
  "duplicate",
  "unknown-value"
] as const
/** The name of a fault that a log can have. */
export type LogFault = (typeof faults)[number]

/** How often a log has one fault. */
export interface FaultCount {
  readonly fault: LogFault
  /** The column that has the fault, if the fault belongs to a column. */
  readonly column?: string
  /** The value that is unknown, if the fault is an unknown value. */
  readonly value?: string
  readonly count: number
  /** The first lines that have the fault. */
  readonly lines: readonly number[]
}

/** The size of a log, its time span and its faults. */
export interface QualityReport {
  readonly rows: number
  readonly cases: number
  /** The first and the last instant of the log.  Units: ms since 1970. */
  readonly from: number
  readonly to: number
  readonly faults: readonly FaultCount[]
}

/** Collects the faults of a log. */
export interface Quality {
  readonly note: (fault: LogFault, line: number, where?: { readonly column?: string; readonly value?: string }) => void
  readonly counts: () => readonly FaultCount[]
}

/** At most this many lines are named for each fault. */
const FIRST = 5
/** At most this many unknown values of a column are counted apart. A wrong column has as many values as rows. */
const MOST_VALUES = 12

/** Makes an empty collection of faults. */
export const makeQuality = (): Quality => {
  const found = new Map<string, FaultCount & { count: number; readonly lines: number[] }>()
  const values = new Map<string, Set<string>>()
  const isTold = (column: string, value: string): boolean => {
    const known = values.get(column) ?? new Set<string>()
    values.set(column, known)
    if (known.size < MOST_VALUES) known.add(value)
    return known.has(value)
  }
  return {
    note: (fault, line, { column, value } = {}) => {
      const where = defined({ column, value: value !== undefined && isTold(column ?? "", value) ? value : undefined })
      const key = JSON.stringify([fault, where.column, where.value])
      const one = found.get(key) ?? { fault, ...where, count: 0, lines: [] }
      one.count += 1
      if (one.lines.length < FIRST) one.lines.push(line)
      found.set(key, one)
    },
    counts: () =>
      [...found.values()]
        .map((one) => ({ ...one, lines: [...one.lines].sort((a, b) => a - b) }))
        .sort((a, b) => faults.indexOf(a.fault) - faults.indexOf(b.fault) || b.count - a.count)
  }
}
