/**
 * Appends a unit. A conflict is found by inserts that do nothing if a row exists, and by counting the rows that they
 * return, since an error of the database would end the host's transaction.
 */
import { defined } from "@hearback/core"
import type { Appended, Unit, Write } from "@hearback/engine"
import { genesis } from "@hearback/engine"
import { type ChainedEntry, chained, headValues, insertEntries, type PlacedEntry } from "../entry/ChainedEntries.ts"
import { eventsWhere } from "../entry/EntryReads.ts"
import type { Dialect } from "../sql/Dialect.ts"
import { messages, messagesOfUnit } from "../sql/MessageRow.ts"
import { bytes, has, hex, json, number } from "../sql/RowDecoding.ts"
import { atomically, query, type SqlProgram, savepoint } from "../sql/SqlProgram.ts"
import * as Rows from "../sql/TableInserts.ts"
import { leaveIndex } from "./CaseIndex.ts"
import { lastPositionOf } from "./RecordReads.ts"

/** Stores a unit inside of a transaction. With any answer but `appended` the caller has to undo it. */
export function* append(dialect: Dialect, unit: Unit): SqlProgram<Appended> {
  const [before = 0] = yield* dialect.takePositions(unit.tenant, [Rows.eventCount(unit.writes)])
  const taken = yield* Rows.insertRows(dialect, Rows.units, [Rows.unitValues(unit, before)])
  if (taken.length === 0) return yield* recall(unit)
  const placed = yield* fenced(dialect, unit, before)
  if ("result" in placed) return placed
  const events = yield* insertEntries(dialect, unit.tenant, placed.entries)
  if (events === undefined) return yield* conflictOf(unit, new Set())
  const versions: Record<string, number> = {}
  for (const write of unit.writes) {
    versions[write.stream] = write.expected + write.events.length
    if (write.row) yield* Rows.insertRows(dialect, Rows.cases, [Rows.caseValues(unit.tenant, write.row)])
    yield* leaveIndex(unit.tenant, [write])
    if (write.intake) yield* Rows.insertRows(dialect, Rows.intakes, [Rows.intakeValues(unit.tenant, write.intake)])
  }
  yield* Rows.insertRows(dialect, messages, messagesOfUnit(unit))
  const position = events.at(-1)?.position ?? (yield* lastPositionOf(unit.tenant))
  return { result: "appended", position, versions, events }
}

/** Stores several units inside of a transaction, one by one, each with its own answer. */
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

/**
 * Checks the heads of all streams and updates them; returns the entries in the order of the writes. Heads are locked in
 * the order of their names, so that units with the same streams wait for each other and never in a circle.
 */
function* fenced(
  dialect: Dialect,
  unit: Unit,
  before: number
): SqlProgram<{ readonly entries: readonly PlacedEntry[] } | Conflict> {
  const { tenant, writes } = unit
  const found = new Map<string, ChainedEntry>()
  const moved: ChainedEntry[] = []
  const made = new Set<string>()
  for (const { stream, expected, events } of [...writes].sort(byStream)) {
    // The head of a new stream need not be read: it is inserted only if there is none.
    const isNew = expected === 0 && events.length > 0
    const head = isNew ? noHead : yield* headOf(tenant, stream, dialect.lock)
    if (head.version !== expected) return yield* conflictOf(unit, made)
    const entry = chained({ tenant, stream }, head, events)
    if (entry === undefined) continue
    found.set(stream, entry)
    if (!isNew) moved.push(entry)
    else if ((yield* Rows.insertRows(dialect, Rows.newHeads, [headValues(entry)])).length === 0)
      return yield* conflictOf(unit, made)
    else made.add(stream)
  }
  yield* Rows.insertRows(dialect, Rows.heads, moved.map(headValues))
  let last = before
  const entries = writes.flatMap(({ stream, events }): readonly PlacedEntry[] => {
    const entry = found.get(stream)
    last += events.length
    return entry === undefined ? [] : [{ entry, before: last - events.length }]
  })
  return { entries }
}

const byStream = (one: Write, other: Write): number => (one.stream < other.stream ? -1 : 1)

/** Returns the first stream whose version is not the expected one. `made`: the streams that this unit has begun. */
function* conflictOf({ tenant, writes }: Unit, made: ReadonlySet<string>): SqlProgram<Conflict> {
  for (const { stream, expected } of writes) {
    if (made.has(stream)) continue
    const { version } = yield* headOf(tenant, stream, "")
    if (version !== expected) return { result: "conflict", stream, version }
  }
  // The head is the expected one, but the next version is taken.
  const [first] = writes
  return { result: "conflict", stream: first?.stream ?? "", version: first?.expected ?? 0 }
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
