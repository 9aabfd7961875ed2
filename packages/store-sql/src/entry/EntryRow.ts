/**
 * An entry as a row: the position and version of its last event and how many it has, the envelope, what its events say in
 * one text, and what is sealed in one piece. Total on the way back: a damaged row becomes events that `verify` will
 * refuse, not a crash.
 */
import type { ClearEvent, Sealed, StoredEvent } from "@hearback/engine"
import { Entry, pack, unpack } from "@hearback/engine"
import { bytes, has, hex, number, text } from "../sql/RowDecoding.ts"
import type { SqlRow, SqlValue } from "../sql/SqlProgram.ts"
import type { InsertTarget } from "../sql/TableInserts.ts"

/** How a policy is known among the rows, and what entries under it are like. */
interface Named {
  readonly id: number
  readonly policy: string
  readonly sample: Uint8Array | undefined
}

export const entries: InsertTarget = {
  table: "hearback_entry",
  columns: [
    "position",
    "tenant",
    "stream",
    "version",
    "events",
    "recorded_at",
    "actor",
    "command",
    "policy",
    "said",
    "customers",
    "sealed",
    "hash"
  ],
  onMeeting: "ON CONFLICT (tenant, stream, version) DO NOTHING"
}

export const entryColumns = entries.columns.join(", ")

export const clearColumns = "stream, version, events, recorded_at, policy, said"

/** The last of an entry's events. */
export interface EntryEnd {
  readonly position: number
  readonly tenant: string
  readonly stream: string
  readonly version: number
  readonly hash: string
}

export const entryValues = (
  { position, tenant, stream, version, hash }: EntryEnd,
  shared: Entry.Shared,
  { said, sealed }: Entry.EntryText,
  count: number,
  { id, sample }: Named
): readonly SqlValue[] => [
  position,
  tenant,
  stream,
  version,
  count,
  shared.recordedAt,
  shared.actor,
  shared.command,
  id,
  pack(said, sample),
  sealed.length === 0 ? null : JSON.stringify(sealed.map(({ customer, ciphertext }) => [customer, ciphertext.length])),
  sealed.length === 0 ? null : Buffer.concat(sealed.map(({ ciphertext }) => ciphertext)),
  Buffer.from(hash, "hex")
]

/** Returns the stored events of an entry's row. */
export const storedEvents = (row: SqlRow, policy: Named | undefined): readonly StoredEvent[] => {
  const [tenant, stream, hash] = [text(row, "tenant"), text(row, "stream"), hex(row, "hash")]
  const events = Entry.eventsOf(sharedOf(row, policy), textOf(row, policy), number(row, "events"))
  const before = { version: number(row, "version") - events.length, position: number(row, "position") - events.length }
  return events.map((event, number) => ({
    ...event,
    tenant,
    stream,
    version: before.version + number + 1,
    position: before.position + number + 1,
    hash
  }))
}

/** Returns the events of a row as far as they are clear. */
export const clearEvents = (row: SqlRow, policy: Named | undefined): readonly ClearEvent[] => {
  const events = number(row, "events")
  const place = { before: number(row, "version") - events, recordedAt: number(row, "recorded_at") }
  return Entry.clearEventsOf(unpack(bytes(row, "said"), policy?.sample), events, place)
}

const sharedOf = (row: SqlRow, policy: Named | undefined): Entry.Shared => ({
  recordedAt: number(row, "recorded_at"),
  actor: text(row, "actor"),
  command: text(row, "command"),
  policy: policy?.policy ?? ""
})

const textOf = (row: SqlRow, policy: Named | undefined): Entry.EntryText => ({
  said: unpack(bytes(row, "said"), policy?.sample),
  sealed: has(row, "sealed") || has(row, "customers") ? sealedOf(row) : []
})

const sealedOf = (row: SqlRow): readonly Sealed[] => {
  const all = bytes(row, "sealed")
  let from = 0
  return lengthsIn(text(row, "customers")).map(([customer, length], number, lengths) => {
    // Whatever is left belongs to the last, so that nothing is overlooked.
    const to = number === lengths.length - 1 ? all.length : from + length
    const ciphertext = all.subarray(from, to)
    from = to
    return { customer, ciphertext }
  })
}

type Length = readonly [customer: string, length: number]

const lengthsIn = (written: string): readonly Length[] => {
  try {
    const found: unknown = JSON.parse(written)
    if (Array.isArray(found) && found.every(isLength)) return found
  } catch {
    // What is no JSON is no list of ours.
  }
  return [[written, 0]]
}

const isLength = (one: unknown): one is Length =>
  Array.isArray(one) && typeof one[0] === "string" && typeof one[1] === "number"
