import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addMonths,
  civilFromDays,
  DAY,
  daysFromCivil,
  dueDate,
  parseDate,
  parseInstant,
  renderDate,
  renderDue,
  renderInstant,
  renderIso,
  weekday
} from "../../src/time/Instant.ts"
import { toInstant, toLocal, utc, type Zone } from "../../src/time/Zone.ts"
import { london, newYork, odd, shanghai } from "./sample.ts"

const days = fc.integer({ min: daysFromCivil(1600, 1, 1), max: daysFromCivil(9999, 12, 31) })

describe("civil days", () => {
  it("are those of the platform's calendar", () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * DAY)
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
        expect(civilFromDays(day)).toEqual(civil)
        expect(daysFromCivil(civil.year, civil.month, civil.day)).toBe(day)
        expect(weekday(day)).toBe((date.getUTCDay() + 6) % 7)
        expect(renderDate(day)).toBe(date.toISOString().slice(0, 10))
        expect(parseDate(renderDate(day))).toBe(day)
      }),
      { numRuns: 1_000 }
    )
  })
  it("refuse what is no date", () => {
    for (const text of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-01", "20260101", "2026-01-01 "])
      expect(parseDate(text)).toBeUndefined()
    expect(parseDate("2028-02-29")).toBeDefined()
  })
  it("S7 · clip months to the end of a shorter one", () => {
    const plus = (date: string, months: number) => renderDate(addMonths(parseDate(date) ?? 0, months))
    expect(plus("2026-08-31", 6)).toBe("2027-02-28")
    expect(plus("2028-02-29", 12)).toBe("2029-02-28")
    expect(plus("2026-01-31", -2)).toBe("2025-11-30")
    expect(plus("2026-12-15", 1)).toBe("2027-01-15")
  })
})

describe("an instant", () => {
  it("is read with its offset, or in a zone", () => {
    const nine = Date.UTC(2026, 10, 20, 9)
    for (const text of ["2026-11-20T09:00Z", "2026-11-20T17:00:00.000+08:00", "2026-11-20 04:00-0500"])
      expect(parseInstant(text)).toBe(nine)
    for (const text of ["2026-11-20 17:00", "2026-11-20T17:00", "2026-11-20T17:00:00"])
      expect(parseInstant(text, shanghai)).toBe(nine)
    expect(parseInstant("2026-11-20", shanghai)).toBe(Date.UTC(2026, 10, 19, 16))
    expect(parseInstant("2026-11-20 24:00", shanghai)).toBe(Date.UTC(2026, 10, 20, 16))
    expect(parseInstant("2026-11-20T09:00:00.1239Z")).toBe(nine + 123)
  })
  it("is refused without an offset where no zone is given, and when there is no such reading", () => {
    const wrong = ["2026-11-20 09:00", "2026-11-20", "2026-11-31T09:00Z", "2026-11-20T25:00Z", "2026-11-20T24:01Z"]
    for (const text of [...wrong, "2026-11-20T09:60Z", "2026-11-20T9:00Z", "20 Nov 2026", "", "2026-11-20T09:00+25:00"])
      expect(parseInstant(text)).toBeUndefined()
    expect(parseInstant("2026-11-20 9:00", shanghai)).toBeUndefined()
  })
  it("is written as the platform writes it, and read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e13 }), (at) => {
        expect(renderIso(at)).toBe(new Date(at).toISOString())
        expect(parseInstant(renderIso(at))).toBe(at)
      })
    )
    expect(renderInstant(Date.UTC(2026, 10, 16, 6, 40, 59), shanghai)).toBe("2026-11-16 14:40")
  })
  it("that ends a day is due on that day", () => {
    const midnight = toInstant(daysFromCivil(2027, 2, 19) * DAY, london)
    expect(renderDue(midnight, london)).toBe("2027-02-18 24:00")
    expect(dueDate(midnight, london)).toBe("2027-02-18")
    expect(renderDue(midnight + 60_000, london)).toBe("2027-02-19 00:01")
    expect(dueDate(midnight + 60_000, london)).toBe("2027-02-19")
  })
})

describe("a zone", () => {
  const anywhere = fc.integer({ min: Date.UTC(2007, 0, 1), max: Date.UTC(2059, 0, 1) })
  const zones = fc.constantFrom<Zone>(london, newYork, odd, shanghai, utc)
  const gap = Date.UTC(2026, 2, 29, 1)
  const fold = Date.UTC(2026, 9, 25, 1)

  it("reads the wall as the platform does", () => {
    const wall = (zone: Zone) =>
      new Intl.DateTimeFormat("en-CA", { timeZone: zone.id, hourCycle: "h23", dateStyle: "short", timeStyle: "medium" })
    const walls = [london, newYork, shanghai].map((zone) => ({ zone, shows: wall(zone) }))
    fc.assert(
      fc.property(
        fc.constantFrom(...walls),
        fc.oneof(anywhere, fc.integer({ min: gap - DAY, max: gap + DAY })),
        (one, at) => {
          const local = new Date(toLocal(at - (at % 1000), one.zone)).toISOString().slice(0, 19)
          expect(local.replace("T", ", ")).toBe(one.shows.format(at))
        }
      ),
      { numRuns: 1_000 }
    )
  })
  it("goes from the wall to an instant that shows it, the earlier of two", () => {
    fc.assert(
      fc.property(zones, anywhere, (zone, at) => {
        const back = toInstant(toLocal(at, zone), zone)
        expect(back).toBeLessThanOrEqual(at)
        expect(toLocal(back, zone)).toBe(toLocal(at, zone))
      }),
      { numRuns: 1_000 }
    )
    expect(toInstant(Date.UTC(2026, 9, 25, 1, 30), london)).toBe(fold - 30 * 60_000)
    expect(toInstant(Date.UTC(2026, 9, 25, 2), london)).toBe(fold + 3_600_000)
  })
  it("takes a reading in a gap for the first instant after it, and keeps the order of readings", () => {
    expect(toInstant(gap, london)).toBe(gap)
    expect(toInstant(gap + 30 * 60_000, london)).toBe(gap)
    expect(toInstant(gap + 60 * 60_000, london)).toBe(gap)
    expect(toInstant(Date.UTC(2026, 11, 30, 12), odd)).toBe(odd.from[2])
    fc.assert(
      fc.property(zones, anywhere, fc.integer({ min: 0, max: 3 * DAY }), (zone, local, more) => {
        expect(toInstant(local, zone)).toBeLessThanOrEqual(toInstant(local + more, zone))
      }),
      { numRuns: 1_000 }
    )
  })
})
