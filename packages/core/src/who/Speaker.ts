/** Who gives the customer's statement: the customer, or a member of staff who enters what the customer said. */
import type { Case } from "../case/Case.ts"
import type { Spoken } from "../case/track/StatementSource.ts"
import { type Actor, nameOf, speaker } from "../people/Actor.ts"

/** Returns by whom, and on whose behalf, an actor's statement on a case is. */
export const spokenBy = (state: Case, actor: Actor): Spoken => {
  const by = nameOf(actor)
  return actor.kind === "person" ? { by, onBehalfOf: nameOf(speaker(state.feedback.receipt?.customer)) } : { by }
}
