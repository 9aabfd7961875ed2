/** Which problem a case belongs to: one problem for each combination of the policy's `problems.same`. */

import type { FeedbackReceipt } from "../../case/track/Feedback.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { type FactValue, render, UNKNOWN } from "../../table/Fact.ts"
import { hash } from "../../value/Hash.ts"

/**
 * Returns the value of an input as text; undefined if it is not known, or if its category is only the one for texts in
 * which none is found. Two cases of which nothing is known have nothing in common.
 */
const valueOfInput = (draft: Draft, name: string): string | undefined => {
  const { receipt, facts, understanding } = draft.state.feedback
  if (name === "category" && understanding?.category === draft.policy.bundle.dictionary.otherwise) return undefined
  const slot = draft.policy.slots.get(name)
  const type = slot === undefined ? undefined : draft.policy.bundle.inputs[slot]?.type
  const code = slot === undefined ? undefined : Drafts.vector(draft)[slot]
  if (type === undefined || code === undefined) return said(receipt === undefined ? undefined : fieldOf(receipt, name))
  if (code === UNKNOWN || Number.isNaN(code)) return undefined
  return type._tag === "Text" ? said(facts[name] ?? draft.policy.bundle.facts[name]?.default) : render(type, code)
}

/** Returns a field of the feedback that no table reads. */
const fieldOf = (receipt: FeedbackReceipt, name: string): FactValue | undefined => {
  switch (name) {
    case "channel":
    case "customer":
    case "where":
    case "demand":
    case "score":
    case "description":
      return receipt[name]
    case "happened-at":
      return receipt.happenedAt
    case "hoped-for-by":
      return receipt.hopedForBy
    default:
      return undefined
  }
}

/** Returns a text value; undefined for blanks. */
const said = (value: FactValue | undefined): string | undefined => {
  const text = value === undefined ? "" : String(value).trim()
  return text === "" ? undefined : text
}

/** Returns the id of the case's problem. Only complaints count, and an unknown value gives no problem. */
const problemOf = (draft: Draft): string | undefined => {
  const { problems, id } = draft.policy.bundle
  if (draft.state.feedback.understanding?.kind !== "complaint") return undefined
  const values: string[] = []
  for (const name of problems.same) {
    const value = valueOfInput(draft, name)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values.length === 0 ? undefined : hash(JSON.stringify([id, ...values]))
}

/** Links the case to its problem, and removes it from a former one. */
export const joinProblem = (draft: Draft): void => {
  if (draft.state.feedback.understanding === undefined || draft.state.lifecycle.closedAt !== undefined) return
  const was = draft.state.relations.problem?.id
  const now = problemOf(draft)
  if (was === now) return
  if (was !== undefined) Drafts.emit(draft, "case-unlinked", { from: was }, "problems.same")
  if (now !== undefined) Drafts.emit(draft, "case-linked", { to: now, as: "problem" }, "problems.same")
}
