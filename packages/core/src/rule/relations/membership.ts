/** Which problem a case belongs to: one stream for each value of the policy's `problems.same`. */

import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { render, UNKNOWN } from "../../table/Fact.ts"
import { hash } from "../../value/Hash.ts"

/** Only complaints are counted: praise about the same thing is no problem. An unknown value names no problem. */
const problemOf = (d: Draft): string | undefined => {
  if (d.state.feedback.understanding?.kind !== "complaint") return undefined
  const vector = Drafts.vector(d)
  const values: string[] = []
  for (const name of d.policy.bundle.problems.same) {
    const slot = d.policy.slots.get(name)
    const type = slot === undefined ? undefined : d.policy.bundle.inputs[slot]?.type
    const code = slot === undefined ? undefined : vector[slot]
    if (type === undefined || code === undefined) return undefined
    if (name === "category" && code === UNKNOWN) return undefined
    values.push(type._tag === "Text" ? String(d.state.feedback.facts[name] ?? "") : render(type, code))
  }
  return values.length === 0 ? undefined : hash(JSON.stringify([d.policy.bundle.id, ...values]))
}

/** Links the case to its problem, and away from the one it no longer belongs to. */
export const joinProblem = (d: Draft): void => {
  if (d.state.feedback.understanding === undefined || d.state.lifecycle.closedAt !== undefined) return
  const was = d.state.relations.problem?.id
  const now = problemOf(d)
  if (was === now) return
  if (was !== undefined) Drafts.emit(d, "case-unlinked", { from: was }, "problems.same")
  if (now !== undefined) Drafts.emit(d, "case-linked", { to: now, as: "problem" }, "problems.same")
}
