import { describe, expect, it } from "vitest"
import { london } from "../../src/testing/Build.ts"
import { instant, local } from "../../src/testing/Spec.ts"
import { beginnings, type Frequency, periodOf } from "../../src/time/Frequency.ts"

const all: readonly Frequency[] = ["daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"]

describe("periods", () => {
  it("are those of the policy's zone", () => {
    const at = instant("2026-11-18 00:30")
    expect(all.map((frequency) => periodOf(frequency, at, london))).toEqual([
      "2026-11-18",
      "week of 2026-11-16",
      "2026-11",
      "2026-Q4",
      "2026-H2",
      "2026"
    ])
    // In summer London is an hour ahead: already July there.
    expect(periodOf("half-yearly", Date.UTC(2026, 5, 30, 23, 30), london)).toBe("2026-H2")
  })

  it("begin at the midnight of their first day, each once", () => {
    const within = (frequency: Frequency, from: string, to: string): readonly string[] =>
      beginnings(frequency, london, instant(from), instant(to)).map((at) => local(at))
    expect(within("daily", "2026-11-16 00:00", "2026-11-18 00:00")).toEqual(["2026-11-17 00:00", "2026-11-18 00:00"])
    expect(within("weekly", "2026-11-16 09:00", "2026-11-30 09:00")).toEqual(["2026-11-23 00:00", "2026-11-30 00:00"])
    expect(within("monthly", "2026-03-01 00:00", "2026-05-31 00:00")).toEqual(["2026-04-01 00:00", "2026-05-01 00:00"])
    expect(within("quarterly", "2026-01-01 00:00", "2026-12-31 00:00")).toEqual([
      "2026-04-01 00:00",
      "2026-07-01 00:00",
      "2026-10-01 00:00"
    ])
    expect(within("half-yearly", "2026-01-02 00:00", "2027-01-01 00:00")).toEqual([
      "2026-07-01 00:00",
      "2027-01-01 00:00"
    ])
    expect(within("yearly", "2026-01-02 00:00", "2026-12-31 23:59")).toEqual([])
  })

  it("name every instant between two beginnings alike", () => {
    const [from, to] = [instant("2026-01-01 00:00"), instant("2028-03-01 00:00")]
    for (const frequency of all) {
      const begun = beginnings(frequency, london, from, to)
      expect(new Set(begun.map((at) => periodOf(frequency, at, london))).size).toBe(begun.length)
      for (const at of begun) expect(periodOf(frequency, at - 1, london)).not.toBe(periodOf(frequency, at, london))
    }
  })
})
