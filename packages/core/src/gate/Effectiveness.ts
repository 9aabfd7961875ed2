/**
 * A dated test that the cause is gone: no recurrence in the observation window, a metric, either or both.
 *
 * Without a metric the gate passes by itself at the end of the window. A metric is shown after the window; with
 * `either` it may be shown earlier and proves the same. Source: ISO 9001 10.2.1 d, ISO 13485 8.5.2 f.
 */

import type { Evidence } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import { type ClockState, clockOf, live } from "../case/track/Clocks.ts"
import type { Timer } from "../case/track/Timer.ts"
import { startTimer } from "../draft/clocks.ts"
import type { Situation } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import { tellStaff } from "../draft/messageQueue.ts"
import type { GateContext, GateKindDefinition, GateSituation } from "../draft/Situation.ts"
import type { GateRule } from "../policy/Bundle.ts"
import { choose } from "../policy/Policy.ts"
import { sendBack } from "../rule/lifecycle/reopening.ts"
import { served } from "../rule/relations/progress.ts"
import { renderDue } from "../time/Instant.ts"
import { defined } from "../value/Optional.ts"

const observation = (gate: string): Timer => ({ _tag: "Observation", gate })

/** Returns the clock of the observation window. */
const windowOf = ({ state }: Situation, gate: string): ClockState | undefined =>
  clockOf(state.clocks, observation(gate))

const tooEarly = ({ situation, rule }: GateSituation): readonly RefusalReason[] => {
  const ends = windowOf(situation, rule.name)?.dueAt ?? null
  const until: Readonly<Record<string, string>> = ends === null ? {} : { until: renderDue(ends, situation.policy.zone) }
  return [reason("effectiveness/too-early", `${rule.path}.observe`, until)]
}

/** Returns whether the measured value missed its target. */
const isMissed = ({ shortfall }: Evidence): boolean => (shortfall ?? "").trim() !== ""

const watching = ({ situation, rule }: GateSituation): boolean => live(windowOf(situation, rule.name))

/** Returns the gate that a failed check reopens: that of the policy, else the root cause, else the check itself. */
const backFrom = (situation: Situation, rule: GateRule): GateRule => {
  const loop = Drafts.loop(situation)
  return (
    loop?.gates.get(rule.ifFailed ?? "") ??
    loop?.rule.gates.find(
      ({ kind, side }) => situation.kinds[kind].facts.takesFailedChecks === true && side === rule.side
    ) ??
    rule
  )
}

/** Fails the check. `by`: the case that shows that the cause is back, if a case does. */
const fail = ({ situation, rule }: GateContext, why: string, by?: string): void => {
  const shown = defined({ case: by })
  Drafts.emit(situation, "verification-failed", { gate: rule.name, reason: why, ...shown }, rule.path)
  const { problem } = situation.state.relations
  if (problem?.progress !== undefined && problem.by === undefined)
    Drafts.emit(
      situation,
      "problem-progressed",
      { problem: problem.id, gate: rule.name, progress: "failed" },
      rule.path
    )
  const path = rule.ifFailed === undefined ? rule.path : `${rule.path}.if-failed`
  sendBack(situation, backFrom(situation, rule), by === undefined ? "shortfall" : "recurrence", why, undefined, path)
  tellStaff(situation, "verification-failed", [situation.state.ownership.owner], { reason: why })
}

/** What is known of the gate kind `effectiveness` without a step. */
export const facts: GateFacts = {
  evidence: { asked: ["proof"], optional: ["shortfall"] },
  brings: "verified",
  timers: (gate) => [observation(gate)],
  example: ({ proof }, { words }) => (proof === "metric" || proof === "either" ? { proof: words("proof") } : undefined)
}

/** What the gate kind `effectiveness` does in a step. */
export const effectiveness: GateKindDefinition = {
  kind: "effectiveness",
  facts,
  check: (view, evidence) => {
    const by = view.rule.proof ?? "no-recurrence"
    // A failure can be reported at any time.
    if (isMissed(evidence))
      return by === "no-recurrence" ? [reason("effectiveness/no-metric", `${view.rule.path}.proof`)] : []
    const { proof } = evidence
    if (by === "no-recurrence") return watching(view) ? tooEarly(view) : []
    if ((proof ?? "").trim() === "") return [reason("effectiveness/proof", `${view.rule.path}.proof`)]
    return by !== "either" && watching(view) ? tooEarly(view) : []
  },
  show: (context, evidence) => {
    if (!isMissed(evidence)) return "complete"
    fail(context, (evidence.shortfall ?? "").trim())
    return "more"
  },
  opened: (context) => {
    const { situation, rule } = context
    const window = rule.observe === undefined ? undefined : choose(rule.observe, Drafts.vector(situation))
    if (window !== undefined) startTimer(situation, observation(rule.name), window.value, `${rule.path}.observe`)
  },
  ripe: (context) => {
    const shown = served(context.situation, "verified")
    if (shown !== undefined) return shown
    const by = context.rule.proof ?? "no-recurrence"
    const ended = windowOf(context.situation, context.rule.name)?.status === "met"
    return ended && (by === "no-recurrence" || by === "either") ? { proof: "no-recurrence" } : undefined
  },
  causeBack: fail
}
