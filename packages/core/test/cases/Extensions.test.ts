/** Extensions and reopenings, through the decider. Monday is 2026-11-16, office hours 09–17. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import type { ClockWish } from "../../src/testing/Build.ts"
import { dates, days, hours } from "../../src/testing/Build.ts"
import { desk, given, instant, submit } from "../../src/testing/Spec.ts"
import { grade, graded, MON, TUE, tell, toldIn, WED } from "./deadline.ts"

describe("an extension", () => {
  const extend: Command = { do: "extend", clock: "told", reason: "a part is late" }
  const wish: ClockWish = { extend: { times: 1, each: hours(8), approve: ["supervisor"], tell: "delayed" } }
  const given_ = [[submit({ facts: { slow: true } }), `${MON} 09:00`, "ann"]] as const
  it("S10 · is granted before the due, by somebody who may, and the customer is told", () => {
    given(toldIn(wish), ...given_)
      .when(extend, `${MON} 16:00`, "sam")
      .emits(
        { event: "clock-extended", by: "sam", from: instant(`${MON} 17:00`), dueAt: instant(`${TUE} 17:00`) },
        {
          event: "message-queued",
          message: "delayed",
          to: "carl",
          text: "Not by 16 November 2026 at 17:00 because a part is late. Now by 17 November 2026 at 17:00."
        }
      )
  })
  it("S10 · is refused at the due instant or later", () => {
    given(toldIn(wish), ...given_)
      .when(extend, `${MON} 17:00`, "sam")
      .rejects("clock/already-due")
      .without("clock-extended")
    given(toldIn(wish), ...given_)
      .when(extend, `${TUE} 10:00`, "sam")
      .rejects("clock/already-due")
  })
  it("S10 · by somebody who may not is pending with the lowest role that may, and refused if nobody may", () => {
    given(toldIn(wish), ...given_)
      .when(extend, `${MON} 10:00`, "ann")
      .emits({ event: "approval-asked", approval: { from: "supervisor" } })
      .without("clock-extended")
    given(toldIn({ extend: { times: 1, each: hours(8), approve: ["nobody"] } }), ...given_)
      .when(extend, `${MON} 10:00`, "ann")
      .rejects("authority/nobody")
  })
  it("S10 · may be approved by a role without limits of its own", () => {
    given(toldIn({ extend: { times: 1, each: hours(8), approve: ["quality"] } }), ...given_)
      .when(extend, `${MON} 10:00`, "quinn")
      .emits("clock-extended")
  })
  it("S10 · that is approved after the due is refused", () => {
    const d = desk(toldIn(wish))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 16:30`, "ann", extend)
    d.send(`${TUE} 09:10`, "sam", { do: "approve" }).rejects("clock/already-due")
    expect(d.clockState("told")).toBe("missed")
  })
  it("S10 · that nobody answered before the due is asked of nobody else, since it is no longer possible", () => {
    const d = desk(toldIn(wish))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 16:30`, "ann", extend).emits("approval-asked")
    d.tick(`${TUE} 18:00`)
    expect(d.named("approval-asked")).toHaveLength(1)
    expect(d.case().authority.approvals).toEqual([])
  })
  it("SL-4 · to a date ends at its closing time on a clock of working units, at most one extension later", () => {
    const d = desk(
      toldIn({
        ...wish,
        extend: { times: 1, each: days(1), approve: ["supervisor"], tell: "delayed" }
      })
    )
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.send(`${MON} 10:00`, "sam", { ...extend, until: WED }).rejects("clock/too-far")
    d.does(`${MON} 10:00`, "sam", { ...extend, until: TUE })
    expect(d.due("told")).toBe(`${TUE} 17:00`)
  })
  it("S10 · is possible as often as the policy says, and stays after a regrade", () => {
    const d = desk(toldIn({ ...wish, within: graded }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 10:00`, "sam", extend)
    d.send(`${MON} 11:00`, "sam", extend).rejects("clock/extended-enough")
    d.does(`${MON} 12:00`, "ann", grade(true))
    expect(d.due("told")).toBe(`${TUE} 13:00`)
  })
})

describe("reopenings", () => {
  it.each([
    ["resume", `${WED} 12:00`],
    ["restart", "2026-11-19 10:00"],
    ["continue", `${MON} 17:00`]
  ] as const)("R8 · reopened in time, clocks %s", (clocks, due) => {
    const d = desk(
      toldIn(
        { within: hours(8) },
        {
          only: ["acknowledged", "told", "confirmed"],
          reopen: { dissatisfied: { backTo: "told", clocks, within: dates(30) } }
        }
      )
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 15:00`, "ann", tell)
    d.does(`${WED} 10:00`, "carl", { do: "reply", says: "dissatisfied" })
    expect(d.due("told")).toBe(due)
    expect(d.clockState("told")).toBe(clocks === "continue" ? "missed" : "running")
    if (clocks === "continue") expect(d.clock("told").breaches).toMatchObject([{ cause: "reopened" }])
  })
  it("R8 · a clock reopened at the instant of its settling runs on", () => {
    const d = desk(
      toldIn(
        { within: hours(8) },
        {
          only: ["acknowledged", "told", "confirmed"],
          reopen: { dissatisfied: { backTo: "told", clocks: "resume", within: dates(30) } }
        }
      )
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 15:00`, "ann", tell)
    d.does(`${MON} 15:00`, "carl", { do: "reply", says: "dissatisfied" })
    expect([d.clockState("told"), d.due("told")]).toEqual(["running", `${MON} 17:00`])
  })
  it("R8 · a reopening does the same after a settled gate as after a closed loop", () => {
    const d = desk(
      toldIn(
        { within: hours(8) },
        {
          only: ["acknowledged", "told", "confirmed"],
          reopen: { dissatisfied: { backTo: "told", clocks: "resume", within: dates(30) } }
        }
      )
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 15:00`, "ann", tell)
    d.does(`${MON} 15:30`, "carl", { do: "reply", says: "satisfied" })
    expect(d.case().lifecycle.closedAt).toBeDefined()
    d.does(`${WED} 10:00`, "carl", { do: "reply", says: "dissatisfied" })
    expect(d.due("told")).toBe(`${WED} 12:00`)
    expect(d.case().lifecycle.closedAt).toBeUndefined()
  })
})
