/** Recusal: an owner who must not judge the case is replaced at once and has no further say in it. */

import type { Meta } from "../../case/Gathered.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { OwnershipState } from "../../case/track/Ownership.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { custodian, nameOf } from "../../people/Actor.ts"
import type { PersonState } from "../../people/Person.ts"
import { oneOf } from "../../people/Person.ts"
import type { Who as WhoWord } from "../../policy/Bundle.ts"
import { holds } from "../../policy/Policy.ts"
import * as Presence from "../../who/Presence.ts"
import * as Who from "../../who/Who.ts"
import { assign } from "./assignment.ts"

/** Replaces an owner who must not act. */
export const recuse = (draft: Draft): void => {
  const rule = draft.policy.bundle.ownership.recuse
  const { owner, as } = draft.state.ownership
  if (rule === undefined || owner === custodian || draft.state.lifecycle.closedAt !== undefined) return
  if (holds(rule.when, Drafts.vector(draft)) !== "yes") return
  const named = draft.state.ownership.named.includes(owner)
  // An owner chosen by a recusal may judge the case, unless the customer names them, too.
  if (as === "recusal" && !named) return
  Drafts.emit(draft, "recused", { person: owner, named }, rule.when.rule)
  draft.meta = withoutRecused(draft.state.ownership, draft.meta)
  const next = successor(draft, rule.to)?.id ?? custodian
  assign(draft, next, "recusal", "ownership.recuse.to", "recused")
}

/** Returns the first person on the list whom the customer does not name, else the lead. */
const successor = (draft: Draft, to: readonly WhoWord[]): PersonState | undefined => {
  const free = draft.meta.gathered.people.filter((person) => !draft.state.ownership.named.includes(person.id))
  const meant = (who: WhoWord): PersonState | undefined => {
    const [id] = Who.people(draft.policy, draft.state, [who], free)
    return oneOf(free, who) ?? free.find((person) => person.id === id)
  }
  return [...to, ...Presence.leads(draft.policy)].map(meant).find((person) => person !== undefined)
}

/** Returns the envelope without recused people. */
export const withoutRecused = ({ recused }: OwnershipState, meta: Meta): Meta =>
  recused.length === 0
    ? meta
    : {
        ...meta,
        gathered: { ...meta.gathered, people: meta.gathered.people.filter((person) => !recused.includes(person.id)) }
      }

/** Returns why this actor has no say in the case. */
export const againstRecused = (situation: Situation): readonly RefusalReason[] =>
  situation.state.ownership.recused.includes(nameOf(situation.meta.actor))
    ? [
        reason("ownership/recused", "ownership.recuse", {
          actor: nameOf(situation.meta.actor),
          owner: situation.state.ownership.owner
        })
      ]
    : []
