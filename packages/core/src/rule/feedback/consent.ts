/** Checks consents of a customer. */
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Policy } from "../../policy/Policy.ts"

/** Returns why consents are refused: the policy does not name them. */
export const againstConsents = (policy: Policy, names: readonly string[]): readonly RefusalReason[] => {
  const known = Object.keys(policy.bundle.customers?.consent ?? {})
  return names
    .filter((name) => !known.includes(name))
    .map((consent) => reason("asking/unknown-consent", "customers.consent", { consent, known }))
}
