/** What each role may grant, and which role the money of the case needs. */
import type { Bundle, Case, Person, Policy } from "@hearback/core"
import { defined, Fact, inLanguage, Limits, Text } from "@hearback/core"
import type { Place } from "../answer/Place.ts"

/**
 * A role's limits. Amounts in whole units of the currency, shares in percent; null means unlimited, absent means
 * nothing.
 */
export interface RoleLimit {
  readonly role: string
  readonly title: string
  /** Whether this is the owner's limit. */
  readonly owner: boolean
  readonly compensate?: {
    readonly perCase?: number | null
    readonly perDay?: number | null
    readonly perMonth?: number | null
    readonly perYear?: number | null
  }
  readonly discount?: number | null
  readonly resources?: number | null
  readonly close: readonly string[] | "all"
  readonly regrade: readonly string[] | "all"
  readonly waive: readonly string[] | "all"
  readonly why: Place | null
}

/** The limits of authority, and what exceeds the owner's. */
export interface Authorised {
  readonly currency: string | null
  readonly limits: readonly RoleLimit[]
  /** Money facts above what the owner may grant, with the lowest role that may grant it. */
  readonly needs: readonly {
    readonly fact: string
    readonly amount: number
    readonly role: string | null
    readonly why: Place | null
  }[]
}

/** Returns the limits of roles, the lowest role first. */
export const authorityOf = (
  policy: Policy.Policy,
  state: Case.Case,
  people: readonly Person.PersonState[],
  language: Bundle.Language,
  why: (rule: string) => Place | null
): Authorised => {
  const { authority, currency } = policy.bundle
  const whole = 10 ** (currency?.digits ?? 0)
  const roles = people.find(({ id }) => id === state.ownership.owner)?.roles ?? []
  const own = Limits.limitsOf(policy, roles)
  return {
    currency: currency?.code ?? null,
    limits: authority.limits.map((limit) => roleLimit(policy.bundle, limit, whole, limit === own, language, why)),
    needs: moneyOf(policy, state).flatMap(({ fact, code }) => {
      if (own === undefined || !exceeds(own, code)) return []
      const enough = Limits.above(policy, own).find((limit) => limit.compensate !== undefined && !exceeds(limit, code))
      return [
        { fact, amount: code / whole, role: enough?.role ?? null, why: why(`authority.limits.${own.role}.compensate`) }
      ]
    })
  }
}

const roleLimit = (
  bundle: Bundle.Bundle,
  limit: Bundle.LimitRule,
  whole: number,
  owner: boolean,
  language: Bundle.Language,
  why: (rule: string) => Place | null
): RoleLimit => {
  const { role, compensate, discount, resources, close, regrade, waive } = limit
  const units = (count: number | null): number | null => (count === null ? null : count / whole)
  const title = bundle.roles[role]?.title
  const limits = compensate && Object.entries(compensate).map(([per, most]) => [per, units(most ?? null)] as const)
  return defined({
    role,
    title: inLanguage(title, language, bundle.language) ?? Text.readable(role),
    owner,
    compensate: limits && Object.fromEntries(limits),
    discount: typeof discount === "number" ? discount / 100 : discount,
    resources,
    close,
    regrade,
    waive,
    why: why(`authority.limits.${role}`)
  })
}

const exceeds = ({ compensate }: Bundle.LimitRule, code: number): boolean => {
  if (compensate === undefined) return true
  const limits = [compensate.perCase, compensate.perDay, compensate.perMonth, compensate.perYear]
  return limits.some((most) => most !== undefined && most !== null && code > most)
}

/** Returns the money facts of the feedback, in minor units. */
const moneyOf = (
  { bundle, zone }: Policy.Policy,
  { feedback }: Case.Case
): readonly { readonly fact: string; readonly code: number }[] =>
  Object.entries(feedback.facts).flatMap(([fact, value]) => {
    const declared = bundle.facts[fact]
    const code = declared?.kind === "money" ? Fact.encode(declared.type, value, zone) : undefined
    return code === undefined || code <= 0 ? [] : [{ fact, code }]
  })
