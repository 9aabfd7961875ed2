/** What a role may give, in one case and over a window, and which role may where another may not. */

import type { LedgerEntry } from "../../case/Gathered.ts"
import type { Power } from "../../case/track/Authority.ts"
import type { AuthorityRule, LimitRule, RuleId } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import { renderInstant } from "../../time/Instant.ts"
import type { Zone } from "../../time/Zone.ts"

/** A policy as far as it decides who may what. */
export interface Powers {
  readonly bundle: { readonly authority: AuthorityRule }
}

/** Returns the strongest limits that an actor's roles give; the ladder is written lowest first. */
export const limitsOf = (policy: Powers, roles: readonly string[]): LimitRule | undefined =>
  policy.bundle.authority.limits.findLast((limit) => roles.includes(limit.role))

/** One use of authority, as it would be with what is already on file. */
export interface Use {
  readonly power: Power
  /** In the units of its power; infinite where nobody knows its worth, for want of a rate. */
  readonly amount: number
  /** Already granted on this case and those linked to it. */
  readonly onCase: number
  readonly ledger: readonly LedgerEntry[]
  readonly at: Instant
}

const field: Readonly<Record<Exclude<Power, "compensate">, "discount" | "resources">> = {
  discount: "discount",
  grant: "resources"
}

/** Returns every limit that a use would exceed, by its path in the policy; empty = within authority. */
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
  test(compensate.perDay, used(policy, use, 10) + use.amount, "per-day")
  test(compensate.perMonth, used(policy, use, 7) + use.amount, "per-month")
  test(compensate.perYear, used(policy, use, 4) + use.amount, "per-year")
  return over
}

/** Sums what the actor gave on the same date, month or year of the policy's zone: as many characters of the date. */
const used = (policy: { readonly zone: Zone }, use: Use, characters: number): number => {
  const window = renderInstant(use.at, policy.zone).slice(0, characters)
  return use.ledger.reduce(
    (sum, entry) =>
      entry.power === use.power && renderInstant(entry.at, policy.zone).startsWith(window) ? sum + entry.amount : sum,
    0
  )
}

/** Returns whether a list of names covers one of these. */
export const covers = (list: readonly string[] | "all" | undefined, names: readonly string[]): boolean =>
  list === "all" || (list !== undefined && names.some((name) => list.includes(name)))

/** Returns the roles above (or all, for who has no limits), lowest first. */
export const above = (policy: Powers, limit: LimitRule | undefined): readonly LimitRule[] => {
  const ladder = policy.bundle.authority.limits
  return limit === undefined ? ladder : ladder.slice(ladder.indexOf(limit) + 1)
}
