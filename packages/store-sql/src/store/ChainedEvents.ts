/** Events in their places, linked to what stands before them and ready to be put in. */

import { canonical } from "@hearback/core"
import type { Ref, SealedEvent, StoredEvent } from "@hearback/engine"
import { link } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { number } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type Value } from "../sql/SqlProgram.ts"
import { events as eventRows, insertRows } from "../sql/TableInserts.ts"

export interface ChainedEvent {
  readonly event: SealedEvent
  readonly at: Ref & { readonly version: number }
  readonly clear: string
  readonly hash: string
}

/** Links events to the head of their stream. */
export const chainEvents = (
  ref: Ref,
  head: { readonly version: number; readonly hash: string },
  events: readonly SealedEvent[]
): readonly ChainedEvent[] => {
  let { hash } = head
  return events.map((event, n) => {
    const at = { tenant: ref.tenant, stream: ref.stream, version: head.version + n + 1 }
    const clear = canonical(event.clear)
    hash = link(hash, at, event, clear)
    return { event, at, clear, hash }
  })
}

/** Position of the last event of all tenants; 0 where there is none. */
function* lastPosition(): SqlProgram<number> {
  const [row] = yield* query("SELECT max(position) AS position FROM hearback_event")
  return row ? number(row, "position") : 0
}

/**
 * Puts events in; returns them as stored, or undefined where the place of one is taken. Only one transaction writes at
 * a time, so positions are counted on from the last, and asking afterwards how many there are is cheaper than to be
 * given each row back.
 */
export function* insertEvents(
  dialect: Dialect,
  all: readonly ChainedEvent[]
): SqlProgram<readonly StoredEvent[] | undefined> {
  const last = yield* lastPosition()
  yield* insertRows(
    dialect,
    eventRows,
    all.map((one, n) => eventValues(one, last + n + 1))
  )
  const [row] = yield* query("SELECT count(*) AS count FROM hearback_event WHERE position > ?", last)
  if (row === undefined || number(row, "count") < all.length) return undefined
  return all.map(({ event, at, hash }, n) => storedEventOf(event, at, last + n + 1, hash))
}

/** Spelled out: a spread of each event costs as much as writing it. */
const storedEventOf = (event: SealedEvent, place: ChainedEvent["at"], position: number, hash: string): StoredEvent => {
  const { type, at, recordedAt, actor, command, policy, clear, sealed } = event
  const { tenant, stream, version } = place
  const open = { tenant, stream, version, position, type, at, recordedAt, actor, command, policy, clear, hash }
  return sealed === undefined ? open : { ...open, sealed }
}

const eventValues = ({ event, at, clear, hash }: ChainedEvent, place: number): readonly Value[] => [
  place,
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
]
