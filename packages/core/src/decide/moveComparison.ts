/** What a move changes on a case: the due of each running clock before and after, and the gates that come and go. */
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

export interface CaseChange {
  readonly case: string
  /** Clocks that run before or after. Absent: it does not run then; null: it runs and is never due, or is paused. */
  readonly clocks: readonly {
    readonly clock: string
    readonly before?: Instant | null
    readonly after?: Instant | null
    /** The version gives this length, and the clock keeps the one that it began with. */
    readonly kept?: Target
  }[]
  /** Gates that hold a loop afterwards and did not before. */
  readonly demanded: readonly string[]
  /** Gates that held a loop before and do not afterwards. */
  readonly notNeeded: readonly string[]
}

/** Gates that hold a loop as far as is known now. */
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

/** Shown meanwhile: what the machine passed in the same step is not unneeded. */
const isShown = ({ state }: CaseByPolicy, gate: string): boolean => {
  const { status } = Gate.at(state.gates, gate)
  return status !== "not-needed" && status !== "waiting" && status !== "open"
}
