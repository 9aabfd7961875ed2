import { describe, expect, it } from "vitest"
import * as Calendar from "../../src/time/Calendar.ts"
import { DAY, HOUR, MINUTE, renderDate, renderInstant, renderIso, weekday } from "../../src/time/Instant.ts"
import type { Shift } from "../../src/time/OpenHours.ts"
import { utc, type Zone } from "../../src/time/Zone.ts"
import {
  ALWAYS,
  at,
  CN,
  calendar,
  everyDay,
  KATHMANDU,
  kathmandu,
  london,
  NEVER,
  NEW_YORK,
  NIGHT,
  newYork,
  odd,
  rule,
  shanghai,
  UK,
  weekdays
} from "./sample.ts"

const plus = (c: Calendar.Calendar, from: string, hours: number, zone: Zone = c.zone) =>
  renderInstant(Calendar.add(c, at(from, zone), hours * HOUR), zone)

describe("calendar arithmetic", () => {
  it("C1 · continues after the weekend with what is left of the day", () => {
    expect(plus(UK, "2026-11-20 16:30", 1)).toBe("2026-11-23 09:30")
  })
  it("C2 · begins to count when the day opens", () => {
    expect(plus(UK, "2026-11-18 07:00", 2)).toBe("2026-11-18 11:00")
  })
  it("C3 · ends at the close, not at the next opening, and after the close counts from the next opening", () => {
    expect(plus(UK, "2026-11-20 16:00", 1)).toBe("2026-11-20 17:00")
    expect(plus(UK, "2026-11-20 17:00", 1)).toBe("2026-11-23 10:00")
  })
  it("C4 · skips Christmas, the weekend and the substitute day", () => {
    expect(plus(UK, "2026-12-24 16:00", 4)).toBe("2026-12-29 12:00")
  })
  it("C5 · skips the lunch break", () => {
    expect(plus(CN, "2026-11-18 11:30", 1)).toBe("2026-11-18 14:00")
    expect(plus(CN, "2026-11-18 12:30", 1)).toBe("2026-11-18 14:30")
  })
  it("C6 · skips the National Day week", () => {
    expect(plus(CN, "2026-09-30 17:00", 8)).toBe("2026-10-08 17:30")
  })
  it("C7 · counts the make-up Saturday", () => {
    expect(plus(CN, "2026-10-09 17:00", 4)).toBe("2026-10-10 12:00")
  })
  it("C8 · counts a night shift on the day on which it starts", () => {
    expect(plus(NIGHT, "2026-11-20 23:00", 8)).toBe("2026-11-23 23:00")
  })
  it("C9 · loses no minute at midnight if it is always open", () => {
    expect(Calendar.add(ALWAYS, at("2026-11-16 23:30"), 2 * HOUR)).toBe(at("2026-11-17 01:30"))
    expect(Calendar.closesAt(ALWAYS, at("2026-11-16 23:30"))).toBe(Number.POSITIVE_INFINITY)
    expect(Calendar.intervals(ALWAYS, at("2026-11-16 23:30"), at("2026-11-19 01:30"))).toHaveLength(1)
  })
  it("ends at the close of the present or the next shift, over blocks of years and closed dates alike", () => {
    expect(Calendar.closesAt(UK, at("2026-12-24 16:00"))).toBe(at("2026-12-24 17:00"))
    expect(Calendar.closesAt(UK, at("2026-12-24 17:00"))).toBe(at("2026-12-29 17:00"))
    expect(Calendar.closesAt(NEVER, at("2026-12-24 17:00"))).toBe(Number.POSITIVE_INFINITY)
    const until = Calendar.compile({ ...ALWAYS.rule, closed: ["2029-03-01"] }, ALWAYS.zone)
    expect(Calendar.closesAt(until, at("2026-11-16 23:30"))).toBe(at("2029-03-01 00:00"))
  })
  it("goes back to the latest instant, over closed time and years; not at all for 0, to the beginning of time without hours", () => {
    const [monday, saturday] = [at("2026-11-23 10:00"), at("2026-11-21 12:00")]
    expect(Calendar.subtract(UK, monday, 2 * HOUR)).toBe(at("2026-11-20 16:00"))
    expect(Calendar.subtract(UK, monday, HOUR)).toBe(at("2026-11-23 09:00"))
    expect(Calendar.subtract(UK, at("2026-11-23 09:00"), HOUR)).toBe(at("2026-11-20 16:00"))
    for (const none of [0, -HOUR]) expect(Calendar.subtract(UK, saturday, none)).toBe(saturday)
    for (const never of [Calendar.subtract(NEVER, monday, 1), Calendar.subtract(UK, monday, Number.POSITIVE_INFINITY)])
      expect(never).toBe(Number.NEGATIVE_INFINITY)
    const old = at("2019-02-04 11:00")
    expect(Calendar.subtract(UK, monday, Calendar.between(UK, old, monday))).toBe(old)
  })
  it("measures nothing backwards, without end where it never ends, and nothing without hours", () => {
    const [from, to] = [at("2026-11-16 10:00"), at("2026-11-16 12:00")]
    const measured = [Calendar.between(UK, to, from), Calendar.between(UK, from, from), Calendar.between(UK, from, to)]
    expect(measured).toEqual([0, 0, 2 * HOUR])
    const ever = [UK, NEVER].map((c) => Calendar.between(c, from, Number.POSITIVE_INFINITY))
    expect(ever).toEqual([Number.POSITIVE_INFINITY, 0])
  })
  it("lists no empty interval of open time", () => {
    expect(Calendar.intervals(UK, at("2026-11-20 17:00"), at("2026-11-23 09:00"))).toEqual([])
    expect(Calendar.intervals(UK, at("2026-11-20 17:00"), at("2026-11-23 10:00"))).toEqual([
      { from: at("2026-11-23 09:00"), to: at("2026-11-23 10:00") }
    ])
  })
  it("C10 · adds real hours while clocks are put forward", () => {
    expect(plus(ALWAYS, "2026-03-29 00:30", 2)).toBe("2026-03-29 03:30")
  })
  it("C11 · adds real hours while clocks are put back", () => {
    const due = Calendar.add(ALWAYS, at("2026-10-25 00:30"), 2 * HOUR)
    expect(renderIso(due)).toBe("2026-10-25T01:30:00.000Z")
    expect(renderInstant(due, london)).toBe("2026-10-25 01:30")
  })
  it("C13 · measures 23 and 25 hours on the days of the change", () => {
    expect(Calendar.between(ALWAYS, at("2026-03-29"), at("2026-03-30"))).toBe(23 * HOUR)
    expect(Calendar.between(ALWAYS, at("2026-10-25"), at("2026-10-26"))).toBe(25 * HOUR)
  })
  it("C14 · keeps local office hours over a change of clocks", () => {
    const due = Calendar.add(NEW_YORK, at("2026-03-06 16:00", newYork), 2 * HOUR)
    expect(renderInstant(due, newYork)).toBe("2026-03-09 10:00")
    expect(renderIso(due)).toBe("2026-03-09T14:00:00.000Z")
  })
  it("C15 · opens at the first instant after a gap", () => {
    const early = calendar("early", london, everyDay([90, 300]))
    const opens = Calendar.nextOpen(early, at("2026-03-29 00:00"))
    expect(renderInstant(opens, london)).toBe("2026-03-29 02:00")
    expect(renderIso(opens)).toBe("2026-03-29T01:00:00.000Z")
    expect(Calendar.between(early, at("2026-03-29"), at("2026-03-30"))).toBe(3 * HOUR)
  })
  it("C15 · closes at the first instant after a gap", () => {
    const late = calendar("late", london, everyDay([0, 90]))
    const [shift] = Calendar.intervals(late, at("2026-03-29"), at("2026-03-30"))
    expect(shift).toEqual({ from: at("2026-03-29 00:00"), to: Date.UTC(2026, 2, 29, 1) })
  })
  it("C15 · opens at the earlier one of two equal local times", () => {
    const early = calendar("early", london, everyDay([90, 300]))
    const [shift] = Calendar.intervals(early, at("2026-10-25"), at("2026-10-26"))
    expect(shift).toEqual({ from: Date.UTC(2026, 9, 25, 0, 30), to: Date.UTC(2026, 9, 25, 5) })
  })
  it("C15 · closes at the earlier one of two equal local times", () => {
    const late = calendar("late", london, everyDay([0, 90]))
    const [shift] = Calendar.intervals(late, at("2026-10-25"), at("2026-10-26"))
    expect(shift).toEqual({ from: Date.UTC(2026, 9, 24, 23), to: Date.UTC(2026, 9, 25, 0, 30) })
  })
  it("C15 · a shift within a gap, and a date that never existed, have no open time", () => {
    const gone = calendar("gone", london, everyDay([65, 110]))
    expect(Calendar.intervals(gone, at("2026-03-29"), at("2026-03-30"))).toEqual([])
    const office = calendar("odd", odd, everyDay([540, 1020]))
    const skipped = Date.UTC(2026, 11, 30) / DAY
    expect(Calendar.hoursOf(office, skipped)).toBeUndefined()
    expect(Calendar.hoursOf(office, skipped - 1)).toBeDefined()
    expect(Calendar.hoursOf(office, skipped + 1)).toBeDefined()
    expect(Calendar.openDate(office, skipped, 1)).toBe(skipped + 1)
  })
  it("C16 · counts in a zone with quarter hours", () => {
    const due = Calendar.add(KATHMANDU, at("2026-11-16 16:30", kathmandu), HOUR)
    expect(renderInstant(due, kathmandu)).toBe("2026-11-17 09:30")
    expect(renderIso(due)).toBe("2026-11-17T03:45:00.000Z")
  })
  it("C17 · answers never without hours, and does not loop", () => {
    const from = at("2026-11-16")
    const empty = calendar("empty", london, weekdays(), { open: ["2026-11-17"] })
    const noLength = calendar("no-length", london, everyDay([540, 540]))
    for (const none of [NEVER, empty, noLength]) {
      expect(Calendar.hasHours(none)).toBe(false)
      expect(Calendar.add(none, from, 1)).toBe(Number.POSITIVE_INFINITY)
      expect(Calendar.add(none, from, 0)).toBe(from)
      expect(Calendar.addDates(none, from, 1, "excluded")).toBe(Number.POSITIVE_INFINITY)
      expect(Calendar.nextOpen(none, from)).toBe(Number.POSITIVE_INFINITY)
      expect(Calendar.between(none, from, from + 900 * DAY)).toBe(0)
      expect(Calendar.intervals(none, from, from + 900 * DAY)).toEqual([])
    }
  })
  it("C18 · measures a past case by the offsets of its own instants", () => {
    const [from, to] = [at("2015-03-27 16:00"), at("2015-03-30 10:00")]
    const measured = Calendar.between(UK, from, to)
    const later: Zone = {
      id: "Europe/London",
      from: [...london.from, at("2062-07-01")],
      offsetMinutes: [...london.offsetMinutes, 120]
    }
    expect(measured).toBe(2 * HOUR)
    expect(Calendar.between(Calendar.compile(UK.rule, later), from, to)).toBe(measured)
  })
  it("C20 · counts the weekly hours of a year without data, and reports it", () => {
    const from = at("2026-12-28 10:00", shanghai)
    const due = Calendar.addDates(CN, from, 10, "excluded")
    expect(renderInstant(due, shanghai)).toBe("2027-01-11 18:00")
    expect(Calendar.isProvisional(CN, from, due)).toBe(true)
    expect(Calendar.isProvisional(CN, from, at("2027-01-01 00:00", shanghai))).toBe(false)
    expect(Calendar.isProvisional(UK, from, due)).toBe(false)
    expect(Calendar.isProvisional(CN, due, due)).toBe(false)
    expect(Calendar.isProvisional(CN, from, Number.POSITIVE_INFINITY)).toBe(false)
    const published = Calendar.compile(
      { ...CN.rule, closed: [...CN.rule.closed, "2027-01-01"], publishedThrough: 2027 },
      shanghai
    )
    const moved = Calendar.addDates(published, from, 10, "excluded")
    expect(renderInstant(moved, shanghai)).toBe("2027-01-12 18:00")
    expect(Calendar.isProvisional(published, from, moved)).toBe(false)
  })
})

describe("dates of a calendar", () => {
  const close = (c: Calendar.Calendar, from: string, n: number, firstDay: "excluded" | "counted" = "excluded") =>
    renderInstant(Calendar.addDates(c, at(from, c.zone), n, firstDay), c.zone)

  it("end at the close of the n-th open date after the start", () => {
    expect(close(UK, "2026-12-24 10:00", 3)).toBe("2026-12-31 17:00")
    expect(close(UK, "2026-12-24 10:00", 15)).toBe("2027-01-19 17:00")
    expect(close(UK, "2026-12-24 10:00", 35)).toBe("2027-02-16 17:00")
    expect(close(CN, "2026-09-30 17:00", 3)).toBe("2026-10-10 18:00")
  })
  it("begin with the start's date if the first day counts", () => {
    expect(close(UK, "2026-11-16 10:00", 1, "counted")).toBe("2026-11-16 17:00")
    expect(close(UK, "2026-11-21 10:00", 2, "counted")).toBe("2026-11-24 17:00")
  })
  it("never count a day that has closed already", () => {
    expect(close(UK, "2026-11-16 18:00", 0)).toBe("2026-11-17 17:00")
    expect(close(UK, "2026-11-16 17:00", 1, "counted")).toBe("2026-11-17 17:00")
    expect(close(UK, "2026-11-16 08:00", 0)).toBe("2026-11-16 17:00")
    expect(close(UK, "2026-11-21 12:00", 0)).toBe("2026-11-23 17:00")
  })
  it("belong, in a night shift, to the day on which it starts", () => {
    expect(close(NIGHT, "2026-11-18 02:00", 1)).toBe("2026-11-19 06:00")
    expect(close(NIGHT, "2026-11-18 02:00", 0)).toBe("2026-11-18 06:00")
    expect(close(NIGHT, "2026-11-18 12:00", 1)).toBe("2026-11-20 06:00")
  })
  /** Friday by day and by night, with a break after midnight; Saturday begins before the night shift ends. */
  const late = calendar("late", london, [
    ...weekdays().slice(0, 4),
    [
      [540, 720],
      [1320, 1500],
      [1560, 1920]
    ],
    [[420, 600]],
    []
  ])
  const date = (time: string) => renderInstant(Calendar.dateOf(late, at(`2026-11-${time}`)) * DAY, utc).slice(8, 10)
  it.each([
    ["20 08:00", "20", "before it opens"],
    ["20 13:00", "20", "between its shifts"],
    ["20 22:00", "20", "as a shift begins"],
    ["21 00:30", "20", "past midnight, in a shift of the day before"],
    ["21 01:00", "21", "past midnight, as that shift ends"],
    ["21 01:30", "21", "past midnight, in no shift"],
    ["21 02:00", "20", "past midnight, in a later shift of the day before"],
    ["21 07:00", "21", "as a shift of its own begins, whatever else is under way"],
    ["21 11:00", "21", "after all"],
    ["22 02:00", "22", "a night after"]
  ])("%s lies on the %s: %s", (time, expected) => expect(date(time)).toBe(expected))
  it("begin at midnight, or where a shift of the day before ends or their own begins within it", () => {
    const begins = (c: Calendar.Calendar, day: string) =>
      renderInstant(Calendar.beginningOf(c, at(day, utc) / DAY), c.zone)
    expect(begins(UK, "2026-11-18")).toBe("2026-11-18 00:00")
    expect(begins(NIGHT, "2026-11-18")).toBe("2026-11-18 06:00")
    expect(begins(NIGHT, "2026-11-21")).toBe("2026-11-21 06:00")
    expect(begins(NIGHT, "2026-11-22")).toBe("2026-11-22 00:00")
    expect(begins(late, "2026-11-21")).toBe("2026-11-21 07:00")
  })
  it("are cached by the thousand, and no more", () => {
    const many = calendar("many", london, everyDay([540, 1020]))
    for (let day = 0; day < 5_000; day++) expect(Calendar.hoursOf(many, day)?.from).toBeDefined()
    expect(many.hours.size).toBeLessThanOrEqual(4_096)
  })
})

describe("an extra open date", () => {
  const saturdays = [...weekdays([540, 720], [780, 1080]).slice(0, 5), [[600, 840]], []] as const
  const half = calendar("half", shanghai, saturdays, { open: ["2026-11-21", "2026-11-22", "2026-11-23"] })
  const day = (date: string) => Calendar.intervals(half, at(date, shanghai), at(date, shanghai) + DAY)

  it("has the hours of its weekday, or of the first weekday with hours", () => {
    expect(day("2026-11-21")).toEqual([
      { from: at("2026-11-21 10:00", shanghai), to: at("2026-11-21 14:00", shanghai) }
    ])
    expect(day("2026-11-22").map(({ from }) => renderInstant(from, shanghai))).toEqual([
      "2026-11-22 09:00",
      "2026-11-22 13:00"
    ])
    expect(day("2026-11-29")).toEqual([])
  })
  it("is closed if it is also a closed date", () => {
    const both = calendar("both", london, everyDay([540, 1020]), { open: ["2026-11-18"], closed: ["2026-11-18"] })
    expect(Calendar.isOpen(both, at("2026-11-18 12:00"))).toBe(false)
  })
})

describe("hours of one date", () => {
  const [morning, afternoon]: readonly [Shift, Shift] = [
    [540, 720],
    [780, 1080]
  ]
  const noon: Shift = [720, 1440]
  const parts = [
    { date: "2026-12-24", is: "closed", shift: noon },
    { date: "2026-12-27", is: "open", shift: [600, 780] },
    { date: "2026-12-28", is: "open", shift: [600, 960] },
    { date: "2026-12-28", is: "closed", shift: [660, 720] },
    { date: "2026-12-29", is: "closed", shift: [0, 1440] }
  ] as const
  const shop = calendar("shop", london, weekdays(morning, afternoon), { parts })
  const hours = (date: string) =>
    Calendar.intervals(shop, at(date), at(date) + DAY).map(
      ({ from, to }) => `${renderInstant(from, london).slice(11)}-${renderInstant(to, london).slice(11)}`
    )

  it("F-C13 · may be closed in the middle of a day, and replace those of its weekday if open", () => {
    expect(["23", "24", "26", "27", "28", "29"].map((day) => hours(`2026-12-${day}`))).toEqual([
      ["09:00-12:00", "13:00-18:00"],
      ["09:00-12:00"],
      [],
      ["10:00-13:00"],
      ["10:00-11:00", "12:00-16:00"],
      []
    ])
  })
  it("F-C13 · make a working day if any are open", () => {
    const close = (from: string) => renderInstant(Calendar.addDates(shop, at(from), 1, "excluded"), london)
    expect(close("2026-12-23 10:00")).toBe("2026-12-24 12:00")
    expect(close("2026-12-28 10:00")).toBe("2026-12-30 18:00")
  })
})

describe("the far past and future", () => {
  it("is counted as exactly as today, without stepping there", () => {
    const from = at("2026-11-16 09:00")
    const century = Calendar.add(UK, from, 174 * 52 * 40 * HOUR)
    expect(Calendar.between(UK, from, century)).toBe(174 * 52 * 40 * HOUR)
    expect(Calendar.isOpen(UK, century - 1)).toBe(true)
    expect(UK.blocks.size).toBeLessThan(100)
    expect(Calendar.between(UK, at("1971-01-04 12:00"), at("1971-01-05 12:00"))).toBe(8 * HOUR)
    expect(Calendar.between(UK, Date.UTC(2199, 11, 30, 12), Date.UTC(2199, 11, 31, 12))).toBe(8 * HOUR)
  })
  it("includes a closed date and a change of clocks far ahead, wherever in a block they lie", () => {
    const [stretch, first] = [366, 70 * 366]
    for (const day of [first, first + 1, first + 200]) {
      const closed = calendar("closed", shanghai, everyDay([540, 1020]), { closed: [renderDate(day)] })
      expect(Calendar.between(closed, (first - stretch) * DAY, (first + stretch) * DAY)).toBe(
        (2 * stretch - 1) * 8 * HOUR
      )
      const forward: Zone = { id: "Forward", from: [0, DAY, day * DAY + HOUR], offsetMinutes: [0, 60, 0, 60] }
      const early = calendar("early", forward, everyDay([0, 180]))
      const midnight = (first + 2 * stretch) * DAY - HOUR
      expect(Calendar.between(early, (first - stretch) * DAY, midnight)).toBe(3 * stretch * 3 * HOUR - HOUR)
    }
  })
  it("has no date that never existed", () => {
    const odd = calendar("odd", london, everyDay([540, 1020]), { closed: ["2026-02-30"], open: ["soon"] })
    const from = at("2026-01-01")
    expect(Calendar.between(odd, from, from + 100 * 364 * DAY)).toBe(100 * 364 * 8 * HOUR)
  })
  it("includes the time before 1970", () => {
    const [night, noon] = [Date.UTC(1968, 11, 31, 3), Date.UTC(1968, 11, 31, 12)]
    expect([Calendar.isOpen(UK, night), Calendar.isOpen(UK, noon)]).toEqual([false, true])
    expect(Calendar.between(UK, night, noon)).toBe(3 * HOUR)
    expect(Calendar.intervals(UK, night, noon)).toEqual([{ from: Date.UTC(1968, 11, 31, 9), to: noon }])
  })
  it("joins overlapping shifts and does not count them twice", () => {
    const two = calendar("two", london, weekdays([540, 900], [840, 1020]))
    expect(Calendar.between(two, at("2026-11-16"), at("2026-11-17"))).toBe(8 * HOUR)
  })
  it("joins a shift over the turn of the year with the next day's", () => {
    const long = Calendar.compile(rule("long", london, everyDay([600, 1560], [60, 180])), london)
    expect(Calendar.between(long, at("2026-12-31 22:00"), at("2027-01-01 04:00"))).toBe(5 * HOUR)
    expect(Calendar.subtract(long, at("2027-01-01 02:00"), 4 * HOUR + MINUTE)).toBe(at("2026-12-31 21:59"))
  })
  it("has no gap where one block of days ends and the next begins", () => {
    const night = calendar("night", utc, everyDay([1200, 1800]))
    const long = calendar("long", utc, everyDay([1380, 2880]))
    for (let day = 0; day < 30_000; day += 366)
      for (const c of [night, long]) {
        const midnight = day * DAY
        expect([Calendar.isOpen(c, midnight - 1), Calendar.isOpen(c, midnight)], renderIso(midnight)).toEqual([
          true,
          true
        ])
        expect(Calendar.between(c, midnight - HOUR, midnight + HOUR)).toBe(2 * HOUR)
        expect(Calendar.intervals(c, midnight - HOUR, midnight + HOUR)).toHaveLength(1)
      }
    const office = calendar("office", utc, weekdays([540, 1020]))
    for (let day = 366; day < 3_000; day += 366) {
      const opens = Calendar.nextOpen(office, day * DAY)
      expect(Calendar.subtract(office, opens + HOUR, HOUR), renderIso(opens)).toBe(opens)
    }
    const once = calendar("once", utc, [[], [], [], [], [[600, 2880]], [], []])
    const saturdays = Array.from({ length: 60 }, (_, i) => i * 366).filter((day) => weekday(day) === 5)
    expect(saturdays.length).toBeGreaterThan(3)
    for (const day of saturdays) expect(Calendar.between(once, day * DAY, (day + 1) * DAY)).toBe(DAY)
  })
})
