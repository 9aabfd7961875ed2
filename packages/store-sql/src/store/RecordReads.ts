/** Reading the record: a stream, the order of all, the heads; and what is kept with the store. */
import type { EventStore, Head, History, Json, Ref, StoredEvent, StoreStatus } from "@hearback/engine"
import { clearColumns, clearEvent, event, eventColumns, json, maybeNumber, number, text } from "../sql/RowDecoding.ts"
import { query, type Row, type SqlProgram } from "../sql/SqlProgram.ts"

/** The head is read first and bounds the events: both belong to one moment without a transaction. */
export function* load({ tenant, stream }: Ref, after: number): SqlProgram<Awaited<ReturnType<EventStore["load"]>>> {
  const [head] = yield* query("SELECT version FROM hearback_stream WHERE tenant = ? AND stream = ?", tenant, stream)
  if (head === undefined) return { version: 0, events: [] }
  const version = number(head, "version")
  if (version <= after) return { version, events: [] }
  const rows = yield* query(
    `SELECT ${eventColumns} FROM hearback_event
     WHERE tenant = ? AND stream = ? AND version > ? AND version <= ? ORDER BY version`,
    tenant,
    stream,
    after,
    version
  )
  return { version, events: rows.map(event) }
}

export function* read(
  tenant: string,
  after: number | null,
  limit: number
): SqlProgram<{ readonly events: readonly StoredEvent[]; readonly next: number | null }> {
  const rows = yield* query(
    `SELECT ${eventColumns} FROM hearback_event WHERE tenant = ? AND position > ? ORDER BY position LIMIT ?`,
    tenant,
    after ?? 0,
    limit
  )
  const events = rows.map(event)
  return { events, next: events.at(-1)?.position ?? after }
}

/** Of a stream without a head nothing is given: it is for `verify` to find. */
function* historiesOf<Event extends { readonly version: number }>(
  columns: string,
  read: (row: Row) => Event,
  tenant: string,
  after: string | null,
  limit: number
): SqlProgram<readonly History<Event>[]> {
  const heads = yield* streams(tenant, after, limit)
  const last = heads.at(-1)
  if (last === undefined) return []
  const rows = yield* query(
    `SELECT stream, ${columns} FROM hearback_event
     WHERE tenant = ?${after === null ? "" : " AND stream > ?"} AND stream <= ? ORDER BY stream, version`,
    tenant,
    ...(after === null ? [] : [after]),
    last.stream
  )
  const found = new Map(heads.map(({ stream, version }) => [stream, { version, events: [] as Event[] }]))
  for (const row of rows) {
    const history = found.get(text(row, "stream"))
    const event = read(row)
    if (history !== undefined && event.version <= history.version) history.events.push(event)
  }
  return [...found].map(([stream, { events }]) => ({ stream, events }))
}

export const histories = (tenant: string, after: string | null, limit: number) =>
  historiesOf(eventColumns, event, tenant, after, limit)

export const clearHistories = (tenant: string, after: string | null, limit: number) =>
  historiesOf(clearColumns, clearEvent, tenant, after, limit)

export function* streams(tenant: string, after: string | null, limit: number): SqlProgram<readonly Head[]> {
  const rows = yield* query(
    `SELECT stream, version, hash FROM hearback_stream
     WHERE tenant = ?${after === null ? "" : " AND stream > ?"} ORDER BY stream LIMIT ?`,
    tenant,
    ...(after === null ? [] : [after]),
    limit
  )
  return rows.map((row) => ({ stream: text(row, "stream"), version: number(row, "version"), hash: text(row, "hash") }))
}

/** Position of a tenant's last event; 0 where there is none. */
export function* lastPositionOf(tenant: string): SqlProgram<number> {
  const [row] = yield* query("SELECT max(position) AS position FROM hearback_event WHERE tenant = ?", tenant)
  return row ? number(row, "position") : 0
}

export function* status(tenant: string): SqlProgram<StoreStatus> {
  const [due] = yield* query(
    "SELECT min(ready_at) AS ready FROM hearback_case WHERE tenant = ? AND due_at IS NOT NULL",
    tenant
  )
  const [oldest] = yield* query(
    "SELECT min(due_at) AS at FROM hearback_case WHERE tenant = ? AND due_at IS NOT NULL",
    tenant
  )
  const [waiting] = yield* query(
    "SELECT count(*) AS count, min(ready_at) AS at FROM hearback_outbox WHERE tenant = ? AND dead IS NULL",
    tenant
  )
  const [failing] = yield* query(
    "SELECT count(*) AS count FROM hearback_outbox WHERE tenant = ? AND error IS NOT NULL AND dead IS NULL",
    tenant
  )
  const lanes = yield* query(
    "SELECT lane, min(ready_at) AS at FROM hearback_outbox WHERE tenant = ? AND dead IS NULL GROUP BY lane ORDER BY lane",
    tenant
  )
  const [dead] = yield* query(
    "SELECT count(*) AS count FROM hearback_outbox WHERE tenant = ? AND dead IS NOT NULL",
    tenant
  )
  const nextDueAt = maybeNumber(due, "ready")
  return {
    position: yield* lastPositionOf(tenant),
    nextDueAt: nextDueAt === Number.MAX_SAFE_INTEGER ? null : nextDueAt,
    oldestDueAt: maybeNumber(oldest, "at"),
    outbox: {
      waiting: maybeNumber(waiting, "count") ?? 0,
      failing: maybeNumber(failing, "count") ?? 0,
      nextAt: maybeNumber(waiting, "at"),
      lanes: lanes.map((row) => ({ lane: text(row, "lane"), nextAt: number(row, "at") })),
      dead: maybeNumber(dead, "count") ?? 0
    }
  }
}

export function* meta(tenant: string, key: string): SqlProgram<Json | undefined> {
  const [row] = yield* query("SELECT value FROM hearback_meta WHERE tenant = ? AND key = ?", tenant, key)
  return row && json(row, "value")
}

export function* setMeta(tenant: string, key: string, value: string): SqlProgram<void> {
  yield* query(
    `INSERT INTO hearback_meta (tenant, key, value) VALUES (?, ?, ?)
     ON CONFLICT (tenant, key) DO UPDATE SET value = excluded.value`,
    tenant,
    key,
    value
  )
}
