/** The record of an arrival: events of its own stream, written here and read back. */
import { Actor, type Command, canonical, defined } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import type { CommandBatch } from "../decide/CommandBatch.ts"
import * as Stream from "../name/Stream.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { Json, SealedEvent, StoredEvent } from "../port/Event.ts"
import type { Unit, Write } from "../port/EventStore.ts"
import type { IntakeRow } from "../port/ListRow.ts"
import { sha256 } from "../record/Chain.ts"
import { commandId } from "../record/CommandId.ts"
import { encodeClear } from "../record/EventCodec.ts"
import type { KeySubject } from "../record/KeySubject.ts"
import { unseal } from "../record/Seal.ts"
import type { Arrival } from "./Arrival.ts"

/** An arrival as it is stored.  Invariant: `version` is that of its intake stream. */
export interface ArrivalRecord {
  readonly arrival: Arrival
  readonly version: number
}

/** Keys may hold an address, so a stream is named by a hash of its key. */
const streamOf = (key: string): string => Stream.render({ kind: "arrival", id: sha256(key).slice(0, 32) })

/** Returns the content of a message, which is the same by whichever channel it comes. */
export const contentOf = (arrival: Arrival): string => {
  const { channel: _, ...feedback } = arrival.feedback ?? { channel: "" }
  return canonical([feedback as unknown as Json, arrival.raw ?? null])
}

/** The name by which people speak of a quarantined arrival. */
export const quarantineId = (key: string): string => `q-${sha256(key).slice(0, 12)}`

/** Returns whose key seals an arrival: its customer's or, where nobody is known, its own. */
const subjectOf = ({ key, feedback }: Arrival): KeySubject =>
  feedback?.customer === undefined
    ? { kind: "arrival", command: commandId(UnitKey.landing(key)) }
    : { kind: "customer", id: feedback.customer }

/** Returns an event of an arrival. */
const eventOf = (
  context: Context,
  { key }: Arrival,
  { now: recordedAt }: CommandBatch,
  by: Actor.Actor,
  event: { readonly name: string; readonly at: number; readonly clear: Json }
): SealedEvent => {
  const { content: policy } = context.policies.active.bundle
  return encodeClear({ recordedAt, actor: Actor.nameOf(by), command: commandId(key), policy }, event)
}

/** The first transaction: the arrival itself, with its raw words sealed. */
export const receiptUnit = async (context: Context, arrival: Arrival, batch: CommandBatch): Promise<Unit> => {
  const seal = await batch.sealer(subjectOf(arrival))
  const sealed = seal({ feedback: (arrival.feedback ?? null) as unknown as Json, raw: arrival.raw ?? null })
  const { key, channel, receivedAt: at, problem, thread, automatic } = arrival
  const clear = defined({
    key,
    channel,
    receivedAt: at,
    actor: Actor.nameOf(arrival.actor),
    problem,
    thread,
    automatic
  })
  const event = eventOf(context, arrival, batch, arrival.actor, { name: "feedback-received", at, clear })
  return {
    tenant: context.tenant,
    key: UnitKey.receipt(arrival.key),
    fingerprint: sha256(canonical([arrival.channel, arrival.feedback ?? null, arrival.raw ?? null])),
    writes: [
      {
        stream: streamOf(arrival.key),
        expected: 0,
        events: [{ ...event, sealed }],
        intake: { key, channel, receivedAt: at, state: "received" }
      }
    ],
    outbox: []
  }
}

/** Returns the events of an arrival that has come to a case. */
export const outcomeWrite = (
  context: Context,
  arrival: Arrival,
  found: { readonly case: string; readonly state: "opened" | "joined" | "released" },
  expected: number,
  batch: CommandBatch
): Write => {
  const { channel, receivedAt } = arrival
  const { state } = found
  const intake: IntakeRow = { key: arrival.key, channel, receivedAt, state, caseId: found.case }
  const name = state === "released" ? state : (`feedback-${state}` as const)
  const event = { name, at: batch.now, clear: { case: found.case } }
  const events = [eventOf(context, arrival, batch, arrival.actor, event)]
  return { stream: streamOf(arrival.key), expected, events, intake }
}

/** The arrival is kept aside, with the reason. */
export const quarantineUnit = (
  context: Context,
  arrival: Arrival,
  expected: number,
  reason: string,
  batch: CommandBatch
): Unit => ({
  tenant: context.tenant,
  key: UnitKey.quarantine(arrival.key, expected),
  fingerprint: sha256(reason),
  writes: [
    {
      stream: streamOf(arrival.key),
      expected,
      events: [
        eventOf(context, arrival, batch, Actor.system("intake"), {
          name: "quarantined",
          at: batch.now,
          clear: { reason }
        })
      ],
      intake: {
        key: arrival.key,
        channel: arrival.channel,
        receivedAt: arrival.receivedAt,
        state: "quarantined",
        reason
      }
    }
  ],
  outbox: []
})

/** Puts an arrival together again from its intake stream. */
export const readArrival = async (context: Context, key: string): Promise<ArrivalRecord | undefined> => {
  const { version, events } = await context.store.load({ tenant: context.tenant, stream: streamOf(key) })
  const first: StoredEvent | undefined = events[0]
  if (first === undefined) return undefined
  const clear = first.clear as {
    readonly key: string
    readonly channel: string
    readonly receivedAt: number
    readonly actor: string
    readonly problem?: string
    readonly thread?: string
    readonly automatic?: boolean
  }
  const opened = first.sealed === undefined ? undefined : await unseal(context.keys, context.tenant, first.sealed)
  const secret =
    opened?.ok === true
      ? (opened.value as { readonly feedback: Json; readonly raw: string | null })
      : { feedback: null, raw: null }
  const actor = await context.staff.named(clear.actor)
  return {
    version,
    arrival: defined({
      key: clear.key,
      channel: clear.channel,
      receivedAt: clear.receivedAt,
      actor,
      problem: clear.problem,
      thread: clear.thread,
      automatic: clear.automatic,
      feedback: (secret.feedback ?? undefined) as Command.Submission | undefined,
      raw: secret.raw ?? undefined
    })
  }
}
