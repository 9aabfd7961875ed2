import { Target, Text } from "@hearback/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseDuration, parseHours, parsePoint } from "../../src/value/Duration.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const elapsed = (ms: number) => ({ _tag: "Elapsed", ms })
const working = (ms: number) => ({ _tag: "Working", ms })
const workingDays = (days: number) => ({ _tag: "WorkingDays", days })
const civil = (months: number, days: number) => ({ _tag: "Civil", months, days })

describe("a duration", () => {
  it.each([
    ["30 minutes", elapsed(30 * MINUTE)],
    ["1 hour", elapsed(HOUR)],
    ["24 hours", elapsed(24 * HOUR)],
    ["4h", elapsed(4 * HOUR)],
    ["4h 30min", elapsed(4 * HOUR + 30 * MINUTE)],
    ["4 hours 30 minutes", elapsed(4 * HOUR + 30 * MINUTE)],
    ["14d", civil(0, 14)],
    ["30 days", civil(0, 30)],
    ["8w", civil(0, 56)],
    ["8 weeks", civil(0, 56)],
    ["6 months", civil(6, 0)],
    ["3 years", civil(36, 0)],
    ["1 year 6 months", civil(18, 0)],
    ["1 month 2 weeks 1 day", civil(1, 15)],
    ["100 years", civil(1200, 0)],
    ["30 working minutes", working(30 * MINUTE)],
    ["4 working hours", working(4 * HOUR)],
    ["1 working day", workingDays(1)],
    ["3 business days", workingDays(3)],
    ["same day", civil(0, 0)],
    ["same working day", workingDays(0)],
    ["15 分钟", elapsed(15 * MINUTE)],
    ["24小时", elapsed(24 * HOUR)],
    ["4 工作小时", working(4 * HOUR)],
    ["30 工作分钟", working(30 * MINUTE)],
    ["3 个工作日", workingDays(3)],
    ["1个工作日", workingDays(1)],
    ["30 天", civil(0, 30)],
    ["8 周", civil(0, 56)],
    ["6 个月", civil(6, 0)],
    ["3 年", civil(36, 0)],
    ["当日", civil(0, 0)],
    ["当个工作日", workingDays(0)],
    ["  4   working  hours ", working(4 * HOUR)]
  ])("%s", (text, target) => {
    expect(parseDuration(text)).toEqual(target)
  })
  it.each([
    "",
    "4",
    "hours",
    "-4 hours",
    "1.5 hours",
    "0 hours",
    "0 days",
    "4 fortnights",
    "2 hours 1 working day",
    "1 day 4 hours",
    "1 working day 2 working hours",
    "101 years",
    "99999999 days",
    "PT4H",
    "4 constructor",
    "__proto__",
    "four hours"
  ])("refuses %j", (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })
  it("is read only in the words of one language on request", () => {
    expect(parseDuration("4 hours", "en")).toEqual(elapsed(4 * HOUR))
    expect(parseDuration("4 hours", "zh-CN")).toBeUndefined()
    expect(parseDuration("4 小时", "zh-CN")).toEqual(elapsed(4 * HOUR))
    expect(parseDuration("4 小时", "en")).toBeUndefined()
    expect(parseDuration("当日", "en")).toBeUndefined()
    expect(parseDuration("same day", "zh-CN")).toBeUndefined()
  })
})

describe("a point on a clock", () => {
  it.each([
    ["50%", { _tag: "Share", percent: 50 }],
    ["100 %", { _tag: "Share", percent: 100 }],
    ["due", { _tag: "Due" }],
    ["到期", { _tag: "Due" }],
    ["4 hours before", { _tag: "Before", by: elapsed(4 * HOUR) }],
    ["1 working day after", { _tag: "After", by: workingDays(1) }],
    ["4 工作小时 后", { _tag: "After", by: working(4 * HOUR) }],
    ["1 个工作日前", { _tag: "Before", by: workingDays(1) }]
  ])("%s", (text, point) => {
    expect(parsePoint(text)).toEqual(point)
  })
  it.each(["0%", "101%", "50", "4 hours", "before", "after 4 hours", "4 hoursbefore", "前", "due 1 day"])(
    "refuses %j",
    (text) => {
      expect(parsePoint(text)).toBeUndefined()
    }
  )
  it("is read only in the words of one language on request", () => {
    expect(parsePoint("due", "zh-CN")).toBeUndefined()
    expect(parsePoint("4 小时 后", "en")).toBeUndefined()
    expect(parsePoint("4 hours after", "en")).toBeDefined()
    expect(parsePoint("50%", "zh-CN")).toBeDefined()
  })
})

describe("a quantity that core writes", () => {
  const count = fc.integer({ min: 1, max: 400 })
  const target = fc.oneof(
    count.map((minutes) => Target.elapsed(minutes * MINUTE)),
    count.map((minutes) => Target.working(minutes * MINUTE)),
    fc.integer({ min: 0, max: 400 }).map(Target.workingDays),
    fc.tuple(fc.integer({ min: 0, max: 36 }), fc.integer({ min: 0, max: 400 })).map(([m, d]) => Target.civil(m, d))
  )
  const languages = fc.constantFrom("en" as const, "zh-CN" as const)

  it("is read back as the same duration", () => {
    fc.assert(
      fc.property(target, languages, (value, language) => {
        expect(parseDuration(Text.length(value, language), language)).toEqual(value)
      })
    )
  })
  it("is read back as the same point", () => {
    const point = fc.oneof(
      fc.integer({ min: 1, max: 100 }).map((percent): Target.ClockPoint => ({ _tag: "Share", percent })),
      fc.constant<Target.ClockPoint>({ _tag: "Due" }),
      target.map((by): Target.ClockPoint => ({ _tag: "Before", by })),
      target.map((by): Target.ClockPoint => ({ _tag: "After", by }))
    )
    fc.assert(
      fc.property(point, languages, (value, language) => {
        expect(parsePoint(Text.point(value, language), language)).toEqual(value)
      })
    )
  })
})

describe("hours of a day", () => {
  it.each([
    ["09:00-12:00", [540, 720]],
    ["00:00-24:00", [0, 1440]],
    ["22:00-06:00", [1320, 1800]],
    ["22:00-24:00", [1320, 1440]],
    ["22:00-00:00", [1320, 1440]],
    ["09:00 - 12:30", [540, 750]]
  ] as const)("%s", (text, hours) => {
    expect(parseHours(text)).toEqual(hours)
  })
  it.each([
    "9:00-12:00",
    "09:00",
    "09:00-09:00",
    "24:00-06:00",
    "09:60-12:00",
    "25:00-26:00",
    "09:00-24:01",
    "09:00–12:00",
    ""
  ])("refuses %j", (text) => {
    expect(parseHours(text)).toBeUndefined()
  })
})
