import { reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import type { Situation } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import type { GateRule } from "../policy/Bundle.ts"
import { explainIfSigned } from "../rule/gate/explanation.ts"
import { settleIfSigned } from "../rule/gate/reactions.ts"
import { find, unsettled } from "../rule/gate/settlement.ts"
import * as Signature from "../who/Signature.ts"
import * as Who from "../who/Who.ts"
import { describe, must, own } from "./Description.ts"

/** The command that gives one of the signatures that a gate asks for. */
export const sign = describe({
  verb: "sign",
  key: "会签",
  acts: "decided",
  until: "closed",
  arguments: {
    gate: must("text")
  },
  example: { do: "sign", gate: "agreed" },
  who: (situation, { gate = "" }) => {
    const found = signatures(situation, gate)
    return found === undefined || found.mine.length > 0
      ? []
      : [reason("gate/signature-not-asked", found.path, { gate, asked: found.asked.map(Signature.nameOf) })]
  },
  now: (situation, { gate = "" }) => {
    const found = find(situation, gate)
    if ("reasons" in found) return found.reasons
    const { rule, state } = found
    return state.status === "open" ? [] : [reason("gate/not-open", rule.path, { gate, status: state.status })]
  },
  targets: unsettled,
  offered: (situation, { gate = "" }) =>
    Signature.missing(signatures(situation, gate)?.mine ?? [], Gate.at(situation.state.gates, gate).signatures).length >
    0,
  reduces: own,
  run: (draft, command) => {
    const found = find(draft, command.gate)
    if ("reasons" in found) return found.reasons
    const { rule, state } = found
    const { mine = [], path } = signatures(draft, command.gate) ?? {}
    for (const one of mine)
      Drafts.emit(
        draft,
        "gate-signed",
        { gate: rule.name, by: nameOf(draft.meta.actor), as: Signature.nameOf(one) },
        path
      )
    if (state.explanation === undefined) settleIfSigned(draft, rule)
    else explainIfSigned(draft, rule)
    return []
  }
})

/**
 * Returns who has to sign, for the evidence or for the explanation that was given instead, and the rule that says so.
 */
const signers = (rule: GateRule, state: Gate.GateState): { readonly who: readonly string[]; readonly path: string } =>
  state.explanation === undefined
    ? { who: rule.signOff, path: `${rule.path}.sign-off` }
    : { who: rule.orExplain?.signOff ?? [], path: `${rule.path}.or-explain.sign-off` }

/** Returns the required signatures that this actor may give, and the rule that asks for them. */
const signatures = (situation: Situation, gate: string) => {
  const found = find(situation, gate)
  if ("reasons" in found) return undefined
  const { who, path } = signers(found.rule, found.state)
  const asked = Who.signatories(situation.policy, situation.state, who)
  return { path, asked, mine: Who.maySign(situation.policy, situation.state, asked, situation.meta.actor) }
}
