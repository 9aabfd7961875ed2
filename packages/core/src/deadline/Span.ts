import type { Instant } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"
import { type DeadlineSetting, input } from "./Input.ts"
import { reach } from "./Reach.ts"

/** Returns an instant plus a length, as a clock without pauses would count it on the default calendar. */
export const add = (setting: DeadlineSetting, from: Instant, target: Target): Instant => {
  if (target._tag === "Elapsed") return from + target.ms
  const calendar = setting.policy.bundle.defaultCalendar
  const facts = { startedAt: from, target, calendar, switches: [], extensions: [] }
  return reach(input(setting, undefined, facts, []), from, target)
}
