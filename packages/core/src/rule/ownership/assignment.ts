/** Assigns owners: the first one, and the next one if the owner cannot or must not act. */

import { startTimer } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { custodian, nameOf } from "../../people/Actor.ts"
import type { PersonState } from "../../people/Person.ts"
import { oneOf } from "../../people/Person.ts"
import type { RuleId, Who as WhoWord } from "../../policy/Bundle.ts"
import { choose } from "../../policy/Policy.ts"
import { defined } from "../../value/Optional.ts"
import * as Presence from "../../who/Presence.ts"
import * as Who from "../../who/Who.ts"

const path = "ownership.first-owner"

/** Who was found, by which role or person of the policy, and by which rule. */
interface Found {
  readonly owner: string
  readonly as: WhoWord | "named"
  readonly why: RuleId
}

/**
 * Returns the person whom a routine names, else the first on the policy's list who is there and has room. The last on
 * the list is taken even without room, unless the case may wait in the queue.
 */
const first = (draft: Draft, receiver: boolean): Found | undefined => {
  const { atMostOpen, queue } = draft.policy.bundle.ownership
  const { actor, gathered } = draft.meta
  const named = namedBy(draft)
  if (named !== undefined) return named
  const firstOwner = owners(draft)
  for (const [i, { as, why }] of firstOwner.entries()) {
    const isLast = queue !== true && i === firstOwner.length - 1
    const isReceiver = as === "receiver"
    if (isReceiver && !(receiver && actor.kind === "person")) continue
    const person = isReceiver ? gathered.people.find(({ id }) => id === nameOf(actor)) : meant(draft, as)
    if (!isLast && atMostOpen !== undefined && (person?.openCases ?? 0) >= atMostOpen) continue
    // A receiver whom the directory does not know cannot be counted, so they own the case nevertheless.
    if (isReceiver) return { owner: nameOf(actor), as, why }
    if (person !== undefined && (person.onDuty || isLast)) return { owner: person.id, as, why }
  }
  return undefined
}

const channelOf = ({ state }: Draft): string => state.feedback.receipt?.channel ?? ""

/** Returns the person whom a routine names, also if the routine is due outside of their working hours. */
const namedBy = (draft: Draft): Found | undefined => {
  const channel = channelOf(draft)
  const { person: ids = [] } = draft.policy.bundle.channels[channel] ?? {}
  const there = ids.find((id) =>
    draft.meta.gathered.people.some((person) => person.id === id && person.absence === undefined)
  )
  return there === undefined ? undefined : { owner: there, as: "named", why: `channels.${channel}.person` }
}

/** Returns the list of owners, those of a routine first. */
const owners = (draft: Draft): readonly Pick<Found, "as" | "why">[] => {
  const { channels, ownership } = draft.policy.bundle
  const channel = channelOf(draft)
  const { owner = [] } = channels[channel] ?? {}
  return [
    ...owner.map((as) => ({ as, why: `channels.${channel}.owner` })),
    ...ownership.firstOwner.map((as) => ({ as, why: path }))
  ]
}

/**
 * Assigns the first owner: the receiver, else the first on the list for whom there is somebody. There always is an
 * owner.
 */
export const assignFirst = (draft: Draft): void => {
  const found = first(draft, true)
  if (found?.as === "receiver")
    return Drafts.emit(draft, "owner-assigned", { owner: found.owner, takenUp: true, as: found.as }, found.why)
  assign(draft, found?.owner ?? custodian, found?.as ?? "custodian", found?.why ?? path)
}

/** Words of the policy by which an owner was chosen only for their department. */
const departmental: ReadonlySet<string> = new Set(["department", "head"])

/**
 * Looks for an owner again when the classification or a grade changes: if nobody was found before, or if the case waits
 * with a department that it no longer concerns. An owner who has begun keeps the case.
 */
export const assignAnew = (draft: Draft, isRouted: boolean): void => {
  const { owner, as, takenUp } = draft.state.ownership
  const isFree = owner === custodian || (isRouted && !takenUp && departmental.has(as ?? ""))
  if (!isFree || draft.state.lifecycle.closedAt !== undefined) return
  const found = first(draft, false)
  if (found === undefined || found.owner === owner) return
  assign(draft, found.owner, found.as, found.why, draft.because)
}

/** Gives a case that has waited in the queue to whoever has room by now. Returns whether somebody has. */
export const leaveQueue = (draft: Draft): boolean => {
  if (draft.policy.bundle.ownership.queue !== true || draft.state.ownership.owner !== custodian) return false
  const found = first(draft, false)
  if (found !== undefined) assign(draft, found.owner, found.as, found.why)
  return found !== undefined
}

/** Returns the one person that a role or a department stands for. */
const meant = (draft: Draft, who: WhoWord): PersonState | undefined => {
  const { people } = draft.meta.gathered
  if (who !== "department" && who !== "head") return oneOf(people, who)
  const [id] = Who.people(draft.policy, draft.state, [who], people)
  return people.find((person) => person.id === id)
}

/** Assigns an owner, who has not begun yet. The custodian, too, has to hand the case on in time. */
export const assign = (draft: Draft, owner: string, as: string, path: string, reason?: string): void => {
  Drafts.emit(draft, "owner-assigned", { owner, takenUp: false, as, ...defined({ reason }) }, path)
  const within = draft.policy.bundle.ownership.takeUp
  if (within !== undefined) startTimer(draft, { _tag: "TakeUp" }, within, "ownership.take-up")
}

/**
 * Assigns the case of an owner whom the directory no longer knows to the lead, at once, so that no case is without
 * owner.
 */
export const followTheGone = (draft: Draft): void => {
  const { people } = draft.meta.gathered
  const { owner } = draft.state.ownership
  if (draft.state.version === 0 || draft.state.lifecycle.closedAt !== undefined || !Presence.hasLeft(people, owner))
    return
  const lead = Presence.lead(draft.policy, people, owner)?.id ?? custodian
  const { absent } = draft.policy.bundle.ownership
  assign(draft, lead, "lead", absent === undefined ? "ownership.first-owner" : "ownership.absent", "owner-gone")
}

/** Sets the department that must act, if the category or the grade now gives another one. Returns whether it does. */
export const department = (draft: Draft): boolean => {
  const rule = draft.policy.bundle.ownership.department
  const chosen = rule === undefined ? undefined : choose(rule, Drafts.vector(draft))
  const category = draft.state.feedback.understanding?.category
  const byCategory = category === undefined ? undefined : draft.policy.categories.get(category)?.department
  const named =
    chosen === undefined
      ? rule === undefined
        ? byCategory
        : undefined
      : "department" in chosen.value
        ? chosen.value.department
        : byCategory
  if (named === undefined || named === draft.state.ownership.department) return false
  const [contact] = Who.ofDepartment(draft.policy, named, "contact", draft.meta.gathered.people)
  Drafts.emit(
    draft,
    "department-asked",
    defined({ department: named, contact }),
    chosen?.rule ?? `dictionary.categories.${category ?? ""}.department`
  )
  return true
}
