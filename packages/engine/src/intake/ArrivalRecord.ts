/** What an arrival leaves in the record, and how it is put together again from there. */
import type { Actor, Command } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import { commandId } from "../decide/CaseTransaction.ts"
import type { Batch } from "../decide/CommandBatch.ts"
import type { Json, SealedEvent, StoredEvent } from "../port/Event.ts"
import type { Unit, Write } from "../port/EventStore.ts"
import type { IntakeRow } from "../port/ListRow.ts"
import { canonical } from "../record/Canonical.ts"
import { sha256 } from "../record/Chain.ts"
import { unseal } from "../record/Seal.ts"
import type { Arrival } from "./Arrival.ts"

/** An arrival as it is stored.  Invariant: `version` is that of its intake stream. */
export interface Receipt {
  readonly arrival: Arrival
  readonly version: number
}

/** Keys may hold an address, so a stream is named by a hash of its key. */
const streamOf = (key: string): string => `intake/${sha256(key).slice(0, 32)}`

/** What makes a message the same one, whichever way it came. */
export const contentOf = (a: Arrival): string => {
  const { channel: _, ...feedback } = a.feedback ?? { channel: "" }
  return canonical([feedback as unknown as Json, a.raw ?? null])
}

/** The name by which people speak of a quarantined arrival. */
export const idOf = (key: string): string => `q-${sha256(key).slice(0, 12)}`

/** Names the unit in which an arrival comes to its case. */
export const openingKey = (key: string): string => `open:${key}`

/** Whose key seals an arrival of nobody known: its own, named by the command that brought it to its case. */
export const arrivalSubject = (command: string): string => `intake:${command}`

const event = (
  x: Context,
  b: Batch,
  type: string,
  at: number,
  actor: string,
  key: string,
  clear: Json
): SealedEvent => ({
  type: `${type}.v1`,
  at,
  recordedAt: b.now,
  actor,
  command: sha256(key).slice(0, 12),
  policy: x.policies.active.bundle.content,
  clear
})

/** The first transaction: the arrival itself, with its raw words sealed. */
export const receiptOf = async (x: Context, a: Arrival, b: Batch): Promise<Unit> => {
  const seal = await b.sealer(a.feedback?.customer ?? arrivalSubject(commandId(openingKey(a.key))))
  const sealed = seal({ feedback: (a.feedback ?? null) as unknown as Json, raw: a.raw ?? null })
  const clear = {
    key: a.key,
    channel: a.channel,
    receivedAt: a.receivedAt,
    actor: a.actor.id,
    kind: a.actor.kind,
    ...(a.problem === undefined ? {} : { problem: a.problem }),
    ...(a.thread === undefined ? {} : { thread: a.thread }),
    ...(a.automatic === undefined ? {} : { automatic: a.automatic })
  }
  const row: IntakeRow = { key: a.key, channel: a.channel, receivedAt: a.receivedAt, state: "received" }
  return {
    tenant: x.tenant,
    key: `take:${a.key}`,
    fingerprint: sha256(canonical([a.channel, a.feedback ?? null, a.raw ?? null])),
    writes: [
      {
        stream: streamOf(a.key),
        expected: 0,
        events: [{ ...event(x, b, "feedback-received", a.receivedAt, a.actor.id, a.key, clear), sealed }],
        intake: row
      }
    ],
    outbox: []
  }
}

/** What the record says of an arrival that a case was found for. */
export const landed = (
  x: Context,
  a: Arrival,
  found: { readonly case: string; readonly state: "opened" | "joined" | "released" },
  expected: number,
  b: Batch
): Write => {
  const { channel, receivedAt } = a
  const { state } = found
  const intake: IntakeRow = { key: a.key, channel, receivedAt, state, caseId: found.case }
  const type = state === "released" ? state : (`feedback-${state}` as const)
  const events = [event(x, b, type, b.now, a.actor.id, a.key, { case: found.case })]
  return { stream: streamOf(a.key), expected, events, intake }
}

/** The arrival is kept aside, with the reason. */
export const quarantine = (x: Context, a: Arrival, expected: number, reason: string, b: Batch): Unit => ({
  tenant: x.tenant,
  key: `park:${a.key}:${expected}`,
  fingerprint: sha256(reason),
  writes: [
    {
      stream: streamOf(a.key),
      expected,
      events: [event(x, b, "quarantined", b.now, "system:intake", a.key, { reason })],
      intake: { key: a.key, channel: a.channel, receivedAt: a.receivedAt, state: "quarantined", reason }
    }
  ],
  outbox: []
})

/** Puts an arrival together again from its intake stream. */
export const readReceipt = async (x: Context, key: string): Promise<Receipt | undefined> => {
  const { version, events } = await x.store.load({ tenant: x.tenant, stream: streamOf(key) })
  const first: StoredEvent | undefined = events[0]
  if (first === undefined) return undefined
  const clear = first.clear as {
    readonly key: string
    readonly channel: string
    readonly receivedAt: number
    readonly actor: string
    readonly kind: Actor.Actor["kind"]
    readonly problem?: string
    readonly thread?: string
    readonly automatic?: boolean
  }
  const opened = first.sealed === undefined ? undefined : await unseal(x.keys, x.tenant, first.sealed)
  const secret =
    opened?.ok === true
      ? (opened.value as { readonly feedback: Json; readonly raw: string | null })
      : { feedback: null, raw: null }
  const actor =
    clear.kind === "person" ? await x.staff.actor(clear.actor) : { id: clear.actor, kind: clear.kind, roles: [] }
  return {
    version,
    arrival: {
      key: clear.key,
      channel: clear.channel,
      receivedAt: clear.receivedAt,
      actor,
      ...(clear.problem === undefined ? {} : { problem: clear.problem }),
      ...(clear.thread === undefined ? {} : { thread: clear.thread }),
      ...(clear.automatic === undefined ? {} : { automatic: clear.automatic }),
      ...(secret.feedback === null ? {} : { feedback: secret.feedback as unknown as Command.Submission }),
      ...(secret.raw === null ? {} : { raw: secret.raw })
    }
  }
}
