import type { CaseEvent } from "../../case/Case.ts"
import type { Power } from "../../case/track/Authority.ts"
import type { Loan } from "../../case/track/Ownership.ts"
import type { AuthorityRule, LimitRule } from "../../policy/Bundle.ts"
import { renderInstant } from "../../time/Instant.ts"
import type { DeciderLaw } from "../History.ts"
import { first, run } from "../History.ts"
import type { TestDecision, TestWorld } from "../World.ts"

interface Grant {
  readonly power: Power
  readonly case: string
  readonly at: number
  readonly amount: number
  readonly by: string
  /** The person to whom it is counted: the approver if there was one. */
  readonly for: string
}

const powers: Readonly<Record<string, Power>> = {
  compensated: "compensate",
  discounted: "discount",
  "resources-granted": "grant"
}

const grantOf = (id: string, event: CaseEvent): Grant | undefined => {
  if (event.event !== "compensated" && event.event !== "discounted" && event.event !== "resources-granted")
    return undefined
  const { at, amount, by, approvedBy = by } = event
  return { power: powers[event.event] ?? "compensate", case: id, at, amount, by, for: approvedBy }
}

/** Returns the strongest limit of somebody's roles, with those lent to them on the case. */
const limitOf = (
  rule: AuthorityRule,
  world: TestWorld,
  person: string,
  lent: readonly Loan[]
): LimitRule | undefined => {
  const own = world.people.find((one) => one.id === person)?.roles ?? []
  const roles = [...own, ...lent.flatMap((loan) => (loan.to === person ? loan.roles : []))]
  return rule.limits.findLast((limit) => roles.includes(limit.role))
}

const sum = (grants: readonly Grant[]): number => grants.reduce((total, one) => total + one.amount, 0)

type Bound = readonly [of: string, most: number | null | undefined, before: number]

const bounds = (
  world: TestWorld,
  limit: LimitRule,
  earlier: readonly Grant[],
  grant: Grant,
  cases: ReadonlySet<string>
) => {
  const alike = earlier.filter((one) => one.power === grant.power)
  const onCase = sum(alike.filter((one) => cases.has(one.case)))
  if (grant.power !== "compensate")
    return [["case", grant.power === "discount" ? limit.discount : limit.resources, onCase]] satisfies readonly Bound[]
  const date = (at: number, characters: number): string => renderInstant(at, world.policy.zone).slice(0, characters)
  const window = (characters: number): number =>
    sum(alike.filter((one) => one.for === grant.for && date(one.at, characters) === date(grant.at, characters)))
  const { compensate } = limit
  return [
    ["case", compensate?.perCase, onCase],
    ["day", compensate?.perDay, window(10)],
    ["month", compensate?.perMonth, window(7)],
    ["year", compensate?.perYear, window(4)]
  ] satisfies readonly Bound[]
}

const over = (world: TestWorld, { policy, before, meta }: TestDecision, earlier: readonly Grant[], grant: Grant) => {
  const rule = meta.gathered.authority?.rule ?? policy.bundle.authority
  const lent = before.ownership.lent.filter((loan) => loan.until > grant.at)
  const limit = limitOf(rule, world, grant.for, lent)
  const power = { compensate: "compensate", discount: "discount", grant: "resources" } as const
  if (limit?.[power[grant.power]] === undefined) return `${grant.for} may give nothing and gave ${grant.amount}`
  const cases = new Set([grant.case, ...(meta.gathered.linked ?? []).map((one) => one.case)])
  return first(bounds(world, limit, earlier, grant, cases), ([of, most, had]) =>
    most != null && had + grant.amount > most
      ? `${grant.for} gave ${had + grant.amount} in a ${of}, the limit is ${most}`
      : undefined
  )
}

/**
 * Law: without another approver who has enough authority, nobody's grants on all cases exceed their limit in the
 * window, and grants on one case and the cases linked to it do not exceed the limit for a case. It is counted here
 * independently, from the events and the limits in force at each decision.
 */
export const withinAuthority: DeciderLaw = {
  name: "within-authority",
  violation: (decider, history) => {
    const w = run(decider, history)
    const earlier: Grant[] = []
    return first(w.decisions, (decision) =>
      first(decision.step.events, (event) => {
        const { authority, id } = decision.before
        if (event.event === "approved" && authority.approvals.some((one) => one.id === event.id && one.by === event.by))
          return `${event.by} approved their own request`
        const grant = grantOf(id, event)
        if (grant === undefined) return undefined
        const found = over(w, decision, earlier, grant)
        earlier.push(grant)
        return found
      })
    )
  }
}
