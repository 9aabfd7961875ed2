/** What a customer may agree to. */
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Policy } from "../../policy/Policy.ts"

/** Only what the policy names can be agreed to. */
export const againstConsents = (policy: Policy, names: readonly string[]): readonly RefusalReason[] => {
  const known = Object.keys(policy.bundle.customers?.consent ?? {})
  return names
    .filter((name) => !known.includes(name))
    .map((consent) => reason("asking/unknown-consent", "customers.consent", { consent, known }))
}
