/** Where a target leads: from a start, forwards from a due, and back from one. Monday is 2026-11-16, London 09–17. */
import { describe, expect, it } from "vitest"
import { type ReachInput, reach, reachBack, reachOn } from "../../src/deadline/Reach.ts"
import { HOUR, renderInstant } from "../../src/time/Instant.ts"
import { civil, elapsed, type Target, working, workingDays } from "../../src/time/Target.ts"
import { ALWAYS, at, CN, london, NEVER, NIGHT, SINGAPORE, shanghai, UK } from "../time/sample.ts"

const MON = "2026-11-16"
const TUE = "2026-11-17"
const input = (more: Partial<ReachInput> = {}): ReachInput => ({
  startedAt: at(`${MON} 10:00`),
  calendar: UK,
  legs: [],
  zone: london,
  firstDay: "excluded",
  ends: "close-of-day",
  roll: "none",
  ...more
})
const local = (instant: number): string => (Number.isFinite(instant) ? renderInstant(instant, london) : "never")
type Row = readonly [what: string, from: string, target: Target, leads: string, more?: Partial<ReachInput>]
const rows = (...all: readonly Row[]) =>
  all.map(([what, from, target, leads, more = {}]) => [what, from, target, leads, more] as const)

const same = { ends: "same-time" } as const
const counted = { firstDay: "counted" } as const

const handed = (from: string, calendar = SINGAPORE) => ({ legs: [{ from: at(from), calendar }] })
const legs = handed(`${TUE} 12:00`)

describe("from a start", () => {
  it.each(
    rows(
      ["hours that pass", `${MON} 16:00`, elapsed(10 * HOUR), `${TUE} 02:00`],
      ["working hours, over the night", `${MON} 16:00`, working(2 * HOUR), `${TUE} 10:00`],
      ["a working day ends with the next one", `${MON} 10:00`, workingDays(1), `${TUE} 17:00`],
      ["also from outside of hours", "2026-11-21 10:00", workingDays(1), "2026-11-23 17:00"],
      ["the day of the start may count", `${MON} 10:00`, workingDays(1), `${MON} 17:00`, counted],
      ["not where it has closed", `${MON} 17:00`, workingDays(1), `${TUE} 17:00`, counted],
      ["no working day is the rest of today", `${MON} 10:00`, workingDays(0), `${MON} 17:00`],
      ["or of the next day, where today is closed", "2026-11-21 10:00", workingDays(0), "2026-11-23 17:00"],
      ["no working day ends with the day whatever the reading", `${MON} 10:00`, workingDays(0), `${MON} 17:00`, same],
      ["weekends and holidays are no working days", "2026-12-24 10:00", workingDays(2), "2026-12-30 17:00"],
      ["a working day to the same time", `${MON} 10:00`, workingDays(1), `${TUE} 10:00`, same],
      ["kept within the hours of the day: before", `${MON} 06:00`, workingDays(1), `${TUE} 09:00`, same],
      ["and after", `${MON} 20:00`, workingDays(1), `${TUE} 17:00`, same],
      [
        "a night shift is the day on which it began",
        `${TUE} 01:00`,
        workingDays(1),
        "2026-11-18 06:00",
        { calendar: NIGHT }
      ],
      ["never, without hours", `${MON} 10:00`, workingDays(1), "never", { calendar: NEVER }],
      ["nor working hours", `${MON} 10:00`, working(1), "never", { calendar: NEVER }],
      ["days end with the day", `${MON} 10:00`, civil(0, 2), "2026-11-19 00:00"],
      ["the day of the start may count", `${MON} 10:00`, civil(0, 2), "2026-11-18 00:00", counted],
      ["days to the same time", `${MON} 10:00`, civil(0, 2), "2026-11-18 10:00", same],
      ["no days are the rest of today", `${MON} 10:00`, civil(0, 0), `${TUE} 00:00`],
      ["whatever the reading", `${MON} 10:00`, civil(0, 0), `${TUE} 00:00`, { ...same, ...counted }],
      ["months are clipped to the shorter one, days come on top", "2027-01-31 10:00", civil(1, 1), "2027-03-02 00:00"],
      ["a closed last day stays", `${MON} 10:00`, civil(0, 5), "2026-11-22 00:00"],
      ["rolls on", `${MON} 10:00`, civil(0, 5), "2026-11-24 00:00", { roll: "next" }],
      ["rolls back", `${MON} 10:00`, civil(0, 5), "2026-11-21 00:00", { roll: "previous" }],
      ["an open one does not roll", `${MON} 10:00`, civil(0, 1), "2026-11-18 00:00", { roll: "next" }],
      [
        "never to before the day of the start",
        "2026-11-21 10:00",
        civil(0, 1),
        "2026-11-24 00:00",
        { roll: "previous" }
      ],
      [
        "not before the day of the start, but to it",
        "2026-11-20 10:00",
        civil(0, 2),
        "2026-11-21 00:00",
        { roll: "previous" }
      ],
      ["a month may count its first day", `${MON} 10:00`, civil(1, 0), "2026-12-16 00:00", counted],
      [
        "rolls by hours that are another's by then",
        "2026-12-21 10:00",
        civil(0, 4),
        "2026-12-26 00:00",
        { roll: "next", ...handed("2026-12-23 00:00") }
      ],
      [
        "and by one's own until then",
        "2026-12-21 10:00",
        civil(0, 4),
        "2026-12-30 00:00",
        { roll: "next", ...handed("2026-12-28 00:00") }
      ],
      [
        "starts on the day of whoever has it by then",
        "2026-11-18 20:00",
        workingDays(1),
        "2026-11-20 09:00",
        { startedAt: at(`${MON} 10:00`), ...legs }
      ],
      [
        "from the very instant of the handover",
        `${TUE} 20:00`,
        workingDays(1),
        "2026-11-19 09:00",
        { startedAt: at(`${MON} 10:00`), ...handed(`${TUE} 20:00`) }
      ],
      [
        "by hours that there are, though later there are none",
        "2026-11-21 10:00",
        workingDays(1),
        "2026-11-23 17:00",
        handed("2026-11-24 12:00", NEVER)
      ],
      ["rolls by the calendar of that time", `${MON} 10:00`, civil(0, 5), "2026-11-24 00:00", { roll: "next", ...legs }]
    )
  )("%s: %s", (_, from, target, leads, more) => {
    const over = input({ startedAt: at(from), ...more })
    expect(local(reach(over, at(from), target, over.firstDay))).toBe(leads)
  })
  it("a day counts by the calendar in force when it closes", () => {
    const over = input(legs)
    expect(local(reach(over, over.startedAt, workingDays(1)))).toBe("2026-11-18 09:00")
    expect(local(reach(over, over.startedAt, workingDays(2)))).toBe("2026-11-19 09:00")
    expect(local(reach(over, over.startedAt, working(11 * HOUR)))).toBe("2026-11-18 02:00")
  })
  it("the first day is left out unless the rule counts it", () => {
    expect(local(reach(input(counted), at(`${MON} 10:00`), workingDays(1)))).toBe(`${TUE} 17:00`)
  })
  it("dates are right where clocks change, and far from the policy's zone", () => {
    expect(local(reach(input(same), at("2027-03-27 12:00"), civil(0, 1)))).toBe("2027-03-28 12:00")
    const china = (from: string, target: Target) => {
      const startedAt = at(from, shanghai)
      return renderInstant(reach(input({ startedAt, calendar: CN, zone: shanghai }), startedAt, target), shanghai)
    }
    expect(china(`${MON} 20:00`, civil(0, 1))).toBe("2026-11-18 00:00")
    expect(china("2026-09-30 10:00", workingDays(1))).toBe("2026-10-08 18:00")
  })
})

describe("forwards from a due", () => {
  it.each(
    rows(
      ["hours that pass", `${MON} 17:00`, elapsed(HOUR), `${MON} 18:00`],
      ["working hours", `${MON} 17:00`, working(HOUR), `${TUE} 10:00`],
      ["a working day, from the day that the due closes", `${MON} 17:00`, workingDays(1), `${TUE} 17:00`],
      ["a day, from the day that the due closes", `${TUE} 00:00`, civil(0, 1), "2026-11-18 00:00"],
      ["a day to the same time, from the due itself", `${TUE} 00:00`, civil(0, 1), "2026-11-18 00:00", same],
      ["a working day to the same time", `${TUE} 11:00`, workingDays(1), "2026-11-18 11:00", same],
      [
        "that of a night which the due closes",
        `${TUE} 06:00`,
        workingDays(1),
        "2026-11-18 06:00",
        { ...same, calendar: NIGHT }
      ]
    )
  )("%s: %s", (_, due, target, leads, more) => {
    const found = reachOn(input(more), at(due), target)
    expect([local(found), found % 60_000]).toEqual([leads, 0])
  })
  it("never stays never", () => {
    expect(reachOn(input(), Number.POSITIVE_INFINITY, civil(0, 1))).toBe(Number.POSITIVE_INFINITY)
  })
})

describe("back from a due", () => {
  it.each(
    rows(
      ["hours that pass", `${TUE} 10:00`, elapsed(12 * HOUR), `${MON} 22:00`],
      ["working hours", `${TUE} 10:00`, working(2 * HOUR), `${MON} 16:00`],
      ["no further than the start", `${TUE} 10:00`, working(80 * HOUR), `${MON} 10:00`],
      ["a working day, at the same reading", `${TUE} 11:00`, workingDays(1), `${MON} 11:00`],
      ["over the weekend", `${MON} 17:00`, workingDays(1), "2026-11-13 17:00"],
      ["several, over a holiday", "2026-12-29 17:00", workingDays(2), "2026-12-23 17:00"],
      ["none at all", `${TUE} 11:00`, workingDays(0), `${TUE} 11:00`],
      ["kept within the hours of the day", `${TUE} 00:00`, workingDays(1), "2026-11-13 17:00"],
      ["days keep the reading on the wall", `${TUE} 11:00`, civil(0, 3), "2026-11-14 11:00"],
      ["what ends with a day belongs to it", "2026-12-01 00:00", civil(1, 0), "2026-10-31 00:00"],
      ["months and days", "2027-03-31 12:00", civil(1, 2), "2027-02-26 12:00"],
      ["by the hours of whoever had the case then", "2026-11-19 08:00", workingDays(1), "2026-11-18 08:00", legs],
      ["by one's own before the handover", `${TUE} 11:00`, workingDays(1), `${MON} 11:00`, legs],
      ["up to its very instant", `${TUE} 12:00`, workingDays(1), `${MON} 12:00`, legs],
      ["to before the start", `${MON} 09:00`, workingDays(1), "2026-11-13 09:00"],
      ["no working day from a closed day is that day", "2026-11-21 11:00", workingDays(0), "2026-11-21 11:00"],
      ["also of a night", "2026-11-18 06:00", workingDays(1), `${TUE} 06:00`, { calendar: NIGHT }],
      ["and where nothing closes", `${TUE} 11:00`, workingDays(1), `${MON} 11:00`, { calendar: ALWAYS }]
    )
  )("%s: %s", (_, due, target, leads, more) => {
    expect(local(reachBack(input(more), at(due), target))).toBe(leads)
  })
})
