/** Reads the cells of one log row and turns their values into words of the policy. */
import { Fact, type Policy } from "@hearback/core"
import type { Facts } from "../record/RecordedCase.ts"
import type { Field, LogMapping } from "./LogMapping.ts"
import type { Quality } from "./Quality.ts"

/** A row of an event log as its file has it: the text of each column. */
export interface LogRow {
  /** The line of the row in the file, counted from 1. */
  readonly line: number
  readonly values: Readonly<Record<string, string | undefined>>
}

/** What is needed to read the cells of a log. */
export interface LogSetting {
  readonly mapping: LogMapping
  /** The policy whose words replace the values of the log. */
  readonly policy: Policy.Policy
  readonly readInstant: (text: string) => number | undefined
  readonly quality: Quality
}

/** Reads the cells of rows. */
export interface RowReader {
  /** Returns the value of a field from its column or its constant; undefined if nothing is known. */
  readonly field: (row: LogRow, field: Field) => string | undefined
  readonly instant: (row: LogRow, field: "at" | "received") => number | undefined
  /** Returns the value of a field that must be one of a list; undefined if it is not, and counts the fault. */
  readonly among: (row: LogRow, field: Field, known: ReadonlySet<string>) => string | undefined
  readonly number: (row: LogRow, field: Field) => number | undefined
  readonly facts: (row: LogRow) => Facts
  readonly grades: (row: LogRow) => Readonly<Record<string, string>>
  readonly kept: (row: LogRow) => Readonly<Record<string, boolean>>
  readonly outcomes: (row: LogRow) => readonly string[]
}

/**
 * Instants outside these years are faults: exports write them for unknown dates, or by a slip (`0216`, `1900`,
 * `9999`).
 */
const [first, last] = [Date.UTC(1971, 0, 1), Date.UTC(2200, 0, 1)]

/** Makes the reader of the cells of a log. */
export const makeReader = ({ mapping, policy, readInstant, quality }: LogSetting): RowReader => {
  const { columns, constants, values } = mapping
  const { bundle, zone } = policy
  // An empty cell means that the fact is unknown, so no constant replaces it.
  const ofAll = Object.fromEntries(
    Object.entries(mapping.factsOfAll).filter(([name]) => mapping.facts[name] === undefined)
  )
  const missing = new Set(["", ...mapping.missing])
  const cell = (row: LogRow, column: string | undefined): string | undefined => {
    const value = column === undefined ? undefined : row.values[column]?.trim()
    return value === undefined || missing.has(value) ? undefined : value
  }
  const meant = (name: string, value: string): string => values[name]?.get(value) ?? value
  const unknown = ({ line }: LogRow, column: string | undefined, value: string): undefined => {
    quality.note("unknown-value", line, { ...(column === undefined ? {} : { column }), value })
    return undefined
  }
  const field: RowReader["field"] = (row, name) => {
    const value = cell(row, columns[name]) ?? constants[name]
    return value === undefined ? undefined : meant(name, value)
  }
  const instants = new Map<string, number | undefined>()
  const read = (text: string): number | undefined => {
    if (!instants.has(text)) {
      const at = readInstant(text)
      instants.set(text, at === undefined || at < first || at >= last ? undefined : at)
    }
    return instants.get(text)
  }
  const levels = new Map(bundle.grading.map((dimension) => [dimension.name, new Set(dimension.levels)]))
  const factOf = (row: LogRow, name: string, column: string): Fact.FactValue | undefined => {
    const value = cell(row, column)
    const declared = bundle.facts[name]
    if (value === undefined || declared === undefined) return undefined
    const word = meant(name, value)
    const typed = declared.kind === "number" || declared.kind === "integer" ? Number(word) : word
    return Fact.encode(declared.type, typed, zone) === undefined ? unknown(row, column, value) : typed
  }
  const group = <T>(
    all: Readonly<Record<string, string>>,
    one: (name: string, column: string) => T | undefined
  ): Readonly<Record<string, T>> => {
    const found: Record<string, T> = {}
    for (const name in all) {
      const value = one(name, all[name] as string)
      if (value !== undefined) found[name] = value
    }
    return found
  }
  return {
    field,
    instant: (row, name) => {
      const text = cell(row, columns[name])
      const at = text === undefined ? undefined : read(text)
      if (text !== undefined && at === undefined)
        quality.note("unparsed-time", row.line, { column: columns[name] as string })
      return at
    },
    among: (row, name, known) => {
      const value = field(row, name)
      return value === undefined || known.has(value)
        ? value
        : unknown(row, columns[name], cell(row, columns[name]) ?? value)
    },
    number: (row, name) => {
      const value = field(row, name)
      if (value === undefined) return undefined
      return Number.isFinite(Number(value)) ? Number(value) : unknown(row, columns[name], value)
    },
    facts: (row) => ({ ...ofAll, ...group(mapping.facts, (name, column) => factOf(row, name, column)) }),
    grades: (row) =>
      group(mapping.grades, (name, column) => {
        const value = cell(row, column)
        if (value === undefined) return undefined
        const level = meant(name, value)
        return levels.get(name)?.has(level) === false ? unknown(row, column, value) : level
      }),
    kept: (row) =>
      group(mapping.kept, (_, column) => {
        const value = cell(row, column)
        return value === undefined ? undefined : isYes(value)
      }),
    outcomes: (row) => Object.keys(mapping.outcomes).filter((name) => isYes(cell(row, mapping.outcomes[name]) ?? ""))
  }
}

const yes: ReadonlySet<string> = new Set(["true", "yes", "y", "是", "已"])

const isYes = (text: string): boolean => yes.has(text.toLowerCase()) || Number(text) > 0
