/** The parts of a deadline computation: switches, stretches, accounts, and the input from a clock's rule. */
import { describe, expect, it } from "vitest"
import { explain, overrun } from "../../src/deadline/Account.ts"
import { counting, SETTLED, type Switch } from "../../src/deadline/ClockFacts.ts"
import { course, pauses, running } from "../../src/deadline/Course.ts"
import { type DeadlineInput, timeline } from "../../src/deadline/Deadline.ts"
import { input, points } from "../../src/deadline/Input.ts"
import { closingOn, measured, measureOf, pieces, walk, walkBack } from "../../src/deadline/Leg.ts"
import { isAmong, type Mark, named } from "../../src/deadline/Mark.ts"
import type { LoopClock } from "../../src/policy/Policy.ts"
import { policy } from "../../src/testing/Build.ts"
import { HOUR } from "../../src/time/Instant.ts"
import { civil, elapsed, type Target, working, workingDays } from "../../src/time/Target.ts"
import { ALWAYS, at, CN, london, NEVER, NEW_YORK, shanghai, UK } from "../time/sample.ts"

const MON = "2026-11-16"
const clock = (change: Partial<DeadlineInput> = {}): DeadlineInput => ({
  startedAt: at(`${MON} 09:00`),
  target: working(8 * HOUR),
  calendar: UK,
  zone: london,
  firstDay: "excluded",
  ends: "close-of-day",
  roll: "none",
  legs: [],
  switches: [],
  caps: { customer: working(100 * HOUR), vendor: working(100 * HOUR) },
  extensions: [],
  points: [],
  now: at("2027-06-01"),
  ...change
})
const turn = (time: string, reason: string): Switch => ({ at: at(`${MON} ${time}`), reason })

describe("a switch that ends only pauses of some reasons", () => {
  const end = (n: number, ...of: readonly string[]): Switch => ({ at: n, reason: "", of })
  const wait = (n: number, reason: string): Switch => ({ at: n, reason })
  it.each<readonly [string, readonly Switch[], readonly number[]]>([
    ["counts where the case waits for one of them", [wait(1, "a"), end(2, "a", "b")], [1, 2]],
    ["counts for nothing where it waits for another", [wait(1, "c"), end(2, "a", "b")], [1]],
    ["counts for nothing where it does not wait", [end(1, "a"), wait(2, "a")], [2]],
    ["goes by what it waits for last", [wait(1, "a"), wait(2, "c"), end(3, "a"), wait(4, "")], [1, 2, 4]],
    ["goes by what has counted", [wait(1, "a"), end(2, "c"), end(3, "a"), end(4, "a")], [1, 3]],
    ["stands beside others, which all count", [wait(1, "a"), wait(2, ""), wait(3, "a")], [1, 2, 3]]
  ])("%s", (_, switches, counted) => expect(counting(switches).map((one) => one.at)).toEqual(counted))
})

describe("the course of a clock", () => {
  const said = (change: Partial<DeadlineInput>, now = "2027-06-01") => {
    const made = clock(change)
    return course(made, at(now)).map(
      ({ from, to, state, reason }) =>
        `${(from - made.startedAt) / HOUR}-${(to - made.startedAt) / HOUR} ${state} ${reason}`
    )
  }
  it("runs from the start, without a switch", () => {
    expect(said({})).toEqual(["0-Infinity running "])
    expect(pauses(clock())).toEqual([])
  })
  it("waits between two switches, with the reason", () => {
    expect(said({ switches: [turn("10:00", "customer"), turn("12:00", "")] })).toEqual([
      "0-1 running ",
      "1-3 paused customer",
      "3-Infinity running "
    ])
  })
  it("waits without end until its cap, if nothing ends the pause", () => {
    const open = { switches: [turn("10:00", "customer")], caps: { customer: elapsed(2 * HOUR) } }
    expect(said(open, `${MON} 11:59`)).toEqual(["0-1 running ", "1-Infinity paused customer"])
    expect(said(open, `${MON} 12:00`)).toEqual(["0-1 running ", "1-3 paused customer", "3-Infinity capped customer"])
  })
  it("the last of several switches at one instant counts, and a repeated reason is one pause", () => {
    const same = [turn("10:00", "vendor"), turn("10:00", "customer"), turn("11:00", "customer"), turn("12:00", "")]
    expect(said({ switches: same })).toEqual(["0-1 running ", "1-3 paused customer", "3-Infinity running "])
    expect(pauses(clock({ switches: same }))).toEqual([
      { from: at(`${MON} 10:00`), to: at(`${MON} 12:00`), reason: "customer", capAt: null }
    ])
  })
  it("the state before the start holds at it, and so does a switch at the start", () => {
    const before = [turn("07:00", "vendor"), turn("08:00", "customer"), turn("11:00", "")]
    expect(said({ switches: before })).toEqual(["0-2 paused customer", "2-Infinity running "])
    expect(said({ switches: [turn("08:00", "vendor"), turn("09:00", "customer"), turn("11:00", "")] })).toEqual([
      "0-2 paused customer",
      "2-Infinity running "
    ])
    expect(said({ switches: [turn("07:00", "vendor"), turn("08:00", "")] })).toEqual(["0-Infinity running "])
  })
  it("is divided where its calendar changes, and is still paused there", () => {
    const legs = [{ from: at(`${MON} 11:00`), calendar: NEW_YORK }]
    expect(said({ legs, switches: [turn("10:00", "customer"), turn("11:00", "")] })).toEqual([
      "0-1 running ",
      "1-2 paused customer",
      "2-Infinity running "
    ])
    expect(said({ legs, switches: [turn("10:00", "customer"), turn("12:00", "")] })).toEqual([
      "0-1 running ",
      "1-2 paused customer",
      "2-3 paused customer",
      "3-Infinity running "
    ])
  })
  it("a cap that ends with the pause does not cut it, and nothing is left for the next", () => {
    const switches = [turn("10:00", "customer"), turn("12:00", ""), turn("13:00", "customer"), turn("14:00", "")]
    const capped = clock({ switches, caps: { customer: elapsed(2 * HOUR) } })
    expect(pauses(capped).map(({ capAt }) => capAt)).toEqual([null, at(`${MON} 13:00`)])
    expect(running(course(capped, capped.now)).map(({ state }) => state)).toEqual([
      "running",
      "running",
      "capped",
      "running"
    ])
  })
})

describe("the account", () => {
  const told = (change: Partial<DeadlineInput>, until: string) => {
    const made = clock(change)
    return explain(made, at(until)).map(
      ({ from, to, why, reason, counted }) =>
        `${(from - made.startedAt) / HOUR}-${(to - made.startedAt) / HOUR} ${why}${reason === undefined ? "" : ` ${reason}`}${counted ? "" : ", not counted"}`
    )
  }
  it("joins equal intervals across a change of calendars", () => {
    const legs = [{ from: at(`${MON} 20:00`), calendar: UK }]
    expect(told({ legs }, "2026-11-17 10:00")).toEqual(["0-8 open", "8-24 closed, not counted", "24-25 open"])
    expect(told({ legs, target: elapsed(48 * HOUR) }, "2026-11-17 10:00")).toEqual(["0-25 running"])
  })
  it("separates two pauses for different reasons, and ends where it is asked", () => {
    const switches = [turn("10:00", "customer"), turn("11:00", "vendor"), turn("12:00", "")]
    expect(told({ switches }, `${MON} 13:00`)).toEqual([
      "0-1 open",
      "1-2 paused customer, not counted",
      "2-3 paused vendor, not counted",
      "3-4 open"
    ])
    expect(told({ switches }, `${MON} 10:30`)).toEqual(["0-1 open", "1-1.5 paused customer, not counted"])
    expect(told({ switches }, `${MON} 10:00`)).toEqual(["0-1 open"])
    expect(told({ switches }, `${MON} 09:00`)).toEqual([])
  })
  it("has no time past the due of a clock that is never due", () =>
    expect(overrun(clock({ calendar: NEVER }), at("2027-01-01"))).toBe(0))
})

describe("pieces of time", () => {
  const over = pieces(at(`${MON} 09:00`), UK, [
    { from: at(`${MON} 08:00`), calendar: ALWAYS },
    { from: at(`${MON} 12:00`), calendar: NEW_YORK }
  ])
  it("begin at the start, with the calendar in force then", () => {
    expect(over.map(({ from, to, calendar }) => [from, to, calendar.rule.name])).toEqual([
      [at(`${MON} 09:00`), at(`${MON} 12:00`), "247"],
      [at(`${MON} 12:00`), Number.POSITIVE_INFINITY, "New York"]
    ])
    const exact = pieces(at(`${MON} 09:00`), UK, [{ from: at(`${MON} 09:00`), calendar: NEW_YORK }])
    expect(exact.map(({ calendar }) => calendar.rule.name)).toEqual(["New York"])
  })
  it("contain what lies in them, open or passing", () => {
    const [from, to] = [at(`${MON} 10:00`), at(`${MON} 16:00`)]
    expect([measured(over, from, to, "open") / HOUR, measured(over, from, to, "elapsed") / HOUR]).toEqual([4, 6])
    expect(measured(over, to, from, "elapsed")).toBe(0)
  })
  it("are counted forwards and backwards", () => {
    const from = at(`${MON} 10:00`)
    expect(walk(over, from, 2 * HOUR, "open")).toBe(at(`${MON} 12:00`))
    expect(walk(over, from, 3 * HOUR, "open")).toBe(at(`${MON} 15:00`))
    expect(walk(over, from, 3 * HOUR, "elapsed")).toBe(at(`${MON} 13:00`))
    expect(walk(over, from, 0, "open")).toBe(from)
    expect(walk([], from, HOUR, "open")).toBe(Number.POSITIVE_INFINITY)
    const back = at(`${MON} 15:00`)
    expect(walkBack(over, back, HOUR, "open")).toBe(at(`${MON} 14:00`))
    expect(walkBack(over, back, 2 * HOUR, "open")).toBe(at(`${MON} 11:00`))
    expect(walkBack(over, back, 2 * HOUR, "elapsed")).toBe(at(`${MON} 13:00`))
    expect(walkBack(over, back, 3 * HOUR, "elapsed")).toBe(at(`${MON} 12:00`))
    expect(walkBack(over, back, 4 * HOUR, "elapsed")).toBe(at(`${MON} 11:00`))
    expect(walkBack(over, back, 99 * HOUR, "elapsed")).toBe(at(`${MON} 09:00`))
    expect(walkBack(over, at(`${MON} 11:00`), HOUR, "elapsed")).toBe(at(`${MON} 10:00`))
    expect(walkBack([], back, HOUR, "open")).toBe(back)
  })
  it("close a date once, where its hours end", () => {
    const day = Math.floor(at(`${MON} 12:00`) / (24 * HOUR))
    const only = pieces(at(`${MON} 09:00`), UK, [])
    expect(closingOn(only, day, at(`${MON} 16:59`))).toBe(only[0])
    expect(closingOn(only, day, at(`${MON} 17:00`))).toBeUndefined()
    expect(closingOn(only, day + 5, at(`${MON} 09:00`))).toBeUndefined()
    const cut = pieces(at(`${MON} 09:00`), UK, [{ from: at(`${MON} 17:00`), calendar: NEW_YORK }])
    expect(closingOn(cut, day, at(`${MON} 09:00`))?.calendar.rule.name).toBe("UK")
    const earlier = pieces(at(`${MON} 09:00`), UK, [{ from: at(`${MON} 16:59`), calendar: NEW_YORK }])
    expect(closingOn(earlier, day, at(`${MON} 09:00`))?.calendar.rule.name).toBe("New York")
  })
  it.each<readonly [Target, "open" | "elapsed"]>([
    [working(HOUR), "open"],
    [workingDays(1), "open"],
    [elapsed(HOUR), "elapsed"],
    [civil(0, 1), "elapsed"]
  ])("are measured for %j in %s time", (target, measure) => expect(measureOf(target)).toBe(measure))
})

describe("a deadline is provisional", () => {
  const start = { startedAt: at("2026-12-28 09:00", shanghai), calendar: CN, zone: shanghai }
  it.each<readonly [string, Partial<DeadlineInput>, boolean]>([
    ["where working days lead into a year without holidays", { target: workingDays(10) }, true],
    ["not where they end before it", { target: workingDays(2) }, false],
    ["not where dates are only counted", { target: civil(0, 14) }, false],
    ["where dates roll on in it", { target: civil(0, 14), roll: "next" }, true],
    ["where they roll back in it", { target: civil(0, 14), roll: "previous" }, true],
    // The 3rd of January is a Sunday and rolls back to the year before.
    ["where they roll back out of it", { target: civil(0, 6), roll: "previous" }, true],
    ["where what was granted on top is counted in it", { target: civil(0, 14), extensions: [workingDays(1)] }, true],
    [
      "not where a person set the date",
      { target: civil(0, 14), roll: "next", fixed: { dueAt: at("2027-02-01", shanghai), shiftable: false } },
      false
    ],
    ["not where it is never", { target: working(HOUR), calendar: NEVER }, false],
    [
      "where the calendar that it ends in has no holidays, whatever it began in",
      { target: workingDays(10), calendar: UK, legs: [{ from: at("2026-12-29 09:00", shanghai), calendar: CN }] },
      true
    ]
  ])("%s", (_, change, expected) => expect(timeline(clock({ ...start, ...change })).provisional).toBe(expected))
})

describe("the rule of a clock", () => {
  const facts = {
    startedAt: at(`${MON} 09:00`),
    target: civil(0, 2),
    calendar: "office",
    switches: [],
    extensions: [workingDays(1), workingDays(2)]
  }
  const setting = { policy: policy(), now: at(`${MON} 10:00`) }
  const rule = {
    remind: [{ at: { _tag: "Share", percent: 50 } }, { at: { _tag: "Share", percent: 80 } }],
    escalate: [{ at: { _tag: "Due" } }],
    firstDay: "counted",
    ends: "same-time",
    roll: "next",
    pause: { customer: workingDays(3) },
    manual: "shiftable"
  } as unknown as LoopClock

  it("gives the marks, each step by its number", () => {
    expect(points(rule)).toEqual([
      { mark: { _tag: "Reminder", step: 1 }, at: { _tag: "Share", percent: 50 } },
      { mark: { _tag: "Reminder", step: 2 }, at: { _tag: "Share", percent: 80 } },
      { mark: { _tag: "Escalation", step: 1 }, at: { _tag: "Due" } }
    ])
    expect(points(undefined)).toEqual([])
  })
  it("says how dates are read; without it the defaults hold", () => {
    expect(input(setting, rule, facts, [])).toMatchObject({ firstDay: "counted", ends: "same-time", roll: "next" })
    const plain = input(setting, undefined, facts, points(rule))
    expect(plain).toMatchObject({
      firstDay: "excluded",
      ends: "close-of-day",
      roll: "none",
      legs: [],
      now: setting.now
    })
    expect(plain).toMatchObject({ ...facts, calendar: { rule: { name: "office" } }, points: points(rule) })
    expect(plain).not.toHaveProperty("fixed")
  })
  it("says how long each reason may pause it; a settled gate pauses any clock without limit", () => {
    const ages = { _tag: "Elapsed", ms: 1e14 }
    expect(input(setting, rule, facts, []).caps).toEqual({ customer: workingDays(3), [SETTLED]: ages })
    expect(input(setting, undefined, facts, []).caps).toEqual({ settled: ages })
  })
  it("says whether a date that a person set may shift; earlier extensions are part of it", () => {
    const manual = { dueAt: at(`${MON} 15:00`), setAt: at(`${MON} 11:00`), granted: 1 }
    const set = (one: LoopClock | undefined) => input(setting, one, { ...facts, manual }, [])
    expect(set(rule)).toMatchObject({
      fixed: { dueAt: manual.dueAt, setAt: manual.setAt, shiftable: true },
      extensions: [workingDays(2)]
    })
    expect(set({ ...rule, manual: "fixed" } as unknown as LoopClock).fixed?.shiftable).toBe(false)
    expect(set(undefined).fixed?.shiftable).toBe(false)
  })
  it("counts by the calendars of its owners", () => {
    const legs = [{ from: at(`${MON} 12:00`), calendar: "office" }]
    expect(input(setting, rule, { ...facts, legs }, []).legs).toMatchObject([
      { from: at(`${MON} 12:00`), calendar: { rule: { name: "office" } } }
    ])
  })
})

it("marks are compared by content, not by identity", () => {
  const marks: readonly Mark[] = [named("remind.1"), named("due")]
  expect(isAmong(marks, { _tag: "Reminder", step: 1 })).toBe(true)
  expect(isAmong(marks, { _tag: "Due" })).toBe(true)
  for (const other of ["remind.2", "escalate.1", "attempt.1", "remind", "pause-cap", "moon"])
    expect(isAmong(marks, named(other)), other).toBe(false)
  expect(isAmong([], named("due"))).toBe(false)
})
