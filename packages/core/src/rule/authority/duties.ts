/** Separation of duties: which duties a person has done on one case, and which they may not combine. */

import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Situation } from "../../draft/Draft.ts"
import { nameOf } from "../../people/Actor.ts"
import type { Duty } from "../../policy/Bundle.ts"
import { authorityOf } from "../../who/AuthorityInForce.ts"

/** Returns the duties that a person has already done on this case. */
const dutiesOf = (situation: Situation, person: string): ReadonlySet<Duty> => {
  const { authority, gates, grades, clocks, lifecycle } = situation.state
  const found = new Set<Duty>()
  for (const grant of authority.grants) if (grant.by === person) found.add(grant.power)
  if (authority.approvers.includes(person)) found.add("approval")
  if (authority.checkers.includes(person)) found.add("spot-check")
  if (lifecycle.closers.includes(person)) found.add("close")
  for (const one of authority.reduced) if (one.by === person) found.add(one.as)
  for (const gate of Object.values(gates)) for (const one of gate.excused) if (one.by === person) found.add(one.as)
  if (Object.values(grades).some((grade) => grade.by === person)) found.add("regrade")
  if (Object.values(clocks).some((clock) => clock.extendedBy?.includes(person))) found.add("extend")
  return found
}

/** Returns why somebody may not take on a duty: they have done another one that the policy keeps apart from it. */
export const againstJoining = (
  situation: Situation,
  duty: Duty,
  id: string = nameOf(situation.meta.actor)
): readonly RefusalReason[] => {
  const { apart } = authorityOf(situation)
  if (!apart.includes(duty)) return []
  const had = [...dutiesOf(situation, id)].find((other) => other !== duty && apart.includes(other))
  return had === undefined ? [] : [reason("authority/apart", "authority.apart", { actor: id, duty, other: had })]
}
