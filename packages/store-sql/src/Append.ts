/**
 * Writing a unit. The fences are inserts that do nothing where something stands already, counted by what they
 * return: an error raised by the database would end the host's transaction.
 */
import type {
  Appended,
  CaseRow,
  IntakeRow,
  OutboxMessage,
  SealedEvent,
  StoredEvent,
  Unit,
  Write
} from "@hearback/engine"
import { canonical, genesis, lastSort, link } from "@hearback/engine"
import { event as decodeEvent, eventColumns, has, json, number, text } from "./Decode.ts"
import type { Dialect } from "./Dialect.ts"
import { atomically, type Program, query, savepoint, type Value } from "./Program.ts"

/** Stores a unit inside a transaction. Whatever its answer but `appended`, the caller has to undo it. */
export function* append(dialect: Dialect, unit: Unit): Program<Appended> {
  const taken = yield* reserve(unit)
  if (!taken) return yield* recall(unit)
  const events: StoredEvent[] = []
  const versions: Record<string, number> = {}
  for (const write of unit.writes) {
    const outcome = yield* writeStream(dialect, unit.tenant, write, events)
    if (outcome) return outcome
    versions[write.stream] = write.expected + write.events.length
    if (write.row) yield* writeCase(unit.tenant, write.row)
    if (write.intake) yield* writeIntake(unit.tenant, write.intake)
  }
  for (const message of unit.outbox) yield* writeMessage(unit.tenant, message)
  return { result: "appended", position: events.at(-1)?.position ?? (yield* position()), versions, events }
}

/** Stores several units inside a transaction, each with its own outcome. */
export function* appendMany(dialect: Dialect, units: readonly Unit[]): Program<readonly Appended[]> {
  const outcomes: Appended[] = []
  for (const unit of units)
    outcomes.push(yield* atomically(savepoint, append(dialect, unit), ({ result }) => result === "appended"))
  return outcomes
}

export function* position(): Program<number> {
  const [row] = yield* query("SELECT max(position) AS position FROM hearback_event")
  return row ? number(row, "position") : 0
}

/** Takes the key; false when it is taken. */
function* reserve(unit: Unit): Program<boolean> {
  const places = unit.writes
    .filter(({ events }) => events.length > 0)
    .map(({ stream, expected, events }) => [stream, expected + 1, expected + events.length])
  const rows = yield* query(
    `INSERT INTO hearback_unit (tenant, key, fingerprint, places, answer) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING RETURNING 1 AS taken`,
    unit.tenant,
    unit.key,
    unit.fingerprint,
    JSON.stringify(places),
    unit.answer === undefined ? null : canonical(unit.answer)
  )
  return rows.length > 0
}

function* recall(unit: Unit): Program<Appended> {
  const [kept] = yield* query(
    "SELECT fingerprint, places, answer FROM hearback_unit WHERE tenant = ? AND key = ?",
    unit.tenant,
    unit.key
  )
  if (kept === undefined || text(kept, "fingerprint") !== unit.fingerprint) return { result: "key-reused" }
  const events: StoredEvent[] = []
  for (const [stream, from, to] of json(kept, "places") as readonly (readonly [string, number, number])[]) {
    const rows = yield* query(
      `SELECT ${eventColumns} FROM hearback_event
       WHERE tenant = ? AND stream = ? AND version BETWEEN ? AND ? ORDER BY version`,
      unit.tenant,
      stream,
      from,
      to
    )
    events.push(...rows.map(decodeEvent))
  }
  return { result: "replayed", events, ...(has(kept, "answer") && { answer: json(kept, "answer") }) }
}

type Conflict = Extract<Appended, { readonly result: "conflict" }>

function* writeStream(
  dialect: Dialect,
  tenant: string,
  { stream, expected, events }: Write,
  stored: StoredEvent[]
): Program<Conflict | undefined> {
  // A stream that is to be new needs no look: its head is inserted, and only where there is none.
  const isNew = expected === 0 && events.length > 0
  const head = isNew ? noHead : yield* headOf(tenant, stream, dialect.lock)
  if (head.version !== expected) return { result: "conflict", stream, version: head.version }
  let { hash } = head
  const linked: Linked[] = []
  for (const [n, event] of events.entries()) {
    const at = { tenant, stream, version: expected + n + 1 }
    const clear = canonical(event.clear)
    hash = link(hash, at, event, clear)
    linked.push({ event, at, clear, hash })
  }
  if (isNew && !(yield* insertHead(tenant, stream, events.length, hash))) return yield* conflict(tenant, stream)
  for (let from = 0; from < linked.length; ) {
    const size = Math.min(atOnce, 2 ** Math.floor(Math.log2(linked.length - from)))
    const written = yield* writeEvents(linked.slice(from, from + size), stored)
    if (!written) return yield* conflict(tenant, stream)
    from += size
  }
  if (!isNew && events.length > 0) yield* updateHead(tenant, stream, expected + events.length, hash)
  return undefined
}

const noHead = { version: 0, hash: genesis }

function* conflict(tenant: string, stream: string): Program<Conflict> {
  return { result: "conflict", stream, version: (yield* headOf(tenant, stream, "")).version }
}

function* headOf(tenant: string, stream: string, lock: string): Program<{ version: number; hash: string }> {
  const [row] = yield* query(
    `SELECT version, hash FROM hearback_stream WHERE tenant = ? AND stream = ?${lock}`,
    tenant,
    stream
  )
  return row ? { version: number(row, "version"), hash: text(row, "hash") } : noHead
}

/** Returns false where the stream has a head. */
function* insertHead(tenant: string, stream: string, version: number, hash: string): Program<boolean> {
  const rows = yield* query(
    `INSERT INTO hearback_stream (tenant, stream, version, hash) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING RETURNING 1 AS made`,
    tenant,
    stream,
    version,
    hash
  )
  return rows.length > 0
}

function* updateHead(tenant: string, stream: string, version: number, hash: string): Program<void> {
  yield* query(
    "UPDATE hearback_stream SET version = ?, hash = ? WHERE tenant = ? AND stream = ?",
    version,
    hash,
    tenant,
    stream
  )
}

/** An event in its place, with the text of its clear part. */
interface Linked {
  readonly event: SealedEvent
  readonly at: { readonly tenant: string; readonly stream: string; readonly version: number }
  readonly clear: string
  readonly hash: string
}

/** Rows to a statement: 1, 2, 4 … so that there are few statements to prepare. */
const atOnce = 16

const values = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
const eventInserts = new Map<number, string>()

const insertOf = (rows: number): string => {
  const known = eventInserts.get(rows)
  if (known !== undefined) return known
  const sql = `INSERT INTO hearback_event
      (tenant, stream, version, type, at, recorded_at, actor, command, policy, clear, customer, sealed, hash)
    VALUES ${Array.from({ length: rows }, () => values).join(", ")}
    ON CONFLICT (tenant, stream, version) DO NOTHING RETURNING version, position`
  eventInserts.set(rows, sql)
  return sql
}

/** Returns false when another stands at one of the versions. */
function* writeEvents(linked: readonly Linked[], stored: StoredEvent[]): Program<boolean> {
  const params: Value[] = []
  for (const { event, at, clear, hash } of linked)
    params.push(
      at.tenant,
      at.stream,
      at.version,
      event.type,
      event.at,
      event.recordedAt,
      event.actor,
      event.command,
      event.policy,
      clear,
      event.sealed?.customer ?? null,
      event.sealed?.ciphertext ?? null,
      hash
    )
  const rows = yield* query(insertOf(linked.length), ...params)
  // In what order rows are given back is the database's own affair.
  const positions = new Map(rows.map((row) => [number(row, "version"), number(row, "position")]))
  for (const { event, at, hash } of linked) {
    const position = positions.get(at.version)
    if (position === undefined) return false
    stored.push({ ...event, ...at, position, hash })
  }
  return true
}

/** A lease stays with its holder; what was only kept back is free again, since the reason may be gone. */
function* writeCase(tenant: string, row: CaseRow): Program<void> {
  yield* query(
    `INSERT INTO hearback_case
       (tenant, id, owner, state, kind, category, customer, problem, received_at, promise_at, text, body, due_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (tenant, id) DO UPDATE SET
       owner = excluded.owner, state = excluded.state, kind = excluded.kind, category = excluded.category,
       customer = excluded.customer, problem = excluded.problem, received_at = excluded.received_at,
       promise_at = excluded.promise_at, text = excluded.text, body = excluded.body, due_at = excluded.due_at,
       lease_until = CASE WHEN hearback_case.holder IS NULL THEN 0 ELSE hearback_case.lease_until END`,
    tenant,
    row.id,
    row.owner,
    row.state,
    row.kind,
    row.category,
    row.customer ?? null,
    row.problem ?? null,
    row.receivedAt,
    row.promiseAt ?? lastSort,
    row.text ?? null,
    canonical(row),
    row.dueAt
  )
}

function* writeIntake(tenant: string, row: IntakeRow): Program<void> {
  yield* query(
    `INSERT INTO hearback_intake (tenant, key, channel, state, received_at, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (tenant, key) DO UPDATE SET channel = excluded.channel, state = excluded.state,
       received_at = excluded.received_at, body = excluded.body`,
    tenant,
    row.key,
    row.channel,
    row.state,
    row.receivedAt,
    canonical(row)
  )
}

function* writeMessage(tenant: string, { sealed, ...message }: OutboxMessage): Program<void> {
  yield* query(
    `INSERT INTO hearback_outbox (tenant, id, body, customer, sealed, not_before) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    tenant,
    message.id,
    canonical(message),
    sealed?.customer ?? null,
    sealed?.ciphertext ?? null,
    message.notBefore
  )
}
