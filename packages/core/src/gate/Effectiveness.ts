/**
 * A dated test that the cause is gone: no recurrence in the observation window, a metric, either or both.
 *
 * Without a metric the gate passes by itself when the window ends. A metric is shown once the window is over, but for
 * `either`, where it proves earlier what the window would prove. Source: ISO 9001 10.2.1 d, ISO 13485 8.5.2 f.
 */

import type { Evidence } from "../case/Command.ts"
import type { Reason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import { type Clock, clockOf, live } from "../case/track/Clocks.ts"
import { startTimer } from "../draft/clocks.ts"
import * as Drafts from "../draft/Draft.ts"
import type { GateKindDefinition, GateView, Situation } from "../draft/GateKind.ts"
import { choose } from "../policy/Policy.ts"
import { served } from "../rule/intake/progress.ts"
import { fail } from "../rule/lifecycle/verification.ts"
import { renderDue } from "../time/Instant.ts"

/** The window in which a recurrence is looked for. */
const windowOf = ({ state }: Situation, gate: string): Clock | undefined =>
  clockOf(state.clocks, { _tag: "Observation", gate })

const tooEarly = ({ d, rule }: GateView): readonly Reason[] => {
  const ends = windowOf(d, rule.name)?.dueAt ?? null
  const until: Readonly<Record<string, string>> = ends === null ? {} : { until: renderDue(ends, d.policy.zone) }
  return [reason("effectiveness/too-early", `${rule.path}.observe`, until)]
}

/** Measured, and what was aimed at was not reached. */
const isMissed = ({ shortfall }: Evidence): boolean => (shortfall ?? "").trim() !== ""

const watching = ({ d, rule }: GateView): boolean => live(windowOf(d, rule.name))

export const effectiveness: GateKindDefinition = {
  kind: "effectiveness",
  check: (x, evidence) => {
    const by = x.rule.proof ?? "no-recurrence"
    // That it did not help can be said at any time.
    if (isMissed(evidence))
      return by === "no-recurrence" ? [reason("effectiveness/no-metric", `${x.rule.path}.proof`)] : []
    const { proof } = evidence
    if (by === "no-recurrence") return watching(x) ? tooEarly(x) : []
    if ((proof ?? "").trim() === "") return [reason("effectiveness/proof", `${x.rule.path}.proof`)]
    return by !== "either" && watching(x) ? tooEarly(x) : []
  },
  show: ({ d, rule }, evidence) => {
    if (!isMissed(evidence)) return "complete"
    fail(d, rule, (evidence.shortfall ?? "").trim())
    return "more"
  },
  opened: (x) => {
    const { d, rule } = x
    const window = rule.observe === undefined ? undefined : choose(rule.observe, Drafts.vector(d))
    if (window !== undefined)
      startTimer(d, { _tag: "Observation", gate: rule.name }, window.value, `${rule.path}.observe`)
  },
  ripe: (x) => {
    const shown = served(x.d, "verified")
    if (shown !== undefined) return shown
    const by = x.rule.proof ?? "no-recurrence"
    const ended = windowOf(x.d, x.rule.name)?.status === "met"
    return ended && (by === "no-recurrence" || by === "either") ? { proof: "no-recurrence" } : undefined
  }
}
