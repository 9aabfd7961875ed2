/** Reading the record: a stream, the order of all, the heads; and what is kept with the store. */
import type { EventStore, Head, Json, Ref, StoredEvent, StoreStatus } from "@hearback/engine"
import { event, eventColumns, json, maybeNumber, number, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram } from "../sql/SqlProgram.ts"
import { lastPosition } from "./ChainedEvents.ts"
import { tenantsWith } from "./WorkClaims.ts"

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
  after: number | null,
  limit: number,
  tenant: string | undefined
): SqlProgram<{ readonly events: readonly StoredEvent[]; readonly next: number | null }> {
  // As an expression the tenant is no reason to go along its own index, which is in another order: every page would
  // read and sort all that the tenant ever had.
  const rows = yield* query(
    `SELECT ${eventColumns} FROM hearback_event
     WHERE position > ?${tenant === undefined ? "" : " AND tenant || '' = ?"} ORDER BY position LIMIT ?`,
    after ?? 0,
    ...(tenant === undefined ? [] : [tenant]),
    limit
  )
  const events = rows.map(event)
  return { events, next: events.at(-1)?.position ?? after }
}

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

export function* status(): SqlProgram<StoreStatus> {
  const [ready] = yield* query(
    `${tenantsWith("hearback_case", "due_at IS NOT NULL")}
     SELECT min((SELECT min(ready_at) FROM hearback_case c WHERE c.tenant = t.tenant AND c.due_at IS NOT NULL)) AS at
     FROM t WHERE t.tenant IS NOT NULL`
  )
  const [oldest] = yield* query("SELECT min(due_at) AS at FROM hearback_case WHERE due_at IS NOT NULL")
  const [waiting] = yield* query(
    "SELECT count(*) AS count, min(ready_at) AS at FROM hearback_outbox WHERE dead IS NULL"
  )
  const [dead] = yield* query("SELECT count(*) AS count FROM hearback_outbox WHERE dead IS NOT NULL")
  const nextDueAt = maybeNumber(ready, "at")
  return {
    position: yield* lastPosition(),
    nextDueAt: nextDueAt === Number.MAX_SAFE_INTEGER ? null : nextDueAt,
    oldestDueAt: maybeNumber(oldest, "at"),
    outbox: {
      waiting: maybeNumber(waiting, "count") ?? 0,
      nextAt: maybeNumber(waiting, "at"),
      dead: maybeNumber(dead, "count") ?? 0
    }
  }
}

export function* meta(key: string): SqlProgram<Json | undefined> {
  const [row] = yield* query("SELECT value FROM hearback_meta WHERE key = ?", key)
  return row && json(row, "value")
}

export function* setMeta(key: string, value: string): SqlProgram<void> {
  yield* query(
    "INSERT INTO hearback_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    key,
    value
  )
}
