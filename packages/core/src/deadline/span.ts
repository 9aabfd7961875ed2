/** Adds a length of time to an instant as a clock without pauses would, on the calendar of the defaults. */

import type { Draft } from "../draft/Draft.ts"
import { input } from "../draft/line.ts"
import type { Instant } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"
import { renderTarget } from "../time/Target.ts"
import { timeline } from "./Deadline.ts"

export const add = (d: Pick<Draft, "policy" | "now">, from: Instant, target: Target): Instant =>
  timeline(
    input(
      d,
      undefined,
      { startedAt: from, target, calendar: d.policy.bundle.defaultCalendar, switches: [], extensions: [] },
      []
    )
  ).dueAt ?? Number.POSITIVE_INFINITY

export const target = renderTarget
