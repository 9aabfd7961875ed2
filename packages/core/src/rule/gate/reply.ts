/** The customer's replies: to a proposal, and to the question whether it was put right. */

import type { CommandOf, Says } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { customerOf, isOfCustomer, nameOf } from "../../people/Actor.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import * as Who from "../../who/Who.ts"
import { followUp } from "../relations/offshoot.ts"
import { park } from "../lifecycle/park.ts"
import { dispute, endedEarly } from "../lifecycle/reopen.ts"
import { againstPerson } from "./handle.ts"

/** A reply as far as it is known. */
interface Replying {
  readonly gate?: string
  readonly says?: Says
}

/** Returns the gates that take replies. */
export const takingReplies = (x: Situation): readonly { readonly gate: string }[] =>
  [...(Drafts.loop(x)?.gates.values() ?? [])].flatMap(({ name, kind }) =>
    x.kinds[kind].facts.replies === undefined ? [] : [{ gate: name }]
  )

/** The gate that a reply answers: the one named, else the open one that waits for such an answer. */
const answered = (d: Situation, c: Replying): GateRule | undefined => {
  const gates = [...(Drafts.loop(d)?.gates.values() ?? [])]
  if (c.gate !== undefined) return gates.find((rule) => rule.name === c.gate)
  const { says } = c
  const taking = gates.filter((rule) => says !== undefined && d.kinds[rule.kind].facts.replies?.has(says) === true)
  const open = taking.find((rule) => Gate.at(d.state.gates, rule.name).status === "open")
  return open ?? taking.find((rule) => says !== undefined && takesLate(d, rule, says))
}

const takesLate = (d: Situation, rule: GateRule, says: Says): boolean =>
  d.kinds[rule.kind].facts.takesLate?.(Gate.at(d.state.gates, rule.name), says) === true

/**
 * Returns why this actor may not reply: a customer of the case may, and who may pass the gate takes their word down; what
 * no gate waits for, the owner.
 */
export const mayReply = (x: Situation, c: Replying & { readonly do: "reply" }): readonly Reason[] => {
  const { actor } = x.meta
  if (Who.isCustomer(x.state, actor)) return []
  if (isOfCustomer(actor))
    return [reason("command/wrong-person", undefined, { command: c.do, by: ["customer", "staff"] })]
  const rule = answered(x, c)
  const isDispute = c.says === "dissatisfied" && (rule === undefined || isSettled(x, rule))
  if (isDispute) return againstDispute(x)
  return rule === undefined ? [] : againstPerson(x, rule)
}

const isSettled = ({ state }: Situation, { name }: GateRule): boolean => Gate.isSettled(Gate.at(state.gates, name))

/** Returns why the gate that is named takes no reply now. */
export const againstReplying = (x: Situation, c: Replying): readonly Reason[] => {
  if (c.says !== undefined || c.gate === undefined) return []
  const { status } = Gate.at(x.state.gates, c.gate)
  return status === "open" ? [] : [reason("gate/not-open", answered(x, c)?.path, { gate: c.gate, status })]
}

/** The customer's own word, or taken down by the owner. */
const againstDispute = (d: Situation): readonly Reason[] =>
  Who.is(d.policy, d.state, ["customer", "owner"], d.meta.actor)
    ? []
    : [reason("ownership/not-owner", undefined, { owner: d.state.ownership.owner, actor: nameOf(d.meta.actor) })]

/** The customer is not satisfied with what no gate waits for: the policy's reopening takes it, or not. */
const disputed = (d: Draft, text: string | undefined): readonly Reason[] => {
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
  const isLate = takesLate(d, rule, c.says)
  if (state.status !== "open" && !isLate)
    return [reason("gate/not-open", rule.path, { gate: rule.name, status: state.status })]
  const kind = d.kinds[rule.kind]
  if (!isLate)
    return (
      kind.replied?.({ d, rule, state }, c) ?? [
        reason("reply/not-understood", rule.path, { says: c.says, gate: rule.name })
      ]
    )
  kind.repliedLate?.({ d, rule, state })
  return []
}
