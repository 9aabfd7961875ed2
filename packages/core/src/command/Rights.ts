/** Who may give a command: checks that several commands share. Each returns reasons; none if the actor may. */
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

/** Lets every actor give a command. */
export const anybody = (): readonly RefusalReason[] => []

/** Returns why this actor may not give a command that only the engine gives. */
export const engine = (situation: Situation, given: Given): readonly RefusalReason[] =>
  isAutomatic(situation.meta.actor) ? [] : refused(given, ["automatic"])

/**
 * Returns why an actor whom the directory does not know is refused. If no people were gathered there is no directory,
 * unless all of its people are recused from the case.
 */
export const againstStranger = ({ meta: { actor, gathered }, state }: Situation): readonly RefusalReason[] => {
  const hasDirectory = gathered.people.length > 0 || state.ownership.recused.length > 0
  const isKnown = actor.kind !== "person" || gathered.people.some(({ id }) => id === actor.id)
  return isKnown || !hasDirectory ? [] : [reason("people/unknown", undefined, { person: actor.id })]
}

/** Returns why this actor may not move cases to another policy version, by the policy in force. */
export const mover = (situation: Situation): readonly RefusalReason[] =>
  againstMoving(authorityOf(situation), situation.meta.actor)

/** Returns why this actor is refused: staff and the systems of the host may give the command, customers may not. */
export const staff =
  (rule?: RuleId) =>
  (situation: Situation, given: Given): readonly RefusalReason[] =>
    isOfCustomer(situation.meta.actor) ? refused(given, ["staff"], rule) : []

/** Returns why this actor is refused: only people may give the command. */
const person = (situation: Situation): readonly RefusalReason[] =>
  situation.meta.actor.kind === "person"
    ? []
    : [reason("authority/none", "authority.limits", { actor: nameOf(situation.meta.actor) })]

/**
 * Returns why this actor is refused: only a person may, and none who already has a duty that the policy keeps apart.
 */
export const personFor =
  (duty: Duty) =>
  (situation: Situation): readonly RefusalReason[] => {
    const reasons = person(situation)
    return reasons.length > 0 ? reasons : againstJoining(situation, duty)
  }

/**
 * Returns why this actor is refused: staff and the customers of the case may give the command, other customers may not.
 */
export const staffOrCustomer = (situation: Situation, given: Given): readonly RefusalReason[] =>
  isOfCustomer(situation.meta.actor) && !Who.isCustomer(situation.state, situation.meta.actor)
    ? refused(given, ["customer", "staff"])
    : []
