/**
 * One case as measures read it: its events, each with the case as it stood before, and the case as it stands now.
 *
 * Everything here reads the clear part of events alone: what a customer said is never needed to count.
 */
import type { Bundle, Policy } from "@hearback/core"
import { Case } from "@hearback/core"

/** The events of one case, in their order, and the policy that it is pinned to. */
export interface CaseRecord {
  readonly id: string
  readonly policy: Policy.Policy
  readonly events: readonly Case.CaseEvent[]
}

export interface Moment<N extends Case.EventName = Case.EventName> {
  readonly event: Case.EventNamed<N>
  readonly before: Case.Case
}

export interface Story {
  readonly id: string
  readonly policy: Policy.Policy
  readonly state: Case.Case
  readonly moments: readonly Moment[]
}

/** Returns a case with everything that happened to it. */
export const tell = ({ id, policy, events }: CaseRecord): Story => {
  let state = Case.empty(id)
  const moments = events.map((event): Moment => {
    const before = state
    state = Case.evolve(state, event)
    return { event, before }
  })
  return { id, policy, state, moments }
}

/** Returns the moments of these events, in their order. */
export const named = <N extends Case.EventName>(story: Story, ...names: readonly N[]): readonly Moment<N>[] =>
  story.moments.filter((moment): moment is Moment<N> => (names as readonly string[]).includes(moment.event.event))

/** Returns the rule of a gate in the loop that the case went through then. */
export const gateThen = ({ policy }: Story, before: Case.Case, gate: string): Bundle.GateRule | undefined =>
  policy.loops.get(before.lifecycle.loop ?? "")?.gates.get(gate)

/** Returns when the customer spoke first; undefined for a case that was never opened. */
export const receivedAt = (story: Story): number | undefined => named(story, "case-opened")[0]?.event.receipt.receivedAt
