/** The timers that a gate may have, by the names of their clocks. */

import type { Draft } from "../../decider/Draft.ts"
import { cancel } from "../clock/react.ts"

export const silence = (gate: string): string => `silence:${gate}`
export const observation = (gate: string): string => `observe:${gate}`

/** A door's time is shown under the gate's own name, unless a promise already is. */
export const door = (gate: string, clocks: ReadonlyMap<string, unknown> | undefined): string =>
  clocks?.has(gate) === true ? `door:${gate}` : gate

/** Cancels what runs for a gate that is settled or was sent back. */
export const closeTimers = (d: Draft, gate: string, reason: "gate-settled" | "reopened"): void => {
  for (const name of [silence(gate), observation(gate), `door:${gate}`, gate]) {
    const timer = d.state.clocks[name]?.timer
    if (timer !== undefined && "gate" in timer && timer.gate === gate) cancel(d, name, reason)
  }
}
