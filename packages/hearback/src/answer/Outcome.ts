/** The answer to a command: its events and what it still waits for, or every rule that refuses it. */
import { type AnyNames, type Command, defined, type PolicyNames } from "@hearback/core"
import type { AppendedAnswer } from "@hearback/engine"
import type { Session } from "../call/Call.ts"
import { type LoopEvent, loopEventOf } from "./LoopEvent.ts"
import { type Place, placesOf } from "./Place.ts"
import { asOfNow } from "./PolicyInForce.ts"
import type { Rejection } from "./Rejection.ts"
import { acceptedSentence } from "./Sentences.ts"

/** The result of a command: done, accepted but waiting for approval (`pending`), or refused (`rejection`). */
export type Outcome<N extends PolicyNames = AnyNames> =
  | {
      readonly ok: true
      readonly version: number
      readonly events: readonly LoopEvent<N>[]
      readonly replayed: boolean
      readonly message: string
      /** Over the actor's limit: accepted, waiting. */
      readonly pending?: {
        readonly approval: string
        readonly rules: readonly Place[]
        readonly from: string
        readonly people: readonly string[]
        readonly due: Date | null
      }
    }
  | { readonly ok: false; readonly rejection: Rejection<N> }

type Accepted<N extends PolicyNames = AnyNames> = Extract<Outcome<N>, { readonly ok: true }>

/** Returns the accepted outcome, or throws the rejection's message with the rejection as `cause`. */
export const orThrow = <N extends PolicyNames = AnyNames>(outcome: Outcome<N>): Accepted<N> => {
  if (outcome.ok) return outcome
  throw new Error(outcome.rejection.message, { cause: outcome.rejection })
}

/** Returns the outcome of a command that the engine accepted. */
export const acceptedOf = async (session: Session, answer: AppendedAnswer, verb: Command.Verb): Promise<Accepted> => {
  const { events, policy: pinned, state, version, replayed } = answer
  const policy = asOfNow(session.engine, pinned)
  const asked = events.find((one) => one.event.event === "approval-asked")?.event
  const approval = asked?.event === "approval-asked" ? asked.approval : undefined
  return defined({
    ok: true as const,
    version,
    events: await Promise.all(events.map((one) => loopEventOf(session, pinned, one, state.lifecycle.loop))),
    replayed,
    message: acceptedSentence(session, policy, verb, events, state),
    pending: approval && {
      approval: approval.id,
      rules: placesOf(policy, approval.rules),
      from: approval.from,
      people: [approval.person],
      due: approval.dueAt === null ? null : new Date(approval.dueAt)
    }
  })
}
