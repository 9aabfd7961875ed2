/** The customer's replies: to a proposal, and to the question whether it was put right. */

import type { CommandOf } from "../../case/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/send.ts"
import { isForArbiter } from "../../gate/Proposal.ts"
import { customerOf, isOfCustomer, nameOf } from "../../people/Actor.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import * as Who from "../../who/Who.ts"
import { followUp } from "../intake/offshoot.ts"
import { park } from "../lifecycle/park.ts"
import { dispute, endedEarly } from "../lifecycle/reopen.ts"
import { againstPerson } from "./handle.ts"
import { settle, settleIfSigned } from "./react.ts"

/** The gate that a reply answers: the one named, else the open one that waits for such an answer. */
const answered = (d: Draft, c: CommandOf<"reply">): GateRule | undefined => {
  const gates = [...(Drafts.loop(d)?.gates.values() ?? [])]
  if (c.gate !== undefined) return gates.find((rule) => rule.name === c.gate)
  const kind = c.says === "satisfied" || c.says === "dissatisfied" ? "confirmation" : "proposal"
  const open = gates.find((rule) => rule.kind === kind && Gate.at(d.state.gates, rule.name).status === "open")
  return open ?? (c.says === "satisfied" ? gates.find((rule) => isSilent(d, rule)) : undefined)
}

/** The customer was silent for so long that the gate lapsed. */
const isSilent = (d: Draft, { name, kind }: GateRule): boolean =>
  kind === "confirmation" && Gate.at(d.state.gates, name).lapsedBecause === "silence"

const mayReply = (d: Draft, rule: GateRule): readonly Reason[] =>
  Who.isCustomer(d.state, d.meta.actor) ? [] : againstPerson(d, rule)

/** The customer's own word, or taken down by the owner. */
const againstDispute = (d: Draft): readonly Reason[] =>
  Who.is(d.policy, d.state, ["customer", "owner"], d.meta.actor)
    ? []
    : [reason("ownership/not-owner", undefined, { owner: d.state.ownership.owner, actor: nameOf(d.meta.actor) })]

/** The customer is not satisfied with what no gate waits for: the policy's reopening takes it, or not. */
const disputed = (d: Draft, text: string | undefined): readonly Reason[] => {
  const reasons = againstDispute(d)
  if (reasons.length > 0) return reasons
  const early = endedEarly(d)
  const refused =
    early === undefined ? dispute(d, text) : [reason("loop/ended-early", `endings.${early}`, { outcome: early })]
  if (refused.length > 0 && park(d, "dissatisfied", refused, text)) return []
  const [first] = refused
  // Too late to open this one again, or no longer ours: what they said opens the next, linked to it.
  const isOver = first?.code === "loop/reopen-too-late" || first?.code === "loop/ended-early"
  const isLate = isOver && isOfCustomer(d.meta.actor)
  const channel = d.state.conversation.lastChannel ?? ""
  if (!isLate || text === undefined || !followUp(d, text, channel, first.rule)) return refused
  Drafts.emit(d, "customer-wrote", { text, channel, customer: customerOf(d.meta.actor) })
  return []
}

export const reply = (d: Draft, c: CommandOf<"reply">): readonly Reason[] => {
  const rule = answered(d, c)
  if (rule === undefined) {
    if (c.says === "dissatisfied") return disputed(d, c.text)
    return [reason("gate/not-open", undefined, { gate: c.gate ?? "" })]
  }
  const state = Gate.at(d.state.gates, rule.name)
  if (c.says === "dissatisfied" && Gate.isSettled(state)) return disputed(d, c.text)
  const isLate = c.says === "satisfied" && isSilent(d, rule)
  if (state.status !== "open" && !isLate)
    return [reason("gate/not-open", rule.path, { gate: rule.name, status: state.status })]
  const reasons = mayReply(d, rule)
  if (reasons.length > 0) return reasons
  if (isLate) {
    // On record as an answer; how the loop was closed stays as it was.
    if (d.state.lifecycle.satisfaction !== "satisfied")
      Drafts.emit(d, "customer-confirmed", { gate: rule.name, by: nameOf(d.meta.actor) }, rule.path)
    return []
  }
  if (rule.kind === "proposal") return replyToProposal(d, rule, c)
  if (rule.kind === "confirmation") return replyToConfirmation(d, rule, c)
  return [reason("reply/not-understood", rule.path, { says: c.says, gate: rule.name })]
}

const replyToProposal = (d: Draft, rule: GateRule, c: CommandOf<"reply">): readonly Reason[] => {
  const by = nameOf(d.meta.actor)
  const { rounds } = Gate.at(d.state.gates, rule.name)
  const last = rounds.at(-1)
  if (last === undefined || last.reply !== undefined) return [reason("proposal/none", rule.path, { gate: rule.name })]
  const said = { gate: rule.name, by, ...(c.text === undefined ? {} : { text: c.text }) }
  if (c.says === "agree") {
    Drafts.emit(d, "proposal-agreed", { gate: rule.name, by }, rule.path)
    Drafts.emit(d, "gate-evidence-shown", { gate: rule.name, by, evidence: { proposal: last.text } }, rule.path)
    settleIfSigned(d, rule)
  } else if (c.says === "counter") Drafts.emit(d, "proposal-countered", said, rule.path)
  else if (c.says === "refuse") Drafts.emit(d, "proposal-refused", said, rule.path)
  else return [reason("reply/not-understood", rule.path, { says: c.says, gate: rule.name })]
  if (rule.arbiter !== undefined && isForArbiter({ rule, state: Gate.at(d.state.gates, rule.name) }))
    tellStaff(d, "proposal-undecided", Who.people(d.policy, d.state, [rule.arbiter], d.meta.gathered.people, d.now), {
      gate: rule.name
    })
  return []
}

const replyToConfirmation = (d: Draft, rule: GateRule, c: CommandOf<"reply">): readonly Reason[] => {
  const by = nameOf(d.meta.actor)
  if (c.says === "satisfied") {
    Drafts.emit(d, "customer-confirmed", { gate: rule.name, by }, rule.path)
    settle(d, rule, by, {})
    return []
  }
  if (c.says !== "dissatisfied") return [reason("reply/not-understood", rule.path, { says: c.says, gate: rule.name })]
  const refused = dispute(d, c.text, rule.name)
  if (refused.length === 0) return []
  // Too often within the hour is no answer that would end the case.
  if (refused.some(({ code }) => code === "loop/reopened-too-fast") && park(d, "dissatisfied", refused, c.text))
    return []
  // No reopening takes it: the answer settles its gate, and the outcome says so.
  Drafts.emit(
    d,
    "customer-dissatisfied",
    { gate: rule.name, by, ...(c.text === undefined ? {} : { text: c.text }) },
    rule.path
  )
  Drafts.emit(d, "gate-lapsed", { gate: rule.name, reason: "dissatisfied" }, rule.path)
  return []
}
