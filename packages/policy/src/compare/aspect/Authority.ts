/** Compares limits of authority, separation of duties, and how long records are kept. */
import type { LimitRule } from "../../bundle/Bundle.ts"
import { appears, byKey, fewer, larger, later, more, turned } from "../value/ChangeWeight.ts"
import { type ComparisonFindings, compareValue, compareValues } from "../value/Values.ts"

const ofLimits = byKey({
  "per-case": larger,
  "per-day": larger,
  "per-month": larger,
  "per-year": larger,
  compensate: larger,
  discount: larger,
  resources: larger,
  close: more,
  regrade: more,
  waive: more
})

const ofRules = byKey({
  "approval.within": later,
  apart: fewer,
  publish: appears,
  move: appears,
  erase: appears,
  "publish.by": more,
  "publish.sign-off": fewer,
  "move.by": more,
  "erase.by": more,
  "spot-check.share": turned(larger),
  "spot-check.of": fewer,
  "spot-check": fewer
})

/** Compares the limits of authority of two policies. */
export const compareAuthority = (found: ComparisonFindings): void => {
  const [before, after] = found.joint.bundles.map(({ authority }) => authority)
  if (before === undefined || after === undefined) return
  const roles = new Set([...before.limits, ...after.limits].map(({ role }) => role))
  for (const role of roles) {
    const [one, two] = [before, after].map(({ limits }) => limits.find((limit) => limit.role === role))
    const at = `authority.limits.${role}`
    const about = { aspect: "authority", of: role, at: [at, at], weigh: ofLimits } as const
    compareMoney(found, about, one, two)
    const rest = ({ compensate: _, role: _name, ...others }: LimitRule) => others
    compareValues(found, about, one && rest(one), two && rest(two))
  }
  const about = { aspect: "authority", of: "", at: ["authority", "authority"], weigh: ofRules } as const
  const { limits: _one, ...rest } = before
  const { limits: _two, ...others } = after
  compareValues(found, about, rest, others)
  // If a role may not decide, the next higher role is asked.
  const order = (limits: readonly LimitRule[]) =>
    limits
      .map(({ role }) => role)
      .filter((role) => [before, after].every((each) => each.limits.some((limit) => limit.role === role)))
  const [was, is] = [order(before.limits), order(after.limits)]
  if (was.join("\n") !== is.join("\n")) compareValue(found, about, "levels", was, is)
}

const spans = ["perCase", "perDay", "perMonth", "perYear"] as const
const keys = { perCase: "per-case", perDay: "per-day", perMonth: "per-month", perYear: "per-year" } as const

/**
 * Returns the limit of a period. If a role has limits for other periods, a missing one binds nothing; without any,
 * nothing may be given.
 */
const compareMoney = (
  found: ComparisonFindings,
  about: Parameters<typeof compareValue>[1],
  before: LimitRule | undefined,
  after: LimitRule | undefined
): void => {
  const [one, two] = [before?.compensate, after?.compensate]
  for (const span of spans) {
    if (one?.[span] === undefined && two?.[span] === undefined) continue
    const most = (limit: LimitRule["compensate"]) => (limit === undefined ? undefined : (limit[span] ?? null))
    const at = about.at.map((path) => path && `${path}.compensate`) as unknown as typeof about.at
    compareValue(found, { ...about, at }, keys[span], most(one), most(two))
  }
}

/** Compares how long records are kept. */
export const compareRetention = (found: ComparisonFindings): void => {
  const [before, after] = found.joint.bundles.map(({ retention }) => retention)
  const about = {
    aspect: "retention",
    of: "",
    at: ["retention", "retention"],
    weigh: byKey({ keep: turned(later), from: () => "perhaps-weaker" })
  } as const
  compareValues(found, about, before, after)
}
