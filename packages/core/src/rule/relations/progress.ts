/**
 * Prevention of a problem's cause, shown on one case, counts for all cases of the problem. The case that shows it tells
 * the problem, and the problem tells the other cases and their owners.
 */

import type { CaseEvent } from "../../case/Case.ts"
import type { Evidence } from "../../case/generated/Command.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { PreventionProgress } from "../../case/track/Relations.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"

/** Reports to the problem what a gate of this case has shown about the cause. */
export const report = (draft: Draft, fresh: readonly CaseEvent[]): void => {
  for (const event of fresh) {
    const { problem } = draft.state.relations
    if (event.event !== "gate-passed" || problem === undefined) continue
    const rule = Drafts.loop(draft)?.gates.get(event.gate)
    const progress = rule === undefined ? undefined : draft.kinds[rule.kind].facts.brings
    if (rule === undefined || progress === undefined || problem.progress === progress) continue
    Drafts.emit(draft, "problem-progressed", { problem: problem.id, gate: rule.name, progress }, rule.path)
  }
}

/**
 * Returns evidence from another case of the same problem. A person has said that the cause is the same (`cause-of`),
 * and prevention there is in place or has proved effective.
 */
export const served = (draft: Draft, by: PreventionProgress): Evidence | undefined => {
  const { problem, siblings } = draft.state.relations
  if (problem?.by === undefined || !siblings.includes(problem.by)) return undefined
  return by === "live" || problem.progress === by ? { proof: problem.by } : undefined
}

/** Tells open gates that the cause is back, in the order of the policy. Returns how many there were. */
export const causeBack = (draft: Draft, why: string, by: string, atMost = Infinity): number => {
  let told = 0
  for (const rule of Drafts.loop(draft)?.rule.gates ?? []) {
    const state = Gate.at(draft.state.gates, rule.name)
    const tell = draft.kinds[rule.kind].causeBack
    if (tell === undefined || state.status !== "open" || told === atMost) continue
    tell({ situation: draft, rule, state }, why, by)
    told++
  }
  return told
}
