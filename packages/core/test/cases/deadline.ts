import type { Command } from "../../src/case/generated/Command.ts"
import type { ClockWish, Wishes } from "../../src/testing/Build.ts"
import { days, hours, policy } from "../../src/testing/Build.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, submit } from "../../src/testing/Spec.ts"

export const MON = "2026-11-16"
export const TUE = "2026-11-17"
export const WED = "2026-11-18"

export const toldIn = (wish: ClockWish, more: Wishes = {}) =>
  policy({
    only: ["acknowledged", "told"],
    ...more,
    clocks: {
      acknowledged: { gate: "acknowledged", metBy: ["passed:acknowledged"], within: hours(4) },
      told: {
        gate: "told",
        metBy: ["passed:told"],
        within: hours(8),
        pause: { "waiting-on-customer": days(10), "waiting-on-vendor": days(10) },
        ...wish
      },
      ...more.clocks
    }
  })

/** P3 has 8 hours, P2 6, P1 4: by the fact `tier`, which grades, or by a person. */
export const graded = [
  { when: { urgency: "urgent" }, gives: hours(4) },
  { when: { urgency: "important" }, gives: hours(6) },
  { gives: hours(8) }
]
export const opened = (wish: ClockWish = {}, at = `${MON} 09:00`, ticks: "prompt" | "none" = "prompt"): TestDesk => {
  const d = desk(toldIn(wish), ticks)
  d.does(at, "ann", submit({ facts: { slow: true } }))
  return d
}
export const pause = (reason = "waiting-on-customer"): Command => ({ do: "pause", reason })
export const resume: Command = { do: "resume" }
export const tell: Command = { do: "pass", gate: "told", result: "done" }
export const grade = (urgent: boolean): Command => ({ do: "set", facts: { urgent }, reason: "as it turned out" })
