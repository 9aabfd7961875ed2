/**
 * Who is present: who is absent, whose shift is over, who has left, and who their deputy is. Shifts are read from the
 * policy's calendars at the instant in question, so it makes no difference when time is told.
 */

import type { Case } from "../case/Case.ts"
import { add } from "../deadline/Span.ts"
import type { Actor } from "../people/Actor.ts"
import { custodian, isMachine, nameOf } from "../people/Actor.ts"
import type { PersonState } from "../people/Person.ts"
import { oneOf } from "../people/Person.ts"
import type { Who } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import * as Calendar from "../time/Calendar.ts"
import type { Instant } from "../time/Instant.ts"
import { DAY } from "../time/Instant.ts"

/** Whoever has no shift within this time counts as absent. */
const HORIZON = 14 * DAY

const shifts = (policy: Policy, person: PersonState): Calendar.Calendar | undefined =>
  person.calendar === undefined ? undefined : policy.calendars.get(person.calendar)

/** Returns a person of the directory by their id. */
export const personOf = (people: readonly PersonState[], id: string): PersonState | undefined => {
  for (const person of people) if (person.id === id) return person
  return undefined
}

/** Returns whether somebody is absent: on leave, or until further notice. */
export const isAway = ({ absence }: PersonState, at: Instant): boolean =>
  absence !== undefined && (absence.until === undefined || absence.until > at)

/** Returns whether somebody works at an instant. */
export const isOnDuty = (policy: Policy, person: PersonState, at: Instant): boolean => {
  if (isAway(person, at)) return false
  const calendar = shifts(policy, person)
  return calendar === undefined ? person.onDuty : Calendar.isOpen(calendar, at)
}

/** Returns the end of somebody's present or next shift; undefined if they have none. */
export const shiftEnds = (policy: Policy, person: PersonState, at: Instant): Instant | undefined => {
  const calendar = shifts(policy, person)
  if (calendar === undefined) return undefined
  const end = Calendar.closesAt(calendar, at)
  return Number.isFinite(end) ? end : undefined
}

/** Returns whether somebody with shifts has begun one since an instant. */
export const hasWorkedSince = (policy: Policy, person: PersonState, since: Instant, at: Instant): boolean => {
  const calendar = shifts(policy, person)
  return calendar !== undefined && Calendar.between(calendar, since, at) > 0
}

/**
 * Returns whether a case cannot wait for somebody: they are absent, or off duty for longer than an owner may take to
 * begin. The time is counted by the policy's default calendar, since nobody is missed while nobody works.
 */
const isAbsent = (policy: Policy, person: PersonState, at: Instant): boolean => {
  if (isAway(person, at)) return true
  const calendar = shifts(policy, person)
  const { takeUp } = policy.bundle.ownership
  if (calendar === undefined || takeUp === undefined || Calendar.isOpen(calendar, at)) return false
  const ended = Calendar.intervals(calendar, at - HORIZON, at).at(-1)?.to
  return ended === undefined || add({ policy, now: at }, ended, takeUp) <= at
}

/** Returns whether an owner is no longer in the directory; false if the directory lists nobody. */
export const hasLeft = (people: readonly PersonState[], owner: string): boolean =>
  owner !== custodian && people.length > 0 && personOf(people, owner) === undefined

const isAround = (policy: Policy, owner: PersonState, other: PersonState, at: Instant): boolean =>
  other.id !== owner.id && !isAway(other, at) && (isAway(owner, at) || isOnDuty(policy, other, at))

/** Returns those of one entry of `ownership.absent` who could be the deputy now. */
const around = (
  policy: Policy,
  people: readonly PersonState[],
  owner: PersonState,
  who: Who,
  at: Instant
): readonly PersonState[] =>
  people.filter(
    (person) =>
      (who === "deputy" ? person.id === owner.deputy : person.roles.includes(who)) &&
      isAround(policy, owner, person, at)
  )

/** Returns the deputy of a person: from the first entry of `ownership.absent` for which there is somebody. */
export const standIn = (
  policy: Policy,
  people: readonly PersonState[],
  id: string,
  at: Instant
): { readonly person: PersonState; readonly as: Who; readonly all: readonly PersonState[] } | undefined => {
  const absent = personOf(people, id)
  if (absent === undefined || !isAbsent(policy, absent, at)) return undefined
  for (const who of policy.bundle.ownership.absent ?? []) {
    const all = around(policy, people, absent, who, at)
    const person = who === "deputy" ? all[0] : oneOf(all, who)
    if (person !== undefined) return { person, as: who, all }
  }
  return undefined
}

/** Returns the actor in the name of the absent owner, if they are the owner's deputy. */
export const onBehalf = (
  policy: Policy,
  state: Case,
  people: readonly PersonState[],
  actor: Actor,
  at: Instant
): { readonly actor: Actor; readonly as: Who } | undefined => {
  const { owner } = state.ownership
  if (actor.kind !== "person" || nameOf(actor) === owner) return undefined
  const found = standIn(policy, people, owner, at)
  return found?.all.some((person) => person.id === nameOf(actor))
    ? { actor: { ...actor, standsInFor: owner }, as: found.as }
    : undefined
}

/** Returns the roles that lead: those of `ownership.absent`, else the one that decides handovers. */
export const leads = (policy: Policy): readonly Who[] => {
  const { absent, handover } = policy.bundle.ownership
  const named = (absent ?? []).filter((who) => who !== "deputy")
  return named.length > 0 ? named : [handover.arbiter]
}

/** Returns the lead for an owner who cannot act: from the first role for which there is somebody. */
export const lead = (policy: Policy, people: readonly PersonState[], except: string): PersonState | undefined =>
  leads(policy)
    .map((who) => oneOf(people, who, except))
    .find((person) => person !== undefined)

/** Returns who gets a message for a person: the person, their deputy, or the lead if they have left. */
export const reached = (policy: Policy, people: readonly PersonState[], id: string, at: Instant): string => {
  if (isMachine(id)) return id
  if (hasLeft(people, id)) return lead(policy, people, id)?.id ?? id
  return standIn(policy, people, id, at)?.person.id ?? id
}
