/** Events in their places, linked to what stands before them and ready to be put in. */
import type { Ref, SealedEvent, StoredEvent } from "@hearback/engine"
import { canonical, link } from "@hearback/engine"
import { number, text } from "./Decode.ts"
import type { Program, Value } from "./Program.ts"
import { events as eventRows, put } from "./Rows.ts"

export interface Linked {
  readonly event: SealedEvent
  readonly at: Ref & { readonly version: number }
  readonly clear: string
  readonly hash: string
}

/** Links events to the head of their stream. */
export const linked = (
  ref: Ref,
  head: { readonly version: number; readonly hash: string },
  events: readonly SealedEvent[]
): readonly Linked[] => {
  let { hash } = head
  return events.map((event, n) => {
    const at = { tenant: ref.tenant, stream: ref.stream, version: head.version + n + 1 }
    const clear = canonical(event.clear)
    hash = link(hash, at, event, clear)
    return { event, at, clear, hash }
  })
}

/** Puts events in; returns them as stored, or the stream of the first whose place is taken. */
export function* putEvents(all: readonly Linked[]): Program<readonly StoredEvent[] | string> {
  const positions = new Map<string, number>()
  for (const row of yield* put(eventRows, all.map(valuesOf)))
    positions.set(`${number(row, "version")} ${text(row, "stream")}`, number(row, "position"))
  const stored: StoredEvent[] = []
  for (const { event, at, hash } of all) {
    const position = positions.get(`${at.version} ${at.stream}`)
    if (position === undefined) return at.stream
    stored.push({ ...event, ...at, position, hash })
  }
  return stored
}

const valuesOf = ({ event, at, clear, hash }: Linked): readonly Value[] => [
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
