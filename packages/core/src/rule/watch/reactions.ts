import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellNamed } from "../../draft/messageQueue.ts"
import { holds } from "../../policy/Policy.ts"
import { readable } from "../../text/shape/Said.ts"
import * as Who from "../../who/Who.ts"

/**
 * Raises an alarm when its condition becomes true, and clears it when the condition ceases to hold. A case that refutes
 * an assumption of the policy reports it once.
 */
export const react = (draft: Draft): void => {
  const { alarms = [], assume = [] } = draft.policy.bundle
  if (alarms.length === 0 && assume.length === 0) return
  for (const { path, never, because } of assume)
    if (!draft.state.watch.broken.includes(path) && holds(never, Drafts.vector(draft)) === "yes")
      Drafts.emit(draft, "assumption-broken", { assumption: path, because }, path)
  for (const { name, path, when, notify, send } of alarms) {
    const verdict = holds(when, Drafts.vector(draft))
    const isRaised = draft.state.watch.alarms.includes(name)
    if (isRaised && verdict === "no") Drafts.emit(draft, "alarm-cleared", { alarm: name }, path)
    // No alarm is raised on a closed case.
    if (isRaised || verdict !== "yes" || draft.state.lifecycle.closedAt !== undefined) continue
    const told = Who.people(draft.policy, draft.state, notify, draft.meta.gathered.people, draft.now)
    Drafts.emit(draft, "alarm-raised", { alarm: name, told }, path)
    tellNamed(draft, send, told, { reason: readable(name) })
  }
}
