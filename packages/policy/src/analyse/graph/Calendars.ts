/** Compiles the calendars of a policy, each of them once. */
import { Calendar, Zone } from "@hearback/core"
import type { UnhashedBundle } from "../../bundle/Hash.ts"

const known = new WeakMap<UnhashedBundle, Map<string, Calendar.Calendar>>()

/** Returns a compiled calendar by name; undefined if the policy does not have it. */
export const calendarOf = (policy: UnhashedBundle, name: string): Calendar.Calendar | undefined => {
  const compiled = known.get(policy) ?? new Map<string, Calendar.Calendar>()
  known.set(policy, compiled)
  const rule = Object.hasOwn(policy.calendars, name) ? policy.calendars[name] : undefined
  const made = compiled.get(name) ?? (rule && Calendar.compile(rule, policy.zones[rule.zone] ?? Zone.utc))
  if (made !== undefined) compiled.set(name, made)
  return made
}
