/** Reads the record: a stream, the order of all events, the heads, and values that are kept with the store. */
import type { EventStore, Head, Json, Ref, StoredEvent, StoreStatus, StreamHistory } from "@hearback/engine"
import { eventsWhere } from "../entry/EntryReads.ts"
import { clearColumns, clearEvents, entryColumns, storedEvents } from "../entry/EntryRow.ts"
import { type PolicyName, policiesOf } from "../entry/PolicyNames.ts"
import type { Dialect } from "../sql/Dialect.ts"
import { hex, maybeNumber, number, sharedJson, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlRow } from "../sql/SqlProgram.ts"

/**
 * Returns a stream's version and events. The head is read first and limits the events, so both belong to one moment
 * without a transaction.
 */
export function* load({ tenant, stream }: Ref, after: number): SqlProgram<Awaited<ReturnType<EventStore["load"]>>> {
  const [head] = yield* query("SELECT version FROM hearback_stream WHERE tenant = ? AND stream = ?", tenant, stream)
  if (head === undefined) return { version: 0, events: [] }
  const version = number(head, "version")
  if (version <= after) return { version, events: [] }
  const events = yield* eventsWhere(
    "tenant = ? AND stream = ? AND version > ? AND version <= ? ORDER BY version",
    tenant,
    stream,
    after,
    version
  )
  // The given version may lie within an entry.
  return { version, events: events.filter((event) => event.version > after) }
}

/**
 * Returns how many entries to read for some events. An entry has several events; if they are too few, more are read.
 */
const entriesFor = (events: number): number => Math.ceil(events / 8)

/** Returns the events of a tenant after a position. */
export function* read(
  { settledPosition }: Dialect,
  tenant: string,
  after: number | null,
  limit: number
): SqlProgram<{ readonly events: readonly StoredEvent[]; readonly next: number | null }> {
  const size = entriesFor(limit)
  const settled = yield* settledPosition(tenant)
  const events: StoredEvent[] = []
  let last = after ?? 0
  for (let isMore = true; isMore && events.length < limit; ) {
    const found = yield* eventsWhere(
      "tenant = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?",
      tenant,
      last,
      settled,
      size
    )
    // The given position may lie within an entry.
    for (const event of found) if (event.position > last && events.length < limit) events.push(event)
    last = found.at(-1)?.position ?? last
    isMore = found.length > 0
  }
  return { events, next: events.at(-1)?.position ?? after }
}

/** Returns whole streams. A stream without a head is left out, since `verify` has to report it. */
function* historiesOf<Event extends { readonly version: number }>(
  columns: string,
  read: (row: SqlRow, policy: PolicyName | undefined) => readonly Event[],
  tenant: string,
  after: string | null,
  limit: number
): SqlProgram<readonly StreamHistory<Event>[]> {
  const heads = yield* streams(tenant, after, limit)
  const last = heads.at(-1)
  if (last === undefined) return []
  const rows = yield* query(
    `SELECT ${columns} FROM hearback_entry
     WHERE tenant = ?${after === null ? "" : " AND stream > ?"} AND stream <= ? ORDER BY stream, version`,
    tenant,
    ...(after === null ? [] : [after]),
    last.stream
  )
  const found = new Map(heads.map(({ stream, version }) => [stream, { version, events: [] as Event[] }]))
  const policies = yield* policiesOf(rows)
  for (const row of rows) {
    const history = found.get(text(row, "stream"))
    if (history === undefined) continue
    for (const event of read(row, policies.get(number(row, "policy"))))
      if (event.version <= history.version) history.events.push(event)
  }
  return [...found].map(([stream, { events }]) => ({ stream, events }))
}

/** Returns streams with all their events. */
export const histories = (tenant: string, after: string | null, limit: number) =>
  historiesOf(entryColumns, storedEvents, tenant, after, limit)

/** Returns streams with the clear parts of their events. */
export const clearHistories = (tenant: string, after: string | null, limit: number) =>
  historiesOf(clearColumns, clearEvents, tenant, after, limit)

/** Returns the heads of streams. */
export function* streams(tenant: string, after: string | null, limit: number): SqlProgram<readonly Head[]> {
  const rows = yield* query(
    `SELECT stream, version, hash FROM hearback_stream
     WHERE tenant = ?${after === null ? "" : " AND stream > ?"} ORDER BY stream LIMIT ?`,
    tenant,
    ...(after === null ? [] : [after]),
    limit
  )
  return rows.map((row) => ({ stream: text(row, "stream"), version: number(row, "version"), hash: hex(row, "hash") }))
}

/** Returns the position of a tenant's last event; 0 if there is none. */
export function* lastPositionOf(tenant: string): SqlProgram<number> {
  const [row] = yield* query("SELECT max(position) AS position FROM hearback_entry WHERE tenant = ?", tenant)
  return row ? number(row, "position") : 0
}

/** Returns the status of a store for a tenant. */
export function* status(tenant: string): SqlProgram<StoreStatus> {
  const [due] = yield* query(
    "SELECT min(ready_at) AS ready FROM hearback_case WHERE tenant = ? AND due_at IS NOT NULL",
    tenant
  )
  const [oldest] = yield* query(
    "SELECT min(due_at) AS at FROM hearback_case WHERE tenant = ? AND due_at IS NOT NULL",
    tenant
  )
  const [failing] = yield* query(
    "SELECT count(*) AS count FROM hearback_outbox WHERE tenant = ? AND error IS NOT NULL AND dead IS NULL",
    tenant
  )
  // Waiting messages are read once for all lanes.
  const found = yield* query(
    `SELECT lane, count(*) AS count, min(ready_at) AS at FROM hearback_outbox
     WHERE tenant = ? AND dead IS NULL GROUP BY lane ORDER BY lane`,
    tenant
  )
  const lanes = found.map((row) => ({ lane: text(row, "lane"), nextAt: number(row, "at") }))
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
      waiting: found.reduce((sum, row) => sum + number(row, "count"), 0),
      failing: maybeNumber(failing, "count") ?? 0,
      nextAt: lanes.length === 0 ? null : Math.min(...lanes.map(({ nextAt }) => nextAt)),
      lanes,
      dead: maybeNumber(dead, "count") ?? 0
    }
  }
}

/** Returns a kept value; undefined if there is none. */
export function* meta(tenant: string, key: string): SqlProgram<Json | undefined> {
  const [row] = yield* query("SELECT value FROM hearback_meta WHERE tenant = ? AND key = ?", tenant, key)
  return row && sharedJson(row, "value")
}

/** Stores a kept value. */
export function* setMeta(tenant: string, key: string, value: string): SqlProgram<void> {
  yield* query(
    `INSERT INTO hearback_meta (tenant, key, value) VALUES (?, ?, ?)
     ON CONFLICT (tenant, key) DO UPDATE SET value = excluded.value`,
    tenant,
    key,
    value
  )
}
