/**
 * Between the core's events and stored ones. Names get their version, whatever is not known to be clear is split off and
 * sealed under the customer's key, and what was sealed is put back when it is read; after erasure those fields are
 * simply gone.
 */
import { type Case, inOrder } from "@hearback/core"
import * as EventType from "../name/EventType.ts"
import type { ClearEvent, Json, SealedEvent, StoredEvent } from "../port/Event.ts"
import type { KeyStore } from "../port/KeyStore.ts"
import type { AnyFields } from "./clear/FieldRule.ts"
import { noWords, type PolicyWords } from "./clear/PolicyWords.ts"
import { type Body, isBody, join, split } from "./clear/Split.ts"
import type { RecordedTime } from "./RecordedTime.ts"
import { type Sealer, unseal } from "./Seal.ts"
import { sealTogether } from "./SealedTogether.ts"

type CaseEvent = Case.CaseEvent
type Named = { readonly event: string; readonly at: number }

/** The rules of the events of a stream, by their names; an event without any is sealed as a whole. */
export type Rules<Event extends Named> = Readonly<Record<Event["event"], AnyFields>>

/** Shared by all events of one command. */
export interface EventEnvelope extends RecordedTime {
  readonly actor: string
  readonly command: string
  readonly policy: string
  /** Seals the n-th event, counted from 0, under the key of whom it concerns. Asked for only where it is needed. */
  readonly sealer: (n: number) => Promise<Sealer>
  /** The words of the policy that decided, which may stand in the clear. */
  readonly words: PolicyWords
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

/** Returns an event without a personal part, ready to be stored; what its rules do not let stand in the clear is left out. */
export const encodeClear = <Event extends Named>(
  envelope: Omit<EventEnvelope, "sealer" | "words">,
  event: Event,
  rules: Rules<Event>
): SealedEvent => {
  const { recordedAt, actor, command, policy } = envelope
  const { clear: body } = split(bodyOf(event), rules[event.event as Event["event"]] ?? {}, noWords)
  const clear = withSkew(body, envelope)
  return { type: EventType.current(event.event), at: event.at, recordedAt, actor, command, policy, clear }
}

/** An event whose instant is not that of the clock says how far that was behind. */
const withSkew = (clear: Body, { clockBehind }: RecordedTime): Body =>
  clockBehind === 0 ? clear : { ...clear, clockBehind }

/** Returns the events of one command ready to be stored. */
export const encode = async <Event extends Named>(
  envelope: EventEnvelope,
  events: readonly Event[],
  rules: Rules<Event>
): Promise<readonly SealedEvent[]> => {
  const { recordedAt, actor, command, policy } = envelope
  const parts = events.map((event) => split(bodyOf(event), rules[event.event as Event["event"]] ?? {}, envelope.words))
  const secrets = await sealTogether(
    parts.map(({ secret }) => secret),
    envelope.sealer
  )
  return events.map((event, n) => {
    const clear = withSkew(parts[n]?.clear ?? {}, envelope)
    const open = { type: EventType.current(event.event), at: event.at, recordedAt, actor, command, policy, clear }
    const sealed = secrets[n]
    return sealed === undefined ? open : { ...open, sealed }
  })
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
export const decodeClear = (stored: ClearEvent): CaseEvent => eventOf(stored, isBody(stored.clear) ? stored.clear : {})

const eventOf = (stored: ClearEvent, found: Body): CaseEvent => {
  let [type, body] = [stored.type, found]
  for (let older = upcast[type]; older !== undefined; older = upcast[type]) ({ type, body } = older(body))
  return { event: EventType.parse(type).name, at: stored.at, ...body } as unknown as CaseEvent
}
