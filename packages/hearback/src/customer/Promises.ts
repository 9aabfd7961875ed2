/** What a customer was promised on a case, and what they are asked. */
import {
  type AnyNames,
  type Bundle,
  type Case,
  Clock,
  defined,
  Gate,
  gateFacts,
  Inputs,
  inLanguage,
  type Policy,
  type PolicyNames,
  Survey,
  Text
} from "@hearback/core"
import { dateOrNull } from "../call/Instant.ts"
import { type SurveyField, surveyOf } from "./Form.ts"

/** A deadline that was promised to the customer. */
export interface Promised {
  /** What the promise is called, in the language of the customer. */
  readonly title: string
  /** `ended`: it is not needed any more. */
  readonly state: "running" | "paused" | "kept" | "kept-late" | "missed" | "ended"
  readonly dueAt: Date | null
}

/**
 * A gate that waits for the customer's answer. Answer it with `{ do: "reply", gate, says }`, a survey with `{ do:
 * "answer", gate, facts }`.
 */
export interface Reply<N extends PolicyNames = AnyNames> {
  readonly gate: N["gate"]
  /** What the gate is called, in the language of the customer. */
  readonly title: string
  /** The possible answers, each with its title. */
  readonly says: readonly { readonly value: string; readonly title: string }[]
  /** The proposal to the customer. */
  readonly proposal?: string
  /** The survey questions that are still open after the answers so far. */
  readonly survey?: readonly SurveyField[]
}

const states: Readonly<Record<ReturnType<typeof Clock.stateOf>, Promised["state"]>> = {
  "not-started": "ended",
  running: "running",
  paused: "paused",
  met: "kept",
  "met-late": "kept-late",
  missed: "missed",
  cancelled: "ended"
}

/** Returns the promises of a case with their titles in a language. */
export const promisedOf = (
  { loops, bundle }: Policy.Policy,
  { clocks, lifecycle }: Case.Case,
  language: Bundle.Language
): readonly Promised[] => {
  const loop = loops.get(lifecycle.loop ?? "")
  return Object.values(clocks).flatMap((clock) => {
    if (clock.timer !== undefined || loop?.clocks.get(clock.name)?.promise !== true) return []
    const title = inLanguage(loop.gates.get(clock.name)?.title, language, bundle.language) ?? Text.readable(clock.name)
    return [{ title, state: states[Clock.stateOf(clock)], dueAt: dateOrNull(clock.dueAt) }]
  })
}

/** Returns what the customer is currently asked. */
export const awaitedOf = (policy: Policy.Policy, state: Case.Case, language: Bundle.Language): readonly Reply[] =>
  [...(policy.loops.get(state.lifecycle.loop ?? "")?.gates.values() ?? [])].flatMap((rule) => {
    const gate = Gate.at(state.gates, rule.name)
    const { replies, awaitsReply } = gateFacts[rule.kind]
    if (replies === undefined || gate.status !== "open" || awaitsReply?.(gate) !== true) return []
    return [
      defined({
        gate: rule.name,
        title: inLanguage(rule.title, language, policy.bundle.language) ?? rule.name,
        says: [...replies].map((value) => ({ value, title: Text.word("says", value, language) })),
        proposal: gate.rounds.at(-1)?.text,
        survey: rule.survey === undefined ? undefined : openQuestions(policy, state, rule.survey, gate, language)
      })
    ]
  })

/** Returns the open questions; undefined if the gate has no questions. */
const openQuestions = (
  policy: Policy.Policy,
  state: Case.Case,
  survey: string,
  { survey: given = Survey.nothing }: Gate.GateState,
  language: Bundle.Language
): readonly SurveyField[] | undefined =>
  Survey.questionsOf(policy, survey).length === 0
    ? undefined
    : surveyOf(policy, survey, language, given.answers, Inputs.inputs(policy, state)).filter(
        ({ name }) => given.answers[name] === undefined && !given.skipped.includes(name)
      )
