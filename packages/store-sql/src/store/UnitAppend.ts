/**
 * Appends a unit. A conflict is found by inserts that do nothing where a row exists, and by counting the rows that they
 * return: an error raised by the database would end the host's transaction.
 */
import { defined } from "@hearback/core"
import type { Appended, StoredEvent, Unit, Write } from "@hearback/engine"
import { genesis } from "@hearback/engine"
import { chained, headValues, insertEntries } from "../entry/ChainedEntries.ts"
import { eventsWhere } from "../entry/EntryReads.ts"
import type { Dialect } from "../sql/Dialect.ts"
import { messages, messagesOfUnit } from "../sql/MessageRow.ts"
import { bytes, has, hex, json, number } from "../sql/RowDecoding.ts"
import { atomically, query, type SqlProgram, savepoint } from "../sql/SqlProgram.ts"
import * as Rows from "../sql/TableInserts.ts"
import { leaveIndex } from "./CaseIndex.ts"
import { lastPositionOf } from "./RecordReads.ts"

/** Stores a unit inside a transaction. Whatever its answer but `appended`, the caller has to undo it. */
export function* append(dialect: Dialect, unit: Unit): SqlProgram<Appended> {
  const [before = 0] = yield* dialect.takePositions([Rows.eventCount(unit.writes)])
  const taken = yield* Rows.insertRows(dialect, Rows.units, [Rows.unitValues(unit, before)])
  if (taken.length === 0) return yield* recall(unit)
  const events: StoredEvent[] = []
  const versions: Record<string, number> = {}
  for (const write of unit.writes) {
    const outcome = yield* writeStream(dialect, unit.tenant, write, before, events)
    if (outcome) return outcome
    versions[write.stream] = write.expected + write.events.length
    if (write.row) yield* Rows.insertRows(dialect, Rows.cases, [Rows.caseValues(unit.tenant, write.row)])
    yield* leaveIndex(unit.tenant, [write])
    if (write.intake) yield* Rows.insertRows(dialect, Rows.intakes, [Rows.intakeValues(unit.tenant, write.intake)])
  }
  yield* Rows.insertRows(dialect, messages, messagesOfUnit(unit))
  const position = events.at(-1)?.position ?? (yield* lastPositionOf(unit.tenant))
  return { result: "appended", position, versions, events }
}

/** Stores several units inside a transaction, one by one, each with its own outcome. */
export function* appendEach(dialect: Dialect, units: readonly Unit[]): SqlProgram<readonly Appended[]> {
  const outcomes: Appended[] = []
  for (const unit of units)
    outcomes.push(yield* atomically(savepoint, append(dialect, unit), ({ result }) => result === "appended"))
  return outcomes
}

function* recall(unit: Unit): SqlProgram<Appended> {
  const [kept] = yield* query(
    "SELECT fingerprint, position, events, answer FROM hearback_unit WHERE tenant = ? AND key = ?",
    unit.tenant,
    Rows.shortHash(unit.key)
  )
  if (kept === undefined || Buffer.compare(bytes(kept, "fingerprint"), Rows.shortHash(unit.fingerprint)) !== 0)
    return { result: "key-reused" }
  const last = number(kept, "position")
  const events = yield* eventsWhere(
    "tenant = ? AND position > ? AND position <= ? ORDER BY position",
    unit.tenant,
    last - number(kept, "events"),
    last
  )
  return defined({ result: "replayed", events, answer: has(kept, "answer") ? json(kept, "answer") : undefined })
}

type Conflict = Extract<Appended, { readonly result: "conflict" }>

function* writeStream(
  dialect: Dialect,
  tenant: string,
  { stream, expected, events }: Write,
  before: number,
  stored: StoredEvent[]
): SqlProgram<Conflict | undefined> {
  // A stream that is to be new needs no look: its head is inserted, and only where there is none.
  const isNew = expected === 0 && events.length > 0
  const head = isNew ? noHead : yield* headOf(tenant, stream, dialect.lock)
  if (head.version !== expected) return { result: "conflict", stream, version: head.version }
  const entry = chained({ tenant, stream }, head, events)
  if (entry === undefined) return undefined
  const headed = yield* Rows.insertRows(dialect, isNew ? Rows.newHeads : Rows.heads, [headValues(entry)])
  const last = before + stored.length
  const put =
    isNew && headed.length === 0 ? undefined : yield* insertEntries(dialect, tenant, [{ entry, before: last }])
  if (put === undefined) return { result: "conflict", stream, version: (yield* headOf(tenant, stream, "")).version }
  stored.push(...put)
  return undefined
}

const noHead = { version: 0, hash: genesis }

function* headOf(tenant: string, stream: string, lock: string): SqlProgram<{ version: number; hash: string }> {
  const [row] = yield* query(
    `SELECT version, hash FROM hearback_stream WHERE tenant = ? AND stream = ?${lock}`,
    tenant,
    stream
  )
  return row ? { version: number(row, "version"), hash: hex(row, "hash") } : noHead
}
