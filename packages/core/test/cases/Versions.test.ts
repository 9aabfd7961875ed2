/** Moves to other versions of the policy and to other calendars. Monday is 2026-11-16, office hours 09–17. */
import { describe, expect, it } from "vitest"
import { compare } from "../../src/decide/moveComparison.ts"
import { hours, policy } from "../../src/testing/Build.ts"
import { desk, instant, local, submit } from "../../src/testing/Spec.ts"
import { grade, graded, MON, opened, pause, resume, TUE, tell, toldIn, WED } from "./deadline.ts"

const move = { do: "move-policy", reason: "version 2" } as const
const version = (wish: Parameters<typeof toldIn>[0], more: Parameters<typeof toldIn>[1] = {}) =>
  toldIn(wish, { version: "build-2", ...more })

const office = (...closed: readonly string[]) => ({
  office: {
    name: "office",
    zone: "Europe/London",
    weekly: [...Array.from({ length: 5 }, () => [[540, 1020]] as const), [], []],
    closed,
    open: []
  }
})
const calendars = (...closed: readonly string[]) => toldIn({}, { calendars: office(...closed) })

describe("another version of the policy", () => {
  it("P16 · a clock that the new version does not have is cancelled with that reason, and its timers end", () => {
    const d = opened()
    const under = policy({ only: ["acknowledged", "told"], version: "build-2", clocks: { told: { gate: "told" } } })
    const without = { ...under, loops: new Map(under.loops) }
    const loop = without.loops.get("complaint")
    if (loop === undefined) throw new Error("no loop")
    without.loops.set("complaint", {
      ...loop,
      clocks: new Map([...loop.clocks].filter(([name]) => name !== "told"))
    })
    d.does(`${MON} 10:00`, "sam", move, { under: without }).emits("policy-moved", {
      event: "clock-cancelled",
      clock: "told",
      reason: "policy"
    })
    d.tick(`${WED} 12:00`)
    expect(d.clockState("told")).toBe("cancelled")
    expect(d.named("clock-missed").some((e) => e.event === "clock-missed" && e.clock === "told")).toBe(false)
  })
  it("P16 · it comes back with a version that has it again, from its start, by that version's rule", () => {
    const d = opened({ within: hours(16) })
    const without = toldIn({ when: { urgency: "urgent" } }, { version: "build-2" })
    const loop = without.loops.get("complaint")
    if (loop === undefined) throw new Error("no loop")
    const clocks = new Map([...loop.clocks].filter(([name]) => name !== "told"))
    const under = { ...without, loops: new Map([...without.loops, ["complaint", { ...loop, clocks }]]) }
    d.does(`${MON} 10:00`, "sam", move, { under }).emits({ event: "clock-cancelled", clock: "told", reason: "policy" })
    const again = version({ within: hours(4), calendar: "always" }, { version: "build-3" })
    d.does(`${MON} 11:00`, "sam", move, { under: again }).emits({ event: "clock-started", clock: "told", cycle: 2 })
    expect([local(d.clock("told").startedAt), d.due("told"), d.clock("told").calendar]).toEqual([
      `${MON} 09:00`,
      `${MON} 13:00`,
      "always"
    ])
  })
  it("P17 · a version without clocks switches the policy off: running clocks end, nobody is alerted, history stays", () => {
    const d = opened({}, `${MON} 09:00`)
    d.tick(`${MON} 14:00`)
    const before = d.events().length
    const letters = d.letters().length
    const under = version({})
    const off = {
      ...under,
      loops: new Map([...under.loops].map(([name, loop]) => [name, { ...loop, clocks: new Map() }]))
    }
    d.does(`${MON} 14:00`, "sam", move, { under: off })
    expect(d.clockState("told")).toBe("cancelled")
    expect(d.clock("acknowledged").breaches).toHaveLength(1)
    d.tick("2026-12-16 09:00")
    expect(d.letters()).toHaveLength(letters)
    expect(
      d
        .events()
        .slice(before)
        .map((e) => e.event)
    ).toEqual(["policy-moved", "clock-cancelled", "clock-cancelled", "demands-reduced"])
    expect(d.nextDue()).toBe("never")
  })
  it("P18 · a case keeps its version until it is moved; the move shows each due before and after", () => {
    const was = toldIn({})
    const under = version({ within: hours(4), onNewVersion: "recompute" })
    const d = opened()
    d.tick(`${MON} 10:00`)
    expect(d.due("told")).toBe(`${MON} 17:00`)
    const before = d.case()
    const { step } = d.does(`${MON} 10:00`, "sam", move, { under })
    const change = compare({ policy: was, state: before }, { policy: under, state: step.state })
    expect(change.clocks.map(({ clock, before: b, after }) => [clock, local(b), local(after)])).toEqual([
      ["acknowledged", `${MON} 13:00`, `${MON} 13:00`],
      ["told", `${MON} 17:00`, `${MON} 13:00`]
    ])
    expect([change.demanded, change.notNeeded]).toEqual([[], []])
    expect(d.case().policy).toMatchObject({ content: "build-2" })
    expect(d.named("policy-moved")).toMatchObject([{ from: { content: "build-1" }, by: "sam", reason: "version 2" }])
  })
  it("P18 · a due of the new version in the past is missed at once, because of the policy", () => {
    const d = opened()
    d.does(`${MON} 14:00`, "sam", move, { under: version({ within: hours(4), onNewVersion: "recompute" }) }).emits({
      event: "clock-missed",
      clock: "told",
      cause: "policy"
    })
  })
  it("P18 · a clock that only the new version has counts from its original start, and is late because of the policy", () => {
    const d = opened()
    const extra = { metBy: ["passed:told"], within: hours(1) }
    d.does(`${MON} 12:00`, "sam", move, { under: version({}, { clocks: { extra } }) }).emits(
      { event: "clock-started", clock: "extra", cause: "policy", startedAt: instant(`${MON} 09:00`) },
      { event: "clock-missed", clock: "extra", cause: "policy" }
    )
    for (const started of d.named("clock-started").slice(0, 2)) expect(started).not.toHaveProperty("cause")
  })
  it("P18 · keep, recompute, restart", () => {
    const dueAfter = (onNewVersion: "keep" | "recompute" | "restart") => {
      const d = opened()
      d.does(`${MON} 11:00`, "sam", move, { under: version({ within: hours(6), onNewVersion }) })
      return d.due("told")
    }
    expect([dueAfter("keep"), dueAfter("recompute"), dueAfter("restart")]).toEqual([
      `${MON} 17:00`,
      `${MON} 15:00`,
      `${MON} 17:00`
    ])
    const restarted = opened()
    restarted.does(`${MON} 12:00`, "sam", move, { under: version({ within: hours(6), onNewVersion: "restart" }) })
    expect([restarted.clock("told").cycle, restarted.due("told")]).toEqual([2, `${TUE} 10:00`])
  })
  it("P18 · a kept length stays until a grade of the new version changes it, and pauses still move the due", () => {
    const d = opened({ within: graded })
    const shorter = [{ when: { urgency: "urgent" }, gives: hours(2) }, { gives: hours(5) }]
    d.does(`${MON} 10:00`, "sam", move, { under: version({ within: shorter }) }).emits({
      event: "clock-kept",
      clock: "told",
      target: hours(5)
    })
    expect(d.due("told")).toBe(`${MON} 17:00`)
    d.does(`${MON} 11:00`, "ann", pause())
    d.does(`${MON} 12:00`, "ann", resume)
    expect(d.due("told")).toBe(`${TUE} 10:00`)
    d.does(`${MON} 12:30`, "ann", grade(true)).emits({ event: "deadline-moved", clock: "told", cause: "regraded" })
    // Two hours from nine. The pause began with the due and does not move it.
    expect(d.due("told")).toBe(`${MON} 11:00`)
  })
  it("P18 · closed cases never change, and the same version again changes nothing", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "sam", move, { under: toldIn({}) }).yields()
    d.does(`${MON} 10:10`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 10:20`, "ann", tell)
    d.send(`${MON} 10:30`, "sam", move, { under: version({ within: hours(1) }) }).rejects("case/closed")
  })
  it("gates of the new version only are demanded; gates that it lacks are not needed, and come back with them", () => {
    const d = opened()
    const under = policy({ only: ["acknowledged", "corrected"], version: "build-2" })
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "acknowledged" })
    const before = d.case()
    d.send(`${MON} 10:00`, "sam", move, { under }).rejects("authority/gate-lost")
    const { step } = d.does(`${MON} 10:00`, "dora", move, { under })
    expect(compare({ policy: toldIn({}), state: before }, { policy: under, state: step.state })).toMatchObject({
      demanded: ["corrected"],
      notNeeded: ["told"]
    })
    expect([d.gate("told"), d.gate("corrected")]).toEqual(["not-needed", "open"])
    d.does(`${MON} 11:00`, "dora", move, { under: version({}, { version: "build-3" }) })
    expect([d.gate("told"), d.gate("corrected")]).toEqual(["open", "not-needed"])
    expect(d.clockState("told")).toBe("running")
  })
  it("PO-7 · an owner who moves their case has not begun work by that", () => {
    const d = desk(toldIn({}))
    d.does(`${MON} 09:00`, "channel:mail", submit())
    expect(d.case().ownership).toMatchObject({ owner: "ann", takenUp: false })
    d.does(`${MON} 09:10`, "ann", move, { under: version({}) })
      .emits("policy-moved")
      .without("taken-up")
  })
  it("a move needs a reason", () => {
    const d = opened()
    d.send(`${MON} 10:00`, "sam", { do: "move-policy", reason: " " }, { under: version({}) }).rejects("reason/missing")
    expect(d.case().policy?.content).toBe("build-1")
  })
})

describe("other calendars", () => {
  const moveCalendar = { do: "move-calendar", reason: "the year is published" } as const
  it("P19 · a new holiday of next week moves later dues, with an event; one of last week does so if it was counted", () => {
    const d = opened({ within: hours(16) })
    expect(d.due("told")).toBe(`${TUE} 17:00`)
    const under = toldIn({ within: hours(16) }, { calendars: office(TUE) })
    d.does(`${MON} 10:00`, "system:host", moveCalendar, { under }).emits("calendars-moved", {
      event: "deadline-moved",
      clock: "told",
      cause: "calendar"
    })
    expect(d.due("told")).toBe(`${WED} 17:00`)
    expect(d.case().policy?.calendars).not.toBe("build-1")
  })
  it("P19 · a missed due stays, and closed cases do not change", () => {
    const d = opened()
    d.tick(`${TUE} 09:30`)
    expect(d.clockState("told")).toBe("missed")
    d.does(`${TUE} 10:00`, "system:host", moveCalendar, { under: calendars(MON) }).without("deadline-moved")
    expect(d.due("told")).toBe(`${MON} 17:00`)
    d.does(`${TUE} 10:10`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${TUE} 10:20`, "ann", tell)
    d.send(`${TUE} 10:30`, "system:host", moveCalendar, { under: calendars(WED) }).rejects("case/closed")
  })
  it("P19 · a removed holiday makes the due earlier; a due in the past is then missed because of the calendar", () => {
    const start = toldIn({ within: hours(16) }, { calendars: office(TUE) })
    const d = opened({ within: hours(16) }, `${MON} 09:00`)
    d.does(`${MON} 09:00`, "system:host", moveCalendar, { under: start })
    expect(d.due("told")).toBe(`${WED} 17:00`)
    d.does(`${WED} 09:30`, "system:host", moveCalendar, {
      under: toldIn({ within: hours(16) }, { calendars: office() })
    })
    expect(d.due("told")).toBe(`${TUE} 17:00`)
    expect(d.clock("told").breaches).toMatchObject([{ cause: "calendar" }])
  })
  it("C20 · a provisional due is no longer provisional once its year is published", () => {
    const provisional = { office: { ...office().office, publishedThrough: 2026 } }
    const published = { office: { ...office("2027-01-04").office, publishedThrough: 2027 } }
    const wish = { within: { _tag: "WorkingDays", days: 5 } as const }
    const d = opened(wish, "2026-12-29 09:00")
    d.does("2026-12-29 09:00", "system:host", moveCalendar, { under: toldIn(wish, { calendars: provisional }) })
    expect([d.due("told"), d.clock("told").provisional]).toEqual(["2027-01-05 17:00", true])
    d.does("2026-12-30 09:00", "system:host", moveCalendar, { under: toldIn(wish, { calendars: published }) })
    expect([d.due("told"), d.clock("told").provisional]).toEqual(["2027-01-06 17:00", false])
  })
  it("P19 · the wait for a silent customer follows the calendar, with the remaining attempts", () => {
    const silent = (wishes = {}) => policy({ only: ["acknowledged", "told", "confirmed"], ...wishes })
    const d = desk(silent())
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 09:20`, "ann", tell)
    expect(d.due("silence:confirmed")).toBe("2026-11-30 17:00")
    d.does(`${MON} 10:00`, "system:host", moveCalendar, { under: silent({ calendars: office(WED) }) })
    expect(d.due("silence:confirmed")).toBe("2026-12-01 17:00")
    d.tick("2026-12-02 09:00")
    expect(d.named("attempt-made")).toHaveLength(3)
  })
})
