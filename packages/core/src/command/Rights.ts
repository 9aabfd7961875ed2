/** Who may give a command: the answers that several commands share. Each returns reasons; empty = they may. */
import type { Verb } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import type { Situation } from "../draft/Draft.ts"
import { isAutomatic, isOfCustomer, nameOf } from "../people/Actor.ts"
import type { Duty } from "../policy/Bundle.ts"
import type { RuleId, Who as WhoWord } from "../policy/Rule.ts"
import { againstJoining } from "../rule/authority/duties.ts"
import { authorityOf } from "../who/AuthorityInForce.ts"
import { againstMoving } from "../who/Governing.ts"
import * as Who from "../who/Who.ts"

interface Given {
  readonly do: Verb
}

const refused = (given: Given, by: readonly WhoWord[], rule?: RuleId): readonly RefusalReason[] => [
  reason("command/wrong-person", rule, { command: given.do, by })
]

export const anybody = (): readonly RefusalReason[] => []

/** Returns the refusal of a command that only the engine may give. */
export const engine = (situation: Situation, given: Given): readonly RefusalReason[] =>
  isAutomatic(situation.meta.actor) ? [] : refused(given, ["automatic"])

/**
 * Returns the refusal of an actor whose id the directory does not know. Where nobody is gathered there is no directory,
 * unless all of its people are recused from the case.
 */
export const againstStranger = ({ meta: { actor, gathered }, state }: Situation): readonly RefusalReason[] => {
  const hasDirectory = gathered.people.length > 0 || state.ownership.recused.length > 0
  const isKnown = actor.kind !== "person" || gathered.people.some(({ id }) => id === actor.id)
  return isKnown || !hasDirectory ? [] : [reason("people/unknown", undefined, { person: actor.id })]
}

/** Whoever may move cases to another version, by the policy in force. */
export const mover = (situation: Situation): readonly RefusalReason[] =>
  againstMoving(authorityOf(situation), situation.meta.actor)

/** Anyone of the staff, and the systems of the host; no customer. */
export const staff =
  (rule?: RuleId) =>
  (situation: Situation, given: Given): readonly RefusalReason[] =>
    isOfCustomer(situation.meta.actor) ? refused(given, ["staff"], rule) : []

/** A person. */
const person = (situation: Situation): readonly RefusalReason[] =>
  situation.meta.actor.kind === "person"
    ? []
    : [reason("authority/none", "authority.limits", { actor: nameOf(situation.meta.actor) })]

/** A person who may take on a duty: nobody joins two of those that the policy keeps apart. */
export const personFor =
  (duty: Duty) =>
  (situation: Situation): readonly RefusalReason[] => {
    const reasons = person(situation)
    return reasons.length > 0 ? reasons : againstJoining(situation, duty)
  }

/** The customers of the case, and the staff; no other customer. */
export const staffOrCustomer = (situation: Situation, given: Given): readonly RefusalReason[] =>
  isOfCustomer(situation.meta.actor) && !Who.isCustomer(situation.state, situation.meta.actor)
    ? refused(given, ["customer", "staff"])
    : []
