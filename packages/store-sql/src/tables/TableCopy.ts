/**
 * The content of tables as lines of JSON: a head, each table with its columns and rows, and an end with the number of
 * rows and the hash of all lines before. Bytes are in base64. A copy can be imported into the other kind of database,
 * since both have the same columns.
 */
import { createHash } from "node:crypto"
import { type Querier, storeError } from "@hearback/engine"
import type { Dialect, SqlColumn } from "../sql/Dialect.ts"
import { bytes, number, text } from "../sql/RowDecoding.ts"
import { query, runOver, type SqlProgram, type SqlRow, type SqlValue } from "../sql/SqlProgram.ts"
import { insertRows } from "../sql/TableInserts.ts"
import { preparedTables, type Tables, versionRow } from "./Tables.ts"

/** The lines of a copy. */
export type CopyLines = AsyncIterable<string>

interface Place {
  readonly dialect: Dialect
  readonly tables: Tables
}

/** The tables of each set, with their key columns. Derived data, such as figures, is left out. */
const copied: Readonly<Record<Tables["versionTable"], Readonly<Record<string, readonly string[]>>>> = {
  hearback_schema: {
    hearback_policy: ["id"],
    hearback_entry: ["position"],
    hearback_stream: ["tenant", "stream"],
    hearback_unit: ["tenant", "key"],
    hearback_case: ["tenant", "id"],
    hearback_segment: ["tenant", "customer", "number"],
    hearback_intake: ["tenant", "key"],
    hearback_outbox: ["tenant", "id"],
    hearback_meta: ["tenant", "key"]
  },
  hearback_keys: { hearback_key: ["tenant", "customer"], hearback_mark: ["tenant"] }
}

/** The columns that identify a store and its keys, beside the versions. */
const identities: Readonly<Record<Tables["versionTable"], readonly string[]>> = {
  hearback_schema: ["store_id", "keys_id"],
  hearback_keys: ["id"]
}

/** The number of rows that are in memory at once. */
const page = 500

const format = 1

/** Writes the rows of tables as lines; returns their number. */
export const exportRows = async (
  { dialect, tables }: Place,
  querier: Querier,
  write: (line: string) => Promise<void>
): Promise<number> => {
  const run = <T>(program: SqlProgram<T>): Promise<T> => runOver(program, querier, dialect.text)
  const hash = createHash("sha256")
  const put = async (value: unknown): Promise<void> => {
    const line = JSON.stringify(value)
    hash.update(line)
    await write(line)
  }
  const version = await run(versionRow(dialect, tables))
  if (version === undefined) throw storeError("store/missing", "there are no tables to export")
  const { version: _, oldest: __, ...identity } = version
  await put({ hearback: tables.versionTable, format, ...identity })
  let rows = 0
  for (const [table, key] of Object.entries(copied[tables.versionTable])) {
    const columns = await run(dialect.columnsOf(table))
    await put({ table, columns: columns.map(({ name }) => name) })
    for (let last: SqlRow | undefined; ; ) {
      const found = await run(rowsAfter(table, key, columns, last))
      for (const row of found) await put(columns.map((column) => exported(row, column)))
      rows += found.length
      last = found.at(-1)
      if (last === undefined || found.length < page) break
    }
  }
  await write(JSON.stringify({ end: true, rows, sha256: hash.digest("hex") }))
  return rows
}

function* rowsAfter(
  table: string,
  key: readonly string[],
  columns: readonly SqlColumn[],
  last: SqlRow | undefined
): SqlProgram<readonly SqlRow[]> {
  const names = key.join(", ")
  const [from, values] = last === undefined ? ["", []] : [`WHERE (${names}) > (${key.map(() => "?").join(", ")})`, last]
  const kinds = new Map(columns.map(({ name, kind }) => [name, kind]))
  const params = last === undefined ? [] : key.map((name) => stored(values as SqlRow, name, kinds.get(name) ?? "text"))
  return yield* query(`SELECT * FROM ${table} ${from} ORDER BY ${names} LIMIT ${page}`, ...params)
}

const stored = (row: SqlRow, name: string, kind: SqlColumn["kind"]): SqlValue =>
  kind === "number" ? number(row, name) : kind === "bytes" ? bytes(row, name) : text(row, name)

const exported = (row: SqlRow, { name, kind }: SqlColumn): string | number | null => {
  if (row[name] == null) return null
  const value = stored(row, name, kind)
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value
}

/**
 * Imports lines; returns the number of rows. Missing tables are made; afterwards they are those of the exported store.
 * `keysId`: the id that the record's keys must have; undefined for the keys themselves.
 */
export const importRows = async (
  { dialect, tables }: Place,
  querier: Querier,
  lines: CopyLines,
  keysId: string | undefined
): Promise<number> => {
  const run = <T>(program: SqlProgram<T>): Promise<T> => runOver(program, querier, dialect.text)
  const checked = checkedLines(lines)
  const head = (await checked.next()).value
  const identity = identityOf(head, tables)
  if (keysId !== undefined && identity["keys_id"] !== keysId)
    throw storeError("store/keys", "the keys are those of another store")
  await run(emptyTables({ dialect, tables }, identity))
  let rows = 0
  let into: { readonly table: string; readonly columns: readonly SqlColumn[] } | undefined
  let waiting: (readonly SqlValue[])[] = []
  const flush = async (): Promise<void> => {
    if (into === undefined || waiting.length === 0) return
    const { table, columns } = into
    const names = columns.map(({ name }) => name)
    await run(insertRows(dialect, { table, columns: names, onMeeting: "" }, waiting))
    rows += waiting.length
    waiting = []
  }
  for await (const value of checked) {
    if (isRow(value)) {
      if (into === undefined) throw notWhole("a row stands before its table")
      waiting.push(valuesOf(value, into.columns))
      if (waiting.length >= dialect.rowsPerStatement) await flush()
      continue
    }
    await flush()
    const { table, columns: names } = value
    if (typeof table !== "string" || !Object.hasOwn(copied[tables.versionTable], table) || !Array.isArray(names))
      throw notWhole("a line is neither a row nor a table")
    const known = await run(dialect.columnsOf(table))
    into = { table, columns: names.map((name) => known.find((column) => column.name === name) ?? unknown(table, name)) }
  }
  await flush()
  if (keysId !== undefined) for (const sql of dialect.afterImport) await run(query(sql))
  return rows
}

/** Makes the tables, or checks that they are empty, and gives them the identity of the exported store. */
function* emptyTables({ dialect, tables }: Place, identity: Readonly<Record<string, string>>): SqlProgram<void> {
  yield* preparedTables(dialect, tables, true, identity)
  for (const table of Object.keys(copied[tables.versionTable])) {
    const [row] = yield* query(`SELECT 1 AS one FROM ${table} LIMIT 1`)
    if (row !== undefined) throw storeError("store/not-empty", "the store to import into is not empty")
  }
  const columns = Object.keys(identity)
  const set = columns.map((name) => `${name} = ?`).join(", ")
  yield* query(`UPDATE ${tables.versionTable} SET ${set}`, ...Object.values(identity))
}

/** Removes imported keys, and restores the id that the keys had. */
export function* withdrawKeys({ tables }: Place, id: string | undefined): SqlProgram<void> {
  for (const table of Object.keys(copied[tables.versionTable])) yield* query(`DELETE FROM ${table}`)
  if (id !== undefined) yield* query(`UPDATE ${tables.versionTable} SET id = ?`, id)
}

const identityOf = (head: Line | undefined, { versionTable }: Tables): Readonly<Record<string, string>> => {
  const { hearback, format: written, ...identity } = { ...head } as Readonly<Record<string, unknown>>
  const columns = identities[versionTable]
  const isComplete = columns.every((name) => typeof identity[name] === "string")
  // The names are written into a statement, and anybody may have written the file.
  if (hearback !== versionTable || written !== format || !isComplete || Object.keys(identity).length > columns.length)
    throw notWhole(`its first line is not that of an export of \`${versionTable}\``)
  return identity as Readonly<Record<string, string>>
}

const valuesOf = (row: readonly unknown[], columns: readonly SqlColumn[]): readonly SqlValue[] => {
  if (row.length !== columns.length) throw notWhole("a row has not as many values as its table has columns")
  return columns.map(({ kind }, index) => {
    const value = row[index]
    if (value === null) return null
    if (typeof value !== (kind === "number" ? "number" : "string")) throw notWhole("a value is not of its column")
    return kind === "bytes" ? Buffer.from(value as string, "base64") : (value as SqlValue)
  })
}

/** Yields the values of the lines. Throws if the end is missing or does not match the lines before it. */
async function* checkedLines(lines: CopyLines): AsyncGenerator<Line, undefined> {
  const hash = createHash("sha256")
  let rows = 0
  for await (const line of lines) {
    const value = parsed(line)
    if (isRow(value)) rows += 1
    else if (value["end"] === true) {
      if (value["rows"] === rows && value["sha256"] === hash.digest("hex")) return
      throw notWhole("its lines are not those that its end names")
    }
    hash.update(line)
    yield value
  }
  throw notWhole("it has no end")
}

type Line = readonly unknown[] | Readonly<Record<string, unknown>>

const isRow = (line: Line): line is readonly unknown[] => Array.isArray(line)

const parsed = (line: string): Line => {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === "object" && value !== null) return value as Line
  } catch {
    // The store writes only JSON lines, so anything else is refused.
  }
  throw notWhole("a line is no JSON")
}

const notWhole = (why: string): Error => storeError("store/export", `the export is not complete: ${why}`)

const unknown = (table: string, name: unknown): never => {
  throw storeError(
    "store/export",
    `the export is of a later version: \`${table}\` has no column \`${String(name)}\` here`
  )
}
