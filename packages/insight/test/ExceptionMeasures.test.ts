import { describe, expect, it } from "vitest"
import { ack, analyse, december, done, figure, instant, MON, opened, plan, storiesOf, told } from "./Fixture.ts"

const free = [
  { role: "agent", close: "all" },
  { role: "director", waive: "all", close: "all" }
] as const
const only = ["acknowledged", "investigated", "prevented", "verified"]

/** A complaint with a systemic cause, found on Monday, with prevention planned until a date. */
const planned = (due = "2026-11-20") => {
  const d = opened({ limits: free, only }, { facts: {} })
  d.does(`${MON} 09:10`, "ann", ack)
  d.does(`${MON} 10:00`, "ann", analyse)
  d.does(`${MON} 10:10`, "ann", plan(due))
  return d
}

describe("demanded gates", () => {
  it("are waived or explained as a share of those that were settled", () => {
    const d = opened({ limits: free, only }, { facts: {} })
    d.does(`${MON} 09:10`, "dora", { do: "waive", gate: "acknowledged", reason: "by phone already" })
    d.does(`${MON} 10:00`, "ann", analyse)
    d.does(`${MON} 10:20`, "sam", { do: "explain", gate: "prevented", reason: "the product ends" })
    expect(figure(storiesOf(d), "waived")).toBe("1 of 3")
    expect(figure(storiesOf(d), "explained")).toBe("1 of 3")
  })
  it("do not count until they are settled", () => {
    expect(figure(storiesOf(opened({ only: ["acknowledged"] })), "waived")).toBe("no cases")
  })
  it("also count as waived if another command used the authority for it", () => {
    const limits = [{ role: "director", regrade: "all", waive: "all" }] as const
    const d = opened({ limits, only: ["acknowledged", "corrected", "told"] })
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 09:20`, "dora", { do: "reclassify", kind: "suggestion", reason: "an idea" })
    d.does(`${MON} 09:30`, "ann", { do: "pass", gate: "decided", decision: "adopted", reason: "it helps" })
    expect(figure(storiesOf(d), "waived")).toBe("1 of 3")
    expect(figure(storiesOf(d), "explained")).toBe("0 of 3")
  })
})

describe("prevention", () => {
  it("is on time if it is done by the end of its due date", () => {
    const [inTime, late] = [planned(), planned()]
    inTime.does("2026-11-20 16:59", "ben", done)
    late.does("2026-11-21 09:00", "ben", done)
    expect(figure(storiesOf(inTime, late), "prevention-on-time")).toBe("1 of 2")
  })
  it("is overdue once the date has passed, and not before", () => {
    const stories = storiesOf(planned())
    expect(figure(stories, "prevention-on-time", undefined, instant("2026-11-20 23:59"))).toBe("no cases")
    expect(figure(stories, "prevention-on-time", undefined, instant("2026-11-21 00:00"))).toBe("0 of 1")
    expect(figure(storiesOf(planned("2026-12-03")), "prevention-on-time", december)).toBe("0 of 1")
  })
  it("is effective if the check passed at the first try, in the month in which it did", () => {
    const [held, failed] = [planned(), planned()]
    for (const d of [held, failed]) d.does("2026-11-18 10:00", "ben", done)
    failed.does("2026-11-25 10:00", "system:problem", { do: "recurred", case: "B", reason: "the same again" } as never)
    for (const d of [held, failed]) d.tick("2026-12-20 12:00")
    const stories = storiesOf(held, failed)
    expect(figure(stories, "prevention-effective")).toBe("0 of 1")
    expect(figure(stories, "prevention-effective", december)).toBe("1 of 1")
  })
})

describe("spot checks", () => {
  it("count the decisions that were checked", () => {
    const checked = (finds?: "right" | "wrong") => {
      const d = told({ spotCheck: { share: 1, of: ["compensate"], by: ["supervisor"] } })
      d.does(`${MON} 10:00`, "ann", { do: "compensate", amount: 20, reason: "trouble" })
      if (finds !== undefined) d.does(`${MON} 11:00`, "sam", { do: "spot-check", finds, reason: "read" })
      return d
    }
    expect(figure(storiesOf(checked("right"), checked("wrong"), checked()), "spot-check-failed")).toBe("1 of 2")
  })
})
