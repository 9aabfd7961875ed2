/**
 * Chooses the policy version of an answer. A case is read by the version that it is pinned to. Decisions of
 * authority, and the limits that an answer names, are judged by the version that was in force when they were made.
 */
import type { Case } from "@hearback/core"
import { Policy } from "@hearback/core"
import type { Engine } from "@hearback/engine"

const made = new WeakMap<Policy.Policy, WeakMap<Policy.Policy, Policy.Policy>>()

const withAuthority = (policy: Policy.Policy, other: Policy.Policy): Policy.Policy => {
  const known = made.get(policy) ?? new WeakMap<Policy.Policy, Policy.Policy>()
  made.set(policy, known)
  const found = known.get(other) ?? Policy.withAuthority(policy, other)
  known.set(other, found)
  return found
}

/** Returns a policy with the limits of the version that is in force now. */
export const asOfNow = ({ policies }: Engine, policy: Policy.Policy): Policy.Policy =>
  withAuthority(policy, policies.active)

/** Returns a policy with the limits of the version that was in force when an event was decided. */
export const asDecided = async (
  { policies }: Engine,
  policy: Policy.Policy,
  { under }: Pick<Case.CaseEvent, "under">
): Promise<Policy.Policy> => (under === undefined ? policy : withAuthority(policy, await policies.of(under)))
