/**
 * An entry as a row: position and version of its last event, the number of its events, the envelope, the clear parts in
 * one text, and the sealed parts in one value. A damaged row never throws: it becomes events that `verify` refuses.
 */
import type { ClearEvent, Sealed, StoredEvent } from "@hearback/engine"
import { Entry, pack, unpack } from "@hearback/engine"
import { bytes, has, hex, number, text } from "../sql/RowDecoding.ts"
import type { SqlRow, SqlValue } from "../sql/SqlProgram.ts"
import type { InsertTarget } from "../sql/TableInserts.ts"

/** How rows refer to a policy, with the sample for packing. */
interface Named {
  readonly id: number
  readonly policy: string
  readonly sample: Uint8Array | undefined
}

/** The table of entries. */
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

/** The columns from which events are read. */
export const entryColumns = entries.columns.join(", ")

/** The columns from which only clear parts are read. */
export const clearColumns = "stream, version, events, recorded_at, policy, said"

/** The last event of an entry. */
export interface EntryEnd {
  readonly position: number
  readonly tenant: string
  readonly stream: string
  readonly version: number
  readonly hash: string
}

/** Returns the row of an entry. */
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

/** Returns the stored events in a row. */
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

/** Returns the clear parts of the events in a row. */
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
    // The last part takes all remaining bytes, so that none is left out.
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
    // The store writes only JSON lists, so anything else is damaged.
  }
  return [[written, 0]]
}

const isLength = (one: unknown): one is Length =>
  Array.isArray(one) && typeof one[0] === "string" && typeof one[1] === "number"
