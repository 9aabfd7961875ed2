import { reason } from "../case/Refusal.ts"
import type { Understanding } from "../case/track/Feedback.ts"
import { nameOf } from "../people/Actor.ts"
import { againstClass, answersReview, correct, mayCorrect } from "../rule/feedback/override.ts"
import { defined } from "../value/Optional.ts"
import { describe, may, must } from "./Description.ts"

/** The command by which a person corrects the category or the kind that the dictionary gave. */
export const reclassify = describe({
  verb: "reclassify",
  key: "改分类",
  acts: "decided",
  until: "closed",
  arguments: {
    category: may("text", "类别"),
    kind: may("text", "性质"),
    reason: must("text", "理由")
  },
  example: { do: "reclassify", category: "delivery", reason: "the parcel is late" },
  who: mayCorrect,
  reduces: (x) => (answersReview(x) ? { rule: "dictionary.review-by" } : undefined),
  run: (draft, command) => {
    const was = draft.state.feedback.understanding
    const reasons = [...againstClass(draft, command)]
    if (command.reason.trim() === "") reasons.push(reason("reason/missing", "dictionary"))
    if (reasons.length > 0 || was === undefined) return reasons
    const by = nameOf(draft.meta.actor)
    const understanding: Understanding = {
      ...was,
      kind: command.kind ?? was.kind,
      ...defined({ category: command.category }),
      confidence: 1,
      sure: true,
      decidedBy: by
    }
    draft.because = command.reason
    correct(draft, understanding, by, command.reason)
    return []
  }
})
