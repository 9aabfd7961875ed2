import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { elapsed, explain, overrun } from "../../src/deadline/Account.ts"
import { pauses } from "../../src/deadline/Course.ts"
import { type DeadlineInput, timeline } from "../../src/deadline/Deadline.ts"
import { DAY, HOUR, MINUTE } from "../../src/time/Instant.ts"
import { civil, elapsed as elapsedTarget, type Target, working, workingDays } from "../../src/time/Target.ts"
import { ALWAYS, at, CN, london, NIGHT, SINGAPORE, UK } from "../time/sample.ts"

const START = at("2026-03-16 09:00")
const END = START + 120 * DAY

const instant = fc.integer({ min: 0, max: 40 * 96 }).map((quarters) => START + quarters * 15 * MINUTE)
const target: fc.Arbitrary<Target> = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((hours) => elapsedTarget(hours * HOUR)),
  fc.integer({ min: 1, max: 80 }).map((hours) => working(hours * HOUR)),
  fc.integer({ min: 0, max: 10 }).map(workingDays),
  fc.integer({ min: 0, max: 21 }).map((days) => civil(0, days))
)
const switches = fc
  .uniqueArray(fc.record({ at: instant, reason: fc.constantFrom("", "customer", "vendor", "weather") }), {
    maxLength: 8,
    selector: (one) => one.at
  })
  .map((all) => all.toSorted((a, b) => a.at - b.at))

const clock: fc.Arbitrary<DeadlineInput> = fc.record({
  startedAt: instant,
  target,
  calendar: fc.constantFrom(UK, CN, NIGHT, ALWAYS),
  zone: fc.constant(london),
  firstDay: fc.constantFrom("excluded" as const, "counted" as const),
  ends: fc.constantFrom("close-of-day" as const, "same-time" as const),
  roll: fc.constantFrom("none" as const, "next" as const, "previous" as const),
  legs: fc.oneof(
    fc.constant([]),
    instant.map((from) => [{ from, calendar: SINGAPORE }])
  ),
  switches,
  caps: fc.record({ customer: target, vendor: target }),
  extensions: fc.array(target, { maxLength: 1 }),
  points: fc.constant([{ mark: { _tag: "Reminder", step: 1 }, at: { _tag: "Share", percent: 50 } } as const]),
  now: fc.constant(END)
})

const holds = (violates: (input: DeadlineInput) => void, numRuns = 250) =>
  fc.assert(fc.property(clock, violates), { numRuns, seed: 20_261_116 })

describe("the account of any clock", () => {
  it("leaves no interval out, and the counted ones add up to the elapsed time", () => {
    holds((input) => {
      const entries = explain(input, END)
      expect(entries[0]?.from).toBe(input.startedAt)
      expect(entries.at(-1)?.to).toBe(END)
      // One expectation for all, since one for each would take longer than the computation.
      expect(entries.filter(({ from, to }, i) => from >= to || (i > 0 && from !== entries[i - 1]?.to))).toEqual([])
      const counted = entries.filter((entry) => entry.counted).reduce((sum, { from, to }) => sum + to - from, 0)
      expect(counted).toBe(elapsed(input, END))
    })
  })
  it("P1 · counts exactly the target up to the due, whatever paused on the way", () => {
    holds((input) => {
      if (input.target._tag !== "Working" && input.target._tag !== "Elapsed") return
      const { dueAt } = timeline({ ...input, extensions: [] })
      if (dueAt === null) return
      expect(elapsed(input, dueAt)).toBe(input.target.ms)
      expect(elapsed(input, dueAt - 1)).toBe(input.target.ms - 1)
      expect(overrun({ ...input, extensions: [] }, dueAt)).toBe(0)
    })
  })
  it("P24 · does not depend on when or how often a pause became known", () => {
    holds((input) => {
      const twice = [...input.switches, ...input.switches].sort((a, b) => a.at - b.at)
      expect(timeline({ ...input, switches: twice })).toEqual(timeline(input))
      expect(timeline({ ...input, now: END + 30 * DAY })).toEqual(timeline(input))
    })
  })
  it("P7 · never moves a past due: a pause that begins with it or later moves nothing", () => {
    holds((input) => {
      const { dueAt } = timeline(input)
      if (dueAt === null || input.switches.some(({ at }) => at >= dueAt)) return
      const later = [...input.switches, { at: dueAt, reason: "customer" }]
      expect(timeline({ ...input, switches: later, now: dueAt }).dueAt).toBe(dueAt)
    })
  })
  it("a pause never makes the due earlier, and ends at its cap", () => {
    holds((input) => {
      const { dueAt } = timeline(input)
      const unpaused = timeline({ ...input, switches: [] }).dueAt
      if (dueAt !== null && unpaused !== null) expect(dueAt).toBeGreaterThanOrEqual(unpaused)
      for (const pause of pauses(input)) {
        expect(pause.reason).not.toBe("weather")
        expect(pause.capAt ?? pause.from).toBeGreaterThanOrEqual(pause.from)
        expect(pause.capAt ?? pause.from).toBeLessThan(pause.to ?? Number.POSITIVE_INFINITY)
      }
    })
  })
  it("keeps its marks in order between start and due", () => {
    holds((input) => {
      const { dueAt, marks } = timeline(input)
      const instants = marks.map((mark) => mark.at)
      expect(instants).toEqual(instants.toSorted((a, b) => a - b))
      const half = marks.find(({ mark }) => mark._tag === "Reminder")
      expect(half === undefined).toBe(dueAt === null)
      if (half === undefined || dueAt === null) return
      expect(half.at).toBeGreaterThanOrEqual(input.startedAt)
      expect(half.at).toBeLessThanOrEqual(dueAt)
    })
  })
})
