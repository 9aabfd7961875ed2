/** Reactions of grades: a case is graded when it is classified, and again when its facts change. */

import { grades } from "../../case/Grading.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { defined } from "../../value/Optional.ts"

/** Records the first grades, or one event for each dimension that changed. */
export const react = (draft: Draft): void => {
  // A closed case keeps its grades. If it is reopened, it is graded by what is known then.
  if (draft.state.feedback.understanding === undefined || draft.state.lifecycle.closedAt !== undefined) return
  const next = grades(draft.policy, Drafts.vector(draft), draft.state.grades)
  if (Object.keys(draft.state.grades).length === 0) {
    if (Object.keys(next).length > 0) Drafts.emit(draft, "graded", { grades: next }, "grading")
    return
  }
  const before = draft.state.grades
  const counted = draft.because === "stream" ? draft.state.relations.problem?.customers : undefined
  for (const [dimension, now] of Object.entries(next)) {
    const was = before[dimension]
    if (was?.level === now.level) continue
    Drafts.emit(
      draft,
      "regraded",
      defined({ dimension, from: was?.level ?? "", grade: now, reason: draft.because, customers: counted }),
      now.lifted?.rule ?? now.rule
    )
  }
}
