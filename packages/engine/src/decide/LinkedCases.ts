/**
 * Cases that are one matter. A case knows the cases that it was linked to itself, but learns of other links through the
 * outbox, late or never. Whoever links a case to another one therefore writes a line into a stream of the other one in
 * the same append, so that every decision sees all stored links.
 */
import type { Case } from "@hearback/core"
import { Outbound, Relations } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import * as Stream from "../name/Stream.ts"
import type { SealedEvent } from "../port/Event.ts"
import type { Write } from "../port/EventStore.ts"
import { decodeClear, encodeClear } from "../record/EventCodec.ts"
import { lastRecorded, type RecordedTime, recordedTime } from "../record/RecordedTime.ts"

/** The cases of one matter, without the case for which they are read. */
export interface Matter {
  readonly cases: readonly Pick<Case.Case, "id" | "version" | "authority">[]
  /** The versions that must be unchanged when a decision on them is appended. */
  readonly reads: readonly Write[]
  /** Whether there are more cases than are read. */
  readonly isCut: boolean
}

/** A matter without further cases. */
export const noMatter: Matter = { cases: [], reads: [], isCut: false }

/** The most linked cases that are read. */
const maxLinkedCases = 200

const streamOf = (id: string): string => Stream.render({ kind: "links", id })

const readLinks = async ({ store, tenant }: EngineContext, id: string) => {
  const { version, events } = await store.load({ tenant, stream: streamOf(id) })
  const from = events.map((stored) => decodeClear("links", stored, stored.stream).case)
  return { version, from, recordedAt: lastRecorded(events) }
}

/** Reads the cases that are linked to a case, directly or through others, in either direction. */
export const readMatter = async (
  context: EngineContext,
  state: Case.Case,
  load: (id: string) => Promise<{ readonly state: Case.Case }>
): Promise<Matter> => {
  const seen = new Set([state.id])
  const cases: Case.Case[] = []
  const reads: Write[] = []
  for (const id of seen) {
    if (cases.length >= maxLinkedCases) return { cases, reads, isCut: true }
    const one = id === state.id ? state : (await load(id)).state
    if (one.version === 0) continue
    if (id !== state.id) {
      cases.push(one)
      reads.push({ stream: Stream.ofCase(id), expected: one.version, events: [] })
    }
    const { version, from } = await readLinks(context, id)
    reads.push({ stream: streamOf(id), expected: version, events: [] })
    for (const next of [...Relations.together(one.relations), ...from]) seen.add(next)
  }
  return { cases, reads, isCut: false }
}

/** Returns the lines for the cases that the events of a step link to. */
export const linkWrites = async (
  context: EngineContext,
  { id }: Case.Case,
  events: readonly Case.CaseEvent[],
  eventEnvelope: RecordedTime & Pick<SealedEvent, "actor" | "command" | "policy">
): Promise<readonly Write[]> => {
  const writes: Write[] = []
  for (const to of new Set(events.flatMap((event) => Outbound.oneMatterWith(event) ?? []))) {
    const { version, from, recordedAt: last } = await readLinks(context, to)
    if (from.includes(id)) continue
    const { recordedAt, clockBehind } = eventEnvelope
    const time = recordedTime(recordedAt - clockBehind, Math.max(recordedAt, last ?? 0))
    const line = { event: "case-linked-from", at: recordedAt, case: id } as const
    writes.push({
      stream: streamOf(to),
      expected: version,
      events: [encodeClear("links", { ...eventEnvelope, ...time }, line)]
    })
  }
  return writes
}
