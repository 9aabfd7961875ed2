/** The account of one clock of a case, computed by the policy of the case. */

import { type AccountInterval, explain } from "../deadline/Account.ts"
import { input } from "../deadline/Input.ts"
import type { Policy } from "../policy/Policy.ts"
import { loopOf } from "../policy/Policy.ts"
import type { Instant } from "../time/Instant.ts"
import type { Case } from "./Case.ts"
import { factsOf } from "./track/Clocks.ts"

/**
 * Returns each interval up to `until` with whether the promise counted it; undefined if the promise has not started.
 */
export const account = (
  policy: Policy,
  state: Case,
  name: string,
  until: Instant
): readonly AccountInterval[] | undefined => {
  const clock = state.clocks[name]
  if (clock === undefined) return undefined
  const rule = loopOf(policy, state.lifecycle.loop)?.clocks.get(name)
  return explain(
    input({ policy, now: until }, rule, factsOf(clock), []),
    clock.endedAt === undefined ? until : Math.min(until, clock.endedAt)
  )
}
