/** Regrades and starts of clocks, through the decider. Monday is 2026-11-16, office hours 09–17. */
import { describe, expect, it } from "vitest"
import { elapsedHours, hours, policy } from "../../src/testing/Build.ts"
import { desk, instant, local, submit } from "../../src/testing/Spec.ts"
import { grade, graded, MON, opened, pause, resume, TUE, tell, toldIn, WED } from "./deadline.ts"

describe("regrades", () => {
  it("P12 · a shorter length counts from the start", () => {
    const d = opened({ within: graded })
    d.does(`${MON} 12:00`, "ann", grade(true)).emits({ event: "deadline-moved", clock: "told", cause: "regraded" })
    expect(d.due("told")).toBe(`${MON} 13:00`)
  })
  it("P12 · a shorter length that is already over is missed at once, once", () => {
    const d = opened({ within: graded, remind: [{ at: { _tag: "Share", percent: 50 }, rule: "clocks.told.remind.1" }] })
    d.tick(`${MON} 12:30`)
    const answer = d.does(`${MON} 14:00`, "ann", grade(true)).emits(
      {
        event: "clock-missed",
        clock: "told",
        cause: "regraded",
        dueAt: instant(`${MON} 13:00`),
        detectedAt: instant(`${MON} 14:00`)
      },
      { event: "clock-escalated", clock: "told" }
    )
    answer.without("clock-reminded")
    expect(answer.step.events.filter((e) => e.event === "message-queued" && e.message === "overdue")).toHaveLength(1)
    expect(d.clock("told").breaches).toHaveLength(1)
  })
  it("P13 · pauses count for the new length", () => {
    const d = opened({ within: graded })
    d.does(`${MON} 10:00`, "ann", pause())
    d.does(`${MON} 12:00`, "ann", resume)
    d.does(`${MON} 13:00`, "ann", grade(true))
    expect(d.due("told")).toBe(`${MON} 15:00`)
  })
  it("P14 · a longer length after the miss: the miss stays, and the new due can be missed again", () => {
    const d = opened({ within: graded })
    d.does(`${MON} 09:10`, "ann", grade(true))
    d.tick(`${MON} 14:00`)
    expect(d.clockState("told")).toBe("missed")
    d.does(`${MON} 14:30`, "sam", grade(false))
    expect(d.due("told")).toBe(`${MON} 17:00`)
    expect(d.clockState("told")).toBe("running")
    expect(d.clock("told").breaches).toMatchObject([{ dueAt: instant(`${MON} 13:00`), refuted: false }])
    d.does(`${MON} 16:00`, "ann", tell)
    expect(d.clockState("told")).toBe("met")
    expect(d.clock("told").breaches).toHaveLength(1)
  })
  it("P14 · a clock that keeps its length through a regrade does not move", () => {
    const d = opened({ within: graded, onRegrade: "keep" })
    d.does(`${MON} 10:00`, "ann", grade(true)).without("deadline-moved")
    expect(d.due("told")).toBe(`${MON} 17:00`)
  })
  it("P15 · there and back in five minutes: the due is as before, and no reminder comes twice", () => {
    const remind = [{ at: { _tag: "Share", percent: 50 }, rule: "clocks.told.remind.1" }] as const
    const d = opened({ within: graded, remind })
    d.tick(`${MON} 13:30`)
    d.does(`${MON} 14:00`, "ann", { do: "set", facts: { slow: false }, reason: "sooner" })
    expect(d.due("told")).toBe(`${MON} 15:00`)
    d.does(`${MON} 14:05`, "ann", { do: "set", facts: { slow: true }, reason: "not so" })
    expect(d.due("told")).toBe(`${MON} 17:00`)
    d.tick(`${MON} 16:59`)
    expect(d.named("clock-reminded")).toHaveLength(1)
    const calm = opened({ within: graded, remind })
    calm.does(`${MON} 09:01`, "ann", { do: "set", facts: { slow: false }, reason: "sooner" })
    calm.does(`${MON} 09:05`, "ann", { do: "set", facts: { slow: true }, reason: "not so" })
    calm.tick(`${MON} 16:59`)
    expect(calm.named("clock-reminded").map((e) => local(e.at))).toEqual([`${MON} 13:00`])
  })
  it("P16 · without a target for the new grade the clock is cancelled with its reason, and comes back with a target", () => {
    const d = opened({
      within: [
        { when: { urgency: "routine" }, gives: hours(8) },
        { when: { urgency: "important" }, gives: hours(6) }
      ]
    })
    d.does(`${MON} 10:00`, "ann", grade(true)).emits({ event: "clock-cancelled", clock: "told", reason: "no-target" })
    d.tick(`${TUE} 09:00`)
    expect(d.named("clock-missed").some((e) => e.event === "clock-missed" && e.clock === "told")).toBe(false)
    d.does(`${TUE} 09:00`, "sam", grade(false))
    expect(d.clock("told").breaches).toMatchObject([{ dueAt: instant(`${MON} 17:00`), cause: "regraded" }])
  })
  it("P21 · a reminder at 75% of eight working hours", () => {
    const d = opened({ remind: [{ at: { _tag: "Share", percent: 75 }, rule: "clocks.told.remind.1" }] }, `${MON} 15:00`)
    expect(d.due("told")).toBe(`${TUE} 15:00`)
    d.tick(`${TUE} 14:59`)
    expect(d.named("clock-reminded").map((e) => local(e.at))).toEqual([`${TUE} 13:00`])
    expect(d.letters()).toContain("reminder to ann")
  })
  it("P22 · a step of an escalation one hour before the due is within working hours", () => {
    const before = {
      at: { _tag: "Before", by: elapsedHours(1) },
      notify: ["supervisor"],
      send: "overdue",
      rule: "clocks.told.escalate.1"
    } as const
    const d = opened({ within: hours(3), escalate: [before] }, `${MON} 16:00`)
    expect(d.due("told")).toBe(`${TUE} 11:00`)
    d.tick(`${TUE} 10:59`)
    expect(d.named("clock-escalated").map((e) => local(e.at))).toEqual([`${TUE} 10:00`])
  })
  it("F-D14 · a step before the due is a reminder; from the due on it is overdue", () => {
    const by = hours(1)
    const points = [{ _tag: "Before", by }, { _tag: "Due" }, { _tag: "After", by }] as const
    const escalate = points.map((at, i) => ({ at, notify: ["supervisor"], rule: `clocks.told.escalate.${i + 1}` }))
    const remind = points.map((at, i) => ({ at, rule: `clocks.told.remind.${i + 1}` }))
    const d = opened({ within: hours(2), escalate, remind })
    d.tick(`${MON} 12:30`)
    const told = (to: string) => d.letters().filter((one) => /^(reminder|overdue) to/.test(one) && one.endsWith(to))
    expect(told("sam")).toEqual(["reminder to sam", "overdue to sam", "overdue to sam"])
    expect(told("ann")).toEqual(["reminder to ann", "overdue to ann", "overdue to ann"])
  })
  it("P23 · time told late: every step once, in order, at its own instant", () => {
    const step = (n: number) =>
      ({
        at: { _tag: "After", by: hours(n) },
        notify: ["supervisor"],
        send: "overdue",
        rule: `clocks.told.escalate.${n}`
      }) as const
    const d = opened({ within: hours(2), escalate: [step(1), step(2), step(3)] }, `${MON} 09:00`, "none")
    d.does(`${MON} 17:30`, "system:timer", { do: "time" })
    d.does(`${MON} 17:40`, "system:timer", { do: "time" })
    const fired = d.named("clock-escalated").filter((e) => e.event === "clock-escalated" && e.clock === "told")
    expect(fired.map((e) => local(e.at))).toEqual([`${MON} 12:00`, `${MON} 13:00`, `${MON} 14:00`])
    expect(fired.every((e) => e.event === "clock-escalated" && e.detectedAt === instant(`${MON} 17:30`))).toBe(true)
  })
})

describe("starts", () => {
  it("R16 · said two days before its record: the acknowledgement is late from the start, and marked so", () => {
    const d = desk(toldIn({}))
    d.does(`${WED} 10:00`, "ann", submit(), { said: `${MON} 10:00` })
    expect(d.case().feedback.receipt).toMatchObject({
      receivedAt: instant(`${MON} 10:00`),
      loggedAt: instant(`${WED} 10:00`)
    })
    expect(d.clockState("acknowledged")).toBe("missed")
    expect(d.clock("acknowledged").breaches).toMatchObject([
      { dueAt: instant(`${MON} 14:00`), detectedAt: instant(`${WED} 10:00`) }
    ])
  })
  it("R2 · the next answer counts from the oldest unanswered message", () => {
    const d = desk(
      toldIn(
        {},
        {
          clocks: {
            "next-answer": { from: ["customer-wrote"], metBy: ["answered"], within: hours(2), loop: "complaint" }
          }
        }
      )
    )
    d.does(`${MON} 09:00`, "ann", submit())
    for (const at of ["10:00", "10:05", "10:10"]) d.does(`${MON} ${at}`, "carl", { do: "write", text: "and?" })
    expect(d.due("next-answer")).toBe(`${MON} 12:00`)
    d.does(`${MON} 10:30`, "ann", { do: "write", text: "soon" })
    expect(d.clockState("next-answer")).toBe("met")
    d.tick(`${TUE} 09:00`)
    expect(d.clockState("next-answer")).toBe("met")
  })
  it("R1 · an automatic receipt is a message to the customer, but not an answer", () => {
    const d = desk(
      policy({
        only: ["receipted", "acknowledged", "told"],
        clocks: {
          word: { metBy: ["told-customer"], within: hours(2) },
          answer: { metBy: ["answered"], within: hours(2) }
        }
      })
    )
    d.does(`${MON} 09:00`, "ann", submit())
    expect([d.clockState("word"), d.clockState("answer")]).toEqual(["met", "running"])
    d.does(`${MON} 09:30`, "ann", { do: "write", text: "I am on it" })
    expect(d.clockState("answer")).toBe("met")
  })
  it("a repeating clock is met by a message to the customer and starts again, until the loop closes", () => {
    const d = desk(
      toldIn({}, { clocks: { "keep-informed": { metBy: ["told-customer"], within: hours(8), repeats: true } } })
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 12:00`, "ann", { do: "write", text: "still on it" })
    expect(d.due("keep-informed")).toBe(`${TUE} 12:00`)
    d.does(`${MON} 13:00`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 14:00`, "ann", tell)
    expect(d.clockState("keep-informed")).toBe("cancelled")
    expect(d.nextDue()).toBe("never")
  })
  it("a window that nothing meets ends by itself", () => {
    const d = desk(toldIn({}, { clocks: { window: { metBy: [], within: hours(2), promise: false, escalate: [] } } }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.tick(`${MON} 11:00`)
    expect(d.clockState("window")).toBe("met")
  })
  it("a clock until a date starts when the date is known, ends with that day, and moves with it", () => {
    const d = desk(toldIn({}, { clocks: { promised: { until: "promised-by", metBy: ["passed:told"] } } }))
    d.does(`${MON} 09:00`, "ann", submit())
    expect(d.clockState("promised")).toBe("not-started")
    d.does(`${MON} 10:00`, "ann", { do: "set", facts: { "promised-by": "2026-11-20" } })
    expect(d.due("promised")).toBe("2026-11-21 00:00")
    d.does(`${MON} 11:00`, "ann", { do: "set", facts: { "promised-by": "2026-11-19" } })
    expect(d.due("promised")).toBe("2026-11-20 00:00")
    expect(d.named("deadline-moved")).toHaveLength(1)
  })
  it("a clock whose condition becomes true late counts from its original start, and a due in the past is missed", () => {
    const d = desk(
      toldIn({}, { clocks: { early: { when: { urgency: "urgent" }, metBy: ["passed:told"], within: hours(2) } } })
    )
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    expect(d.clockState("early")).toBe("not-started")
    d.does(`${MON} 12:00`, "ann", grade(true)).emits({ event: "clock-missed", clock: "early", cause: "regraded" })
    d.does(`${MON} 12:10`, "sam", grade(false)).emits({ event: "clock-cancelled", clock: "early", reason: "when" })
    d.does(`${MON} 12:20`, "ann", grade(true))
    expect(d.clock("early").cycle).toBe(2)
  })
})
