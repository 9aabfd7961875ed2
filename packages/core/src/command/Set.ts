import { againstFacts } from "../case/FactCheck.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import * as Drafts from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import { againstAddresses } from "../rule/feedback/addresses.ts"
import { againstSetting, setByRule } from "../rule/feedback/factSetting.ts"
import { defined } from "../value/Optional.ts"
import { describe, may } from "./Description.ts"
import { staff } from "./Rights.ts"

/**
 * The command that records facts, whether the cause is systemic, another case of the same cause, or the customer's
 * addresses.
 */
export const set = describe({
  verb: "set",
  key: "设定",
  acts: "decided",
  until: "expired",
  arguments: {
    facts: may("facts", "事实"),
    causeOf: may("text", "同因于"),
    cause: may(["incidental", "systemic"], "根因性质"),
    addresses: may("addresses"),
    reason: may("text", "理由")
  },
  example: { do: "set", facts: { amount: 600 } },
  who: (situation, command) => {
    const refused = staff("facts")(situation, command)
    return refused.length > 0 ? refused : againstSetting(situation, Object.keys(command.facts ?? {}))
  },
  reduces: (x, c) => (c.cause === undefined ? setByRule(x, Object.keys(c.facts ?? {})) : undefined),
  offered: ({ state }) => state.lifecycle.closedAt === undefined,
  run: (draft, command) => {
    const facts = command.facts ?? {}
    const reasons: RefusalReason[] = [
      ...againstFacts(draft, facts),
      ...againstAddresses(draft.policy, command.addresses)
    ]
    if (command.causeOf !== undefined && draft.meta.gathered.other?.id !== command.causeOf)
      reasons.push(reason("case/unknown", undefined, { case: command.causeOf }))
    if (reasons.length > 0) return reasons
    draft.because = command.reason ?? "facts"
    const { addresses, cause, reason: because } = command
    if (Object.keys(facts).length > 0 || cause !== undefined || addresses !== undefined)
      Drafts.emit(
        draft,
        "facts-recorded",
        defined({ facts, addresses, by: nameOf(draft.meta.actor), cause, reason: because })
      )
    if (command.causeOf !== undefined)
      Drafts.emit(draft, "case-linked", { to: command.causeOf, as: "same-cause" }, "problems.same")
    return []
  }
})
