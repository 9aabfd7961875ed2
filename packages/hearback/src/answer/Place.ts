/** The place of a rule in the policy. */
import type { Policy } from "@hearback/core"
import { RulePath } from "@hearback/core"

/** A place in a file of the policy. Lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The path of the rule in the policy, such as `authority.limits.agent`. */
  readonly rule: string
}

/** Returns the place of a rule. If it has none, the place of the nearest part of its path that has one. */
export const placeOf = (policy: Policy.Policy, rule: string | undefined): Place | undefined => {
  const place = rule === undefined ? undefined : RulePath.placeOf(policy.bundle.places, rule)
  if (rule === undefined || place === undefined) return undefined
  return { file: place.file, line: place.line, column: place.column, rule }
}

/** Returns the places of rules, without rules that have no place. */
export const placesOf = (policy: Policy.Policy, rules: readonly string[]): readonly Place[] =>
  rules.flatMap((rule) => placeOf(policy, rule) ?? [])
