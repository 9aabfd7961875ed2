/** Powers lent on one case until a date: never more than the lender has, and never lent powers. */

import type { Meta } from "../../case/Gathered.ts"
import type { CommandOf } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Loan, OwnershipState } from "../../case/track/Ownership.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { nameOf, rolesOf } from "../../people/Actor.ts"
import type { Instant } from "../../time/Instant.ts"
import { parseDate, parseInstant, renderDate } from "../../time/Instant.ts"
import type { Zone } from "../../time/Zone.ts"
import { defined } from "../../value/Optional.ts"

/** Returns when a date or an instant is over. A date is over at its end. */
const endOf = (until: string, zone: Zone): Instant | undefined => {
  const day = /^\d{4}-\d\d-\d\d$/.test(until.trim()) ? parseDate(until.trim()) : undefined
  return parseInstant(day === undefined ? until.trim() : renderDate(day + 1), zone)
}

/** Returns why this actor has no powers to lend. */
export const mayLend = (situation: Situation): readonly RefusalReason[] => {
  const { actor } = situation.meta
  return actor.kind === "person" && ownRoles(situation).length > 0
    ? []
    : [reason("authority/none", "authority.limits", { actor: nameOf(actor) })]
}

/** Returns the roles that somebody has of their own, without lent ones. */
const ownRoles = ({ state, meta: { actor, gathered } }: Situation): readonly string[] => {
  const lender = gathered.people.find((person) => person.id === nameOf(actor))
  const isBorrowed = (role: string): boolean =>
    lender?.lent?.some((one) => one.role === role) === true || isLent(state.ownership.lent, nameOf(actor), role)
  return rolesOf(actor).filter((role) => !isBorrowed(role))
}

/** Lends the actor's powers on this case, or returns why it cannot. */
export const delegate = (draft: Draft, command: CommandOf<"delegate">): readonly RefusalReason[] => {
  const { actor, gathered, receivedAt } = draft.meta
  const lender = gathered.people.find((person) => person.id === nameOf(actor))
  const isBorrowed = (role: string): boolean =>
    lender?.lent?.some((one) => one.role === role) === true || isLent(draft.state.ownership.lent, nameOf(actor), role)
  const own = rolesOf(actor).filter((role) => !isBorrowed(role))
  const roles = command.roles ?? own
  const until = endOf(command.until, draft.policy.zone)
  const reasons: RefusalReason[] = []
  if (roles.length === 0) reasons.push(reason("authority/none", "authority.limits", { actor: nameOf(actor) }))
  if (!gathered.people.some((person) => person.id === command.to))
    reasons.push(
      reason("ownership/unknown-person", undefined, {
        person: command.to,
        known: gathered.people.map((person) => person.id)
      })
    )
  if (command.to === nameOf(actor)) reasons.push(reason("ownership/to-oneself", undefined, { person: command.to }))
  for (const role of roles.filter((one) => !own.includes(one)))
    reasons.push(reason("ownership/not-yours-to-lend", `roles.${role}`, { actor: nameOf(actor), role }))
  if (until === undefined || until <= receivedAt)
    reasons.push(reason("ownership/already-over", undefined, { until: command.until }))
  if (reasons.length > 0 || until === undefined) return reasons
  const why = defined({ reason: command.reason })
  Drafts.emit(
    draft,
    "delegated",
    { from: nameOf(actor), to: command.to, roles, until, ...why },
    `roles.${roles[0] ?? ""}`
  )
  return []
}

const isLent = (lent: readonly Loan[], to: string, role: string): boolean =>
  lent.some((loan) => loan.to === to && loan.roles.includes(role))

/**
 * Returns the envelope with the powers lent to its actor on this case, if the loan was not over when the command was
 * received and the lender still has them. Rules that name a role do not include the borrower: a loan lets somebody
 * decide and does not send them that role's notices.
 */
export const withLent = ({ lent }: OwnershipState, meta: Meta): Meta => {
  if (lent.length === 0) return meta
  const { actor, gathered, receivedAt } = meta
  const has = (id: string, role: string): boolean =>
    gathered.people.some((person) => person.id === id && person.roles.includes(role))
  const more = lent
    .filter((loan) => loan.to === nameOf(actor) && loan.until > receivedAt)
    .flatMap((loan) => loan.roles.filter((role) => has(loan.from, role)))
  return more.length === 0 || actor.kind !== "person"
    ? meta
    : { ...meta, actor: { ...actor, roles: [...new Set([...actor.roles, ...more])] } }
}
