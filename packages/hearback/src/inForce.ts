/**
 * A case is read by the version that it is pinned to, decisions of authority by the one in force when they fell: so
 * are the limits that an answer names, and the lines that they stand in.
 */
import type { Case } from "@hearback/core"
import { Policy } from "@hearback/core"
import type { Engine } from "@hearback/engine"

const read = new WeakMap<Policy.Policy, WeakMap<Policy.Policy, Policy.Policy>>()

const withAuthority = (policy: Policy.Policy, other: Policy.Policy): Policy.Policy => {
  const known = read.get(policy) ?? new WeakMap<Policy.Policy, Policy.Policy>()
  read.set(policy, known)
  const found = known.get(other) ?? Policy.withAuthority(policy, other)
  known.set(other, found)
  return found
}

/** Returns a policy as decisions are judged now. */
export const asOfNow = ({ policies }: Engine, policy: Policy.Policy): Policy.Policy =>
  withAuthority(policy, policies.active)

/** Returns a policy as it was when an event was decided. */
export const asDecided = async (
  { policies }: Engine,
  policy: Policy.Policy,
  { under }: Pick<Case.CaseEvent, "under">
): Promise<Policy.Policy> => (under === undefined ? policy : withAuthority(policy, await policies.of(under)))
