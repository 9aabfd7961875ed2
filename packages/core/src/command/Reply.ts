import { againstFacts } from "../case/FactCheck.ts"
import type { CommandOf, Says } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import type { Draft, Situation } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { customerOf, isOfCustomer, nameOf } from "../people/Actor.ts"
import type { GateRule, RuleId } from "../policy/Bundle.ts"
import { carry, kept } from "../rule/feedback/companions.ts"
import { hear } from "../rule/feedback/rereading.ts"
import { againstEntering, againstPerson, isForReply } from "../rule/gate/settlement.ts"
import { park } from "../rule/lifecycle/parkedWords.ts"
import { dispute, endedEarly } from "../rule/lifecycle/reopening.ts"
import { type CustomerStatement, followUp } from "../rule/relations/offshoot.ts"
import { defined } from "../value/Optional.ts"
import * as Who from "../who/Who.ts"
import { brought } from "./Brought.ts"
import { describe, may, must } from "./Description.ts"

/** The command by which the customer answers a proposal or a request for confirmation. */
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
   * A customer of the case may reply. Staff who may pass the gate may enter the customer's reply, unless the gate names
   * others; the owner may enter a reply that no gate waits for.
   */
  who: (situation, command) => {
    const { actor } = situation.meta
    if (Who.isCustomer(situation.state, actor)) return []
    if (isOfCustomer(actor))
      return [reason("command/wrong-person", undefined, { command: command.do, by: ["customer", "staff"] })]
    const rule = answered(situation, command)
    const entered = rule ?? taking(situation, command).find(({ repliedBy }) => repliedBy !== undefined)
    if (entered?.repliedBy !== undefined) return againstEntering(situation, entered, entered.repliedBy)
    const isDispute = command.says === "dissatisfied" && (rule === undefined || isSettled(situation, rule))
    if (isDispute) return againstDispute(situation)
    return rule === undefined ? [] : againstPerson(situation, rule)
  },
  now: (situation, command) => {
    if (command.says !== undefined || command.gate === undefined) return []
    const { status } = Gate.at(situation.state.gates, command.gate)
    return status === "open"
      ? []
      : [reason("gate/not-open", answered(situation, command)?.path, { gate: command.gate, status })]
  },
  targets: (situation) =>
    [...(Drafts.loop(situation)?.gates.values() ?? [])].flatMap(({ name, kind }) =>
      situation.kinds[kind].facts.replies === undefined ? [] : [{ gate: name }]
    ),
  offered: isForReply,
  reduces: (_, { facts = {} }) => (Object.keys(facts).length === 0 ? "own" : "kept-back"),
  run: (draft, command) => {
    const reasons = againstFacts(draft, command.facts ?? {})
    if (reasons.length > 0) return reasons
    const said: CustomerStatement = {
      ...kept(draft, command),
      text: command.text ?? "",
      channel: draft.state.conversation.lastChannel ?? ""
    }
    return Drafts.allOrNothing(draft, () => {
      const why = answered(draft, command)?.path
      keep(draft, command.says, said, why)
      carry(draft, said, { by: nameOf(draft.meta.actor), answers: true, ...defined({ why }) })
      const refused = taken(draft, command, said)
      if (refused.length === 0) hear(draft, said.text)
      return refused
    })
  }
})

/** Replies whose own event holds no words. */
const isWordless: ReadonlySet<Says> = new Set(["agree", "satisfied"])

/** Keeps what came with a reply, and words that no other event holds. */
const keep = (
  draft: Draft,
  says: Says,
  { text: said, channel, ...more }: CustomerStatement,
  why: RuleId | undefined
): void => {
  const text = isWordless.has(says) ? said : ""
  if (text.trim() === "" && Object.keys(more).length === 0) return
  const { actor } = draft.meta
  const customer = isOfCustomer(actor) ? { customer: customerOf(actor) } : {}
  Drafts.emit(draft, "customer-wrote", { text, channel, as: "reply", ...customer, ...more }, why)
}

/** Gives the reply to the gate that it answers, or takes it as a dispute. */
const taken = (draft: Draft, command: CommandOf<"reply">, said: CustomerStatement): readonly RefusalReason[] => {
  const rule = answered(draft, command)
  if (rule === undefined) {
    if (command.says === "dissatisfied") return disputed(draft, command.text, said)
    return [reason("gate/not-open", undefined, { gate: command.gate ?? "" })]
  }
  const state = Gate.at(draft.state.gates, rule.name)
  if (command.says === "dissatisfied" && Gate.isSettled(state)) return disputed(draft, command.text, said)
  const isLate = takesLate(draft, rule, command.says)
  if (state.status !== "open" && !isLate)
    return [reason("gate/not-open", rule.path, { gate: rule.name, status: state.status })]
  const kind = draft.kinds[rule.kind]
  if (!isLate)
    return (
      kind.replied?.({ situation: draft, rule, state }, command) ?? [
        reason("reply/not-understood", rule.path, { says: command.says, gate: rule.name })
      ]
    )
  kind.repliedLate?.({ situation: draft, rule, state })
  return []
}

/** A reply as far as it is known. */
interface Replying {
  readonly gate?: string
  readonly says?: Says
}

/** Returns the gate that a reply answers: the named one, else the open one that waits for such a reply. */
const answered = (situation: Situation, replying: Replying): GateRule | undefined => {
  if (replying.gate !== undefined) return Drafts.loop(situation)?.gates.get(replying.gate)
  const { says } = replying
  const fitting = taking(situation, replying)
  const open = fitting.find((rule) => Gate.at(situation.state.gates, rule.name).status === "open")
  return open ?? fitting.find((rule) => says !== undefined && takesLate(situation, rule, says))
}

/** Returns the gates that take such a reply, whether or not they wait for it now. */
const taking = (situation: Situation, { says }: Replying): readonly GateRule[] =>
  [...(Drafts.loop(situation)?.gates.values() ?? [])].filter(
    ({ kind }) => says !== undefined && situation.kinds[kind].facts.replies?.has(says) === true
  )

const takesLate = (situation: Situation, rule: GateRule, says: Says): boolean =>
  situation.kinds[rule.kind].facts.takesLate?.(Gate.at(situation.state.gates, rule.name), says) === true

const isSettled = ({ state }: Situation, { name }: GateRule): boolean => Gate.isSettled(Gate.at(state.gates, name))

/** Returns why this actor cannot dispute: only a customer of the case can, or the owner in their name. */
const againstDispute = (situation: Situation): readonly RefusalReason[] =>
  Who.is(situation.policy, situation.state, ["customer", "owner"], situation.meta.actor)
    ? []
    : [
        reason("ownership/not-owner", undefined, {
          owner: situation.state.ownership.owner,
          actor: nameOf(situation.meta.actor)
        })
      ]

/** The customer is not satisfied and no gate waits for the reply: the case is reopened if the policy allows it. */
const disputed = (draft: Draft, text: string | undefined, said: CustomerStatement): readonly RefusalReason[] => {
  const early = endedEarly(draft)
  const refused =
    early === undefined ? dispute(draft, text) : [reason("loop/ended-early", `endings.${early}`, { outcome: early })]
  if (refused.length > 0 && park(draft, "dissatisfied", refused, text)) return []
  const [first] = refused
  // If this case can no longer be reopened, the customer's message opens another one, linked to it.
  const isOver = first?.code === "loop/reopen-too-late" || first?.code === "loop/ended-early"
  const isLate = isOver && isOfCustomer(draft.meta.actor)
  if (!isLate || text === undefined || !followUp(draft, said, first.rule)) return refused
  Drafts.emit(draft, "customer-wrote", { text, channel: said.channel, customer: customerOf(draft.meta.actor) })
  return []
}
