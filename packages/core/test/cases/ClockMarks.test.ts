/** What happens at the marks of clocks: in which order, with which notice, and by which rule. Monday is 2026-11-16. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { clockName } from "../../src/case/track/Timer.ts"
import { load } from "../../src/policy/Policy.ts"
import { bundle, type ClockWish, hours, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, instant, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { defined } from "../../src/value/Optional.ts"
import { analyse, plan } from "./complaint.ts"
import { MON, pause, TUE } from "./deadline.ts"

const opened = (
  clocks: Readonly<Record<string, ClockWish>>,
  ticks: "prompt" | "none" = "prompt",
  more: Wishes = {}
) => {
  const d = desk(policy({ only: ["acknowledged", "told"], ...more, clocks }), ticks)
  d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
  return d
}
const ofClock = (d: TestDesk, event: Parameters<TestDesk["named"]>[0], name = "c") =>
  d.named(event).filter((one) => "clock" in one && one.clock === name)
const due = { _tag: "Due" } as const
const half = { _tag: "Share", percent: 50 } as const
const told: ClockWish = { metBy: ["passed:told"], escalate: [] }
const approve: Command = { do: "compensate", amount: 200, reason: "so late" }

describe("time that is told late", () => {
  it("fires the marks of all clocks in their order, each at its own instant", () => {
    const marked = (length: number) => ({ ...told, within: hours(length), escalate: [] })
    const d = opened({ first: marked(4), second: marked(2), third: marked(3) }, "none")
    d.does(`${TUE} 09:00`, "system:timer", { do: "time" })
    const missed = d.named("clock-missed").flatMap((one) => ("clock" in one ? [[one.clock, one.at]] : []))
    expect(missed.filter(([name]) => ["first", "second", "third"].includes(String(name)))).toEqual([
      ["second", instant(`${MON} 11:00`)],
      ["third", instant(`${MON} 12:00`)],
      ["first", instant(`${MON} 13:00`)]
    ])
  })
})

describe("a mark", () => {
  it("of a reminder has its own rule, and notifies the owner", () => {
    const remind = [
      { at: half, rule: "clocks.c.remind.1" },
      { at: { _tag: "Share", percent: 75 }, rule: "clocks.c.remind.2" }
    ] as const
    const d = opened({ c: { ...told, within: hours(8), remind } })
    d.tick(`${MON} 16:00`)
    expect(ofClock(d, "clock-reminded").map(({ why }) => why)).toEqual(["clocks.c.remind.1", "clocks.c.remind.2"])
    expect(d.letters().filter((one) => one === "reminder to ann")).toHaveLength(2)
  })
  it.each<readonly [urgent: boolean, event: "clock-escalated" | "clock-reminded", why: string]>([
    [true, "clock-escalated", "clocks.c.escalate.1"],
    [false, "clock-reminded", "clocks.other.when"]
  ])("of a step with a condition, which holds: %j, is %s", (urgent, event, why) => {
    const made = bundle({
      only: ["acknowledged", "told"],
      clocks: { c: { ...told, within: hours(2) }, other: { ...told, when: { urgency: "urgent" } } }
    })
    const { when } = made.clocks.find(({ name }) => name === "other") ?? {}
    const step = defined({ at: due, notify: ["director"], rule: "clocks.c.escalate.1", when })
    const clocks = made.clocks.map((one) => (one.name === "c" ? { ...one, escalate: [step] } : one))
    const d = desk(load({ ...made, clocks }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { urgent, slow: !urgent } }))
    d.tick(`${MON} 12:00`)
    const fired = ["clock-escalated", "clock-reminded"] as const
    expect(fired.flatMap((name) => ofClock(d, name))).toMatchObject([{ event, why, mark: "escalate.1" }])
    expect(d.letters().includes("overdue to dora")).toBe(urgent)
  })
  it("that uses up a pause names the reason for which the case still waits, and the clock runs on", () => {
    const d = opened({ c: { ...told, within: hours(8), pause: { "waiting-on-vendor": hours(2) } } })
    d.does(`${MON} 10:00`, "ann", pause("waiting-on-vendor"))
    d.tick(`${MON} 13:00`)
    expect(ofClock(d, "pause-capped")).toMatchObject([
      { at: instant(`${MON} 12:00`), reason: "waiting-on-vendor", dueAt: instant(`${TUE} 11:00`) }
    ])
    expect(d.clock("c").marks.map(({ mark }) => mark._tag)).toEqual(["Due"])
  })
})

describe("the end of", () => {
  it("a window that nothing meets counts as met", () => {
    const d = opened({ c: { metBy: [], within: hours(2), escalate: [] } })
    d.tick(`${MON} 11:00`)
    expect(ofClock(d, "clock-met")).toMatchObject([{ at: instant(`${MON} 11:00`), inTime: true }])
  })
  it("a timer counts as met, and as a miss if somebody owed something", () => {
    const asked = opened({})
    asked.does(`${MON} 10:00`, "ann", approve)
    const { name } = Object.values(asked.case().clocks).find(({ timer }) => timer?._tag === "Approval") ?? {}
    asked.tick(`${MON} 17:00`)
    expect(ofClock(asked, "clock-met", name)).toMatchObject([{ inTime: true }])
    const owed = desk(policy({ only: ["investigated", "prevented"] }))
    owed.does(`${MON} 09:00`, "ann", submit())
    owed.does(`${MON} 10:00`, "ann", analyse)
    owed.does(`${MON} 10:10`, "ann", plan)
    owed.tick("2027-03-01 09:00")
    const named = clockName({ _tag: "Action", gate: "prevented", action: 1 })
    expect([ofClock(owed, "clock-missed", named).length, ofClock(owed, "clock-met", named).length]).toEqual([1, 0])
  })
})
