/**
 * Turns the rows of a file into arrivals, with the example's map of columns. No row is lost: an unreadable row arrives
 * with its raw text and the reason, and rows that are left out are counted.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Instant, Zone } from "@hearback/core"
import { parse as parseCsv } from "csv-parse/sync"
import type { Feedback } from "hearback"
import { parse as parseYaml } from "yaml"
import { chance } from "./Chance.ts"
import type { Example, Reading } from "./Example.ts"

/**
 * One row that arrives as a message or as an unreadable row. Units: `at` in ms since 1970, different for each arrival.
 */
export type Arrival = { readonly at: number; readonly key: string } & (
  | { readonly feedback: Feedback }
  | { readonly raw: string; readonly reason: string }
)

/** All arrivals of one file, with the number of rows that were left out. */
export interface Intake {
  readonly rows: number
  readonly leftOut: number
  /** Arrivals, ordered by instant. */
  readonly arrivals: readonly Arrival[]
  /** What people decided about the rows, by the instant of arrival. */
  readonly readings: ReadonlyMap<number, Reading>
}

type Cells = Readonly<Record<string, unknown>>
type Row = { readonly raw: string; readonly cells?: Cells; readonly problem?: string }
type Fields = Readonly<Record<string, string>>

const isCells = (value: unknown): value is Cells => typeof value === "object" && value !== null && !Array.isArray(value)

const ndjson = (text: string): readonly Row[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((raw) => {
      try {
        const cells: unknown = JSON.parse(raw)
        return isCells(cells) ? { raw, cells } : { raw, problem: "row/unreadable" }
      } catch {
        return { raw, problem: "row/unreadable" }
      }
    })

const csv = (text: string): readonly Row[] =>
  (parseCsv(text, { columns: true, bom: true, skip_empty_lines: true }) as readonly Cells[]).map((cells) => ({
    raw: JSON.stringify(cells),
    cells
  }))

/** Returns the value of a field of the map: the cell of a column, or the constant after a colon. */
const cellOf = (fields: Fields, cells: Cells, field: string): string | number | boolean | undefined => {
  const constant = fields[`${field}:`]
  if (constant !== undefined) return constant
  const column = fields[field]
  const value = column === undefined ? undefined : cells[column]
  if (typeof value === "string") return value.trim() === "" ? undefined : value
  return typeof value === "number" || typeof value === "boolean" ? value : undefined
}

const textOf = (fields: Fields, cells: Cells, field: string): string | undefined => {
  const value = cellOf(fields, cells, field)
  return value === undefined ? undefined : String(value)
}

const factsOf = (fields: Fields, cells: Cells): Readonly<Record<string, string | number | boolean>> =>
  Object.fromEntries(
    Object.keys(fields)
      .filter((field) => field.startsWith("facts."))
      .flatMap((field) => {
        const value = cellOf(fields, cells, field)
        return value === undefined ? [] : [[field.slice("facts.".length), value] as const]
      })
  )

const feedbackOf = (fields: Fields, cells: Cells): Feedback => {
  const customer = textOf(fields, cells, "customer")
  const verbatim = textOf(fields, cells, "verbatim")
  const score = cellOf(fields, cells, "score")
  const facts = factsOf(fields, cells)
  return {
    channel: textOf(fields, cells, "channel") ?? "",
    ...(customer === undefined ? {} : { customer }),
    ...(verbatim === undefined ? {} : { verbatim }),
    ...(score === undefined ? {} : { score: Number(score) }),
    ...(Object.keys(facts).length === 0 ? {} : { facts })
  }
}

/** Returns the instant of a row. A missing hour is taken from the seed, in the daytime; a missing date too. */
const instantOf = (
  text: string | undefined,
  example: Example,
  zone: Zone.Zone,
  seed: string,
  key: string
): number | undefined => {
  const day = Instant.DAY
  const hour = Math.round((9 * 60 + 11 * 60 * chance(seed, key, "hour")) * Instant.MINUTE)
  if (text === undefined) {
    if (example.undated === undefined) return undefined
    const { from, length } = example.undated
    const date = from + Math.floor((length / day) * chance(seed, key, "date")) * day
    return Zone.toInstant(date + hour, zone)
  }
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Instant.parseDate(text) : undefined
  return date === undefined ? Instant.parseInstant(text, zone) : Zone.toInstant(date * day + hour, zone)
}

const labelsOf = (example: Example): ReadonlyMap<string, string> => {
  if (example.labels === undefined) return new Map()
  const rows = parseCsv(readFileSync(join(example.folder, example.labels)), {
    columns: true,
    bom: true
  }) as readonly Fields[]
  return new Map(rows.map((row) => [Object.values(row)[0] ?? "", row["category"] ?? ""]))
}

/** Reads an example's file. Order and instants depend on the file and the seed only. */
export const ingest = (example: Example, zone: Zone.Zone, seed: string): Intake => {
  const fields = parseYaml(readFileSync(join(example.folder, "map.yaml"), "utf8")) as Fields
  const text = readFileSync(join(example.folder, example.data), "utf8")
  const rows = (example.data.endsWith(".csv") ? csv(text) : ndjson(text)).slice(0, example.most)
  const labels = labelsOf(example)
  const found: (Arrival & { readonly reading?: Reading })[] = []
  let leftOut = 0
  let last = 0
  for (const [i, { raw, cells, problem }] of rows.entries()) {
    // A row without a readable date arrives directly after the row before it.
    const bad = (reason: string): void => {
      last += Instant.MINUTE
      found.push({ at: last, key: `line-${i + 1}`, raw, reason })
    }
    if (cells === undefined) {
      bad(problem ?? "")
      continue
    }
    const feedback = feedbackOf(fields, cells)
    if (feedback.verbatim === undefined && feedback.score === undefined && example.wordless === "left-out") {
      leftOut += 1
      continue
    }
    const key = textOf(fields, cells, "key") ?? `line-${i + 1}`
    const received = textOf(fields, cells, "received")
    const at = instantOf(received, example, zone, seed, key)
    if (at === undefined) {
      bad(`row/no-instant ${received ?? ""}`.trim())
      continue
    }
    last = at
    const reading = readingOf(cells, labels.get(key))
    found.push({
      at,
      key,
      feedback: { ...feedback, received: new Date(at) },
      ...(reading === undefined ? {} : { reading })
    })
  }
  return { rows: rows.length, leftOut, ...apart(found) }
}

const readingOf = (cells: Cells, label: string | undefined): Reading | undefined => {
  if (label !== undefined && label !== "") return { category: label }
  const [kind, category] = typeof cells["read-as"] === "string" ? cells["read-as"].split(" ") : []
  return kind === undefined || category === undefined ? undefined : { kind, category }
}

/** Sorts arrivals by instant and moves equal instants one second apart, so that an instant identifies its arrival. */
const apart = (found: readonly (Arrival & { readonly reading?: Reading })[]): Pick<Intake, "arrivals" | "readings"> => {
  const sorted = found.map((one, i) => ({ one, i })).sort((a, b) => a.one.at - b.one.at || a.i - b.i)
  const arrivals: Arrival[] = []
  const readings = new Map<number, Reading>()
  let last = 0
  for (const { one } of sorted) {
    const { reading, ...arrival } = one
    const at = Math.max(arrival.at, last + 1000)
    last = at
    arrivals.push(
      "feedback" in arrival
        ? { ...arrival, at, feedback: { ...arrival.feedback, received: new Date(at) } }
        : { ...arrival, at }
    )
    if (reading !== undefined) readings.set(at, reading)
  }
  return { arrivals, readings }
}
