/** Powers lent on one case: until a date, never more than the lender has, never lent on. */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import type { Person } from "../../model/Actor.ts"
import type { CommandOf } from "../../model/Command.ts"
import type { Meta } from "../../model/Gathered.ts"
import type { Instant } from "../../model/Instant.ts"
import { parseDate, parseInstant, renderDate } from "../../model/Instant.ts"
import type { Reason } from "../../model/Refusal.ts"
import { reason } from "../../model/Refusal.ts"
import type { Zone } from "../../model/Zone.ts"
import type { Loan, OwnershipState } from "./State.ts"

/** Returns when something said to last until a date or an instant is over: a date counts to its end. */
export const endOf = (until: string, zone: Zone): Instant | undefined => {
  const day = /^\d{4}-\d\d-\d\d$/.test(until.trim()) ? parseDate(until.trim()) : undefined
  return parseInstant(day === undefined ? until.trim() : renderDate(day + 1), zone)
}

export const delegate = (d: Draft, c: CommandOf<"delegate">): readonly Reason[] => {
  const { actor, gathered, receivedAt } = d.meta
  const lender = gathered.people.find((person) => person.id === actor.id)
  const isBorrowed = (role: string): boolean =>
    lender?.lent?.some((one) => one.role === role) === true || isLent(d.state.ownership.lent, actor.id, role)
  const own = actor.roles.filter((role) => !isBorrowed(role))
  const roles = c.roles ?? own
  const until = endOf(c.until, d.policy.zone)
  const reasons: Reason[] = []
  if (actor.kind !== "person" || roles.length === 0)
    reasons.push(reason("authority/none", "authority.limits", { actor: actor.id }))
  if (!gathered.people.some((person) => person.id === c.to))
    reasons.push(
      reason("ownership/unknown-person", undefined, {
        person: c.to,
        known: gathered.people.map((person) => person.id).join(", ")
      })
    )
  if (c.to === actor.id) reasons.push(reason("ownership/to-oneself", undefined, { person: c.to }))
  for (const role of roles.filter((one) => !own.includes(one)))
    reasons.push(reason("ownership/not-yours-to-lend", `roles.${role}`, { actor: actor.id, role }))
  if (until === undefined || until <= receivedAt)
    reasons.push(reason("ownership/already-over", undefined, { until: c.until }))
  if (reasons.length > 0 || until === undefined) return reasons
  const why = c.reason === undefined ? {} : { reason: c.reason }
  Drafts.emit(d, "delegated", { from: actor.id, to: c.to, roles, until, ...why }, `roles.${roles[0] ?? ""}`)
  return []
}

const isLent = (lent: readonly Loan[], to: string, role: string): boolean =>
  lent.some((loan) => loan.to === to && loan.roles.includes(role))

/** The envelope with the powers that are lent on this case, not over when it was received, and still the lender's. */
export const withLent = ({ lent }: OwnershipState, meta: Meta): Meta => {
  const running = lent.filter((loan) => loan.until > meta.receivedAt)
  if (running.length === 0) return meta
  const has = (id: string, role: string): boolean =>
    meta.gathered.people.some((person) => person.id === id && person.roles.includes(role))
  const roles = (id: string, own: readonly string[]): readonly string[] => [
    ...new Set([
      ...own,
      ...running.flatMap((loan) => (loan.to === id ? loan.roles.filter((role) => has(loan.from, role)) : []))
    ])
  ]
  const person = (one: Person): Person => {
    const all = roles(one.id, one.roles)
    return all.length === one.roles.length ? one : { ...one, roles: all }
  }
  return {
    ...meta,
    actor: { ...meta.actor, roles: roles(meta.actor.id, meta.actor.roles) },
    gathered: { ...meta.gathered, people: meta.gathered.people.map(person) }
  }
}
