/**
 * Nobody's grants, over all their cases, exceed their limits in the window, and those on one case do not exceed the
 * limit of a case, without an approver who has enough and is someone else. Counted here anew, from the events alone.
 */
import type { CaseEvent } from "../../decider/Case.ts"
import type { LimitRule } from "../../model/Bundle.ts"
import { renderInstant } from "../../model/Instant.ts"
import type { Loan } from "../../track/ownership/State.ts"
import type { World } from "../World.ts"
import type { DeciderLaw } from "./History.ts"
import { first, run } from "./History.ts"

interface Grant {
  readonly case: string
  readonly at: number
  readonly amount: number
  readonly by: string
  /** Who answers for it: the approver, where there was one. */
  readonly for: string
}

const grantOf = (id: string, event: CaseEvent): Grant | undefined =>
  event.event === "compensated"
    ? { case: id, at: event.at, amount: event.amount, by: event.by, for: event.approvedBy ?? event.by }
    : undefined

/** The strongest limit of somebody's roles, those lent to them on the case included. */
const limitOf = (w: World, person: string, lent: readonly Loan[]): LimitRule | undefined => {
  const own = w.people.find((one) => one.id === person)?.roles ?? []
  const roles = [...own, ...lent.flatMap((loan) => (loan.to === person ? loan.roles : []))]
  return w.policy.bundle.authority.limits.findLast((limit) => roles.includes(limit.role))
}

const sum = (grants: readonly Grant[]): number => grants.reduce((total, one) => total + one.amount, 0)

const over = (w: World, earlier: readonly Grant[], grant: Grant, lent: readonly Loan[]): string | undefined => {
  const limit = limitOf(w, grant.for, lent)?.compensate
  if (limit === undefined) return `${grant.for} has no limit and gave ${grant.amount}`
  const date = (at: number): string => renderInstant(at, w.policy.zone)
  const window = (characters: number): number =>
    sum(
      earlier.filter(
        (one) => one.for === grant.for && date(one.at).slice(0, characters) === date(grant.at).slice(0, characters)
      )
    )
  const parts: readonly (readonly [string, number | null | undefined, number])[] = [
    ["case", limit.perCase, sum(earlier.filter((one) => one.case === grant.case))],
    ["day", limit.perDay, window(10)],
    ["month", limit.perMonth, window(7)],
    ["year", limit.perYear, window(4)]
  ]
  return first(parts, ([of, most, before]) =>
    most != null && before + grant.amount > most
      ? `${grant.for} gave ${before + grant.amount} in a ${of}, the limit is ${most}`
      : undefined
  )
}

const running = (lent: readonly Loan[], at: number): readonly Loan[] => lent.filter((loan) => loan.until > at)

export const withinAuthority: DeciderLaw = {
  name: "within-authority",
  violation: (decider, history) => {
    const w = run(decider, history)
    const earlier: Grant[] = []
    return first(w.decisions, ({ step, before }) =>
      first(step.events, (event) => {
        if (
          event.event === "approved" &&
          before.authority.approvals.some((one) => one.id === event.id && one.by === event.by)
        )
          return `${event.by} approved their own request`
        const grant = grantOf(before.id, event)
        if (grant === undefined) return undefined
        const found = over(w, earlier, grant, running(before.ownership.lent, grant.at))
        earlier.push(grant)
        return found
      })
    )
  }
}
