/** Entries with their version and their hash, ready to be inserted. */
import { Entry, linkText, type Ref, type SealedEvent, type StoredEvent } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { number } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlValue } from "../sql/SqlProgram.ts"
import { insertRows } from "../sql/TableInserts.ts"
import { entries, entryValues } from "./EntryRow.ts"
import { type PolicyName, policyNamed } from "./PolicyNames.ts"

/** Events that are written together, the first with the version `version`. */
export interface ChainedEntry extends Ref {
  readonly version: number
  readonly events: readonly [SealedEvent, ...SealedEvent[]]
  readonly text: Entry.EntryText
  readonly hash: string
}

/** Links events to the head of their stream; undefined if there are none. */
export const chained = (
  { tenant, stream }: Ref,
  head: { readonly version: number; readonly hash: string },
  [first, ...others]: readonly SealedEvent[]
): ChainedEntry | undefined => {
  if (first === undefined) return undefined
  const at = { tenant, stream, version: head.version + 1 }
  const events: ChainedEntry["events"] = [first, ...others]
  const text = Entry.textOf(events)
  return { ...at, events, text, hash: linkText(head.hash, at, first, text) }
}

/** Returns the row of a stream's head after this entry. */
export const headValues = ({ tenant, stream, version, events, hash }: ChainedEntry): readonly SqlValue[] => [
  tenant,
  stream,
  version + events.length - 1,
  Buffer.from(hash, "hex")
]

/** An entry, with the position before its first event. */
export interface PlacedEntry {
  readonly entry: ChainedEntry
  readonly before: number
}

/** Inserts the entries of a tenant. Returns their events as stored; undefined if a version is taken already. */
export function* insertEntries(
  dialect: Dialect,
  tenant: string,
  all: readonly PlacedEntry[]
): SqlProgram<readonly StoredEvent[] | undefined> {
  const [first] = all
  if (first === undefined) return []
  const policies = yield* policiesOf(
    tenant,
    all.map(({ entry }) => entry)
  )
  const stored: StoredEvent[] = []
  const rows = all.map(({ entry, before }) => {
    const { stream, version, events, text, hash } = entry
    for (let n = 0; n < events.length; n++) stored.push(storedEventOf(entry, n, before + n + 1))
    const end = { position: before + events.length, tenant, stream, version: version + events.length - 1, hash }
    return entryValues(end, events[0], text, events.length, policies.get(events[0].policy) as PolicyName)
  })
  return (yield* putIn(dialect, rows, first.before)) < all.length ? undefined : stored
}

/**
 * Inserts rows and returns how many were inserted. Counting the rows after `last` costs less than returning each of
 * them.
 */
function* putIn(dialect: Dialect, rows: readonly (readonly SqlValue[])[], last: number): SqlProgram<number> {
  if (dialect.returnsEntries) return (yield* insertRows(dialect, returnedEntries, rows)).length
  yield* insertRows(dialect, entries, rows)
  const [row] = yield* query("SELECT count(*) AS count FROM hearback_entry WHERE position > ?", last)
  return row === undefined ? 0 : number(row, "count")
}

const returnedEntries = { ...entries, onMeeting: `${entries.onMeeting} RETURNING position` }

function* policiesOf(tenant: string, all: readonly ChainedEntry[]): SqlProgram<ReadonlyMap<string, PolicyName>> {
  const said = new Map<string, string[]>()
  for (const { events, text } of all) {
    const { policy } = events[0]
    const known = said.get(policy)
    if (known === undefined) said.set(policy, [text.said])
    else known.push(text.said)
  }
  const named = new Map<string, PolicyName>()
  for (const [policy, texts] of said) named.set(policy, yield* policyNamed(tenant, policy, texts))
  return named
}

/**
 * Returns event number `count` of an entry. The members are written out, since a spread costs as much as the insert.
 */
const storedEventOf = (entry: ChainedEntry, count: number, position: number): StoredEvent => {
  const { tenant, stream, events, hash } = entry
  const { type, at, recordedAt, actor, command, policy, clear, sealed } = events[count] as SealedEvent
  const version = entry.version + count
  if (sealed === undefined)
    return { tenant, stream, version, position, type, at, recordedAt, actor, command, policy, clear, hash }
  return { tenant, stream, version, position, type, at, recordedAt, actor, command, policy, clear, hash, sealed }
}
