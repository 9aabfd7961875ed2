/**
 * A suggestion gets a conclusion with a reason, in the policy's own words or those of the policy language. A postponed
 * suggestion is decided again on the given day, or after half a year if no day was given.
 */

import * as Conclusion from "../case/Conclusion.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import { latestEvidence } from "../case/track/Gate.ts"
import { startTimer } from "../draft/clocks.ts"
import type { Situation } from "../draft/Draft.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import { tellStaff } from "../draft/messageQueue.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"
import type { GateRule } from "../policy/Bundle.ts"
import { sendBack } from "../rule/lifecycle/reopening.ts"
import { spokenConclusion } from "../text/phrase/Words.ts"
import type { Instant } from "../time/Instant.ts"
import { parseInstant } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"
import { civil } from "../time/Target.ts"

/** Returns the beginning of a day, or an instant. */
const backAt = (situation: Situation, until: string): Instant | undefined =>
  parseInstant(until.trim(), situation.policy.zone)

/** Returns the rule that lists the conclusions; the gate's own rule if it lists none. */
const offers = ({ path, oneOf }: GateRule): string => (oneOf === undefined ? path : `${path}.one-of`)

/** What is known of the gate kind `decision` without a step. */
export const facts: GateFacts = {
  evidence: { required: ["decision", "reason"], optional: ["until", "publish"] },
  speaks: true,
  fills: {
    decision: (_, caseState, __, language) => {
      const conclusion = latestEvidence(caseState.gates, "decision")
      return conclusion === undefined ? undefined : spokenConclusion(conclusion, language)
    }
  },
  example: ({ oneOf = [] }, { words }) => ({ decision: oneOf[0] ?? "1", reason: words("reason") })
}

/** What the gate kind `decision` does in a step. */
export const decision: GateKindDefinition = {
  kind: "decision",
  facts,
  check: ({ situation, rule }, evidence) => {
    const reasons: RefusalReason[] = []
    const allowed = rule.oneOf ?? []
    const given = evidence.decision ?? ""
    if (given === "" || !Conclusion.isOffered(rule, given))
      reasons.push(reason("decision/not-offered", offers(rule), { decision: given, allowed }))
    if ((evidence.reason ?? "").trim() === "") reasons.push(reason("reason/missing", rule.path))
    if (evidence.until !== undefined && (backAt(situation, evidence.until) ?? 0) <= situation.meta.receivedAt)
      reasons.push(reason("decision/no-date", rule.path, { until: evidence.until }))
    return reasons
  },
  show: ({ situation, rule }, { decision, until }) => {
    if (Conclusion.meaningOf(rule, decision) !== "later") return "complete"
    const at = until === undefined ? undefined : backAt(situation, until)
    const wait: Target = at === undefined ? civil(6, 0) : { _tag: "Elapsed", ms: at - situation.now }
    startTimer(situation, { _tag: "Later", gate: rule.name }, wait, offers(rule))
    return "complete"
  },
  /** Reopens the gate of a postponed suggestion and notifies the owner. */
  timeUp: ({ situation, rule, state }) => {
    if (state.status !== "passed" || Conclusion.meaningOf(rule, state.evidence?.decision) !== "later") return
    sendBack(situation, rule, "later", "later", "restart", offers(rule))
    tellStaff(situation, "alarm", [situation.state.ownership.owner], { reason: "later" })
  }
}
