/**
 * A dated test that the cause is gone: no recurrence in the observation window, a metric, either or both.
 *
 * Without a metric the gate passes by itself when the window ends. Source: ISO 9001 10.2.1 d, ISO 13485 8.5.2 f.
 */

import * as Drafts from "../decider/Draft.ts"
import { choose } from "../model/Policy.ts"
import { reason } from "../model/Refusal.ts"
import { startTimer } from "../track/clock/react.ts"
import { live } from "../track/clock/State.ts"
import type { GateContext, GateModule } from "./Gate.ts"

export const observation = (gate: string): string => `observe:${gate}`

const watching = ({ d, rule }: GateContext): boolean => live(d.state.clocks[observation(rule.name)])

export const effectiveness: GateModule = {
  kind: "effectiveness",
  check: (x, { proof }) => {
    const by = x.rule.proof ?? "no-recurrence"
    if (by === "no-recurrence") return watching(x) ? [reason("effectiveness/too-early", `${x.rule.path}.observe`)] : []
    if ((proof ?? "").trim() === "") return [reason("effectiveness/proof", `${x.rule.path}.proof`)]
    return by === "both" && watching(x) ? [reason("effectiveness/too-early", `${x.rule.path}.observe`)] : []
  },
  opened: (x) => {
    const { d, rule } = x
    const window = rule.observe === undefined ? undefined : choose(rule.observe, Drafts.vector(d))
    if (window !== undefined)
      startTimer(
        d,
        observation(rule.name),
        { _tag: "Observation", gate: rule.name },
        window.value,
        `${rule.path}.observe`
      )
  },
  ripe: (x) => {
    const by = x.rule.proof ?? "no-recurrence"
    const ended = x.d.state.clocks[observation(x.rule.name)]?.status === "met"
    return ended && (by === "no-recurrence" || by === "either") ? { proof: "no-recurrence" } : undefined
  }
}
