import { describe, expect, it } from "vitest"
import { estimatesOf } from "../src/report/Estimate.ts"

const judging = { level: 0.95, isUnstable: false }

describe("an estimate", () => {
  it("does not exist for a share of nothing, such as a person who is never on shift", () => {
    const part = { metric: "utilisation", about: "person\tann", sum: 0, of: 0 } as const
    expect(estimatesOf({ metric: "utilisation", about: "person\tann", parts: [part, part, part] }, judging)).toEqual([
      { metric: "utilisation", about: { person: "ann" }, statistic: "mean", status: "insufficient", count: 0 }
    ])
  })

  it("is 0 for a person who is on shift and never busy", () => {
    const part = { metric: "utilisation", about: "person\tann", sum: 0, of: 3_600_000 } as const
    expect(estimatesOf({ metric: "utilisation", about: "person\tann", parts: [part, part, part] }, judging)).toEqual([
      expect.objectContaining({ status: "estimated", value: 0, count: 3 })
    ])
  })
})
