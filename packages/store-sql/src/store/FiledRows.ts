/** Reads rows that follow from events as they are stored, to compare them with the events, and replaces them. */
import type { FiledRow, Head, OutboxMessage, Refiling, RowKind, RowKinds, StreamHeads } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { messageInRow, messages, messageValues } from "../sql/MessageRow.ts"
import { has, hex, number, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlRow, type SqlValue } from "../sql/SqlProgram.ts"
import * as Inserts from "../sql/TableInserts.ts"
import { leave } from "./CaseIndex.ts"
import { messageRow, messagesOf } from "./Messages.ts"

interface Kept<K extends RowKind> {
  readonly into: Inserts.InsertTarget
  readonly key: string
  /** Returns the value of a row; undefined or an error if it is damaged. `said`: the message as its event gives it. */
  readonly read: (row: SqlRow, said: OutboxMessage | undefined) => RowKinds[K] | undefined
  /** Returns the columns for a value that was read from a row. */
  readonly values: (tenant: string, found: RowKinds[K], row: SqlRow) => readonly SqlValue[]
  /** Columns that change without an event. */
  readonly free: readonly string[]
}

const kept: { readonly [K in RowKind]: Kept<K> } = {
  case: {
    into: Inserts.cases,
    key: "id",
    read: Inserts.caseOf,
    values: Inserts.caseValues,
    free: []
  },
  arrival: {
    into: Inserts.intakes,
    key: "key",
    read: Inserts.intakeOf,
    values: Inserts.intakeValues,
    free: []
  },
  message: {
    into: messages,
    key: "id",
    read: (row, said) => (has(row, "body") ? messageInRow(row) : said),
    values: (tenant, found, row) => messageValues(tenant, found, has(row, "body") ? undefined : found),
    // No event records which work caused a message, or until when it waits.
    free: ["not_before", "trace"]
  }
}

/** Returns rows of a kind as they are stored, in order of key. */
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
  const found: FiledRow<K>[] = []
  for (const row of rows) found.push(yield* filedRow(kind, row))
  return found
}

function* filedRow<K extends RowKind>(kind: K, row: SqlRow): SqlProgram<FiledRow<K>> {
  const { into, key, read, values, free } = kept[kind]
  const at = text(row, key)
  try {
    const isLeftOut = kind === "message" && !has(row, "body")
    const found = read(row, isLeftOut ? (yield* messagesOf([row]))[0] : undefined)
    if (found === undefined) return { key: at, row: null, torn: [] }
    const expected = values(text(row, "tenant"), found, row)
    const torn = into.columns.filter((column, i) => !free.includes(column) && !isSame(row[column], expected[i] ?? null))
    return { key: at, row: found, torn }
  } catch {
    return { key: at, row: null, torn: [] }
  }
}

/** Compares two values. Servers return 64-bit numbers as text, and bytes are compared by content. */
const isSame = (found: unknown, expected: SqlValue): boolean =>
  found instanceof Uint8Array && expected instanceof Uint8Array
    ? found.length === expected.length && found.every((byte, i) => byte === expected[i])
    : typeof expected === "number"
      ? found !== null && Number(found) === expected
      : found === expected

/** Writes rows and removes others. */
export function* refile(dialect: Dialect, tenant: string, { put, out }: Refiling): SqlProgram<void> {
  for (const { id } of put.case) yield* leave(tenant, id)
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
  const letters: (readonly SqlValue[])[] = []
  for (const message of put.message) letters.push(yield* messageRow(tenant, message))
  yield* Inserts.insertRows(dialect, messages, letters)
}

/** Returns the streams of the next events. The entry at the end of the section may continue after it. */
export function* moved(
  { settledPosition }: Dialect,
  tenant: string,
  after: number | null,
  limit: number
): SqlProgram<StreamHeads> {
  const from = after ?? 0
  const rows = yield* query(
    `SELECT position, stream, version, events, hash FROM hearback_entry
     WHERE tenant = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?`,
    tenant,
    from,
    yield* settledPosition(tenant),
    limit
  )
  const heads = new Map<string, Head>()
  let [events, to]: [number, number | null] = [0, null]
  for (const row of rows) {
    const [position, version] = [number(row, "position"), number(row, "version")]
    const mine = Math.min(number(row, "events"), position - from)
    const taken = Math.min(mine, limit - events)
    if (taken <= 0) break
    const stream = text(row, "stream")
    heads.set(stream, { stream, version: version - mine + taken, hash: hex(row, "hash") })
    events += taken
    to = position - mine + taken
  }
  return { heads: [...heads.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1)), events, to }
}
