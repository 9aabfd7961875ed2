/** Grades follow the facts. */

import { grades } from "../../case/Grading.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { defined } from "../../value/Optional.ts"

/** Emits first grades, or one event for each dimension that changed. */
export const react = (d: Draft): void => {
  // A closed case keeps its grades; reopened, it is graded by what is known then.
  if (d.state.feedback.understanding === undefined || d.state.lifecycle.closedAt !== undefined) return
  const next = grades(d.policy, Drafts.vector(d), d.state.grades)
  if (Object.keys(d.state.grades).length === 0) {
    if (Object.keys(next).length > 0) Drafts.emit(d, "graded", { grades: next }, "grading")
    return
  }
  const before = d.state.grades
  const counted = d.because === "stream" ? d.state.relations.problem?.customers : undefined
  for (const [dimension, now] of Object.entries(next)) {
    const was = before[dimension]
    if (was?.level === now.level) continue
    Drafts.emit(
      d,
      "regraded",
      defined({ dimension, from: was?.level ?? "", grade: now, reason: d.because, customers: counted }),
      now.lifted?.rule ?? now.rule
    )
  }
}
