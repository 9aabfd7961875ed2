/** Early ends: the customer withdraws. Only what the policy says is closed; system gates survive. */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import * as Who from "../../decider/Who.ts"
import type { CommandOf } from "../../model/Command.ts"
import type { Reason } from "../../model/Refusal.ts"
import { reason } from "../../model/Refusal.ts"
import * as Gate from "../gate/State.ts"
import { tellCustomer } from "../message/send.ts"
import { finish } from "./close.ts"

export const withdraw = (d: Draft, c: CommandOf<"withdraw">): readonly Reason[] => {
  const rule = d.policy.bundle.endings.find((ending) => ending.name === "withdrawn")
  if (rule === undefined) return [reason("ending/not-offered", "endings", { ending: "withdrawn" })]
  const { actor } = d.meta
  // A customer's word may be taken down by whoever owns the case.
  if (!Who.is(d.policy, d.state, [...rule.by, "owner"], actor))
    return [
      reason("gate/wrong-person", `${rule.path}.by`, {
        gate: "withdrawn",
        by: rule.by.join(", "),
        actor: actor.id,
        owner: d.state.ownership.owner
      })
    ]
  Drafts.emit(d, "case-withdrawn", { by: actor.id, ...(c.reason === undefined ? {} : { reason: c.reason }) }, rule.path)
  for (const gate of Drafts.loop(d)?.rule.gates ?? []) {
    const concerned = gate.side === "customer-loop" || rule.closes === "both-loops"
    if (concerned && !Gate.isSettled(Gate.at(d.state.gates, gate.name)))
      Drafts.emit(d, "gate-not-needed", { gate: gate.name, reason: "ended" }, rule.path)
  }
  if (d.state.lifecycle.customerLoop === undefined)
    Drafts.emit(d, "customer-loop-closed", { outcome: "withdrawn" }, rule.path)
  if (rule.closes === "both-loops" && d.state.lifecycle.systemLoop === undefined)
    Drafts.emit(d, "system-loop-closed", {}, rule.path)
  finish(d)
  if (rule.tell !== undefined) tellCustomer(d, rule.tell, c.reason === undefined ? {} : { reason: c.reason })
  return []
}
