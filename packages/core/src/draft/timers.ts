/**
 * The timers of gates: those of their kinds, the end of the time in which a gate may be passed, and planned actions.
 */

import { live } from "../case/track/Clocks.ts"
import * as Gate from "../case/track/Gate.ts"
import { clockName } from "../case/track/Timer.ts"
import { cancel } from "./clocks.ts"
import type { Draft } from "./Draft.ts"
import type { GateKinds } from "./Situation.ts"

/** Returns the name of the clock that ends the time to pass a gate: the gate's own name, unless a promise has it. */
export const passingLimit = (gate: string, clocks: ReadonlyMap<string, unknown> | undefined): string =>
  clocks?.has(gate) === true ? clockName({ _tag: "Door", gate }) : gate

const names = new WeakMap<GateKinds, Map<string, readonly string[]>>()

/**
 * Returns the names of the timers of a gate, for every kind, since another policy version may give the gate another
 * kind. The names are made once, because every look at a settled gate asks for them.
 */
const namesOf = (kinds: GateKinds, gate: string): readonly string[] => {
  const known = names.get(kinds) ?? new Map<string, readonly string[]>()
  const had = known.get(gate)
  if (had !== undefined) return had
  const timers = Object.values(kinds).flatMap(({ facts }) => facts.timers?.(gate) ?? [])
  const made = [...timers.map(clockName), clockName({ _tag: "Door", gate }), gate]
  names.set(kinds, known.set(gate, made))
  return made
}

/** Cancels the timers of a gate that is settled or was reopened. */
export const closeTimers = (draft: Draft, gate: string, reason: "gate-settled" | "reopened"): void => {
  // The actions of a passed gate continue. A reopened gate no longer knows how many actions it had.
  const { status, actions } = Gate.at(draft.state.gates, gate)
  if (reason === "reopened" || (actions.length > 0 && status !== "passed")) releaseActions(draft, reason, gate)
  for (const name of namesOf(draft.kinds, gate)) {
    const timer = draft.state.clocks[name]?.timer
    if (timer !== undefined && "gate" in timer && timer.gate === gate) cancel(draft, name, reason)
  }
}

/** Ends the actions of a gate that is no longer needed or was reopened. */
const releaseActions = (draft: Draft, why: "gate-settled" | "reopened", gate: string): void => {
  for (const { name, timer } of Object.values(draft.state.clocks).filter(live))
    if (timer?._tag === "Action" && timer.gate === gate) cancel(draft, name, why)
}
