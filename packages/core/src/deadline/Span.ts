/** Adds a length of time to an instant as a clock without pauses would, on the calendar of the defaults. */

import type { Instant } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"
import { timeline } from "./Deadline.ts"
import { input, type Setting } from "./Input.ts"

export const add = (setting: Setting, from: Instant, target: Target): Instant => {
  const calendar = setting.policy.bundle.defaultCalendar
  const facts = { startedAt: from, target, calendar, switches: [], extensions: [] }
  return timeline(input(setting, undefined, facts, [])).dueAt ?? Number.POSITIVE_INFINITY
}
