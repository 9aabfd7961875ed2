/**
 * Who is asked for an approval: the lowest role that may approve, and a person of it whose own limit is not used up.
 */
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { oneOf, type PersonState } from "../../people/Person.ts"
import type { LimitRule } from "../../policy/Bundle.ts"
import { authorityOf, inForce } from "../../who/AuthorityInForce.ts"
import { above, limitsOf } from "../../who/Limits.ts"
import * as Presence from "../../who/Presence.ts"
import { againstJoining } from "../authority/duties.ts"
import { type AuthorityRequest, against, ledgerOf } from "./power.ts"

/** The person who is asked, and the role by which they may approve. */
export interface Approver {
  readonly role: string
  readonly person: string
  /** Whether nobody who may approve has enough left of their own limit. */
  readonly full?: true
}

/**
 * Returns the roles that may allow it, lowest first: roles above the asker's, or those that the clock names for
 * extensions.
 */
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
 * Returns who is asked for an approval; undefined if nobody may. The asker is not asked, nor who may not combine
 * approving with what they did, nor people on leave while others may. A person is chosen whose own limit has enough
 * left. If nobody has, the lowest role that would be enough is asked: a new day or month restores the limit, and until
 * then the person can deny it or pass it on.
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
