/** One tenant's record in memory, and how a unit adds events to it. */
import { defined } from "@hearback/core"
import * as Stream from "../name/Stream.ts"
import type { CaseHead, IndexCoverage, IndexedCustomer, Indexing } from "../port/CaseIndex.ts"
import type { Json, StoredEvent, StreamHistory } from "../port/Event.ts"
import type { Appended, FiledRow, Refiling, RowKind, RowKinds, StreamHeads, Unit } from "../port/EventStore.ts"
import type { CaseListRow, IntakeRow } from "../port/ListRow.ts"
import { genesis, link } from "../record/Chain.ts"
import { copySealed, freezeMessage, freezeRow, handOut } from "./FrozenCopy.ts"
import { type MemoryIndex, makeMemoryIndex } from "./MemoryIndex.ts"
import { type MemoryProjections, makeMemoryProjections } from "./MemoryProjections.ts"
import { makeWorkQueue, type WorkQueue } from "./WorkQueue.ts"

/** The record of one tenant. */
export interface Tenant {
  /** All events in the order of their positions. */
  readonly order: StoredEvent[]
  readonly streams: Map<string, StoredEvent[]>
  /** The names of streams, sorted when they are read if some are new. */
  readonly names: string[]
  readonly cases: Map<string, CaseListRow>
  readonly intake: Map<string, IntakeRow>
  readonly units: Map<string, KeptUnit>
  readonly meta: Map<string, Json>
  readonly watchers: Set<() => void>
  readonly queue: WorkQueue
  readonly index: MemoryIndex
  readonly projections: MemoryProjections
}

interface KeptUnit {
  readonly fingerprint: string
  readonly events: readonly StoredEvent[]
  readonly answer?: Json
}

/** Makes an empty record. */
export const makeTenant = (name: string, lease: () => string): Tenant => {
  const cases = new Map<string, CaseListRow>()
  return {
    order: [],
    streams: new Map(),
    names: [],
    cases,
    intake: new Map(),
    units: new Map(),
    meta: new Map(),
    watchers: new Set(),
    queue: makeWorkQueue(name, cases, lease),
    index: makeMemoryIndex(),
    projections: makeMemoryProjections()
  }
}

/** Returns the answer of an earlier unit with this key; undefined if there was none. */
export const recall = (tenant: Tenant, unit: Unit): Appended | undefined => {
  const kept = tenant.units.get(unit.key)
  if (kept === undefined) return undefined
  if (kept.fingerprint !== unit.fingerprint) return { result: "key-reused" }
  const events = handOut(kept.events)
  return defined({ result: "replayed", events, answer: kept.answer })
}

/** Returns the unit's events with their positions, or the stream whose version differs. Changes nothing. */
export const place = (tenant: Tenant, unit: Unit, position: number): readonly StoredEvent[] | Conflict => {
  const heads = new Map<string, { readonly version: number; readonly hash: string }>()
  const events: StoredEvent[] = []
  for (const { stream, expected, events: added } of unit.writes) {
    let head: { readonly version: number; readonly hash: string } = heads.get(stream) ??
      tenant.streams.get(stream)?.at(-1) ?? { version: 0, hash: genesis }
    if (head.version !== expected) return { result: "conflict", stream, version: head.version }
    const [first, ...others] = added
    if (first === undefined) continue
    const ref = { tenant: unit.tenant, stream }
    const hash = link(head.hash, { ...ref, version: head.version + 1 }, [first, ...others])
    for (const event of added) {
      head = { version: head.version + 1, hash }
      events.push(Object.freeze({ ...event, ...ref, ...head, position: position + events.length + 1 }))
    }
    heads.set(stream, head)
  }
  return events
}

type Conflict = Extract<Appended, { readonly result: "conflict" }>

/** Adds a unit whose events were placed. */
export const keep = (tenant: Tenant, unit: Unit, events: readonly StoredEvent[]): void => {
  tenant.order.push(...events)
  for (const event of events) {
    const stream = tenant.streams.get(event.stream)
    if (stream) stream.push(event)
    else {
      tenant.streams.set(event.stream, [event])
      tenant.names.push(event.stream)
    }
  }
  for (const { row, saysMore, intake } of unit.writes) {
    if (row) tenant.cases.set(row.id, row)
    if (row && saysMore === true) tenant.index.leave(row.id)
    if (intake) tenant.intake.set(intake.key, intake)
  }
  const { key, fingerprint, answer } = unit
  tenant.units.set(key, { fingerprint, events, ...defined({ answer }) })
  tenant.queue.take(unit)
}

/** Returns names of streams in order, after a name. */
export const namesAfter = ({ names }: Tenant, after: string | null, limit: number): readonly string[] => {
  // The list is nearly sorted, since new names are at the end.
  names.sort()
  const from = after === null ? 0 : firstIndex(names, (name) => name > after)
  return names.slice(from, from + limit)
}

/** Returns whole streams in order, after a name. */
export const historiesOf = <Event>(
  tenant: Tenant,
  after: string | null,
  limit: number,
  read: (events: readonly StoredEvent[]) => readonly Event[]
): readonly StreamHistory<Event>[] =>
  namesAfter(tenant, after, limit).map((stream) => ({
    stream,
    events: read(tenant.streams.get(stream) ?? [])
  }))

/** Returns the first index from which a condition holds; the length if it never does. */
export const firstIndex = <T>(all: readonly T[], holds: (one: T) => boolean): number => {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(all[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

/** Returns rows as they are stored, in order of key, after a key. */
export const filedIn = <K extends RowKind>(
  { cases, intake, queue }: Tenant,
  kind: K,
  after: string | null,
  limit: number
): readonly FiledRow<K>[] => {
  const rows: { readonly [Kind in RowKind]: readonly (readonly [string, RowKinds[Kind]])[] } = {
    case: [...cases],
    arrival: [...intake],
    message: queue.messages().map((message) => [message.id, message] as const)
  }
  return (rows[kind] as readonly (readonly [string, RowKinds[K]])[])
    .filter(([key]) => after === null || key > after)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([key, row]) => ({ key, row, torn: [] }))
}

/** Writes rows and removes others. */
export const refileIn = ({ cases, intake, queue, index }: Tenant, { put, out }: Refiling): void => {
  for (const id of [...out.case, ...put.case.map((row) => row.id)]) index.leave(id)
  for (const key of out.case) cases.delete(key)
  for (const key of out.arrival) intake.delete(key)
  queue.drop([...out.message, ...put.message.map(({ id }) => id)])
  for (const row of put.case) cases.set(row.id, freezeRow(row))
  for (const row of put.arrival) intake.set(row.key, freezeRow(row))
  const writes = put.case.map((row) => ({ stream: "", expected: 0, events: [], row }))
  queue.take({ writes, outbox: put.message.map((message) => freezeMessage(message)) })
}

/** Returns the cases of a customer that were received before an instant, the last one first. */
export const latestIn = ({ cases, streams }: Tenant, customer: string, before: number): readonly CaseHead[] =>
  [...cases.values()]
    .filter((row) => row.customer === customer && row.receivedAt < before)
    .sort((a, b) => b.receivedAt - a.receivedAt || (a.id < b.id ? 1 : -1))
    .map(({ id }) => ({ id, version: streams.get(Stream.ofCase(id))?.length ?? 0 }))

/** Returns how far the cases of a customer are indexed. */
export const coverageIn = ({ cases, index }: Tenant, of: IndexedCustomer, edition: number): IndexCoverage => {
  const theirs = [...cases.values()].filter(({ customer }) => (customer ?? null) === of).map(({ id }) => id)
  const without = theirs.filter((id) => index.edition(id) !== edition)
  return { isBegun: without.length < theirs.length, without }
}

/** Adds a segment, and marks those of its cases as indexed whose streams are unchanged since they were read. */
export const indexIn = ({ streams, index }: Tenant, { of, edition, cases, sealed }: Indexing): void =>
  index.add(
    of,
    edition,
    cases.filter(({ stream, version }) => (streams.get(stream)?.length ?? 0) === version),
    copySealed(sealed)
  )

/** Returns the streams of the next events after a position. */
export const movedIn = ({ order }: Tenant, after: number | null, limit: number): StreamHeads => {
  const from = after === null ? 0 : firstIndex(order, ({ position }) => position > after)
  const stretch = order.slice(from, from + limit)
  const heads = new Map(stretch.map(({ stream, version, hash }) => [stream, { stream, version, hash }]))
  return {
    heads: [...heads.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1)),
    events: stretch.length,
    to: stretch.at(-1)?.position ?? null
  }
}

/** Returns the position of a tenant's last event; 0 if there is none. */
export const lastPosition = ({ order }: Tenant): number => order.at(-1)?.position ?? 0

/** Returns the version of each stream of a unit after it. */
export const versionsAfter = (unit: Unit): Readonly<Record<string, number>> =>
  Object.fromEntries(unit.writes.map(({ stream, expected, events }) => [stream, expected + events.length]))
