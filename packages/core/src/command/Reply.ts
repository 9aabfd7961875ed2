/** The customer answers a proposal or a question for confirmation. */

import { againstFacts } from "../case/FactCheck.ts"
import type { CommandOf, Says } from "../case/generated/Command.ts"
import type { Reason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import type { Draft, Situation } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { customerOf, isOfCustomer, nameOf } from "../people/Actor.ts"
import type { GateRule, RuleId } from "../policy/Bundle.ts"
import { carry, kept } from "../rule/feedback/carry.ts"
import { hear } from "../rule/feedback/reread.ts"
import { againstEntering, againstPerson, isForReply } from "../rule/gate/handle.ts"
import { park } from "../rule/lifecycle/park.ts"
import { dispute, endedEarly } from "../rule/lifecycle/reopen.ts"
import { followUp, type Statement } from "../rule/relations/offshoot.ts"
import { defined } from "../value/Optional.ts"
import * as Who from "../who/Who.ts"
import { brought } from "./Brought.ts"
import { describe, may, must } from "./Description.ts"

export const reply = describe({
  verb: "reply",
  key: "答复",
  acts: "reported",
  until: "expired",
  arguments: {
    gate: may("text"),
    says: must(["agree", "counter", "refuse", "satisfied", "dissatisfied"], "答"),
    text: may("text", "文字"),
    ...brought
  },
  example: { do: "reply", says: "counter", text: "By Wednesday, please." },
  /**
   * A customer of the case may reply, and who may pass the gate takes their word down, unless the gate names others; what
   * no gate waits for, the owner.
   */
  who: (x, c) => {
    const { actor } = x.meta
    if (Who.isCustomer(x.state, actor)) return []
    if (isOfCustomer(actor))
      return [reason("command/wrong-person", undefined, { command: c.do, by: ["customer", "staff"] })]
    const rule = answered(x, c)
    const entered = rule ?? taking(x, c).find(({ repliedBy }) => repliedBy !== undefined)
    if (entered?.repliedBy !== undefined) return againstEntering(x, entered, entered.repliedBy)
    const isDispute = c.says === "dissatisfied" && (rule === undefined || isSettled(x, rule))
    if (isDispute) return againstDispute(x)
    return rule === undefined ? [] : againstPerson(x, rule)
  },
  now: (x, c) => {
    if (c.says !== undefined || c.gate === undefined) return []
    const { status } = Gate.at(x.state.gates, c.gate)
    return status === "open" ? [] : [reason("gate/not-open", answered(x, c)?.path, { gate: c.gate, status })]
  },
  targets: (x) =>
    [...(Drafts.loop(x)?.gates.values() ?? [])].flatMap(({ name, kind }) =>
      x.kinds[kind].facts.replies === undefined ? [] : [{ gate: name }]
    ),
  offered: isForReply,
  reduces: (_, { facts = {} }) => (Object.keys(facts).length === 0 ? "own" : "kept-back"),
  run: (d, c) => {
    const reasons = againstFacts(d, c.facts ?? {})
    if (reasons.length > 0) return reasons
    const said: Statement = { ...kept(d, c), text: c.text ?? "", channel: d.state.conversation.lastChannel ?? "" }
    return Drafts.allOrNothing(d, () => {
      const why = answered(d, c)?.path
      keep(d, c.says, said, why)
      carry(d, said, { by: nameOf(d.meta.actor), answers: true, ...defined({ why }) })
      const refused = taken(d, c, said)
      if (refused.length === 0) hear(d, said.text)
      return refused
    })
  }
})

/** An answer whose own event has no words. */
const isWordless: ReadonlySet<Says> = new Set(["agree", "satisfied"])

/** Keeps what came along with an answer, and words that no other event holds. */
const keep = (d: Draft, says: Says, { text: said, channel, ...more }: Statement, why: RuleId | undefined): void => {
  const text = isWordless.has(says) ? said : ""
  if (text.trim() === "" && Object.keys(more).length === 0) return
  const { actor } = d.meta
  const customer = isOfCustomer(actor) ? { customer: customerOf(actor) } : {}
  Drafts.emit(d, "customer-wrote", { text, channel, as: "reply", ...customer, ...more }, why)
}

/** Takes the reply to the gate that it answers, or as a dispute. */
const taken = (d: Draft, c: CommandOf<"reply">, said: Statement): readonly Reason[] => {
  const rule = answered(d, c)
  if (rule === undefined) {
    if (c.says === "dissatisfied") return disputed(d, c.text, said)
    return [reason("gate/not-open", undefined, { gate: c.gate ?? "" })]
  }
  const state = Gate.at(d.state.gates, rule.name)
  if (c.says === "dissatisfied" && Gate.isSettled(state)) return disputed(d, c.text, said)
  const isLate = takesLate(d, rule, c.says)
  if (state.status !== "open" && !isLate)
    return [reason("gate/not-open", rule.path, { gate: rule.name, status: state.status })]
  const kind = d.kinds[rule.kind]
  if (!isLate)
    return (
      kind.replied?.({ situation: d, rule, state }, c) ?? [
        reason("reply/not-understood", rule.path, { says: c.says, gate: rule.name })
      ]
    )
  kind.repliedLate?.({ situation: d, rule, state })
  return []
}

/** A reply as far as it is known. */
interface Replying {
  readonly gate?: string
  readonly says?: Says
}

/** The gate that a reply answers: the one named, else the open one that waits for such an answer. */
const answered = (d: Situation, c: Replying): GateRule | undefined => {
  if (c.gate !== undefined) return Drafts.loop(d)?.gates.get(c.gate)
  const { says } = c
  const fitting = taking(d, c)
  const open = fitting.find((rule) => Gate.at(d.state.gates, rule.name).status === "open")
  return open ?? fitting.find((rule) => says !== undefined && takesLate(d, rule, says))
}

/** The gates that take such an answer, whether or not they wait for it. */
const taking = (d: Situation, { says }: Replying): readonly GateRule[] =>
  [...(Drafts.loop(d)?.gates.values() ?? [])].filter(
    ({ kind }) => says !== undefined && d.kinds[kind].facts.replies?.has(says) === true
  )

const takesLate = (d: Situation, rule: GateRule, says: Says): boolean =>
  d.kinds[rule.kind].facts.takesLate?.(Gate.at(d.state.gates, rule.name), says) === true

const isSettled = ({ state }: Situation, { name }: GateRule): boolean => Gate.isSettled(Gate.at(state.gates, name))

/** The customer's own word, or taken down by the owner. */
const againstDispute = (d: Situation): readonly Reason[] =>
  Who.is(d.policy, d.state, ["customer", "owner"], d.meta.actor)
    ? []
    : [reason("ownership/not-owner", undefined, { owner: d.state.ownership.owner, actor: nameOf(d.meta.actor) })]

/** The customer is not satisfied with what no gate waits for: the policy's reopening takes it, or not. */
const disputed = (d: Draft, text: string | undefined, said: Statement): readonly Reason[] => {
  const early = endedEarly(d)
  const refused =
    early === undefined ? dispute(d, text) : [reason("loop/ended-early", `endings.${early}`, { outcome: early })]
  if (refused.length > 0 && park(d, "dissatisfied", refused, text)) return []
  const [first] = refused
  // Too late to open this one again, or no longer ours: what they said opens the next, linked to it.
  const isOver = first?.code === "loop/reopen-too-late" || first?.code === "loop/ended-early"
  const isLate = isOver && isOfCustomer(d.meta.actor)
  if (!isLate || text === undefined || !followUp(d, said, first.rule)) return refused
  Drafts.emit(d, "customer-wrote", { text, channel: said.channel, customer: customerOf(d.meta.actor) })
  return []
}
