import { describe, expect, it } from "vitest"
import { elapsed, explain, overrun } from "../../src/deadline/Account.ts"
import { pauses } from "../../src/deadline/Course.ts"
import { type DeadlineInput, timeline } from "../../src/deadline/Deadline.ts"
import { named, nameOf } from "../../src/deadline/Mark.ts"
import { compile } from "../../src/time/Calendar.ts"
import { HOUR, MINUTE, renderDue, renderInstant } from "../../src/time/Instant.ts"
import {
  type ClockPoint,
  civil,
  elapsed as elapsedTarget,
  type Target,
  working,
  workingDays
} from "../../src/time/Target.ts"
import {
  ALWAYS,
  at,
  CN,
  calendar,
  everyDay,
  london,
  NEVER,
  NIGHT,
  SINGAPORE,
  shanghai,
  singapore,
  UK,
  weekdays
} from "../time/sample.ts"

const eightHours = working(8 * HOUR)
const waiting = { "waiting-on-customer": workingDays(10), "waiting-on-vendor": workingDays(10) }

const clock = (more: Partial<DeadlineInput> = {}): DeadlineInput => ({
  startedAt: at("2026-11-16 09:00"),
  target: eightHours,
  calendar: UK,
  zone: london,
  firstDay: "excluded",
  ends: "close-of-day",
  roll: "none",
  legs: [],
  switches: [],
  caps: waiting,
  extensions: [],
  points: [],
  now: at("2026-12-31"),
  ...more
})

const paused = (...spans: readonly (readonly [from: string, to: string])[]) =>
  spans.flatMap(([from, to]) => [
    { at: at(from), reason: "waiting-on-customer" },
    { at: at(to), reason: "" }
  ])

const due = (more: Partial<DeadlineInput> = {}) => {
  const { dueAt } = timeline(clock(more))
  return dueAt === null ? null : renderDue(dueAt, more.zone ?? london)
}

const mark = (name: string, more: Partial<DeadlineInput>) => {
  const found = timeline(clock(more)).marks.find((one) => nameOf(one.mark) === name)
  return found === undefined ? undefined : renderInstant(found.at, london)
}

const point = (name: string, value: ClockPoint) => ({ mark: named(name), at: value })

describe("a deadline", () => {
  it("C12 · takes 24 hours as time, and a day as a local date", () => {
    const start = { startedAt: at("2026-03-28 12:00"), calendar: ALWAYS, ends: "same-time" as const }
    expect(due({ ...start, target: elapsedTarget(24 * HOUR) })).toBe("2026-03-29 13:00")
    expect(due({ ...start, target: civil(0, 1) })).toBe("2026-03-29 12:00")
  })
  it("C17 · never comes for a calendar without hours", () => {
    for (const target of [eightHours, workingDays(3)])
      for (const extensions of [[], [workingDays(1)], [civil(0, 1)]])
        expect(timeline(clock({ calendar: NEVER, target, extensions }))).toEqual({
          dueAt: null,
          marks: [],
          provisional: false
        })
  })
  it("C20 · is provisional if it depends on a year without holiday data", () => {
    const start = { startedAt: at("2026-12-28 10:00", shanghai), calendar: CN, zone: shanghai }
    const ten = timeline(clock({ ...start, target: workingDays(10) }))
    expect(renderInstant(ten.dueAt ?? 0, shanghai)).toBe("2027-01-11 18:00")
    expect(ten.provisional).toBe(true)
    expect(timeline(clock({ ...start, target: workingDays(2) })).provisional).toBe(false)
    expect(timeline(clock({ ...start, target: civil(0, 30) })).provisional).toBe(false)
    expect(timeline(clock({ ...start, target: civil(0, 30), roll: "next" })).provisional).toBe(true)
    // 2027-01-02 is a Saturday. It rolls back to 12-31 only because 01-01 was not known to be closed.
    expect(timeline(clock({ ...start, target: civil(0, 5), roll: "previous" })).provisional).toBe(true)
  })
  it("S7 · cuts months at the end of a shorter one", () => {
    expect(due({ startedAt: at("2026-08-31 10:00"), target: civil(6, 0) })).toBe("2027-02-28 24:00")
  })
  it("S1 · ends 8 weeks at the close of the day and 3 working days at the calendar's close", () => {
    const startedAt = at("2026-12-24 10:00")
    expect(due({ startedAt, target: civil(0, 56) })).toBe("2027-02-18 24:00")
    expect(due({ startedAt, target: workingDays(3) })).toBe("2026-12-31 17:00")
    expect(due({ startedAt, target: workingDays(15) })).toBe("2027-01-19 17:00")
    expect(due({ startedAt, target: workingDays(35) })).toBe("2027-02-16 17:00")
  })
  it("S5 · does not roll without a rule", () => {
    const start = { startedAt: at("2026-11-20 10:00"), target: civil(0, 30) }
    expect(due(start)).toBe("2026-12-20 24:00")
    expect(due({ ...start, roll: "next" })).toBe("2026-12-21 24:00")
    expect(due({ ...start, roll: "previous" })).toBe("2026-12-18 24:00")
  })
  it("never rolls back before the day on which it began", () => {
    expect(due({ startedAt: at("2026-11-21 10:00"), target: civil(0, 0), roll: "previous" })).toBe("2026-11-23 24:00")
  })
  it("counts the first day if the rule says so", () => {
    expect(due({ target: civil(0, 7), firstDay: "counted" })).toBe("2026-11-22 24:00")
    expect(due({ target: workingDays(2), firstDay: "counted" })).toBe("2026-11-17 17:00")
    expect(due({ target: civil(0, 0), firstDay: "counted" })).toBe("2026-11-16 24:00")
  })
  it("ends the same day, and the same working day, at its close", () => {
    expect(due({ target: civil(0, 0) })).toBe("2026-11-16 24:00")
    expect(due({ target: workingDays(0) })).toBe("2026-11-16 17:00")
    expect(due({ target: civil(0, 0), ends: "same-time" })).toBe("2026-11-16 24:00")
  })
  it("keeps the same time of a working day within that day's hours", () => {
    const same = { target: workingDays(1), ends: "same-time" as const }
    expect(due({ ...same, startedAt: at("2026-11-16 11:20") })).toBe("2026-11-17 11:20")
    expect(due({ ...same, startedAt: at("2026-11-16 19:00") })).toBe("2026-11-17 17:00")
    expect(due({ ...same, startedAt: at("2026-11-16 07:00") })).toBe("2026-11-17 09:00")
  })
  it("adds extensions from the due, dates to the day that it closes", () => {
    expect(due({ target: workingDays(3), extensions: [workingDays(5), workingDays(5)] })).toBe("2026-12-03 17:00")
    expect(due({ target: civil(0, 56), extensions: [civil(0, 28)] })).toBe("2027-02-08 24:00")
    expect(due({ extensions: [working(4 * HOUR)] })).toBe("2026-11-17 13:00")
  })
})

describe("a pause", () => {
  it("P1 · moves the due by the open time it covered", () => {
    expect(due({ switches: paused(["2026-11-16 11:00", "2026-11-16 13:00"]) })).toBe("2026-11-17 11:00")
  })
  it("P2 · in closed time moves nothing", () => {
    const ten = { target: working(10 * HOUR), switches: paused(["2026-11-16 18:00", "2026-11-17 08:00"]) }
    expect(due(ten)).toBe("2026-11-17 11:00")
  })
  it("P3 · over a weekend adds its open hours, not the 72 that passed", () => {
    const friday = { startedAt: at("2026-11-20 10:00"), switches: paused(["2026-11-20 12:00", "2026-11-23 12:00"]) }
    expect(due(friday)).toBe("2026-11-24 10:00")
  })
  it("P3b · adds the same open hours to the close of a working day", () => {
    const friday = { startedAt: at("2026-11-20 10:00"), switches: paused(["2026-11-20 12:00", "2026-11-23 12:00"]) }
    expect(due({ ...friday, target: workingDays(1) })).toBe("2026-11-24 17:00")
  })
  it("P4 · that ends with the case keeps what was counted before", () => {
    const switches = paused(["2026-11-16 10:00", "2026-11-17 12:00"])
    expect(elapsed(clock({ switches }), at("2026-11-17 12:00"))).toBe(HOUR)
  })
  it("P5 · with a changed reason is one pause with two parts", () => {
    const switches = [
      { at: at("2026-11-16 10:00"), reason: "waiting-on-customer" },
      { at: at("2026-11-16 12:00"), reason: "waiting-on-vendor" },
      { at: at("2026-11-16 14:00"), reason: "" }
    ]
    expect(due({ switches })).toBe("2026-11-17 13:00")
    expect(pauses(clock({ switches })).map(({ reason, from, to }) => [reason, (to ?? 0) - from])).toEqual([
      ["waiting-on-customer", 2 * HOUR],
      ["waiting-on-vendor", 2 * HOUR]
    ])
  })
  it("P6 · from the start on stops the clock, and so does one recorded before it", () => {
    for (const from of ["2026-11-16 09:00", "2026-11-16 08:00"]) {
      const switches = [{ at: at(from), reason: "waiting-on-customer" }]
      expect(timeline(clock({ switches, now: at("2026-11-16 12:00") })).dueAt).toBeNull()
      expect(due({ switches: paused([from, "2026-11-16 11:00"]) })).toBe("2026-11-17 11:00")
    }
  })
  it("P7 · after the due moves nothing, and the time past the due does not grow meanwhile", () => {
    const late = clock({ switches: paused(["2026-11-17 10:00", "2026-11-17 12:00"]) })
    expect(timeline(late).dueAt).toBe(at("2026-11-16 17:00"))
    const hours = ["2026-11-16 17:00", "2026-11-17 10:00", "2026-11-17 11:00", "2026-11-17 12:00", "2026-11-17 13:00"]
    expect(hours.map((until) => overrun(late, at(until)) / HOUR)).toEqual([0, 1, 1, 1, 2])
    const open = clock({
      switches: [{ at: at("2026-11-17 10:00"), reason: "waiting-on-customer" }],
      now: at("2026-11-17 16:00")
    })
    expect(timeline(open).dueAt).toBe(at("2026-11-16 17:00"))
    expect(overrun(open, at("2026-11-17 16:00"))).toBe(HOUR)
  })
  it("P8 · that begins with the due does not stop it", () => {
    const switches = [{ at: at("2026-11-16 17:00"), reason: "waiting-on-customer" }]
    expect(due({ switches, now: at("2026-11-16 17:00") })).toBe("2026-11-16 17:00")
    const before = [{ at: at("2026-11-16 17:00") - 1, reason: "waiting-on-customer" }]
    expect(due({ switches: before, now: at("2026-11-16 17:00") })).toBeNull()
  })
  it("P10 · stops only the clocks that list its reason", () => {
    const switches = paused(["2026-11-16 10:00", "2026-11-16 12:00"])
    const startedAt = at("2026-11-16 09:00")
    expect(due({ switches, startedAt, target: working(2 * HOUR), caps: {} })).toBe("2026-11-16 11:00")
    expect(due({ switches, startedAt, target: civil(0, 56), caps: {} })).toBe("2027-01-11 24:00")
    expect(due({ switches, startedAt })).toBe("2026-11-17 11:00")
    expect(due({ switches, startedAt, caps: { "waiting-on-vendor": workingDays(1) } })).toBe("2026-11-16 17:00")
    expect(due({ switches: [{ at: startedAt, reason: "toString" }], caps: {} })).toBe("2026-11-16 17:00")
  })
  it("P11 · moves a deadline that a person set only if that may shift", () => {
    const switches = paused(["2026-11-16 10:00", "2026-11-16 12:00"])
    const dueAt = at("2026-11-17 15:00")
    expect(due({ switches, fixed: { dueAt, shiftable: false } })).toBe("2026-11-17 15:00")
    expect(due({ switches, fixed: { dueAt, shiftable: true } })).toBe("2026-11-17 17:00")
    const open = { switches: switches.slice(0, 1), now: at("2026-11-16 11:00") }
    expect(due({ ...open, fixed: { dueAt, shiftable: false } })).toBe("2026-11-17 15:00")
    expect(due({ ...open, fixed: { dueAt, shiftable: true } })).toBeNull()
  })
  it("P12 · a shorter target counts from the original start", () => {
    expect(due({ target: working(4 * HOUR) })).toBe("2026-11-16 13:00")
  })
  it("P13 · is carried into a shorter target", () => {
    const switches = paused(["2026-11-16 10:00", "2026-11-16 12:00"])
    expect(due({ target: working(4 * HOUR), switches })).toBe("2026-11-16 15:00")
  })
  it("P24 · gives the same due whenever it became known", () => {
    const early = paused(["2026-11-16 10:00", "2026-11-16 11:00"], ["2026-11-16 14:00", "2026-11-16 15:00"])
    expect(due({ switches: early })).toBe("2026-11-17 11:00")
    const twice = [...early, ...early].sort((a, b) => a.at - b.at || a.reason.localeCompare(b.reason))
    expect(due({ switches: twice })).toBe("2026-11-17 11:00")
  })
  it("adds its duration if no calendar counts", () => {
    const switches = paused(["2026-11-20 12:00", "2026-11-23 12:00"])
    const caps = { "waiting-on-customer": civil(0, 14) }
    expect(due({ startedAt: at("2026-11-20 10:00"), target: elapsedTarget(24 * HOUR), switches, caps })).toBe(
      "2026-11-24 10:00"
    )
    expect(due({ startedAt: at("2026-11-20 10:00"), target: civil(0, 7), switches, caps })).toBe("2026-11-30 24:00")
  })
})

describe("a cap", () => {
  const caps = { "waiting-on-customer": working(4 * HOUR) }
  const open = [{ at: at("2026-11-16 10:00"), reason: "waiting-on-customer" }]

  it("ends the pause: before it there is a mark, after it a due", () => {
    const before = timeline(clock({ switches: open, caps, now: at("2026-11-16 12:00") }))
    expect(before).toEqual({
      dueAt: null,
      marks: [{ mark: { _tag: "PauseCap" }, at: at("2026-11-16 14:00") }],
      provisional: false
    })
    const at14 = timeline(clock({ switches: open, caps, now: at("2026-11-16 14:00") }))
    expect(at14).toEqual({
      dueAt: at("2026-11-17 13:00"),
      marks: [{ mark: { _tag: "Due" }, at: at("2026-11-17 13:00") }],
      provisional: false
    })
  })
  it("holds for all pauses of a reason together", () => {
    const switches = paused(["2026-11-16 10:00", "2026-11-16 13:00"], ["2026-11-16 14:00", "2026-11-16 16:00"])
    // Three hours, and then one of the two.
    expect(due({ switches, caps })).toBe("2026-11-17 13:00")
    expect(pauses(clock({ switches, caps })).map(({ capAt }) => capAt)).toEqual([null, at("2026-11-16 15:00")])
    const again = [...switches, ...paused(["2026-11-17 10:00", "2026-11-17 11:00"])]
    expect(due({ switches: again, caps })).toBe("2026-11-17 13:00")
  })
  it("in working days ends at a close, in hours at their end, and each reason has its own", () => {
    const late = { now: at("2026-11-16 12:00"), switches: open }
    const capAt = (cap: Target) => mark("pause-cap", { ...late, caps: { "waiting-on-customer": cap } })
    expect(capAt(workingDays(5))).toBe("2026-11-23 17:00")
    expect(capAt(elapsedTarget(4 * HOUR))).toBe("2026-11-16 14:00")
    expect(capAt(civil(0, 2))).toBe("2026-11-19 00:00")
    const both = [...open, { at: at("2026-11-16 11:00"), reason: "waiting-on-vendor" }]
    const two = { ...caps, "waiting-on-vendor": working(HOUR) }
    expect(mark("pause-cap", { switches: both, caps: two, now: at("2026-11-16 11:30") })).toBe("2026-11-16 12:00")
  })
})

describe("marks", () => {
  it("P21 · a share is of open time on a clock of working units", () => {
    const start = { startedAt: at("2026-11-16 15:00"), points: [point("remind.1", { _tag: "Share", percent: 75 })] }
    expect(mark("remind.1", start)).toBe("2026-11-17 13:00")
    expect(mark("due", start)).toBe("2026-11-17 15:00")
  })
  it("P22 · a step before the due is on the same day", () => {
    const calendarOfTen = calendar("08-18", london, weekdays([480, 1080]))
    const start = { startedAt: at("2026-11-16 17:00"), target: working(4 * HOUR), calendar: calendarOfTen }
    expect(due(start)).toBe("2026-11-17 11:00")
    for (const by of [elapsedTarget(HOUR), working(HOUR)])
      expect(mark("escalate.1", { ...start, points: [point("escalate.1", { _tag: "Before", by })] })).toBe(
        "2026-11-17 10:00"
      )
    const four = [point("escalate.1", { _tag: "Before", by: working(3 * HOUR + 30 * MINUTE) })]
    expect(mark("escalate.1", { ...start, points: four })).toBe("2026-11-16 17:30")
  })
  it("a share excludes pauses, and is of passing time on other clocks", () => {
    const half = [point("remind.1", { _tag: "Share", percent: 50 })]
    const switches = paused(["2026-11-16 11:00", "2026-11-16 13:00"])
    expect(mark("remind.1", { points: half, switches })).toBe("2026-11-16 15:00")
    expect(mark("remind.1", { points: half, target: elapsedTarget(48 * HOUR) })).toBe("2026-11-17 09:00")
  })
  it("are sorted by instant, those before the due first and those after it last", () => {
    const points = [
      point("escalate.2", { _tag: "After", by: working(4 * HOUR) }),
      point("escalate.1", { _tag: "Due" }),
      point("remind.2", { _tag: "Share", percent: 100 }),
      point("remind.1", { _tag: "Before", by: civil(0, 3) })
    ]
    const { marks } = timeline(clock({ points }))
    expect(marks.map(({ mark }) => nameOf(mark))).toEqual(["remind.1", "remind.2", "due", "escalate.1", "escalate.2"])
    // Three days before the due is before the start, so the mark is at the start.
    expect(marks[0]?.at).toBe(at("2026-11-16 09:00"))
    expect(marks[4]?.at).toBe(at("2026-11-17 13:00"))
  })
  it("in dates have the time of day of the due", () => {
    const before = (target: Target, by: Target, more: Partial<DeadlineInput> = {}) =>
      mark("x", { target, points: [point("x", { _tag: "Before", by })], ...more })
    expect(before(civil(0, 56), civil(0, 7))).toBe("2027-01-05 00:00")
    expect(before(civil(0, 56), civil(1, 0))).toBe("2026-12-12 00:00")
    expect(before(workingDays(5), workingDays(1))).toBe("2026-11-20 17:00")
    expect(before(working(26 * HOUR), workingDays(2))).toBe("2026-11-17 11:00")
    const after = mark("x", { target: workingDays(5), points: [point("x", { _tag: "After", by: workingDays(1) })] })
    expect(after).toBe("2026-11-24 17:00")
    const night = { calendar: NIGHT, startedAt: at("2026-11-16 22:00") }
    expect(before(working(26 * HOUR), workingDays(2), night)).toBe("2026-11-18 00:00")
  })
  it("after the due wait while the clock is paused", () => {
    const points = [point("escalate.1", { _tag: "After", by: working(2 * HOUR) })]
    const switches = paused(["2026-11-17 10:00", "2026-11-17 12:00"])
    expect(mark("escalate.1", { points, switches })).toBe("2026-11-17 13:00")
    expect(mark("escalate.1", { points, switches: switches.slice(0, 1), now: at("2026-11-17 11:00") })).toBeUndefined()
  })
})

describe("a calendar that follows the owner", () => {
  const handed = { legs: [{ from: at("2026-11-16 17:00"), calendar: SINGAPORE }], startedAt: at("2026-11-16 16:00") }

  it("P20 · continues in the working hours of the receiver", () => {
    const { dueAt } = timeline(clock({ ...handed, target: working(4 * HOUR) }))
    expect(renderInstant(dueAt ?? 0, singapore)).toBe("2026-11-17 12:00")
    expect(dueAt).toBe(Date.UTC(2026, 10, 17, 4))
    expect(due({ ...handed, legs: [], target: working(4 * HOUR) })).toBe("2026-11-17 12:00")
  })
  it("counts a date by the calendar at its close", () => {
    const days = (n: number, from: string) =>
      timeline(clock({ ...handed, legs: [{ from: at(from), calendar: SINGAPORE }], target: workingDays(n) })).dueAt
    expect(days(1, "2026-11-16 17:00")).toBe(at("2026-11-17 17:00", singapore))
    expect(days(2, "2026-11-17 17:00")).toBe(at("2026-11-18 17:00", singapore))
    expect(days(1, "2026-11-17 17:00")).toBe(at("2026-11-17 17:00"))
  })
  it("is counted backwards and paused across the handover", () => {
    const target = working(4 * HOUR)
    const points = [point("x", { _tag: "Before", by: working(3 * HOUR + 15 * MINUTE) })]
    expect(mark("x", { ...handed, target, points })).toBe("2026-11-16 16:45")
    const switches = paused(["2026-11-16 16:30", "2026-11-17 02:00"])
    const { dueAt } = timeline(clock({ ...handed, target, switches }))
    expect(renderInstant(dueAt ?? 0, singapore)).toBe("2026-11-17 13:30")
  })
})

describe("the account", () => {
  it("names every interval and why it counts", () => {
    const switches = [
      ...paused(["2026-11-16 11:00", "2026-11-16 13:00"]),
      { at: at("2026-11-17 10:00"), reason: "waiting-on-customer" }
    ]
    const caps = { "waiting-on-customer": working(3 * HOUR) }
    const rows = explain(clock({ switches, caps, now: at("2026-11-17 18:00") }), at("2026-11-17 18:00")).map((entry) =>
      [renderInstant(entry.from, london).slice(8), entry.why, entry.counted, entry.reason ?? ""].join(" ").trim()
    )
    expect(rows).toEqual([
      "16 09:00 open true",
      "16 11:00 paused false waiting-on-customer",
      "16 13:00 open true",
      "16 17:00 closed false",
      "17 09:00 open true",
      "17 10:00 paused false waiting-on-customer",
      "17 11:00 capped true waiting-on-customer",
      "17 17:00 closed false"
    ])
  })
  it("C13 · counts 23 and 25 hours on a clock without a calendar", () => {
    const day = (from: string, to: string) =>
      elapsed(clock({ startedAt: at(from), target: elapsedTarget(HOUR) }), at(to))
    expect(day("2026-03-29", "2026-03-30")).toBe(23 * HOUR)
    expect(day("2026-10-25", "2026-10-26")).toBe(25 * HOUR)
  })
  it("C18 · of a past case does not change with a later time-zone table", () => {
    const later = {
      id: london.id,
      from: [...london.from, at("2062-07-01")],
      offsetMinutes: [...london.offsetMinutes, 120]
    }
    const past = { startedAt: at("2015-03-27 16:00"), target: working(2 * HOUR) }
    expect(timeline(clock({ ...past, calendar: compile(UK.rule, later), zone: later }))).toEqual(timeline(clock(past)))
  })
  it("never overlaps and leaves nothing out, also without a calendar", () => {
    const input = clock({ target: elapsedTarget(100 * HOUR), calendar: calendar("all", london, everyDay([0, 1440])) })
    expect(explain(input, at("2026-11-18"))).toEqual([
      { from: at("2026-11-16 09:00"), to: at("2026-11-18"), counted: true, why: "running" }
    ])
  })
})
