/** Counts whether deadlines of the policy are met. Each run of a clock counts once, when it is met or missed. */

import type { Case, Policy } from "@hearback/core"
import { keyOf } from "../figure/Figures.ts"
import type { MetricName } from "../figure/Metric.ts"
import type { LiveCase } from "../world/Scene.ts"

/** Adds a value, for all cases and for each group of a case. */
export type CountValue = (live: LiveCase, metric: MetricName, about: string, value: number) => void

/** Counts an event of a clock. */
export const observeClock = (live: LiveCase, event: Case.CaseEvent, policy: Policy.Policy, count: CountValue): void => {
  if (event.event !== "clock-met" && event.event !== "clock-missed" && event.event !== "clock-started") return
  const { clock } = event
  if (policy.loops.get(live.state.lifecycle.loop ?? "")?.clocks.has(clock) !== true) return
  if (event.event === "clock-started") live.missed.delete(clock)
  else if (event.event === "clock-missed") {
    if (!live.missed.has(clock)) count(live, "attainment", keyOf("clock", clock), 0)
    live.missed.add(clock)
  } else if (!live.missed.has(clock)) count(live, "attainment", keyOf("clock", clock), event.inTime ? 1 : 0)
}
