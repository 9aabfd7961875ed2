import type { Case, CaseEvent } from "../../case/Case.ts"
import { empty } from "../../case/Case.ts"
import { inputs } from "../../case/Inputs.ts"
import { at, isSettled } from "../../case/track/Gate.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import type { Policy } from "../../policy/Policy.ts"
import { holds, loopOf } from "../../policy/Policy.ts"
import type { DeciderLaw } from "../History.ts"
import { first, run } from "../History.ts"
import { policyOf, type TestWorld } from "../World.ts"

const closed = (state: Case, side: GateRule["side"]): boolean =>
  (side === "customer-loop" ? state.lifecycle.customerLoop : state.lifecycle.systemLoop) !== undefined

/** Returns why the status of a gate on a closed side is not allowed. */
const owed = (policy: Policy, state: Case, rule: GateRule, shown: ReadonlySet<string>): string | undefined => {
  const gate = at(state.gates, rule.name)
  if (!isSettled(gate)) return `${rule.side} is closed while ${rule.name} is ${gate.status}`
  if (gate.status === "passed" && !shown.has(rule.name)) return `${rule.name} counts as passed, and nobody passed it`
  // A later regrade reopens the system loop but not the customer loop, since the customer was told that it is closed.
  const isMissed = gate.status === "not-needed" && gate.because === "when" && rule.side === "system-loop"
  return isMissed && state.lifecycle.closedAt === undefined && holds(rule.when, inputs(policy, state)) === "yes"
    ? `${rule.name} is needed and called not needed`
    : undefined
}

const standing = (policy: Policy, state: Case, shown: ReadonlySet<string>): string | undefined => {
  const gates = loopOf(policy, state.lifecycle.loop)?.rule.gates ?? []
  const sides = new Set(gates.map((rule) => rule.side))
  if (state.lifecycle.closedAt !== undefined && [...sides].some((side) => !closed(state, side)))
    return "the case is closed while one of its loops is open"
  return first(gates, (rule) =>
    rule.optional || !closed(state, rule.side) ? undefined : owed(policy, state, rule, shown)
  )
}

const passes = (shown: Set<string>, event: CaseEvent): void => {
  if (event.event === "gate-passed") shown.add(event.gate)
  if (event.event === "gate-reopened") shown.delete(event.gate)
}

const closings: ReadonlySet<string> = new Set(["customer-loop-closed", "system-loop-closed", "case-closed"])

const ofCase = ({ decider, ...w }: TestWorld, id: string, events: readonly CaseEvent[], ends: ReadonlySet<number>) => {
  const shown = new Set<string>()
  let c = empty(id)
  for (const [i, event] of events.entries()) {
    c = decider.evolve(c, event)
    passes(shown, event)
    // Between the events of one step a gate may be about to open, but a closing event never leaves an open gate.
    const isClosing = closings.has(event.event)
    const found = isClosing || ends.has(i) ? standing(policyOf({ decider, ...w }, c), c, shown) : undefined
    if (found !== undefined) return `${id}, event ${i + 1} (${event.event}): ${found}`
  }
  return undefined
}

/**
 * Law: a loop is closed only while every gate that its policy demands is settled, and a passed gate has recorded
 * evidence. No gate is not needed while its condition holds. A case is closed only if both of its loops are.
 */
export const noClosePastAGate: DeciderLaw = {
  name: "no-close-past-a-gate",
  violation: (decider, history) => {
    const w = run(decider, history)
    return first(w.events, ([id, events]) => {
      const ends = new Set(w.decisions.filter((one) => one.before.id === id).map((one) => one.step.state.version - 1))
      return ofCase(w, id, events, ends)
    })
  }
}
