/** Who speaks for the customer: the customer, or somebody of the staff who takes down what the customer told them. */
import type { Case } from "../case/Case.ts"
import type { Spoken } from "../case/track/StatementSource.ts"
import { type Actor, nameOf, speaker } from "../people/Actor.ts"

/** Returns whose word it is when an actor gives it on a case. */
export const spokenBy = (state: Case, actor: Actor): Spoken => {
  const by = nameOf(actor)
  return actor.kind === "person" ? { by, onBehalfOf: nameOf(speaker(state.feedback.receipt?.customer)) } : { by }
}
