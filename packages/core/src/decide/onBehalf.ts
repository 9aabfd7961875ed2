/**
 * Acting on behalf: a person who may not give a command may give it in the name of an absent owner whose deputy they
 * are. It is recorded as theirs, in the owner's name. Their own limits apply, never the owner's.
 */

import type { Case } from "../case/Case.ts"
import type { Meta } from "../case/Gathered.ts"
import { nothingGathered } from "../case/Gathered.ts"
import type { Command } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import type { Actor } from "../people/Actor.ts"
import { isOfCustomer, nameOf } from "../people/Actor.ts"
import type { PersonState } from "../people/Person.ts"
import type { Policy } from "../policy/Policy.ts"
import { withLent } from "../rule/ownership/delegation.ts"
import { withoutRecused } from "../rule/ownership/recusal.ts"
import type { Instant } from "../time/Instant.ts"
import * as Presence from "../who/Presence.ts"
import * as Who from "../who/Who.ts"
import { against, descriptionOf } from "./permission.ts"

/** Returns the envelope as the case changes it: without recused people, and with powers lent on this case. */
export const seenBy = ({ ownership }: Case, meta: Meta): Meta => {
  const seen = withLent(ownership, withoutRecused(ownership, meta))
  const { actor } = seen
  if (actor.kind !== "person") return seen
  const owner = Presence.personOf(meta.gathered.people, ownership.owner)
  return owner?.deputy === actor.id ? { ...seen, actor: { ...actor, deputyOf: owner.id } } : seen
}

/** Returns an actor as a case sees them at an instant: with powers lent on it, and in the name of an absent owner. */
export const actorOn = (
  policy: Policy,
  state: Case,
  people: readonly PersonState[],
  actor: Actor,
  at: Instant
): Actor => {
  const gathered = { ...nothingGathered, people }
  const seen = seenBy(state, { id: "", occurredAt: at, receivedAt: at, actor, draw: 1, gathered })
  return Presence.onBehalf(policy, state, seen.gathered.people, seen.actor, at)?.actor ?? seen.actor
}

/**
 * Gives a command. It is refused with every reason against it, or done; if only the owner's right was missing, it is
 * done in the absent owner's name.
 */
export const act = (draft: Draft, command: Command): readonly RefusalReason[] => {
  const { standing, who, now } = against(draft, command as never)
  if (standing.length > 0) return standing
  if (who.length === 0) return now.length > 0 ? now : descriptionOf(command).run(draft, command as never)
  const refused = now.length > 0 ? [...who, ...now] : unique([...who, ...further(draft, command)])
  return actForOwner(draft, command, refused)
}

/** Gives a command in the name of an absent owner whose deputy the actor is. */
const actForOwner = (draft: Draft, command: Command, refused: readonly RefusalReason[]): readonly RefusalReason[] => {
  const { meta } = draft
  const found = Presence.onBehalf(draft.policy, draft.state, meta.gathered.people, meta.actor, draft.now)
  if (found === undefined) return refused
  // If it is refused all the same, nothing was done in anybody's name.
  const reasons = Drafts.allOrNothing(draft, () => inName(draft, command, found) ?? refused)
  if (reasons.length > 0) draft.meta = meta
  return reasons
}

/** An actor in the name of an absent owner, and the relation that allows it. */
type Standing = NonNullable<ReturnType<typeof Presence.onBehalf>>

/** Gives a command in the absent owner's name; undefined if that changes nothing. */
const inName = (draft: Draft, command: Command, { actor, as }: Standing): readonly RefusalReason[] | undefined => {
  const by = nameOf(draft.meta.actor)
  draft.meta = { ...draft.meta, actor }
  const { who, now } = against(draft, command as never)
  if (who.length > 0) return undefined
  if (now.length > 0) return now
  Drafts.emit(
    draft,
    "deputy-acted",
    { by, for: draft.state.ownership.owner, asked: command.do, as },
    "ownership.absent"
  )
  return descriptionOf(command).run(draft, command as never)
}

/** Returns the remaining reasons against a command, so that staff see all at once. Other customers see none of them. */
const further = (draft: Draft, command: Command): readonly RefusalReason[] => {
  if (isStranger(draft)) return []
  const { events, state, because } = draft
  const from = events.length
  const reasons = descriptionOf(command).run(draft, command as never)
  events.splice(from)
  draft.state = state
  draft.because = because
  return reasons
}

/** Returns whether the actor is a customer, but not of this case. */
const isStranger = ({ state, meta: { actor } }: Draft): boolean => isOfCustomer(actor) && !Who.isCustomer(state, actor)

const unique = (reasons: readonly RefusalReason[]): readonly RefusalReason[] =>
  reasons.filter(({ code, rule }, i) => reasons.findIndex((one) => one.code === code && one.rule === rule) === i)
