/** The gates and clocks of a new case. */
import { type Bundle, type Case, Clock, Gate, Inputs, Instant, Policy, Text } from "@hearback/core"
import type { Place } from "../answer/Place.ts"

/** Returns the place of a rule. */
export type WhyOf = (rule: string | undefined) => Place | null
/** Returns a title in the reader's language, else the name. */
export type TitleOf = (title: Bundle.Text | undefined, name: string) => string

/** A clock of a new case. */
export interface PreviewClock {
  readonly name: string
  readonly title: string
  readonly promise: boolean
  readonly state: string
  readonly within: string
  /** The action when its time is up, if it is no promise of the policy's `clocks`. */
  readonly timer: string | null
  /** When it is due, as ISO text in UTC. */
  readonly startedAt: string
  readonly due: string | null
  readonly provisional: boolean
  readonly why: Place | null
}

/** A gate of a new case. */
export interface PreviewGate {
  readonly name: string
  readonly title: string
  readonly needs: string
  readonly loop: "customer-loop" | "system-loop"
  readonly state: string
  /** The state. `not-yet`: it depends on a gate that is not settled. */
  readonly needed: "yes" | "no" | "not-yet"
  readonly optional: boolean
  readonly by: readonly string[]
  readonly after: readonly string[]
  readonly why: Place | null
}

/** Returns the clocks, the first due first. */
export const clocksOf = (
  policy: Policy.Policy,
  { clocks, lifecycle }: Case.Case,
  why: WhyOf,
  titled: TitleOf,
  language: Bundle.Language
): readonly PreviewClock[] => {
  const loop = Policy.loopOf(policy, lifecycle.loop)
  return Object.values(clocks)
    .map((clock) => {
      const rule = loop?.clocks.get(clock.name)
      const gate = rule?.gate === undefined ? undefined : loop?.gates.get(rule.gate)
      return {
        name: clock.name,
        title: titled(rule?.title ?? gate?.title, clock.name),
        promise: rule?.promise ?? false,
        state: Clock.stateOf(clock),
        timer: clock.timer?._tag ?? null,
        within: Text.length(clock.target, language),
        startedAt: Instant.renderIso(clock.startedAt),
        due: clock.dueAt === null ? null : Instant.renderIso(clock.dueAt),
        provisional: clock.provisional,
        why: why(clock.rule)
      }
    })
    .sort((a, b) => (a.due ?? "~").localeCompare(b.due ?? "~"))
}

/** Returns the gates of the case's loop, in the order of the policy. */
export const gatesOf = (
  policy: Policy.Policy,
  state: Case.Case,
  why: WhyOf,
  titled: TitleOf
): readonly PreviewGate[] => {
  const loop = Policy.loopOf(policy, state.lifecycle.loop)
  const vector = Inputs.inputs(policy, state)
  return (loop?.rule.gates ?? []).map((rule) => {
    const found = Gate.at(state.gates, rule.name).status
    return {
      name: rule.name,
      title: titled(rule.title, rule.name),
      needs: rule.kind,
      loop: rule.side,
      state: found,
      needed: found === "not-needed" ? "no" : Policy.holds(rule.when, vector),
      optional: rule.optional,
      by: rule.by,
      after: rule.after,
      why: why(rule.path)
    }
  })
}
