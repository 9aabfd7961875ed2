/** Sentences for people, from the one catalogue, in the language that the host asked for. */
import type { Bundle, Case, Command, Policy, Refusal } from "@hearback/core"
import { Text } from "@hearback/core"
import type { StoredCaseEvent } from "@hearback/engine"
import { placeOf } from "./view.ts"

/** How people are called: the directory's name, else the id. */
export type Names = (person: string) => string

export interface Speaker {
  readonly policy: Policy.Policy
  readonly language: Bundle.Language
  readonly names: Names
}

const view = (s: Speaker, loop: string | undefined) => Text.viewOf(s.policy, s.language, loop, s.names)

export const sayEvent = (s: Speaker, event: Case.CaseEvent, loop?: string): string =>
  Text.event(event, s.language, view(s, loop))

export const sayReason = (reason: Refusal.Reason, language: Bundle.Language): string => Text.refusal(reason, language)

export const sayRefusal = (s: Speaker, refusal: Refusal.Refusal, language = s.language): string =>
  Text.refused(refusal, language, (rule) => {
    const place = placeOf(s.policy, rule)
    return place === undefined ? undefined : `${place.file}:${place.line}`
  })

/** The answer to a command that was accepted. */
export const sayAccepted = (s: Speaker, verb: Command.Verb, events: readonly StoredCaseEvent[], c: Case.Case): string =>
  Text.accepted(
    events.map((one) => one.event),
    s.language,
    view(s, c.lifecycle.loop),
    verb
  )
