/** Whom a request for approval is asked of: the lowest role that may, and of it somebody who has room and is there. */
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { oneOf, type PersonState } from "../../people/Person.ts"
import type { LimitRule } from "../../policy/Bundle.ts"
import { authorityOf, inForce } from "../../who/AuthorityInForce.ts"
import { above, limitsOf } from "../../who/Limits.ts"
import * as Presence from "../../who/Presence.ts"
import { againstJoining } from "../authority/duties.ts"
import { type AuthorityRequest, against, ledgerOf } from "./power.ts"

/** Who is asked, and as what. */
export interface Approver {
  readonly role: string
  readonly person: string
  /** Nobody who may has room left in their own limits. */
  readonly full?: true
}

/** Roles that might allow it, lowest first: those above, or those that the clock names for its extension. */
const candidates = (
  draft: Draft,
  { command: c }: AuthorityRequest,
  above_: LimitRule | undefined
): readonly string[] => {
  if (c.do !== "extend") return above(inForce(draft), above_).map((limit) => limit.role)
  const ladder = authorityOf(draft).limits.map((limit) => limit.role)
  const named = Drafts.loop(draft)?.clocks.get(c.clock)?.extend?.approve ?? []
  const order = [...ladder.filter((role) => named.includes(role)), ...named.filter((role) => !ladder.includes(role))]
  return order.slice(above_ === undefined ? 0 : order.indexOf(above_.role) + 1)
}

/**
 * Whoever asked is not asked, nor who may not join approving with what they did; nobody on leave while others may. Of
 * those who may, somebody is asked whose own limits have room; where nobody has, the lowest role that would have, since
 * a new day or month makes room again, and who is asked can deny it or pass it on before.
 */
export const approver = (
  draft: Draft,
  asked: AuthorityRequest,
  from: LimitRule | undefined,
  except: string
): Approver | undefined => {
  const free = draft.meta.gathered.people.filter(
    ({ id }) => id !== except && againstJoining(draft, "approval", id).length === 0
  )
  const here = free.filter((person) => !Presence.isAway(person, draft.now))
  const roles = candidates(draft, asked, from).filter(
    (role) => against(draft, { roles: [role], limit: limitsOf(inForce(draft), [role]), ledger: [] }, asked).length === 0
  )
  const hasRoom = ({ id, roles: own }: PersonState): boolean =>
    against(draft, { roles: own, limit: limitsOf(inForce(draft), own), ledger: ledgerOf(draft, id) }, asked).length ===
    0
  for (const [people, full] of [
    [here.filter(hasRoom), false],
    [free.filter(hasRoom), false],
    [here, true],
    [free, true]
  ] as const)
    for (const role of roles) {
      const person = oneOf(people, role)
      if (person !== undefined) return { role, person: person.id, ...(full ? { full } : {}) }
    }
  return undefined
}
