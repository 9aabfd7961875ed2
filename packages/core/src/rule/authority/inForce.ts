/**
 * Authority belongs to the organisation, not to the case: a decision is judged by the version in force when it falls,
 * whatever version the case is pinned to.
 */
import type { Situation } from "../../draft/Draft.ts"
import type { AuthorityRule } from "../../policy/Bundle.ts"
import type { Policy } from "../../policy/Policy.ts"
import type { Powers } from "./limits.ts"

/** Returns the powers in force at the decision. */
export const inForce = (d: Situation): Powers & Pick<Policy, "zone"> => ({
  bundle: { authority: authorityOf(d) },
  zone: d.policy.zone
})

export const authorityOf = (d: Situation): AuthorityRule => d.meta.gathered.authority?.rule ?? d.policy.bundle.authority

/** Returns the content hash of the version in force. */
export const versionOf = (d: Situation): string => d.meta.gathered.authority?.content ?? d.policy.bundle.content
