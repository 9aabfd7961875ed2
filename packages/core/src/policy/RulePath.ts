/**
 * Paths of rules in a policy, as people write them: `authority.limits.agent.compensate`. A part of a path that comes
 * from a name may itself have dots in it, so a path is never taken apart from the left.
 */
import type { PolicyPlace, RuleId } from "./Rule.ts"

/** Returns the path of what stands under another. */
export const under = (rule: RuleId, ...keys: readonly string[]): RuleId => [rule, ...keys].join(".")

/** Returns whether a rule is a part of the policy, or stands within it. */
export const isWithin = (rule: RuleId, part: RuleId): boolean => rule === part || rule.startsWith(`${part}.`)

/** Returns the rest of a path within a part of the policy; empty for the part itself. */
export const within = (rule: RuleId, part: RuleId): string => (isWithin(rule, part) ? rule.slice(part.length + 1) : "")

/** Returns the path of what a rule is a key or a row of; undefined for a section of the policy. */
const above = (rule: RuleId): RuleId | undefined => {
  const dot = rule.lastIndexOf(".")
  return dot < 0 ? undefined : rule.slice(0, dot)
}

/** Returns where a rule stands: its own place, else that of the nearest part of its path that has one. */
export const placeOf = (places: Readonly<Record<RuleId, PolicyPlace>>, rule: RuleId): PolicyPlace | undefined => {
  for (let path: RuleId | undefined = rule; path !== undefined; path = above(path))
    if (Object.hasOwn(places, path)) return places[path]
  return undefined
}
