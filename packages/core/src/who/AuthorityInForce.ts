/**
 * Authority belongs to the organisation and not to the case. A decision is judged by the version in force at that
 * moment, whatever version the case is pinned to.
 */
import type { Meta } from "../case/Gathered.ts"
import type { AuthorityRule } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import type { Powers } from "./Limits.ts"

/** The parts of a decision that give the authority for it. */
interface Decision {
  readonly policy: Policy
  readonly meta: Pick<Meta, "gathered">
}

/** Returns the limits in force at the decision. */
export const inForce = (decision: Decision): Powers & Pick<Policy, "zone"> => ({
  bundle: { authority: authorityOf(decision) },
  zone: decision.meta.gathered.authority?.zone ?? decision.policy.zone
})

/** Returns the authority in force at the decision. */
export const authorityOf = (decision: Decision): AuthorityRule =>
  decision.meta.gathered.authority?.rule ?? decision.policy.bundle.authority

/** Returns the content hash of the version in force. */
export const versionOf = (decision: Decision): string =>
  decision.meta.gathered.authority?.content ?? decision.policy.bundle.content
