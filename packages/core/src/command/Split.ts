import { againstFacts } from "../case/FactCheck.ts"
import { reason } from "../case/Refusal.ts"
import { broughtBy } from "../case/track/Submission.ts"
import * as Drafts from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import { againstSetting } from "../rule/feedback/factSetting.ts"
import { againstClass, mayCorrect } from "../rule/feedback/override.ts"
import { defined } from "../value/Optional.ts"
import { isOwner } from "../who/Who.ts"
import { matter } from "./Brought.ts"
import { describe, may, must } from "./Description.ts"

/** The command that continues a part of the case in a case of its own. */
export const split = describe({
  verb: "split",
  key: "拆分",
  acts: "decided",
  until: "closed",
  arguments: {
    text: must("text", "文字"),
    kind: may("text", "性质"),
    category: may("text", "类别"),
    ...matter,
    reason: may("text", "理由")
  },
  example: { do: "split", text: "And the plug burned.", category: "safety" },
  who: mayCorrect,
  offered: ({ state, meta }) => isOwner(state, meta.actor),
  run: (draft, command) => {
    const { receipt } = draft.state.feedback
    const { fresh } = draft.meta.gathered
    const facts = command.facts ?? {}
    const reasons = [
      ...againstClass(draft, command),
      ...againstFacts(draft, facts),
      ...againstSetting(draft, Object.keys(facts))
    ]
    if (command.text.trim() === "") reasons.push(reason("split/no-words", "intake.split"))
    if (reasons.length > 0 || receipt === undefined || fresh === undefined) return reasons
    const isFromSplit = draft.policy.bundle.split === "from-split"
    Drafts.emit(
      draft,
      "case-split",
      {
        to: fresh,
        as: "split",
        text: command.text,
        receivedAt: isFromSplit ? draft.now : receipt.receivedAt,
        by: nameOf(draft.meta.actor),
        channel: receipt.channel,
        ...defined({ kind: command.kind, category: command.category, reason: command.reason }),
        ...broughtBy(command)
      },
      "intake.split"
    )
    return []
  }
})
