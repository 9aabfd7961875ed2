/**
 * Paths of rules in a policy, as people write them: `authority.limits.agent.compensate`. A name within a path may
 * contain dots, so a path is never split from the left.
 */
import type { PolicyPlace, RuleId } from "./Rule.ts"

/** Returns the path of a rule under another one. */
export const under = (rule: RuleId, ...keys: readonly string[]): RuleId => [rule, ...keys].join(".")

/** Returns whether a rule is a part of the policy or lies within it. */
export const isWithin = (rule: RuleId, part: RuleId): boolean => rule === part || rule.startsWith(`${part}.`)

/** Returns the rest of a path within a part of the policy; empty for the part itself. */
export const within = (rule: RuleId, part: RuleId): string => (isWithin(rule, part) ? rule.slice(part.length + 1) : "")

/** Returns the path of the rule that has this one as a key or a row; undefined for a section of the policy. */
const above = (rule: RuleId): RuleId | undefined => {
  const dot = rule.lastIndexOf(".")
  return dot < 0 ? undefined : rule.slice(0, dot)
}

/** Returns the place of a rule, or of the nearest rule above it that has a place. */
export const placeOf = (places: Readonly<Record<RuleId, PolicyPlace>>, rule: RuleId): PolicyPlace | undefined => {
  for (let path: RuleId | undefined = rule; path !== undefined; path = above(path))
    if (Object.hasOwn(places, path)) return places[path]
  return undefined
}
