/** An event of a case as a host reads it. */
import { type AnyNames, defined, type Policy, type PolicyNames } from "@hearback/core"
import { type StoredCaseEvent, Stream } from "@hearback/engine"
import type { Session } from "../call/Call.ts"
import { type Place, placeOf } from "./Place.ts"
import { asDecided } from "./PolicyInForce.ts"
import { eventSentence } from "./Sentences.ts"

/** An event of a case as the record has it, with a sentence about it. */
export interface LoopEvent<N extends PolicyNames = AnyNames> {
  /** The name of the event; `docs/events.md` lists them. */
  readonly event: N["event"]
  /** The id of the event: `stream/version`. */
  readonly id: string
  /**
   * The position among all events of the store: give it to `events({ after })` to continue from here. Positions grow,
   * with gaps.
   */
  readonly position: number
  readonly case: string
  /** The version of the case after the event. */
  readonly version: number
  /** When it happened. */
  readonly at: Date
  /** When it was recorded. */
  readonly recordedAt: Date
  /** The name of the actor in the record: `agent-7`, `customer:C-17`, `channel:email` … */
  readonly actor: string
  /** The id of the command that caused the event. */
  readonly command: string
  /** The line of the policy that decided it. */
  readonly why?: Place
  /** The fields of the event. */
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
