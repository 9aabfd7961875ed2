/** An event of a case as a host reads it. */
import { type AnyNames, defined, type Policy, type PolicyNames } from "@hearback/core"
import { type StoredCaseEvent, Stream } from "@hearback/engine"
import type { Session } from "../call/Call.ts"
import { type Place, placeOf } from "./Place.ts"
import { asDecided } from "./PolicyInForce.ts"
import { eventSentence } from "./Sentences.ts"

/** Something that happened to a case, as it stands on the record, with its sentence in words. */
export interface LoopEvent<N extends PolicyNames = AnyNames> {
  readonly event: N["event"]
  readonly id: string
  /** Its place among all events of the store: `after` of `events` goes on from it. Positions grow, with gaps. */
  readonly position: number
  readonly case: string
  readonly version: number
  readonly at: Date
  readonly recordedAt: Date
  readonly actor: string
  readonly command: string
  readonly why?: Place
  readonly body: N["body"]
  /** One sentence in the reader's language. */
  readonly message: string
}

/** Returns an event for hosts. `pinned`: the policy version of the case when it happened. */
export const loopEventOf = async (
  session: Session,
  pinned: Policy.Policy,
  { stored, event }: StoredCaseEvent,
  loop?: string
): Promise<LoopEvent> => {
  const { event: name, at, why, ...body } = event
  const policy = await asDecided(session.engine, pinned, event)
  return defined({
    event: name,
    id: `${stored.stream}/${stored.version}`,
    position: stored.position,
    case: Stream.caseIn(stored.stream) ?? "",
    version: stored.version,
    at: new Date(at),
    recordedAt: new Date(stored.recordedAt),
    actor: stored.actor,
    command: stored.command,
    why: placeOf(policy, why),
    body: body as Readonly<Record<string, unknown>>,
    message: eventSentence(session, policy, event, loop)
  })
}
