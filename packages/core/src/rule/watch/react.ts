/**
 * Watches the case as it stands: an alarm is raised when its condition becomes true and armed again when it ceases to
 * be; a case that shows what the policy takes to be impossible says so once.
 */
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellNamed } from "../../draft/send.ts"
import { holds } from "../../policy/Policy.ts"
import * as Who from "../../who/Who.ts"

export const react = (d: Draft): void => {
  const { alarms = [], assume = [] } = d.policy.bundle
  if (alarms.length === 0 && assume.length === 0) return
  for (const { path, never, because } of assume)
    if (!d.state.watch.broken.includes(path) && holds(never, Drafts.vector(d)) === "yes")
      Drafts.emit(d, "assumption-broken", { assumption: path, because }, path)
  for (const { name, path, when, notify, send } of alarms) {
    const verdict = holds(when, Drafts.vector(d))
    const isRaised = d.state.watch.alarms.includes(name)
    if (isRaised && verdict === "no") Drafts.emit(d, "alarm-cleared", { alarm: name }, path)
    // Nobody is called to a case that is closed.
    if (isRaised || verdict !== "yes" || d.state.lifecycle.closedAt !== undefined) continue
    const told = Who.people(d.policy, d.state, notify, d.meta.gathered.people, d.now)
    Drafts.emit(d, "alarm-raised", { alarm: name, told }, path)
    tellNamed(d, send, told, { reason: name })
  }
}
