import type { Command } from "../../src/case/generated/Command.ts"
import type { ClockWish, Wishes } from "../../src/testing/Build.ts"
import { days, hours, policy } from "../../src/testing/Build.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, submit } from "../../src/testing/Spec.ts"

/** A Monday. */
export const MON = "2026-11-16"
/** The Tuesday after it. */
export const TUE = "2026-11-17"
/** The Wednesday after it. */
export const WED = "2026-11-18"

/** Returns a policy with this clock until the result is told. */
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

/** Lengths by grade: P3 8 hours, P2 6, P1 4. The fact `tier` or a person gives the grade. */
export const graded = [
  { when: { urgency: "urgent" }, gives: hours(4) },
  { when: { urgency: "important" }, gives: hours(6) },
  { gives: hours(8) }
]
/** A complaint whose result is due by this clock. */
export const opened = (wish: ClockWish = {}, at = `${MON} 09:00`, ticks: "prompt" | "none" = "prompt"): TestDesk => {
  const d = desk(toldIn(wish), ticks)
  d.does(at, "ann", submit({ facts: { slow: true } }))
  return d
}
/** Pauses the clocks. */
export const pause = (reason = "waiting-on-customer"): Command => ({ do: "pause", reason })
/** Ends the pause. */
export const resume: Command = { do: "resume" }
/** Tells the customer the result. */
export const tell: Command = { do: "pass", gate: "told", result: "done" }
/** Sets the fact that decides the grade. */
export const grade = (urgent: boolean): Command => ({ do: "set", facts: { urgent }, reason: "as it turned out" })
