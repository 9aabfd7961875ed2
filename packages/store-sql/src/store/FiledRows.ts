/** Rows that follow from events, as they are kept: read to be held against the events, and put in place anew. */
import type { FiledRow, Moved, Refiling, RowKind, Rows } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { has, json, message, number, text } from "../sql/RowDecoding.ts"
import { query, type Row, type SqlProgram, type Value } from "../sql/SqlProgram.ts"
import * as Inserts from "../sql/TableInserts.ts"

interface Kept<K extends RowKind> {
  readonly into: Inserts.InsertTarget
  readonly key: string
  readonly read: (row: Row) => Rows[K]
  readonly values: (tenant: string, row: Rows[K]) => readonly Value[]
  /** Columns that change without an event. */
  readonly free: readonly string[]
}

const kept: { readonly [K in RowKind]: Kept<K> } = {
  case: {
    into: Inserts.cases,
    key: "id",
    read: (row) => json(row, "body") as unknown as Rows["case"],
    values: Inserts.caseValues,
    free: []
  },
  arrival: {
    into: Inserts.intakes,
    key: "key",
    read: (row) => json(row, "body") as unknown as Rows["arrival"],
    values: Inserts.intakeValues,
    free: []
  },
  message: { into: Inserts.messages, key: "id", read: message, values: Inserts.messageValues, free: ["not_before"] }
}

export function* filed<K extends RowKind>(
  tenant: string,
  kind: K,
  after: string | null,
  limit: number
): SqlProgram<readonly FiledRow<K>[]> {
  const { into, key } = kept[kind]
  const rows = yield* query(
    `SELECT ${into.columns.join(", ")} FROM ${into.table}
     WHERE tenant = ?${after === null ? "" : ` AND ${key} > ?`} ORDER BY ${key} LIMIT ?`,
    tenant,
    ...(after === null ? [] : [after]),
    limit
  )
  return rows.map((row) => filedRow(kind, row))
}

const filedRow = <K extends RowKind>(kind: K, row: Row): FiledRow<K> => {
  const { into, key, read, values, free } = kept[kind]
  const at = text(row, key)
  try {
    const found = read(row)
    const expected = values(text(row, "tenant"), found)
    const torn = into.columns.filter((column, i) => !free.includes(column) && !isSame(row[column], expected[i] ?? null))
    return { key: at, row: found, torn }
  } catch {
    return { key: at, row: null, torn: [] }
  }
}

/** Servers give 64-bit numbers as text, and bytes are compared by what they hold. */
const isSame = (found: unknown, expected: Value): boolean =>
  found instanceof Uint8Array && expected instanceof Uint8Array
    ? found.length === expected.length && found.every((byte, i) => byte === expected[i])
    : typeof expected === "number"
      ? found !== null && Number(found) === expected
      : found === expected

export function* refile(dialect: Dialect, tenant: string, { put, out }: Refiling): SqlProgram<void> {
  const gone = { ...out, message: [...out.message, ...put.message.map(({ id }) => id)] }
  for (const kind of ["case", "arrival", "message"] as const)
    for (const key of gone[kind])
      yield* query(`DELETE FROM ${kept[kind].into.table} WHERE tenant = ? AND ${kept[kind].key} = ?`, tenant, key)
  yield* Inserts.insertRows(
    dialect,
    Inserts.cases,
    put.case.map((row) => Inserts.caseValues(tenant, row))
  )
  yield* Inserts.insertRows(
    dialect,
    Inserts.intakes,
    put.arrival.map((row) => Inserts.intakeValues(tenant, row))
  )
  yield* Inserts.insertRows(
    dialect,
    Inserts.messages,
    put.message.map((row) => Inserts.messageValues(tenant, row))
  )
}

export function* moved(tenant: string, after: number | null, limit: number): SqlProgram<Moved> {
  const [end] = yield* query(
    `SELECT count(*) AS events, max(position) AS position FROM
       (SELECT position FROM hearback_event WHERE tenant = ? AND position > ? ORDER BY position LIMIT ?) AS stretch`,
    tenant,
    after ?? 0,
    limit
  )
  if (end === undefined || !has(end, "position")) return { heads: [], events: 0, to: null }
  const to = number(end, "position")
  const rows = yield* query(
    `SELECT event.stream, event.version, event.hash FROM hearback_event AS event JOIN
       (SELECT max(position) AS position FROM hearback_event
        WHERE tenant = ? AND position > ? AND position <= ? GROUP BY stream) AS last
     ON event.position = last.position ORDER BY event.stream`,
    tenant,
    after ?? 0,
    to
  )
  const heads = rows.map((row) => ({
    stream: text(row, "stream"),
    version: number(row, "version"),
    hash: text(row, "hash")
  }))
  return { heads, events: number(end, "events"), to }
}
