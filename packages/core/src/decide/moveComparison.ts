/**
 * What a move to another policy version changes on a case: the due of each running clock, and which gates it demands.
 */
import type { Case } from "../case/Case.ts"
import { inputs } from "../case/Inputs.ts"
import { live } from "../case/track/Clocks.ts"
import * as Gate from "../case/track/Gate.ts"
import type { Policy } from "../policy/Policy.ts"
import { holds, loopOf } from "../policy/Policy.ts"
import type { Instant } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"
import { defined } from "../value/Optional.ts"

/** A case with the policy that it is read by. */
export interface CaseByPolicy {
  readonly policy: Policy
  readonly state: Case
}

/** What differs between a case before and after a move. */
export interface CaseChange {
  readonly case: string
  /**
   * The clocks that run before or after. `undefined`: it does not run then; null: it runs but has no due, or is paused.
   */
  readonly clocks: readonly {
    readonly clock: string
    readonly before?: Instant | null
    readonly after?: Instant | null
    /** The length that the new version gives, if the clock keeps its own. */
    readonly kept?: Target
  }[]
  /** Gates that a loop demands after the move and did not demand before. */
  readonly demanded: readonly string[]
  /** Gates that a loop demanded before and does not demand after the move. */
  readonly notNeeded: readonly string[]
}

/** Returns the gates that a loop demands, as far as is known now. */
const owed = ({ policy, state }: CaseByPolicy): readonly string[] => {
  const vector = inputs(policy, state)
  return (loopOf(policy, state.lifecycle.loop)?.rule.gates ?? []).flatMap((rule) => {
    const closed = rule.side === "customer-loop" ? state.lifecycle.customerLoop : state.lifecycle.systemLoop
    const isOwed = closed === undefined && !rule.optional && !Gate.isSettled(Gate.at(state.gates, rule.name))
    return isOwed && holds(rule.when, vector) !== "no" ? [rule.name] : []
  })
}

const dueOf = ({ state }: CaseByPolicy, name: string): Instant | null | undefined => {
  const clock = state.clocks[name]
  return live(clock) && clock.timer === undefined ? clock.dueAt : undefined
}

/** Returns what differs between a case before and after it was moved. */
export const compare = (before: CaseByPolicy, after: CaseByPolicy): CaseChange => {
  const names = new Set([...Object.keys(before.state.clocks), ...Object.keys(after.state.clocks)])
  const [was, is] = [owed(before), owed(after)]
  return {
    case: after.state.id,
    clocks: [...names].flatMap((clock) => {
      const [then, now] = [dueOf(before, clock), dueOf(after, clock)]
      if (then === undefined && now === undefined) return []
      return [defined({ clock, before: then, after: now, kept: after.state.clocks[clock]?.keeps })]
    }),
    demanded: is.filter((gate) => !was.includes(gate)),
    notNeeded: was.filter((gate) => !is.includes(gate) && !isShown(after, gate))
  }
}

/** Returns whether a gate was passed in the same step. Such a gate was not lost. */
const isShown = ({ state }: CaseByPolicy, gate: string): boolean => {
  const { status } = Gate.at(state.gates, gate)
  return status !== "not-needed" && status !== "waiting" && status !== "open"
}
