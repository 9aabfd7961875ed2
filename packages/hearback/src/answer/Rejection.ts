/**
 * The answer to a refused command: every rule that refuses it with its line of the policy, and what is allowed
 * instead.
 */
import { type AnyNames, type Bundle, defined, type Policy, type PolicyNames, type Refusal, Text } from "@hearback/core"
import type { Session } from "../call/Call.ts"
import type { LoopEvent } from "./LoopEvent.ts"
import { type Place, placeOf } from "./Place.ts"
import { asOfNow } from "./PolicyInForce.ts"
import { reasonSentence, refusalSentence } from "./Sentences.ts"

/** Why a command was refused: every rule that refuses it, and what may be done instead. */
export interface Rejection<N extends PolicyNames = AnyNames> {
  /** The code of the first reason. */
  readonly code: N["refusal"]
  /** One sentence in the language of the desk; `messages` has every language. */
  readonly message: string
  readonly messages: Readonly<Record<Bundle.Language, string>>
  /** Every reason, with its rule and the line of the policy. */
  readonly reasons: readonly {
    readonly code: N["refusal"]
    readonly rule?: string
    readonly place?: Place
    readonly message: string
  }[]
  /** The lines of the policy that refuse. */
  readonly rules: readonly Place[]
  /** Commands that the actor could give instead. */
  readonly allowed: readonly string[]
  /**
   * The lowest role with enough authority, and the people who have it and may give the command. Absent if more than
   * authority is missing.
   */
  readonly needs?: { readonly role: N["role"]; readonly people: readonly string[] }
  /** What happened to the case after `ifVersion`. */
  readonly events?: readonly LoopEvent<N>[]
}

/** Returns a refusal for a host. `events`: what happened since the version that the caller knew. */
export const rejectionOf = (
  { engine, language }: Session,
  pinned: Policy.Policy,
  refusal: Refusal.Refusal,
  events: readonly LoopEvent[] = []
): Rejection => {
  const policy = asOfNow(engine, pinned)
  const messages = Text.eachLanguage((each) => refusalSentence(policy, refusal, each))
  const reasons = refusal.reasons.map((reason) =>
    defined({
      code: reason.code,
      message: reasonSentence(reason, language),
      rule: reason.rule,
      place: placeOf(policy, reason.rule)
    })
  )
  return defined({
    code: refusal.reasons[0]?.code ?? "command/unknown",
    message: messages[language],
    messages,
    reasons,
    rules: reasons.flatMap(({ place }) => place ?? []),
    allowed: refusal.allowed,
    needs: refusal.needs,
    events: events.length === 0 ? undefined : events
  })
}
