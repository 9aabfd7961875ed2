/** Entries in their places, linked to what stands before them and ready to be put in. */
import { Entry, linkText, type Ref, type SealedEvent, type StoredEvent } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { number } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type Value } from "../sql/SqlProgram.ts"
import { insertRows } from "../sql/TableInserts.ts"
import { entries, entryValues } from "./EntryRow.ts"
import { type PolicyName, policyNamed } from "./PolicyNames.ts"

/** Events that are written together, at `version` and on. */
export interface ChainedEntry extends Ref {
  readonly version: number
  readonly events: readonly [SealedEvent, ...SealedEvent[]]
  readonly text: Entry.EntryText
  readonly hash: string
}

/** Links events to the head of their stream; undefined where there are none. */
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

/** The head of a stream whose last entry this is. */
export const headValues = ({ tenant, stream, version, events, hash }: ChainedEntry): readonly Value[] => [
  tenant,
  stream,
  version + events.length - 1,
  Buffer.from(hash, "hex")
]

/** Position of the last event of all tenants; 0 where there is none. */
export function* lastPosition(): SqlProgram<number> {
  const [row] = yield* query("SELECT max(position) AS position FROM hearback_entry")
  return row ? number(row, "position") : 0
}

/**
 * Puts entries of a tenant in; returns their events as stored, or undefined where the place of one is taken. Only one
 * transaction writes at a time, so positions are counted on from the `last`, and asking afterwards how many there are is
 * cheaper than to be given each row back.
 */
export function* insertEntries(
  dialect: Dialect,
  tenant: string,
  all: readonly ChainedEntry[],
  last: number
): SqlProgram<readonly StoredEvent[] | undefined> {
  const policies = yield* policiesOf(tenant, all)
  const rows: (readonly Value[])[] = []
  const stored: StoredEvent[] = []
  let position = last
  for (const entry of all) {
    const { stream, version, events, text, hash } = entry
    const [first] = events
    for (let n = 0; n < events.length; n++) stored.push(storedEventOf(entry, n, ++position))
    const end = { position, tenant, stream, version: version + events.length - 1, hash }
    rows.push(entryValues(end, first, text, events.length, policies.get(first.policy) as PolicyName))
  }
  yield* insertRows(dialect, entries, rows)
  const [row] = yield* query("SELECT count(*) AS count FROM hearback_entry WHERE position > ?", last)
  return row === undefined || number(row, "count") < all.length ? undefined : stored
}

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

/** Returns the n-th event of an entry. Spelled out: a spread of each event costs as much as writing it. */
const storedEventOf = (entry: ChainedEntry, n: number, position: number): StoredEvent => {
  const { tenant, stream, events, hash } = entry
  const { type, at, recordedAt, actor, command, policy, clear, sealed } = events[n] as SealedEvent
  const version = entry.version + n
  if (sealed === undefined)
    return { tenant, stream, version, position, type, at, recordedAt, actor, command, policy, clear, hash }
  return { tenant, stream, version, position, type, at, recordedAt, actor, command, policy, clear, hash, sealed }
}
