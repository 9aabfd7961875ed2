/** A part that is split off a case, as it will be when it is opened: how its words are read, and how it is named. */
import { type Case, empty } from "../case/Case.ts"
import { grades } from "../case/Grading.ts"
import type { CommandOf, Facts } from "../case/generated/Command.ts"
import { inputs } from "../case/Inputs.ts"
import type { Understanding } from "../case/track/Feedback.ts"
import type { Draft, Situation } from "../draft/Draft.ts"
import { rolesOf } from "../people/Actor.ts"
import { holds } from "../policy/Policy.ts"
import { understand } from "../rule/feedback/understanding.ts"
import { defined } from "../value/Optional.ts"

/** Returns the part as its words are read and as it was named; undefined if naming it answers a pending review. */
export const partOf = (
  draft: Draft,
  { text, kind, category, facts }: CommandOf<"split">
): { readonly before: Situation; readonly after: Situation } | undefined => {
  const { channel = "" } = draft.state.feedback.receipt ?? {}
  const read = understand(draft.policy, { channel }, [], undefined, [text])
  const { reviewBy } = draft.policy.bundle.dictionary
  if (!read.sure && reviewBy !== undefined && rolesOf(draft.meta.actor).includes(reviewBy)) return undefined
  const known = draft.meta.gathered.customer?.facts ?? {}
  return {
    before: opened(draft, read, known),
    after: opened(draft, { ...read, ...defined({ kind, category }) }, { ...known, ...facts })
  }
}

const opened = (draft: Draft, understanding: Understanding, facts: Facts): Situation => {
  const { id, policy, feedback } = draft.state
  const part = empty(id)
  const read: Case = {
    ...part,
    policy,
    feedback: { ...part.feedback, receipt: feedback.receipt, facts, understanding }
  }
  const graded: Case = { ...read, grades: grades(draft.policy, inputs(draft.policy, read), {}) }
  const vector = inputs(draft.policy, graded)
  const loop = draft.policy.bundle.loops.find(({ when }) => holds(when, vector) === "yes")?.name
  return { ...draft, state: { ...graded, lifecycle: { ...graded.lifecycle, loop } }, read: undefined }
}
