/** For scripts that cannot go on after a "no". */
import type { Outcome } from "./api.ts"

/** Returns the accepted outcome, or throws the rejection's message with the rejection as `cause`. */
export const orThrow = (outcome: Outcome): Extract<Outcome, { readonly ok: true }> => {
  if (outcome.ok) return outcome
  throw new Error(outcome.rejection.message, { cause: outcome.rejection })
}
