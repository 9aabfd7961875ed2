/** Corrects what the dictionary read. */

import { reason } from "../case/Refusal.ts"
import type { Understanding } from "../case/track/Feedback.ts"
import { nameOf } from "../people/Actor.ts"
import { againstClass, answersReview, correct, mayCorrect } from "../rule/feedback/correct.ts"
import { defined } from "../value/Optional.ts"
import { describe, may, must } from "./Description.ts"

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
  run: (d, c) => {
    const was = d.state.feedback.understanding
    const reasons = [...againstClass(d, c)]
    if (c.reason.trim() === "") reasons.push(reason("reason/missing", "dictionary"))
    if (reasons.length > 0 || was === undefined) return reasons
    const by = nameOf(d.meta.actor)
    const understanding: Understanding = {
      ...was,
      kind: c.kind ?? was.kind,
      ...defined({ category: c.category }),
      confidence: 1,
      sure: true,
      decidedBy: by
    }
    d.because = c.reason
    correct(d, understanding, by, c.reason)
    return []
  }
})
