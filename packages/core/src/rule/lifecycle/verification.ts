/**
 * A check of effectiveness that fails: the same cause came back within its window, or the metric was missed. The loop
 * goes back to where the policy says, and cases of the same cause hear of it. Source: ISO 9001 10.2.1 d, e.
 */

import type { CommandOf } from "../../case/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/send.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import type { Loop } from "../../policy/Policy.ts"
import { reopen, sendBack } from "./reopen.ts"

/** Where a failed check sends back to: what the policy says, else the analysis, else the check itself. */
const backFrom = (loop: Loop | undefined, rule: GateRule): GateRule =>
  loop?.gates.get(rule.ifFailed ?? "") ??
  loop?.rule.gates.find((gate) => gate.kind === "root-cause" && gate.side === rule.side) ??
  rule

/** Fails a check; `by` is the case that shows the cause to be back, where one does. */
export const fail = (d: Draft, rule: GateRule, why: string, by?: string): void => {
  const shown = by === undefined ? {} : { case: by }
  Drafts.emit(d, "verification-failed", { gate: rule.name, reason: why, ...shown }, rule.path)
  const { problem } = d.state.relations
  if (problem?.progress !== undefined && problem.by === undefined)
    Drafts.emit(d, "problem-progressed", { problem: problem.id, gate: rule.name, progress: "failed" }, rule.path)
  const path = rule.ifFailed === undefined ? rule.path : `${rule.path}.if-failed`
  sendBack(d, backFrom(Drafts.loop(d), rule), by === undefined ? "shortfall" : "recurrence", why, undefined, path)
  tellStaff(d, "verification-failed", [d.state.ownership.owner], { reason: why })
}

/** When the last prevention that stands was put in place. */
const liveSince = (d: Draft): number =>
  Math.max(
    -Infinity,
    ...(Drafts.loop(d)?.rule.gates ?? []).flatMap((rule) => {
      const { status, settledAt } = Gate.at(d.state.gates, rule.name)
      return rule.kind === "prevention" && status === "passed" && settledAt !== undefined ? [settledAt] : []
    })
  )

/** The cause of this case came back: a running verification fails, and the root cause is open again. */
export const recurred = (d: Draft, c: CommandOf<"recurred">): readonly Reason[] => {
  if (!d.state.relations.siblings.includes(c.case))
    Drafts.emit(d, "case-linked", { to: c.case, as: "recurrence" }, "problems.same")
  // What was said before the prevention was in place does not show that it failed.
  if (c.receivedAt !== undefined && c.receivedAt < liveSince(d)) return []
  for (const rule of Drafts.loop(d)?.rule.gates ?? []) {
    if (rule.kind !== "effectiveness" || Gate.at(d.state.gates, rule.name).status !== "open") continue
    fail(d, rule, c.reason, c.case)
    return []
  }
  // The loop was closed: the policy's reopening for a recurrence takes it, or the link alone is on file.
  if (d.state.lifecycle.systemLoop !== undefined) reopen(d, "recurrence", c.reason)
  return []
}

/** A case of the same cause has seen its prevention fail: what was done here may have failed as well. */
export const flag = (d: Draft, c: CommandOf<"flag">): readonly Reason[] => {
  Drafts.emit(d, "case-flagged", { case: c.case, reason: c.reason }, "problems.same")
  tellStaff(d, "alarm", [d.state.ownership.owner], { reason: c.reason })
  return []
}

/** What another case's prevention served here has failed with it. */
export const failWith = (d: Draft, by: string): void => {
  for (const rule of Drafts.loop(d)?.rule.gates ?? [])
    if (rule.kind === "effectiveness" && Gate.at(d.state.gates, rule.name).status === "open")
      fail(d, rule, `failed in ${by}`, by)
}
