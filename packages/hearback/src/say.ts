/** Sentences for people, from the one catalogue, in the language that the host asked for. */
import type { Bundle, Case, Policy, Refusal } from "@hearback/core"
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

const place = (policy: Policy.Policy, rule: string): string | undefined => {
  const found = placeOf(policy, rule)
  return found === undefined ? undefined : `${found.file}:${found.line}`
}

const context = (s: Speaker, c: Case.Case | undefined) => ({
  zone: s.policy.zone,
  place: (rule: string) => place(s.policy, rule),
  name: s.names,
  gateTitle: (gate: string): string => {
    const title = s.policy.loops.get(c?.lifecycle.loop ?? "")?.gates.get(gate)?.title
    return title?.[s.language] ?? title?.[s.policy.bundle.language] ?? gate
  },
  money: (minor: number): string => {
    const { digits, code } = s.policy.bundle.currency ?? { digits: 2, code: "" }
    return `${(minor / 10 ** digits).toFixed(digits)} ${code}`.trim()
  }
})

export const sayEvent = (s: Speaker, event: Case.CaseEvent, c?: Case.Case): string =>
  Text.event(event, s.language, context(s, c))
export const sayReason = (reason: Refusal.Reason, language: Bundle.Language): string => Text.refusal(reason, language)
export const sayRefusal = (s: Speaker, refusal: Refusal.Refusal, language = s.language): string =>
  Text.refused(refusal, language, (rule) => place(s.policy, rule))
export const sayAccepted = (s: Speaker, events: readonly StoredCaseEvent[], c: Case.Case): string =>
  Text.accepted(
    events.map((one) => one.event),
    s.language,
    context(s, c)
  )
