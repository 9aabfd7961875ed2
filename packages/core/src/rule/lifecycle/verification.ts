/** The same root cause came back, here or in a case that shares it. Source: ISO 9001 10.2.1 d, e. */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/send.ts"
import { reopen } from "./reopen.ts"

/** When the last prevention that stands was put in place. */
const liveSince = (d: Draft): number =>
  Math.max(
    -Infinity,
    ...(Drafts.loop(d)?.rule.gates ?? []).flatMap((rule) => {
      const { status, settledAt } = Gate.at(d.state.gates, rule.name)
      return d.kinds[rule.kind].facts.brings === "live" && status === "passed" && settledAt !== undefined
        ? [settledAt]
        : []
    })
  )

/** The cause of this case came back: a running verification fails, and the root cause is open again. */
export const recurred = (d: Draft, c: CommandOf<"recurred">): readonly Reason[] => {
  if (!d.state.relations.siblings.includes(c.case))
    Drafts.emit(d, "case-linked", { to: c.case, as: "recurrence" }, "problems.same")
  // What was said before the prevention was in place does not show that it failed.
  if (c.receivedAt !== undefined && c.receivedAt < liveSince(d)) return []
  if (causeBack(d, c.reason, c.case, 1) > 0) return []
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
  causeBack(d, `failed in ${by}`, by)
}

/** Tells open gates that the cause is back, in the order of the policy; returns how many there were. */
const causeBack = (d: Draft, why: string, by: string, atMost = Infinity): number => {
  let told = 0
  for (const rule of Drafts.loop(d)?.rule.gates ?? []) {
    const state = Gate.at(d.state.gates, rule.name)
    const tell = d.kinds[rule.kind].causeBack
    if (tell === undefined || state.status !== "open" || told === atMost) continue
    tell({ d, rule, state }, why, by)
    told++
  }
  return told
}
