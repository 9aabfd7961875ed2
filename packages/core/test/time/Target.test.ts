import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type ReachInput, reach } from "../../src/deadline/Reach.ts"
import { length, point } from "../../src/text/phrase/Lengths.ts"
import { DAY, HOUR, MINUTE } from "../../src/time/Instant.ts"
import { civil, compare, elapsed, isWorking, type Target, working, workingDays } from "../../src/time/Target.ts"
import { london, UK } from "./sample.ts"

describe("a target in words", () => {
  it.each<[Target, string, string]>([
    [elapsed(30 * MINUTE), "30 minutes", "30 分钟"],
    [elapsed(24 * HOUR), "24 hours", "24 小时"],
    [elapsed(4 * HOUR + 30 * MINUTE), "4 hours 30 minutes", "4 小时 30 分钟"],
    [working(HOUR), "1 working hour", "1 工作小时"],
    [working(90 * MINUTE), "1 working hour 30 working minutes", "1 工作小时 30 工作分钟"],
    [workingDays(3), "3 working days", "3 个工作日"],
    [workingDays(0), "same working day", "当个工作日"],
    [civil(0, 0), "same day", "当日"],
    [civil(0, 14), "14 days", "14 天"],
    [civil(0, 56), "8 weeks", "8 周"],
    [civil(6, 0), "6 months", "6 个月"],
    [civil(36, 0), "3 years", "3 年"],
    [civil(1, 1), "1 month 1 day", "1 个月 1 天"]
  ])("%j", (target, en, zh) => {
    expect(length(target, "en")).toBe(en)
    expect(length(target, "zh-CN")).toBe(zh)
  })
  it("and points on a clock", () => {
    expect(point({ _tag: "Share", percent: 50 }, "zh-CN")).toBe("50%")
    expect(point({ _tag: "Due" }, "en")).toBe("due")
    expect(point({ _tag: "Due" }, "zh-CN")).toBe("到期")
    expect(point({ _tag: "Before", by: elapsed(4 * HOUR) }, "en")).toBe("4 hours before")
    expect(point({ _tag: "After", by: workingDays(1) }, "zh-CN")).toBe("1 个工作日 后")
  })
})

describe("comparing targets", () => {
  it("answers where no calendar, month or hour can change it", () => {
    expect(compare(working(2 * HOUR), working(HOUR))).toBeGreaterThan(0)
    expect(compare(workingDays(3), workingDays(3))).toBe(0)
    expect(compare(civil(0, 30), civil(2, 0))).toBeLessThan(0)
    expect(compare(civil(12, 0), civil(0, 364))).toBeGreaterThan(0)
    expect(compare(elapsed(4 * HOUR), civil(0, 56))).toBeLessThan(0)
    expect(compare(workingDays(20), elapsed(24 * HOUR))).toBeGreaterThan(0)
    expect(compare(elapsed(HOUR), working(2 * HOUR))).toBeLessThan(0)
    expect(isWorking(workingDays(1))).toBe(true)
  })
  it("does not where one of them can", () => {
    expect(compare(civil(0, 30), civil(1, 0))).toBeUndefined()
    expect(compare(elapsed(24 * HOUR), civil(0, 1))).toBeUndefined()
    expect(compare(working(8 * HOUR), workingDays(1))).toBeUndefined()
    expect(compare(elapsed(24 * HOUR), working(8 * HOUR))).toBeUndefined()
  })
  it("holds for every start", () => {
    const input: ReachInput = {
      startedAt: 0,
      calendar: UK,
      legs: [],
      zone: london,
      firstDay: "excluded",
      ends: "close-of-day",
      roll: "none"
    }
    const target = fc.oneof(
      fc.integer({ min: 1, max: 2000 }).map((hours) => elapsed(hours * HOUR)),
      fc.integer({ min: 1, max: 400 }).map((hours) => working(hours * HOUR)),
      fc.integer({ min: 0, max: 60 }).map(workingDays),
      fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 90 })).map(([m, d]) => civil(m, d))
    )
    const start = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 0, 1) + 400 * DAY })
    fc.assert(
      fc.property(target, target, start, fc.constantFrom("excluded", "counted"), (a, b, startedAt, firstDay) => {
        const order = compare(a, b)
        const on = { ...input, startedAt }
        const apart = reach(on, startedAt, a, firstDay) - reach(on, startedAt, b, firstDay)
        if (order !== undefined && order > 0) expect(apart).toBeGreaterThanOrEqual(0)
        if (order !== undefined && order < 0) expect(apart).toBeLessThanOrEqual(0)
        expect(Math.sign(compare(b, a) ?? 0)).toBe(-Math.sign(order ?? 0) + 0)
      }),
      { numRuns: 2_000 }
    )
  })
})
