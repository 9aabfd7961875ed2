/** Gives one of the signatures that a gate asks for. */

import { reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import type { Situation } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import type { GateRule } from "../policy/Bundle.ts"
import { explainIfSigned } from "../rule/gate/explain.ts"
import { find, unsettled } from "../rule/gate/handle.ts"
import { settleIfSigned } from "../rule/gate/react.ts"
import * as Signature from "../who/Signature.ts"
import * as Who from "../who/Who.ts"
import { describe, must, own } from "./Description.ts"

export const sign = describe({
  verb: "sign",
  key: "会签",
  acts: "decided",
  until: "closed",
  arguments: {
    gate: must("text")
  },
  example: { do: "sign", gate: "agreed" },
  who: (x, { gate = "" }) => {
    const found = signatures(x, gate)
    return found === undefined || found.mine.length > 0
      ? []
      : [reason("gate/signature-not-asked", found.path, { gate, asked: found.asked.map(Signature.nameOf) })]
  },
  now: (x, { gate = "" }) => {
    const found = find(x, gate)
    if ("reasons" in found) return found.reasons
    const { rule, state } = found
    return state.status === "open" ? [] : [reason("gate/not-open", rule.path, { gate, status: state.status })]
  },
  targets: unsettled,
  offered: (x, { gate = "" }) =>
    Signature.missing(signatures(x, gate)?.mine ?? [], Gate.at(x.state.gates, gate).signatures).length > 0,
  reduces: own,
  run: (d, c) => {
    const found = find(d, c.gate)
    if ("reasons" in found) return found.reasons
    const { rule, state } = found
    const { mine = [], path } = signatures(d, c.gate) ?? {}
    for (const one of mine)
      Drafts.emit(d, "gate-signed", { gate: rule.name, by: nameOf(d.meta.actor), as: Signature.nameOf(one) }, path)
    if (state.explanation === undefined) settleIfSigned(d, rule)
    else explainIfSigned(d, rule)
    return []
  }
})

/** Who signs what was shown: the evidence, or the explanation that waits in its place. */
const signers = (rule: GateRule, state: Gate.GateState): { readonly who: readonly string[]; readonly path: string } =>
  state.explanation === undefined
    ? { who: rule.signOff, path: `${rule.path}.sign-off` }
    : { who: rule.orExplain?.signOff ?? [], path: `${rule.path}.or-explain.sign-off` }

/** Returns for which of the signatures that are asked here this actor may sign, and where they are asked for. */
const signatures = (x: Situation, gate: string) => {
  const found = find(x, gate)
  if ("reasons" in found) return undefined
  const { who, path } = signers(found.rule, found.state)
  const asked = Who.signatories(x.policy, x.state, who)
  return { path, asked, mine: Who.maySign(x.policy, x.state, asked, x.meta.actor) }
}
