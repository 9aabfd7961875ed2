/**
 * Makes sentences for people from core's texts, in the language that the host chose. Words that people wrote are made
 * safe to show, because hosts print these sentences.
 */
import type { Bundle, Case, Command, Policy, Refusal } from "@hearback/core"
import { Text, Visible } from "@hearback/core"
import type { StoredCaseEvent } from "@hearback/engine"
import type { Session } from "../call/Call.ts"
import { placeOf } from "./Place.ts"

const view = ({ language, names }: Session, policy: Policy.Policy, loop: string | undefined) =>
  Text.viewOf(policy, language, loop, names)

/** Returns what happened; `loop` is the loop of the case. */
export const eventSentence = (session: Session, policy: Policy.Policy, event: Case.CaseEvent, loop?: string): string =>
  Visible.visible(Text.event(event, session.language, view(session, policy, loop)))

/** Returns one reason of a refusal. */
export const reasonSentence = (reason: Refusal.RefusalReason, language: Bundle.Language): string =>
  Visible.visible(Text.refusal(reason, language))

/** Returns the whole refusal: every reason with its line of the policy, and what is allowed instead. */
export const refusalSentence = (policy: Policy.Policy, refusal: Refusal.Refusal, language: Bundle.Language): string =>
  Visible.visible(
    Text.refused(refusal, language, (rule) => {
      const place = placeOf(policy, rule)
      return place === undefined ? undefined : `${place.file}:${place.line}`
    })
  )

/** Returns the answer to an accepted command. */
export const acceptedSentence = (
  session: Session,
  policy: Policy.Policy,
  verb: Command.Verb,
  events: readonly StoredCaseEvent[],
  { lifecycle }: Case.Case
): string =>
  Visible.visible(
    Text.accepted(
      events.map((one) => one.event),
      session.language,
      view(session, policy, lifecycle.loop),
      verb
    )
  )
