/**
 * Appends many units at once: the rows of all units table by table, with the same checks for all. It succeeds only if
 * every unit is new and every stream has the expected version. Otherwise the units are appended one by one.
 */
import type { Appended, StoredEvent, Unit, Write } from "@hearback/engine"
import { genesis } from "@hearback/engine"
import { chained, headValues, insertEntries, type PlacedEntry } from "../entry/ChainedEntries.ts"
import type { Dialect } from "../sql/Dialect.ts"
import { messages, messagesOfUnit } from "../sql/MessageRow.ts"
import { hex, number, text } from "../sql/RowDecoding.ts"
import { queryEach, type SqlProgram, type SqlValue } from "../sql/SqlProgram.ts"
import * as Rows from "../sql/TableInserts.ts"
import { leaveIndex } from "./CaseIndex.ts"

/** Stores the units. Returns undefined if it cannot, and the caller then has to undo what was begun. */
export function* appendBatch(dialect: Dialect, units: readonly Unit[]): SqlProgram<readonly Appended[] | undefined> {
  const [first] = units
  if (first === undefined || !touchDifferentThings(units, first.tenant)) return undefined
  const { tenant } = first
  const places = yield* dialect.takePositions(
    tenant,
    units.map((unit) => Rows.eventCount(unit.writes))
  )
  if (!(yield* insertUnits(dialect, units, places))) return undefined
  const writes = units.flatMap((unit) => unit.writes)
  const befores = beforeEach(units, places).values()
  const known = yield* headsOf(dialect, tenant, writes)
  const all: PlacedEntry[] = []
  const made: (readonly SqlValue[])[] = []
  const moved: (readonly SqlValue[])[] = []
  for (const { stream, expected, events } of writes) {
    const head = known.get(stream) ?? noHead
    if (head.version !== expected) return undefined
    const entry = chained({ tenant, stream }, head, events)
    if (entry === undefined) return undefined
    all.push({ entry, before: befores.next().value ?? 0 })
    const rows = expected === 0 ? made : moved
    rows.push(headValues(entry))
  }
  if ((yield* Rows.insertRows(dialect, Rows.newHeads, made)).length < made.length) return undefined
  yield* Rows.insertRows(dialect, Rows.heads, moved)
  const stored = yield* insertEntries(dialect, tenant, all)
  if (stored === undefined) return undefined
  yield* insertListRows(dialect, tenant, units, writes)
  return answersOf(units, stored)
}

const noHead = { version: 0, hash: genesis }

/** Inserts the units; returns whether all keys were free. */
function* insertUnits(dialect: Dialect, units: readonly Unit[], places: readonly number[]): SqlProgram<boolean> {
  const rows = units.map((unit, n) => Rows.unitValues(unit, places[n] ?? 0))
  return (yield* Rows.insertRows(dialect, Rows.units, rows)).length === units.length
}

/** Returns the position before the first event of each write, from those of the units. */
const beforeEach = (units: readonly Unit[], places: readonly number[]): readonly number[] =>
  units.flatMap(({ writes }, index) => {
    let before = places[index] ?? 0
    return writes.map(({ events }) => {
      before += events.length
      return before - events.length
    })
  })

/** Returns whether no two units concern the same stream, key or row. */
const touchDifferentThings = (units: readonly Unit[], tenant: string): boolean => {
  const writes = units.flatMap((unit) => unit.writes)
  return (
    units.every(
      (unit) => unit.tenant === tenant && unit.writes.length > 0 && unit.writes.every(({ events }) => events.length > 0)
    ) &&
    areDifferent(units.map(({ key }) => key)) &&
    areDifferent(writes.map(({ stream }) => stream)) &&
    areDifferent(writes.flatMap(({ row }) => row?.id ?? [])) &&
    areDifferent(writes.flatMap(({ intake }) => intake?.key ?? []))
  )
}

const areDifferent = (names: readonly string[]): boolean => new Set(names).size === names.length

/**
 * Returns the heads of the streams that should exist; for new ones the insert will tell. They are locked in the order
 * of their names, so that batches with the same streams wait for each other and never in a circle.
 */
function* headsOf(
  dialect: Dialect,
  tenant: string,
  writes: readonly Write[]
): SqlProgram<ReadonlyMap<string, { readonly version: number; readonly hash: string }>> {
  const rows = yield* queryEach(
    (marks) =>
      `SELECT stream, version, hash FROM hearback_stream WHERE tenant = ? AND stream IN (${marks}) ORDER BY stream${dialect.lock}`,
    tenant,
    writes
      .filter(({ expected }) => expected > 0)
      .map(({ stream }) => stream)
      .sort()
  )
  return new Map(rows.map((row) => [text(row, "stream"), { version: number(row, "version"), hash: hex(row, "hash") }]))
}

function* insertListRows(
  dialect: Dialect,
  tenant: string,
  units: readonly Unit[],
  writes: readonly Write[]
): SqlProgram<void> {
  yield* Rows.insertRows(
    dialect,
    Rows.cases,
    writes.flatMap(({ row }) => (row ? [Rows.caseValues(tenant, row)] : []))
  )
  yield* leaveIndex(tenant, writes)
  yield* Rows.insertRows(
    dialect,
    Rows.intakes,
    writes.flatMap(({ intake }) => (intake ? [Rows.intakeValues(tenant, intake)] : []))
  )
  yield* Rows.insertRows(dialect, messages, units.flatMap(messagesOfUnit))
}

/** Gives each unit its own events; these are in the order of the units. */
const answersOf = (units: readonly Unit[], stored: readonly StoredEvent[]): readonly Appended[] => {
  let from = 0
  return units.map(({ writes }) => {
    const versions: Record<string, number> = {}
    let count = 0
    for (const { stream, expected, events } of writes) {
      versions[stream] = expected + events.length
      count += events.length
    }
    const events = stored.slice(from, from + count)
    from += count
    return { result: "appended", position: events.at(-1)?.position ?? 0, versions, events }
  })
}
