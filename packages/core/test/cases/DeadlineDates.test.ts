/** Who may move a deadline, how far, and how often. Monday is 2026-11-16, London 09–17. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import type { RefusalReason } from "../../src/case/Refusal.ts"
import { permissions } from "../../src/decide/allowedCommands.ts"
import { situationOf } from "../../src/decide/situation.ts"
import { person } from "../../src/people/Actor.ts"
import type { ClockWish } from "../../src/testing/Build.ts"
import { dates, days, hours, london, people, policy } from "../../src/testing/Build.ts"
import { desk, instant, type SpecStep, submit } from "../../src/testing/Spec.ts"
import type { LoopWish } from "../../src/testing/Wishes.ts"
import { core, world } from "../../src/testing/World.ts"
import { MON, opened, pause, resume, TUE, toldIn, WED } from "./deadline.ts"

const gathered = { people, ledgers: {} }
const week = (from: number, to: number) => [
  ...Array.from({ length: 5 }, () => (from === to ? [] : ([[from * 60, to * 60]] as const))),
  [],
  []
]
const extend = { do: "extend", clock: "told", reason: "a part is late" } as const
const until = (at: string): Command => ({ ...extend, until: at })
const extendable: ClockWish = { extend: { times: 1, each: hours(8), approve: ["supervisor"], tell: "delayed" } }
const reasons = ({ step }: SpecStep): readonly RefusalReason[] => step.refusal?.reasons ?? []

describe("moving a deadline is refused", () => {
  it("of a clock that the loop does not have; the refusal names those that run", () => {
    const d = opened()
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    expect(reasons(d.send(`${MON} 10:00`, "sam", { ...extend, clock: "nosuch" }))).toEqual([
      { code: "clock/unknown", says: { clock: "nosuch", known: ["told"] } }
    ])
  })
  it("of a clock that is met or late, with the rule of the policy", () => {
    const d = opened(extendable)
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    const acknowledged = { ...extend, clock: "acknowledged" }
    expect(reasons(d.send(`${MON} 10:00`, "sam", acknowledged))).toEqual([
      { code: "clock/not-running", rule: "clocks.acknowledged", says: { clock: "acknowledged" } }
    ])
    expect(reasons(d.send(`${TUE} 09:00`, "sam", extend))).toEqual([
      { code: "clock/already-due", rule: "clocks.told", says: { clock: "told" } }
    ])
  })
  it("of any clock if the case has no loop", () => {
    const nobody: LoopWish = { when: { kind: "rating" }, customer: {} }
    const d = desk(policy({ loops: { complaint: nobody } }))
    d.does(`${MON} 09:00`, "ann", submit())
    expect(reasons(d.send(`${MON} 10:00`, "sam", extend))).toEqual([
      { code: "clock/unknown", says: { clock: "told", known: [] } }
    ])
  })
  it("at the due instant, also before the time was told", () => {
    const d = opened(extendable)
    const at = instant(`${MON} 17:00`)
    const viewer = (when: number) => ({ actor: person({ id: "sam", roles: ["supervisor"] }), at: when, gathered })
    const offered = (when: number) =>
      permissions(situationOf(d.world().policy, d.case(), viewer(when))).filter(
        ({ command, clock }) => command === "extend" && clock === "told"
      )
    expect(offered(at - 1)).toMatchObject([{ allowed: true, offered: true }])
    expect(offered(at)).toMatchObject([{ allowed: false, reasons: [{ code: "clock/already-due" }] }])
  })
  it("more often than the policy allows, or without a reason", () => {
    const d = opened(extendable)
    expect(reasons(d.send(`${MON} 10:00`, "sam", { ...extend, reason: " " }))).toEqual([
      { code: "reason/missing", rule: "clocks.told", says: {} }
    ])
    d.does(`${MON} 10:00`, "sam", extend)
    expect(reasons(d.send(`${MON} 11:00`, "sam", extend))).toEqual([
      { code: "clock/extended-enough", rule: "clocks.told", says: { clock: "told", times: 1 } }
    ])
  })
  it("to a text that is not a date, or to a date in the past", () => {
    const d = opened(extendable)
    const refused = (at: string) => reasons(d.send(`${MON} 10:00`, "sam", until(at)))
    expect(refused("soon")).toEqual([
      { code: "clock/no-date", rule: "clocks.told", says: { clock: "told", until: "soon" } }
    ])
    expect(refused(`${MON} 10:00`)).toEqual([
      { code: "clock/date-past", rule: "clocks.told", says: { clock: "told", until: `${MON} 10:00` } }
    ])
  })
})

describe("how far one extension leads", () => {
  const refused = (answer: SpecStep) => reasons(answer).map(({ code, rule, says }) => [code, rule, says["most"]])
  it("to its last instant, and the refusal of a later date names that instant", () => {
    const d = opened(extendable)
    expect(reasons(d.send(`${MON} 10:00`, "sam", until(`${TUE} 17:01`)))).toEqual([
      {
        code: "clock/too-far",
        rule: "clocks.told",
        says: { clock: "told", until: `${TUE} 17:01`, most: `${TUE} 17:00` }
      }
    ])
    d.does(`${MON} 10:00`, "sam", until(`${TUE} 17:00`)).emits({
      event: "clock-extended",
      until: instant(`${TUE} 17:00`)
    })
    expect(d.due("told")).toBe(`${TUE} 17:00`)
  })
  it("by the rule that allows it, if a version of the policy adds one", () => {
    const rule = "clocks.told.extend"
    const d = opened({ extend: { times: 1, each: hours(8), approve: ["supervisor"], rule } })
    expect(refused(d.send(`${MON} 10:00`, "sam", until(WED)))).toEqual([["clock/too-far", rule, `${TUE} 17:00`]])
  })
  it("to the same time of a later day, on a clock that ends at the same time", () => {
    const d = opened({
      within: days(1),
      ends: "same-time",
      extend: { times: 1, each: days(1), approve: ["supervisor"] }
    })
    d.does(`${MON} 10:00`, "sam", extend)
    expect(d.clock("told").dueAt).toBe(instant(`${WED} 09:00`))
  })
  it("while the clock is paused, counted as if the pause ended now", () => {
    const d = opened(extendable)
    d.does(`${MON} 10:00`, "ann", pause())
    // Seven hours are left, and eight more.
    expect(refused(d.send(`${MON} 12:00`, "sam", until(WED)))).toEqual([
      ["clock/too-far", "clocks.told", `${WED} 11:00`]
    ])
    d.does(`${MON} 12:00`, "sam", until(`${TUE} 16:00`)).emits("clock-extended")
    expect(d.due("told")).toBe(`${TUE} 16:00`)
  })
})

describe("a date without a time", () => {
  const due = (wish: ClockWish, day: string): string => {
    const d = opened(wish)
    d.does(`${MON} 10:00`, "ann", until(day))
    return d.due("told")
  }
  it("ends with the working hours of that day if working time counts, else with the day", () => {
    expect(due({ within: hours(80) }, TUE)).toBe(`${TUE} 17:00`)
    expect(due({ within: dates(9) }, TUE)).toBe(`${WED} 00:00`)
    // Nobody works on Saturday.
    expect(due({ within: hours(80) }, "2026-11-21")).toBe("2026-11-22 00:00")
  })
  it("counts by the working hours of the owner", () => {
    const early = { name: "early", zone: london.id, weekly: week(7, 15), closed: [], open: [] }
    const d = desk(toldIn({ calendar: "of-owner", within: days(9) }, { calendars: { early } }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "ann", until(WED))
    expect(d.due("told")).toBe(`${WED} 17:00`)
    d.does(`${MON} 11:00`, "ann", { do: "hand-over", to: "ben", reason: "his hours" })
    d.does(`${MON} 11:10`, "ben", { do: "accept" })
    d.does(`${MON} 12:00`, "ben", until(TUE))
    expect(d.due("told")).toBe(`${TUE} 15:00`)
  })
})

describe("who may set a date", () => {
  it("only the owner may set an earlier date, until the due", () => {
    const d = opened(extendable)
    d.does(`${MON} 10:00`, "ann", until(`${MON} 17:00`)).emits({
      event: "deadline-moved",
      cause: "manual",
      by: "ann",
      reason: "a part is late",
      until: instant(`${MON} 17:00`)
    })
    d.does(`${MON} 10:10`, "ann", until(`${MON} 17:01`)).emits("approval-asked")
  })
  it("while the clock is paused, a date is earlier if it is before the due that would follow from an end of the pause now", () => {
    const d = opened(extendable)
    d.does(`${MON} 10:00`, "ann", pause())
    d.does(`${MON} 12:00`, "ann", until(`${TUE} 11:00`)).emits({ event: "deadline-moved", by: "ann" })
    expect([d.clockState("told"), d.due("told")]).toEqual(["running", `${TUE} 11:00`])
    d.does(`${MON} 13:00`, "ann", resume)
    expect(d.due("told")).toBe(`${TUE} 11:00`)
  })
  it("an earlier date set by the owner uses up no extension", () => {
    const d = opened(extendable)
    d.does(`${MON} 10:00`, "ann", until(`${MON} 15:00`))
    d.does(`${MON} 11:00`, "sam", extend).emits({ event: "clock-extended", from: instant(`${MON} 15:00`) })
    // Eight hours after the promised due.
    expect(d.due("told")).toBe(`${TUE} 15:00`)
    d.does(`${TUE} 10:00`, "ann", until(`${TUE} 12:00`)).emits({ event: "deadline-moved", cause: "manual" })
    expect(d.due("told")).toBe(`${TUE} 12:00`)
  })
  it("the owner also on a clock that would never be due, for which a date is not earlier by itself", () => {
    const never = { name: "never", zone: london.id, weekly: week(9, 9), closed: [], open: [] }
    const idle = (wish: ClockWish) => {
      const d = desk(toldIn({ ...wish, calendar: "never" }, { calendars: { never } }))
      d.does(`${MON} 09:00`, "ann", submit())
      return d
    }
    const d = idle(extendable)
    expect(d.due("told")).toBe("never")
    d.does(`${MON} 10:00`, "ann", until(WED)).emits("deadline-moved")
    expect(d.due("told")).toBe("2026-11-19 00:00")
    idle({}).send(`${MON} 10:00`, "ann", extend).rejects("clock/not-extendable")
    idle(extendable).does(`${MON} 10:00`, "sam", extend).emits("clock-extended")
  })
  it("a person who has one of the roles among others", () => {
    const staff = people.map((one) => (one.id === "ben" ? { ...one, roles: ["agent", "supervisor"] } : one))
    const rules = toldIn(extendable)
    const d = desk(rules, "prompt", world(rules, core, staff))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "ben", extend).emits("clock-extended")
  })
  it("people of the roles that the clock names; nobody if it names none", () => {
    const both = opened({ extend: { times: 1, each: hours(8), approve: ["quality", "supervisor"] } })
    both.does(`${MON} 10:00`, "quinn", extend).emits("clock-extended").without("message-queued")
    expect(reasons(opened().send(`${MON} 10:00`, "sam", { ...extend }))).toEqual([
      { code: "clock/not-extendable", rule: "clocks.told", says: { clock: "told" } }
    ])
  })
})
