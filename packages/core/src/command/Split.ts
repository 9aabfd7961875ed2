/** A part of it goes on in a case of its own. */

import { againstFacts } from "../case/FactCheck.ts"
import { reason } from "../case/Refusal.ts"
import { broughtBy } from "../case/track/Submission.ts"
import * as Drafts from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import { againstClass, mayCorrect } from "../rule/feedback/correct.ts"
import { againstSetting } from "../rule/feedback/setting.ts"
import { defined } from "../value/Optional.ts"
import { isOwner } from "../who/Who.ts"
import { matter } from "./Brought.ts"
import { describe, may, must } from "./Description.ts"

export const split = describe({
  verb: "split",
  name: { en: "split", "zh-CN": "拆分" },
  says: {
    en: "A part of it goes on in a case of its own, with what is named here and for the same customers.",
    "zh-CN": "其中一部分另立案件，带上此处写明的内容，面向同样的客户。"
  },
  acts: "decided",
  until: "closed",
  arguments: {
    text: must("text", "What goes on there.", "拆分出去的内容。", "文字"),
    kind: may("text", "Its kind; else as the words say.", "性质；缺省由文字判定。", "性质"),
    category: may("text", "Its category; else as the words say.", "类别；缺省由文字判定。", "类别"),
    ...matter,
    reason: may("text", "Why.", "理由。", "理由")
  },
  example: { do: "split", text: "And the plug burned.", category: "safety" },
  who: mayCorrect,
  offered: ({ state, meta }) => isOwner(state, meta.actor),
  run: (d, c) => {
    const { receipt } = d.state.feedback
    const { fresh } = d.meta.gathered
    const facts = c.facts ?? {}
    const reasons = [...againstClass(d, c), ...againstFacts(d, facts), ...againstSetting(d, Object.keys(facts))]
    if (c.text.trim() === "") reasons.push(reason("split/no-words", "intake.split"))
    if (reasons.length > 0 || receipt === undefined || fresh === undefined) return reasons
    const isFromSplit = d.policy.bundle.split === "from-split"
    Drafts.emit(
      d,
      "case-split",
      {
        to: fresh,
        as: "split",
        text: c.text,
        receivedAt: isFromSplit ? d.now : receipt.receivedAt,
        by: nameOf(d.meta.actor),
        channel: receipt.channel,
        ...defined({ kind: c.kind, category: c.category, reason: c.reason }),
        ...broughtBy(c)
      },
      "intake.split"
    )
    return []
  }
})
