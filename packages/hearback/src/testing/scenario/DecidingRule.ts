/** Finds the rule of the policy that decided a part of a case: the `why` of the last event about it. */
import type { Case } from "@hearback/core"
import { Gate } from "@hearback/core"
import type { CaseSnapshot } from "./Snapshot.ts"

const events: Readonly<Record<string, readonly Case.EventName[]>> = {
  kind: ["classified", "reclassified"],
  category: ["classified", "reclassified"],
  emotion: ["classified", "reclassified"],
  review: ["review-asked", "classified", "reclassified"],
  department: ["department-asked"],
  owner: ["owner-assigned", "handover-accepted"],
  outcome: ["customer-loop-closed"],
  reopened: ["case-reopened"],
  compensate: ["compensated"],
  discount: ["discounted"],
  grant: ["resources-granted"],
  gate: [
    "gate-opened",
    "gate-evidence-shown",
    "gate-passed",
    "gate-explained",
    "gate-waived",
    "gate-lapsed",
    "gate-not-needed",
    "gate-reopened"
  ]
}

/** Returns the rule of the last event that decided something, for one gate if one is given. */
export const rulesOf = ({ history }: CaseSnapshot, of: string, gate?: string): string | undefined =>
  history.findLast(
    (event) =>
      (events[of] ?? []).includes(event.event) && (gate === undefined || ("gate" in event && event.gate === gate))
  )?.why

/** Returns the path within its loop of a gate that keeps one side open. */
export const missing = ({ state, policy }: CaseSnapshot, side: "customer-loop" | "system-loop"): string | undefined => {
  const gates = policy.loops.get(state.lifecycle.loop ?? "")?.rule.gates ?? []
  const holds = gates.find(
    (gate) => gate.side === side && !gate.optional && !Gate.isSettled(Gate.at(state.gates, gate.name))
  )
  return holds === undefined ? undefined : `${side}.${holds.name}`
}
