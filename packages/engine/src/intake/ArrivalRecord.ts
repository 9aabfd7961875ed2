/** Writes and reads the record of an arrival: the events of its stream. */
import { Actor, canonical, defined, quarantineNotices, type Refusal, Text } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import type { CommandBatch } from "../decide/CommandBatch.ts"
import { queuedMessage } from "../decide/QueuedMessage.ts"
import { makeRecentCache } from "../decide/RecentCache.ts"
import * as MessageId from "../name/MessageId.ts"
import * as Stream from "../name/Stream.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { ArrivalSource } from "../port/ArrivalSource.ts"
import type { Json, SealedEvent } from "../port/Event.ts"
import type { Unit, Write } from "../port/EventStore.ts"
import type { IntakeRow } from "../port/ListRow.ts"
import { sha256 } from "../record/Chain.ts"
import { commandId } from "../record/CommandId.ts"
import type { ArrivalEvents } from "../record/clear/OtherFields.ts"
import { wordsOf } from "../record/clear/PolicyWords.ts"
import type { StreamEvent } from "../record/clear/StreamEvents.ts"
import { decode, encode } from "../record/EventCodec.ts"
import type { KeySubject } from "../record/KeySubject.ts"
import { lastRecorded } from "../record/RecordedTime.ts"
import type { Arrival } from "./Arrival.ts"

/** An arrival as it is stored.  Invariant: `version` is that of its intake stream. */
export interface ArrivalRecord {
  readonly arrival: Arrival
  readonly version: number
  /** When its last event was recorded.  Units: ms since 1970. */
  readonly recordedAt: number
  /** Why it is in quarantine, in the original words; absent if it is not. */
  readonly reason?: string
  readonly says?: Refusal.Says
  /** The id of its row in a file. */
  readonly row?: string
}

type ArrivalEvent = StreamEvent<"arrival">

/** The names of an arrival. */
interface ArrivalNames {
  /** Its id in the store: a hash of its key, which may contain an address. */
  readonly id: string
  /** The id of the command that brings it to its case. */
  readonly landing: string
}

/** The names of recent arrivals by key, since intake needs them many times. */
const lastNames = makeRecentCache<ArrivalNames>(1_000)

const namesOf = (key: string): ArrivalNames => {
  const known = lastNames.get(key)
  if (known !== undefined) return known
  const id = sha256(key).slice(0, 32)
  const made = { id, landing: commandId(UnitKey.landing(id)) }
  lastNames.set(key, made)
  return made
}

/** Returns the id of an arrival in the store. */
export const arrivalId = (key: string): string => namesOf(key).id

const streamOf = (id: string): string => Stream.render({ kind: "arrival", id })

/** Returns the content of a message, which is the same by any channel. */
export const contentOf = (arrival: Arrival): string => {
  const { channel: _, ...feedback } = arrival.feedback ?? { channel: "" }
  return canonical([feedback as unknown as Json, unreadOf(arrival)])
}

/** Returns the raw text if there is nothing else. */
const unreadOf = ({ feedback, raw }: Arrival): string | null => (feedback === undefined ? (raw ?? null) : null)

/** Returns the id of an arrival's row in a file; undefined if it is not from a file. */
export const rowIdOf = ({ source }: Arrival): string | undefined => source?.row

/**
 * Returns another key for an arrival whose key belongs to another one. It is computed from the content, so it is
 * stable.
 */
export const keyBeside = (arrival: Arrival): string =>
  `${arrival.key}:${sha256(rowIdOf(arrival) ?? contentOf(arrival)).slice(0, 16)}`

/** Returns the id that people use for a quarantined arrival. */
export const quarantineId = (id: string): string => `q-${id.slice(0, 12)}`

/** Returns whether a text has the form of such an id. */
export const isQuarantineId = (id: string): boolean => /^q-[0-9a-f]{12}$/.test(id)

/** Returns the key that seals an anonymous arrival. */
export const keyOfArrival = (key: string): KeySubject => ({ kind: "arrival", command: namesOf(key).landing })

/** Returns whose key seals an arrival: its customer's, or its own if the customer is not known. */
const subjectOf = ({ key, feedback }: Arrival): KeySubject =>
  feedback?.customer === undefined ? keyOfArrival(key) : { kind: "customer", id: feedback.customer }

/** Returns an event of an arrival, ready to be stored. */
const encoded = (
  context: EngineContext,
  arrival: Arrival,
  { now: recordedAt, clockBehind, sealer }: CommandBatch,
  by: Actor.Actor,
  ...events: readonly ArrivalEvent[]
): Promise<readonly SealedEvent[]> => {
  const policy = context.policies.active
  const envelope = {
    recordedAt,
    clockBehind,
    actor: Actor.nameOf(isDeclared(context, by) ? by : Actor.system("intake")),
    command: namesOf(arrival.key).landing,
    policy: policy.bundle.content,
    words: wordsOf(policy),
    sealer: () => sealer(subjectOf(arrival))
  }
  return encode("arrival", envelope, events)
}

/** Returns whether the policy declares the channel. Other names of channels may be any text, also a personal one. */
const isDeclared = (context: EngineContext, by: Actor.Actor): boolean =>
  by.kind !== "channel" || Object.hasOwn(context.policies.active.bundle.channels, by.channel)

/** Returns the row of an arrival in the list of arrivals. */
const rowOf = (
  context: EngineContext,
  { key, channel, receivedAt }: Arrival,
  more: Pick<IntakeRow, "state" | "reason" | "caseId">
): IntakeRow => ({
  key: arrivalId(key),
  channel: wordsOf(context.policies.active).has(channel) ? channel : "",
  receivedAt,
  ...more
})

/** Returns the part of an arrival's source that is not personal. */
const rowOnly = ({ source }: Arrival): ArrivalSource | undefined =>
  source?.row === undefined ? undefined : { row: source.row }

/** Returns the first transaction of an arrival: the sealed message itself. */
export const receiptUnit = async (context: EngineContext, arrival: Arrival, batch: CommandBatch): Promise<Unit> => {
  const { key, channel, receivedAt: at, problem, thread, automatic, feedback } = arrival
  const actor = Actor.nameOf(arrival.actor)
  const came = feedback === undefined ? { raw: arrival.raw, source: arrival.source } : { source: rowOnly(arrival) }
  const body = defined({ key, channel, receivedAt: at, actor, problem, thread, automatic, feedback, ...came })
  const events = await encoded(context, arrival, batch, arrival.actor, { event: "feedback-received", at, ...body })
  return {
    tenant: context.tenant,
    key: UnitKey.receipt(arrivalId(key)),
    fingerprint: sha256(canonical([channel, feedback ?? null, unreadOf(arrival)])),
    writes: [
      {
        stream: streamOf(arrivalId(key)),
        expected: 0,
        events,
        intake: rowOf(context, arrival, { state: "received" })
      }
    ],
    outbox: []
  }
}

/** Returns the events of an arrival that has come to a case. */
export const outcomeWrite = async (
  context: EngineContext,
  arrival: Arrival,
  found: { readonly case?: string; readonly state: "opened" | "joined" | "released" },
  expected: number,
  batch: CommandBatch
): Promise<Write> => {
  const { state } = found
  const name = state === "released" ? state : (`feedback-${state}` as const)
  const event = defined({ event: name, at: batch.now, case: found.case }) as ArrivalEvent
  return {
    stream: streamOf(arrivalId(arrival.key)),
    expected,
    events: await encoded(context, arrival, batch, arrival.actor, event),
    intake: rowOf(context, arrival, defined({ state, caseId: found.case }))
  }
}

/** The codes of intake, beside those of refusals. */
const codes: ReadonlySet<string> = new Set([
  ...Object.keys(Text.refusals),
  "intake/shape",
  "intake/in-the-future",
  "intake/unreadable",
  "intake/unknown-channel",
  "intake/failed"
])

/** Returns the code at the beginning of a reason. The rest of the text may name somebody. */
const codeOf = (reason: string): string => {
  const [code = ""] = reason.split(" ", 1)
  return codes.has(code) ? code : "intake/unreadable"
}

/**
 * Returns the notices to those who look after the quarantine. For a row of a file, whoever reads the file is notified.
 */
const noticesOf = async (
  context: EngineContext,
  { key, channel, actor, source }: Arrival,
  reason: string,
  says: Refusal.Says | undefined,
  now: number
): Promise<readonly ArrivalEvent[]> => {
  const policy = context.policies.active
  if (source !== undefined || policy.bundle.quarantine === undefined) return []
  const known = Object.hasOwn(policy.bundle.channels, channel) ? channel : ""
  const entry = {
    id: quarantineId(arrivalId(key)),
    channel: known,
    code: reason,
    by: Actor.nameOf(actor),
    ...defined({ says })
  }
  const people = await context.staff.at(policy, now)
  try {
    const notices = quarantineNotices(policy, people, entry, now)
    return notices.map((notice) => ({ event: "message-queued", at: now, ...notice }))
  } catch {
    // A mistake in the notices must not keep the arrival out of quarantine, where it is visible in any case.
    return []
  }
}

/** Returns the transaction that puts an arrival into quarantine, with the reason and the notices. */
export const quarantineUnit = async (
  context: EngineContext,
  arrival: Arrival,
  expected: number,
  { reason: said, says }: { readonly reason: string; readonly says?: Refusal.Says },
  batch: CommandBatch
): Promise<Unit> => {
  const reason = codeOf(said)
  const { feedback, raw, source } = arrival
  const came = feedback === undefined ? {} : { raw, source }
  const more = defined({ said: said === reason ? undefined : said, says, ...came })
  const event = { event: "quarantined", at: batch.now, reason, ...more } as const
  const told = await noticesOf(context, arrival, reason, says, batch.now)
  const events = await encoded(context, arrival, batch, Actor.system("intake"), event, ...told)
  const stream = { kind: "arrival", id: arrivalId(arrival.key) } as const
  return {
    tenant: context.tenant,
    key: UnitKey.quarantine(arrivalId(arrival.key), expected),
    fingerprint: sha256(said),
    writes: [
      {
        stream: Stream.render(stream),
        expected,
        events,
        intake: rowOf(context, arrival, { state: "quarantined", reason })
      }
    ],
    outbox: told.map((_, index) => {
      const id = MessageId.render({ stream, version: expected + index + 2, index: 0 })
      return queuedMessage(id, events[index + 1] as SealedEvent, batch.now)
    })
  }
}

/** Reads an arrival from its intake stream; after erasure almost nothing of it is left. */
export const readArrival = async (context: EngineContext, id: string): Promise<ArrivalRecord | undefined> => {
  const { version, events } = await context.store.load({ tenant: context.tenant, stream: streamOf(id) })
  const [first] = events
  if (first === undefined) return undefined
  let received: Partial<ArrivalEvents["feedback-received"]> = {}
  let why: ArrivalEvents["quarantined"] | undefined
  for (const stored of events) {
    const event = await decode(context.keys, "arrival", stored)
    if (event.event === "feedback-received") received = event
    if (event.event === "quarantined") why = event
  }
  const { key = "", channel = "", receivedAt = first.at, problem, thread, automatic, feedback } = received
  const { raw = received.raw, source = received.source } = why ?? {}
  const named = Actor.parse(received.actor ?? first.actor)
  // If the person who took it is not known any more, its channel counts as the actor.
  const actor = named.kind === "person" ? ((await context.staff.person(named.id)) ?? Actor.channel(channel)) : named
  return defined({
    version,
    recordedAt: lastRecorded(events) ?? first.recordedAt,
    arrival: defined({ key, channel, receivedAt, actor, problem, thread, automatic, feedback, raw, source }),
    reason: why?.said ?? why?.reason,
    says: why?.says,
    row: received.source?.row
  })
}
