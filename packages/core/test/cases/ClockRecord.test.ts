/** How the state of a clock follows from its events: its status, what of it is kept, and when it is due. */
import { describe, expect, it } from "vitest"
import type { ClockEvents, ClockState, ClocksState, DeadlineCause } from "../../src/case/track/Clocks.ts"
import * as Clocks from "../../src/case/track/Clocks.ts"
import { hours } from "../../src/testing/Build.ts"

const target = hours(8)
const line = (dueAt: number | null, ...marks: readonly (readonly [name: string, at: number])[]) => ({
  dueAt,
  marks: marks.map(([name, at]) => ({ name, at })),
  provisional: false
})

/** What happens to the clock `c`, with the instant of each event. */
type Event = {
  readonly [K in keyof ClockEvents]: readonly [event: K, at: number, body: Omit<ClockEvents[K], "clock">]
}[keyof ClockEvents]
const fold = (...events: readonly Event[]): ClocksState =>
  events.reduce<ClocksState>(
    (state, [event, at, body]) =>
      (Clocks.evolve[event] as (s: ClocksState, e: object) => ClocksState)(state, {
        event,
        at,
        why: `why-${at}`,
        clock: "c",
        ...body
      }),
    Clocks.nothing
  )
const clock = (...events: readonly Event[]): ClockState => fold(...events)["c"] as ClockState

const started: Event = [
  "clock-started",
  0,
  { cycle: 1, startedAt: 0, target, calendar: "office", ...line(100, ["remind.1", 50], ["due", 100]) }
]
const missed: Event = ["clock-missed", 100, { dueAt: 100, detectedAt: 101, cause: "elapsed" }]
const refuted: Event = ["miss-refuted", 120, { dueAt: 100 }]
const met = (at: number): Event => ["clock-met", at, { inTime: at < 100 }]
const cancelled: Event = ["clock-cancelled", 60, { reason: "when" }]
const paused: Event = ["clock-paused", 60, { switch: { at: 60, reason: "vendor" }, ...line(null) }]
const moved = (cause: DeadlineCause, dueAt: number | null = 200, more: object = {}): Event => [
  "deadline-moved",
  70,
  { cause, from: 100, target: hours(4), reason: "", ...line(dueAt), ...more }
]
const extended = (more: object = {}): Event => [
  "clock-extended",
  70,
  { by: "sam", target: hours(2), reason: "late", from: 100, ...line(150, ["due", 150]), ...more }
]

describe("the status of a clock", () => {
  it.each<readonly [ReturnType<typeof Clocks.stateOf>, readonly Event[]]>([
    ["not-started", []],
    ["running", [started]],
    ["paused", [started, paused]],
    ["met", [started, met(90)]],
    ["missed", [started, missed]],
    ["met-late", [started, missed, met(110)]],
    ["cancelled", [started, cancelled]],
    ["cancelled", [started, missed, ["clock-cancelled", 110, { reason: "when" }]]],
    ["running", [started, missed, refuted]],
    ["met", [started, missed, met(110), refuted]],
    // The miss was of an earlier deadline.
    ["running", [started, missed, moved("regraded")]],
    ["met", [started, missed, moved("regraded"), met(150)]]
  ])("%s", (state, events) => {
    expect(Clocks.stateOf(fold(...events)["c"])).toBe(state)
  })
  it("an ended clock ignores events of a running one", () => {
    for (const end of [met(90), cancelled])
      for (const later of [paused, missed, extended(), moved("regraded"), cancelled, met(95)])
        expect(fold(started, end, later)).toEqual(fold(started, end))
  })
  it("a clock that was never started ignores events, and has no miss to refute", () => {
    for (const one of [paused, missed, refuted, extended(), met(90), cancelled]) expect(fold(one)).toEqual({})
  })
})

describe("switches", () => {
  it("are sorted by the instant at which they happened; of two at one instant the one recorded last counts", () => {
    const [a, b, c] = [
      { at: 10, reason: "a" },
      { at: 20, reason: "b" },
      { at: 30, reason: "" }
    ]
    expect(Clocks.withSwitch([a, c], b)).toEqual([a, b, c])
    expect(Clocks.withSwitch([a, b], { at: 20, reason: "" })).toEqual([a, { at: 20, reason: "" }])
    expect(Clocks.withSwitch([], b)).toEqual([b])
  })
  it("pause a clock and let it run again, with the deadline that comes with them", () => {
    expect(clock(started, paused)).toMatchObject({ status: "paused", dueAt: null, marks: [] })
    const resumed: Event = ["clock-resumed", 80, { switch: { at: 80, reason: "" }, ...line(120, ["due", 120]) }]
    expect(clock(started, paused, resumed)).toMatchObject({
      status: "running",
      dueAt: 120,
      marks: [{ mark: { _tag: "Due" }, at: 120 }],
      switches: [
        { at: 60, reason: "vendor" },
        { at: 80, reason: "" }
      ]
    })
    // A deadline that a person set does not wait.
    expect(clock(started, ["clock-paused", 60, { switch: { at: 60, reason: "vendor" }, ...line(90) }]).status).toBe(
      "running"
    )
    expect(
      clock(started, paused, ["pause-capped", 80, { reason: "vendor", detectedAt: 80, ...line(130) }])
    ).toMatchObject({
      status: "running",
      dueAt: 130
    })
  })
})

describe("a new run", () => {
  it("begins without passed marks, and keeps earlier misses and who extended the clock", () => {
    const again = clock(started, missed, extended(), met(160), [
      "clock-started",
      300,
      { cycle: 2, startedAt: 300, target, calendar: "office", cause: "reopened", ...line(400) }
    ])
    expect(again).toMatchObject({
      cycle: 2,
      status: "running",
      rule: "why-300",
      fired: [],
      switches: [],
      extensions: [],
      extendedBy: ["sam"],
      breaches: [{ dueAt: 100, detectedAt: 101, cause: "elapsed", refuted: false }],
      setBy: { at: 300, cause: "reopened" }
    })
    expect([again.endedAt, again.manual]).toEqual([undefined, undefined])
  })
  it("is paused only if it takes over a pause", () => {
    const start = (more: object): Event => [
      "clock-started",
      0,
      { cycle: 1, startedAt: 0, target, calendar: "office", ...line(null), ...more }
    ]
    const wait = [{ at: -5, reason: "settled" }]
    expect(clock(start({ switches: wait }))).toMatchObject({ status: "paused", switches: wait })
    // A calendar that never opens has no due either.
    expect(clock(start({}))).toMatchObject({ status: "running", setBy: { at: 0, cause: "elapsed" } })
    expect(clock(start({ switches: wait, ...line(100) })).status).toBe("running")
  })
})

describe("a timer", () => {
  it("is a clock with its purpose, its own marks and, if its owner changed, their calendars", () => {
    const timer = { _tag: "Silence", gate: "confirmed" } as const
    const at = { _tag: "Share", percent: 50 } as const
    const legs = [{ from: 0, calendar: "early" }]
    const points = [{ name: "attempt.2", at }]
    const body = { cycle: 1, startedAt: 0, target, calendar: "office", ...line(100) }
    const state = fold(["clock-started", 0, { ...body, timer, points, legs }])
    expect(state["c"]).toMatchObject({ timer, points: [{ mark: { _tag: "Attempt", step: 2 }, at }], legs })
    expect(Object.keys(clock(["clock-started", 0, body]))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(timer|points|legs|extendedBy)$/)])
    )
  })
})

describe("marks", () => {
  it("are removed when they have passed, and are recorded once", () => {
    const reminded: Event = ["clock-reminded", 50, { mark: "remind.1", detectedAt: 50 }]
    const after = clock(started, reminded, reminded)
    expect([after.marks.map(({ at }) => at), after.fired]).toEqual([[100], [{ _tag: "Reminder", step: 1 }]])
    const escalated: Event = ["clock-escalated", 50, { mark: "escalate.1", detectedAt: 50, told: [] }]
    const before = clock(started, escalated)
    expect(before.fired).toEqual([{ _tag: "Escalation", step: 1 }])
    expect([Clocks.isPastDue(before), Clocks.stateOf(before)]).toEqual([false, "running"])
    expect(clock(started, escalated, missed, refuted).fired).toEqual(before.fired)
    expect(clock(started, escalated, cancelled).marks).toEqual([])
    expect(clock(started, reminded, missed, met(110))).toMatchObject({
      marks: [],
      fired: [{ _tag: "Due" }],
      endedAt: 110
    })
  })
  it("of all clocks give the next due instant: the first mark of a running clock", () => {
    const c = clock(started)
    const d: ClockState = { ...c, name: "d", marks: [{ mark: { _tag: "Due" }, at: 40 }] }
    expect(Clocks.due({ c, d })).toBe(40)
    expect(Clocks.due({ d, c })).toBe(40)
    expect(Clocks.due({ c, d: { ...d, status: "met" } })).toBe(50)
    expect(Clocks.due({ c, d: { ...d, marks: [] } })).toBe(50)
    expect(Clocks.due(fold(started, cancelled))).toBeNull()
    expect(Clocks.due(Clocks.nothing)).toBeNull()
  })
})

describe("a miss", () => {
  it("that is refuted is only that one", () => {
    const later: Event = ["clock-missed", 200, { dueAt: 200, detectedAt: 200, cause: "regraded" }]
    const { breaches, fired } = clock(started, missed, moved("regraded"), later, refuted)
    expect(breaches.map(({ dueAt, refuted: is }) => [dueAt, is])).toEqual([
      [100, true],
      [200, false]
    ])
    expect(fired).toEqual([])
  })
})

describe("a deadline that moves", () => {
  const until: Event = moved("manual", 80, { until: 80, by: "ann" })
  it("has its cause, and is not missed any more unless it stays where it is", () => {
    expect(clock(started, missed, moved("regraded"))).toMatchObject({
      dueAt: 200,
      target: hours(4),
      rule: "why-70",
      fired: [],
      setBy: { at: 70, cause: "regraded" }
    })
    const same = clock(started, missed, moved("calendar", 100))
    expect([same.fired, same.setBy, same.rule]).toEqual([[{ _tag: "Due" }], { at: 0, cause: "elapsed" }, "why-0"])
  })
  it("stays paused during a pause, and runs otherwise", () => {
    expect(clock(started, paused, moved("regraded", null)).status).toBe("paused")
    expect(clock(started, paused, moved("manual", 90, { until: 90, by: "ann" })).status).toBe("running")
    expect(clock(started, moved("calendar", null)).status).toBe("running")
    // It ran on to a deadline that a person had set, while the case waited.
    const manual: Event = ["clock-paused", 60, { switch: { at: 60, reason: "vendor" }, ...line(90) }]
    expect(clock(started, manual, moved("regraded", null)).status).toBe("paused")
    const ended: Event = ["clock-resumed", 65, { switch: { at: 65, reason: "" }, ...line(90) }]
    expect(clock(started, manual, ended, moved("calendar", null)).status).toBe("running")
    expect(clock(started, paused, moved("regraded", null)).setBy).toEqual({ at: 70, cause: "regraded" })
  })
  it("that a person set stays with another owner or calendar, until the policy sets it again", () => {
    const set = { dueAt: 80, setAt: 70, granted: 0 }
    expect(clock(started, until).manual).toEqual(set)
    for (const cause of ["owner", "calendar"] as const)
      expect(clock(started, until, moved(cause)).manual, cause).toEqual(set)
    for (const cause of ["regraded", "policy"] as const)
      expect(clock(started, until, moved(cause)).manual, cause).toBeUndefined()
  })
  it("that a person set includes earlier extensions, so that later ones are added", () => {
    expect(clock(started, extended(), until).manual).toMatchObject({ granted: 1 })
    expect(clock(started, extended({ until: 140 })).manual).toEqual({ dueAt: 140, setAt: 70, granted: 1 })
    expect(clock(started, until, extended()).manual).toMatchObject({ dueAt: 80, granted: 0 })
  })
  it("by an extension records by how much and by whom, each time", () => {
    expect(clock(started, extended(), extended({ by: "dora" }))).toMatchObject({
      dueAt: 150,
      extensions: [hours(2), hours(2)],
      extendedBy: ["sam", "dora"],
      setBy: { at: 70, cause: "extended" }
    })
  })
  it("is kept under another version of the policy, with what that version would give", () => {
    const kept = clock(started, ["clock-kept", 70, { target: hours(4), marks: [{ name: "due", at: 100 }] }])
    expect(kept).toMatchObject({ keeps: hours(4), target, dueAt: 100, marks: [{ mark: { _tag: "Due" }, at: 100 }] })
    const { keeps } = clock(started, ["clock-kept", 70, { target: hours(4), marks: [] }], moved("regraded"))
    expect(keeps).toBeUndefined()
  })
  it("counts by another calendar after a handover", () => {
    const legs = [{ from: 70, calendar: "singapore" }]
    expect(clock(started, moved("owner", 200, { legs, calendar: "office" }))).toMatchObject({
      legs,
      calendar: "office"
    })
    expect(Clocks.factsOf(clock(started, moved("owner", 200, { legs })))).toEqual({
      startedAt: 0,
      target: hours(4),
      calendar: "office",
      switches: [],
      extensions: [],
      legs
    })
  })
})
