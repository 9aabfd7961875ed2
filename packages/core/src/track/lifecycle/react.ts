/** The lifecycle follows the gates: loops that are ready close, with authority where a person passed the last gate. */
import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import { ask } from "../authority/handle.ts"
import { covers, limitsOf } from "../authority/limits.ts"
import { closeLoop, finish, ready } from "./close.ts"

const levels = (d: Draft): readonly string[] => Object.values(d.state.grades).map((grade) => grade.level)

export const react = (d: Draft): void => {
  if (ready(d).length === 0) return finish(d)
  const { actor } = d.meta
  const limits = d.policy.bundle.authority.limits
  const limit = limitsOf(d.policy, actor.roles)
  // Time, machines and the customer close what is complete; so does everybody where the policy sets no limits.
  if (d.meta.actor.kind !== "person" || !limits.some((one) => one.close.length > 0) || covers(limit?.close, levels(d)))
    return closeLoop(d)
  const waiting = d.state.authority.approvals.some((approval) => approval.command.do === "close")
  const denied = d.events.some((event) => event.event === "denied")
  if (waiting || denied) return
  const rule = limit === undefined ? "authority.limits" : `authority.limits.${limit.role}.close`
  // Nobody in the directory may close it: the case stays open, and says so when asked to close.
  if (ask(d, { do: "close" }, [rule], limit).length > 0)
    Drafts.emit(d, "command-refused", { asked: "close", by: actor.id, rules: [rule] }, rule)
}
