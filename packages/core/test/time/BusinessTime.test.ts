import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type BusinessTime, type BusinessTimeExample, businessTime } from "../../src/testing/laws/BusinessTime.ts"
import * as Calendar from "../../src/time/Calendar.ts"
import { DAY, HOUR, MINUTE, renderDate } from "../../src/time/Instant.ts"
import { toLocal, type Zone } from "../../src/time/Zone.ts"
import {
  ALWAYS,
  CN,
  KATHMANDU,
  kathmandu,
  london,
  NEW_YORK,
  NIGHT,
  newYork,
  odd,
  SINGAPORE,
  shanghai,
  UK
} from "./sample.ts"

const RUNS = 2_000
const SEED = 20_261_116

const zones = fc.constantFrom<Zone>(london, newYork, shanghai, kathmandu, odd)
const shift = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([start, length]): Calendar.Shift => [start, Math.min(2880, start + length)])
const date = fc.integer({ min: Date.UTC(2024, 0, 1) / DAY, max: Date.UTC(2028, 0, 1) / DAY }).map(renderDate)

const random = fc
  .record({
    zone: zones,
    weekly: fc
      .array(fc.array(shift, { maxLength: 3 }), { minLength: 7, maxLength: 7 })
      .filter((days) => days.some((shifts) => shifts.length > 0)),
    closed: fc.array(date, { maxLength: 30 }),
    open: fc.array(date, { maxLength: 30 })
  })
  .map(({ zone, ...rule }) => Calendar.compile({ name: "random", zone: zone.id, ...rule }, zone))

const named = fc.constantFrom(UK, ALWAYS, NIGHT, CN, NEW_YORK, KATHMANDU, SINGAPORE)

/** Mostly near dates with closed and open days and changes of clocks, sometimes anywhere from 1971 to 2200. */
const instant = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) }) },
  { weight: 2, arbitrary: fc.constantFrom(...london.from.slice(54, 66), ...newYork.from.slice(34, 44), ...odd.from) },
  { weight: 1, arbitrary: fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2200, 0, 1) }) }
)
/** Every other start is on a quarter of an hour, as openings and closes are. */
const start = fc
  .tuple(instant, fc.integer({ min: -2 * DAY, max: 2 * DAY }), fc.boolean())
  .map(([at, near, isRound]) => (isRound ? Math.round((at + near) / (15 * MINUTE)) * 15 * MINUTE : at + near))
const length = fc.oneof(
  fc.integer({ min: 0, max: 60 * HOUR }),
  fc.integer({ min: 0, max: 12 }).map((quarters) => quarters * 15 * MINUTE),
  fc.integer({ min: 0, max: 400 * 8 * HOUR })
)

const example: fc.Arbitrary<BusinessTimeExample> = fc
  .record({
    calendar: fc.oneof(named, random),
    from: start,
    apart: fc.oneof(fc.integer({ min: 0, max: 3 * DAY }), fc.integer({ min: 0, max: 800 * DAY })),
    a: length,
    b: length
  })
  .map(({ apart, ...rest }) => ({ ...rest, to: rest.from + apart }))

/** Every law is checked with the same examples. */
const examples = fc.sample(example, { numRuns: RUNS, seed: SEED })

const violation = (time: BusinessTime, law: (typeof businessTime)[number]): string | undefined => {
  for (const one of examples) {
    const found = law.violation(time, one)
    if (found !== undefined) return found
  }
  return undefined
}

/** Implementations with one mistake each, by the law that finds it. */
const mistakes: Readonly<Record<string, readonly [mistake: string, time: Partial<BusinessTime>]>> = {
  "measuring undoes adding": [
    "ignores the lunch break",
    {
      add: (c, from, working) => {
        const allDay = c.rule.weekly.map((shifts) =>
          shifts.length === 0
            ? []
            : [[Math.min(...shifts.map(([s]) => s)), Math.max(...shifts.map(([, e]) => e))] as const]
        )
        return Calendar.add(Calendar.compile({ ...c.rule, weekly: allDay }, c.zone), from, working)
      }
    }
  ],
  "adding in two steps is adding at once": [
    "rounds up to the quarter of an hour",
    { add: (c, from, working) => Math.ceil(Calendar.add(c, from, working) / (15 * MINUTE)) * 15 * MINUTE }
  ],
  "adding nothing stays where it is": [
    "moves a start in closed time to the opening",
    { add: (c, from, working) => Calendar.add(c, Calendar.nextOpen(c, from), working) }
  ],
  "adding arrives at the earliest instant": [
    "answers the next opening instead of the close",
    { add: (c, from, working) => Calendar.nextOpen(c, Calendar.add(c, from, working)) }
  ],
  "a later start is never due earlier": [
    "starts a day of closed time at its beginning",
    { add: (c, from, working) => Calendar.add(c, Calendar.isOpen(c, from) ? from : from - (from % DAY), working) }
  ],
  "a longer length is due later": [
    "counts whole hours only",
    { add: (c, from, working) => Calendar.add(c, from, working - (working % HOUR)) }
  ],
  "the parts of an interval add up to it": [
    "measures in whole minutes",
    { between: (c, from, to) => Math.floor(Calendar.between(c, from, to) / MINUTE) * MINUTE }
  ],
  "going back undoes going on, up to closed time": [
    "goes back as if the calendar were always open",
    { subtract: (_, to, working) => to - working }
  ],
  "the intervals are what is measured": [
    "cuts intervals at midnight",
    {
      intervals: (c, from, to) =>
        Calendar.intervals(c, from, to).flatMap((one) => {
          const midnight = Math.ceil((one.from + 1) / DAY) * DAY
          return midnight < one.to
            ? [
                { from: one.from, to: midnight },
                { from: midnight, to: one.to }
              ]
            : [one]
        })
    }
  ],
  "time is counted exactly while it is open": [
    "holds the close itself as open",
    { isOpen: (c, at) => Calendar.isOpen(c, at) || Calendar.isOpen(c, at - 1) }
  ]
}

describe("business-time", () => {
  for (const law of businessTime)
    it(`C19 · ${law.name}`, () => {
      expect(violation(Calendar, law)).toBeUndefined()
    })

  for (const law of businessTime)
    it(`"${law.name}" catches an implementation that ${mistakes[law.name]?.[0]}`, () => {
      const broken: BusinessTime = { ...Calendar, ...mistakes[law.name]?.[1] }
      expect(violation(broken, law)).toBeDefined()
    })

  it("C19 · open time is what local time shows", () => {
    const shows = (zone: Zone) => {
      const wall = new Intl.DateTimeFormat("en-CA", {
        timeZone: zone.id,
        hourCycle: "h23",
        dateStyle: "short",
        timeStyle: "medium"
      })
      return (at: number) => wall.format(at)
    }
    const walls = new Map([UK, NIGHT, CN, NEW_YORK, KATHMANDU, SINGAPORE].map((c) => [c, shows(c.zone)]))
    const near = fc.integer({ min: Date.UTC(2024, 0, 1) / 1000, max: Date.UTC(2028, 0, 1) / 1000 }).map((s) => s * 1000)
    const property = fc.property(fc.constantFrom(...walls.keys()), near, (c, at) => {
      const [day = "", time = ""] = (walls.get(c)?.(at) ?? "").split(", ")
      const local = Date.parse(`${day}T${time}Z`)
      expect(toLocal(at, c.zone)).toBe(local)
      // Computed independently: the shifts of today and of yesterday in local time.
      const isOpen = [0, 1].some((back) => {
        const date = new Date(local - back * DAY)
        const iso = date.toISOString().slice(0, 10)
        const weekly = c.rule.weekly[(date.getUTCDay() + 6) % 7] ?? []
        const hours = weekly.length === 0 && c.rule.open.includes(iso) ? (c.rule.weekly[0] ?? []) : weekly
        const minute = back * 1440 + (local % DAY) / MINUTE
        return !c.rule.closed.includes(iso) && hours.some(([start, end]) => start <= minute && minute < end)
      })
      expect(Calendar.isOpen(c, at)).toBe(isOpen)
    })
    fc.assert(property, { numRuns: 2_000, seed: SEED })
  })
})
