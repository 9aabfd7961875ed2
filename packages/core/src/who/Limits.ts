/** How much a role may give, on one case and in a window of time, and which role may if another may not. */

import type { LedgerEntry } from "../case/Gathered.ts"
import type { Power } from "../case/track/Authority.ts"
import type { AuthorityRule, LimitRule, RuleId } from "../policy/Bundle.ts"
import type { Instant } from "../time/Instant.ts"
import { civilFromDays, DAY } from "../time/Instant.ts"
import { toLocal, type Zone } from "../time/Zone.ts"

/** The part of a policy that decides who may do what. */
export interface Powers {
  readonly bundle: { readonly authority: AuthorityRule }
}

/** Returns the strongest limits that an actor's roles have. Policies list limits with the lowest role first. */
export const limitsOf = (policy: Powers, roles: readonly string[]): LimitRule | undefined =>
  policy.bundle.authority.limits.findLast((limit) => roles.includes(limit.role))

/** One use of authority, with what was granted before. */
export interface Use {
  readonly power: Power
  /** In the units of its power; infinite if the exchange rate is not known. */
  readonly amount: number
  /** The amount already granted on this case and on the cases linked to it. */
  readonly onCase: number
  readonly ledger: readonly LedgerEntry[]
  readonly at: Instant
}

/** Returns whether a limit counts over a day, a month or a year. */
export const isWindowed = ({ compensate }: LimitRule): boolean =>
  [compensate?.perDay, compensate?.perMonth, compensate?.perYear].some((most) => typeof most === "number")

const field: Readonly<Record<Exclude<Power, "compensate">, "discount" | "resources">> = {
  discount: "discount",
  grant: "resources"
}

/** Returns every limit that a use would exceed, by its path in the policy; empty if it exceeds none. */
export const exceeded = (
  policy: { readonly zone: Zone },
  limit: LimitRule | undefined,
  use: Use
): readonly RuleId[] => {
  if (limit === undefined) return ["authority.limits"]
  const path = `authority.limits.${limit.role}`
  if (use.power !== "compensate") {
    const most = limit[field[use.power]]
    if (most === undefined) return [path]
    return most === null || use.onCase + use.amount <= most ? [] : [`${path}.${field[use.power]}`]
  }
  const { compensate } = limit
  if (compensate === undefined) return [path]
  const over: RuleId[] = []
  const test = (most: number | null | undefined, sum: number, key: string): void => {
    if (most !== null && most !== undefined && sum > most) over.push(`${path}.compensate.${key}`)
  }
  test(compensate.perCase, use.onCase + use.amount, "per-case")
  test(compensate.perDay, used(policy, use, dayOf) + use.amount, "per-day")
  test(compensate.perMonth, used(policy, use, monthOf) + use.amount, "per-month")
  test(compensate.perYear, used(policy, use, yearOf) + use.amount, "per-year")
  return over
}

/** Returns the sum that the actor gave on the same date, month or year in the policy's zone. */
const used = (policy: { readonly zone: Zone }, use: Use, window: (day: number) => number): number => {
  const windowAt = (at: Instant): number => window(Math.floor(toLocal(at, policy.zone) / DAY))
  const now = windowAt(use.at)
  return use.ledger.reduce(
    (sum, entry) => (entry.power === use.power && windowAt(entry.at) === now ? sum + entry.amount : sum),
    0
  )
}

const dayOf = (day: number): number => day
const monthOf = (day: number): number => civilFromDays(day).year * 12 + civilFromDays(day).month
const yearOf = (day: number): number => civilFromDays(day).year

/** Returns whether a list covers all of these names. */
export const covers = (list: readonly string[] | "all" | undefined, names: readonly string[]): boolean =>
  list === "all" || (list !== undefined && names.some((name) => list.includes(name)))

/** Returns the limits of the roles above, or of all roles for somebody without limits, lowest first. */
export const above = (policy: Powers, limit: LimitRule | undefined): readonly LimitRule[] => {
  const ladder = policy.bundle.authority.limits
  return limit === undefined ? ladder : ladder.slice(ladder.indexOf(limit) + 1)
}
