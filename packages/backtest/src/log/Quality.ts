/** What is wrong with a log, before anything is decided from it: each fault counted, with the first lines that have it. */

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
export type LogFault = (typeof faults)[number]

export interface FaultCount {
  readonly fault: LogFault
  /** The column in which it stands, where it stands in one. */
  readonly column?: string
  /** The value, of one that nobody knows. */
  readonly value?: string
  readonly count: number
  /** The first of them. */
  readonly lines: readonly number[]
}

export interface QualityReport {
  readonly rows: number
  readonly cases: number
  /** Units: ms since 1970; the first and the last instant of the log. */
  readonly from: number
  readonly to: number
  readonly faults: readonly FaultCount[]
}

export interface Quality {
  readonly note: (fault: LogFault, line: number, where?: { readonly column?: string; readonly value?: string }) => void
  readonly counts: () => readonly FaultCount[]
}

/** So many lines are named of each fault. */
const FIRST = 5
/** So many values are told apart in a column; a wrong column has as many as it has rows. */
const MOST_VALUES = 12

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
