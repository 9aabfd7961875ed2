/**
 * Between the core's events and stored ones. Names get their version, personal data is split off and sealed under
 * the customer's key, and what was sealed is put back when it is read; after erasure those fields are simply gone.
 */
import { type Case, inOrder } from "@hearback/core"
import * as EventType from "../name/EventType.ts"
import type { Json, SealedEvent, StoredEvent } from "../port/Event.ts"
import type { KeyStore } from "../port/KeyStore.ts"
import { type Sealer, unseal } from "./Seal.ts"

type CaseEvent = Case.CaseEvent
type Body = { readonly [key: string]: Json }

/** Shared by all events of one command.  Units: `recordedAt` in ms since 1970. */
export interface EventEnvelope {
  readonly recordedAt: number
  readonly actor: string
  readonly command: string
  readonly policy: string
  /** Seals the n-th event, counted from 0, under the key of whom it concerns. Asked for only where it is needed. */
  readonly sealer: (n: number) => Promise<Sealer>
  /** Facts that the policy declares personal. */
  readonly personalFacts: ReadonlySet<string>
}

/** Fields that hold what a person said or who they are, wherever an event carries them. */
const personal: ReadonlySet<string> = new Set([
  "text",
  "verbatim",
  "description",
  "customerName",
  "customerAddress",
  "where",
  "demand",
  "attachments",
  "proposal",
  "result",
  "shortfall"
])

/** Further fields with words of a customer, by the event that has them. */
const saidIn: Readonly<Record<string, string>> = { "case-withdrawn": "reason" }

const isBody = (value: Json | undefined): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value)

interface Split {
  readonly clear: Body
  readonly secret: Body | undefined
}

/**
 * Splits a body into what may stand in the clear and what is sealed, keeping the shape of both. Where nothing in it is
 * personal, as nearly always, the clear part is the body itself.
 */
const split = (body: Body, facts: ReadonlySet<string>, within: string, said?: string): Split => {
  let clear: Record<string, Json> | undefined
  let secret: Record<string, Json> | undefined
  for (const key of Object.keys(body)) {
    const value = body[key]
    if (value === undefined) continue
    const isFact = (within === "facts" || within === "fields") && facts.has(key)
    const isPersonal = isFact || key === said || (within !== "facts" && personal.has(key))
    const inner = !isPersonal && isBody(value) ? split(value, facts, key) : undefined
    const hidden = isPersonal ? value : inner?.secret
    if (hidden === undefined) continue
    secret = { ...secret, [key]: hidden }
    clear ??= { ...body }
    if (inner === undefined) delete clear[key]
    else clear[key] = inner.clear
  }
  return { clear: clear ?? body, secret }
}

/** The body of an event, its keys in the order in which they are written. */
const bodyOf = (event: object): Body => {
  const parts = event as Readonly<Record<string, Json | undefined>>
  const body: Record<string, Json> = {}
  for (const key of inOrder(Object.keys(parts))) {
    const part = parts[key]
    if (key !== "event" && key !== "at" && part !== undefined) body[key] = part
  }
  return body
}

const join = (clear: Body, secret: Body): Body => {
  const whole: Record<string, Json> = { ...clear }
  for (const [key, value] of Object.entries(secret)) {
    const below = clear[key]
    whole[key] = isBody(value) && isBody(below) ? join(below, value) : value
  }
  return whole
}

/** Returns an event without a personal part, ready to be stored. */
export const encodeClear = (
  { recordedAt, actor, command, policy }: Omit<EventEnvelope, "sealer" | "personalFacts">,
  { name, at, clear }: { readonly name: string; readonly at: number; readonly clear: Json }
): SealedEvent => ({ type: EventType.current(name), at, recordedAt, actor, command, policy, clear })

/** Returns the events of one command ready to be stored. */
export const encode = async (
  envelope: EventEnvelope,
  events: readonly { readonly event: string; readonly at: number }[]
): Promise<readonly SealedEvent[]> => {
  const { recordedAt, actor, command, policy } = envelope
  const encoded: SealedEvent[] = []
  for (const [n, event] of events.entries()) {
    const { clear, secret } = split(bodyOf(event), envelope.personalFacts, "", saidIn[event.event])
    const open = { type: EventType.current(event.event), at: event.at, recordedAt, actor, command, policy, clear }
    encoded.push(secret === undefined ? open : { ...open, sealed: (await envelope.sealer(n))(secret) })
  }
  return encoded
}

/** Bodies of older versions, made into the next one. */
const upcast: Readonly<Record<string, (body: Body) => { readonly type: string; readonly body: Body }>> = {}

/** Returns the core's event, with what was sealed put back as far as its key still exists. */
export const decode = async (keys: KeyStore, stored: StoredEvent): Promise<CaseEvent> => {
  const opened = stored.sealed === undefined ? undefined : await unseal(keys, stored.tenant, stored.sealed)
  const clear = isBody(stored.clear) ? stored.clear : {}
  return eventOf(stored, opened?.ok === true && isBody(opened.value) ? join(clear, opened.value) : clear)
}

/** Returns the core's event as far as it stands in the clear: what tells who somebody is and what they said is absent. */
export const decodeClear = (stored: StoredEvent): CaseEvent => eventOf(stored, isBody(stored.clear) ? stored.clear : {})

const eventOf = (stored: StoredEvent, found: Body): CaseEvent => {
  let [type, body] = [stored.type, found]
  for (let older = upcast[type]; older !== undefined; older = upcast[type]) ({ type, body } = older(body))
  return { event: EventType.parse(type).name, at: stored.at, ...body } as unknown as CaseEvent
}
