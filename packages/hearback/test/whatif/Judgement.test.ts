import { judge, judgeNoWorse, type SimulatedFigure } from "hearback/simulation"
import { describe, expect, it } from "vitest"

const place = { file: "policy.yaml", line: 12, column: 3, rule: "clocks.agreed.within" }
const figure = (low: number, high: number, more: Partial<SimulatedFigure> = {}): SimulatedFigure => ({
  title: "agreed at P1: deadlines met",
  metric: "attainment",
  about: { clock: "agreed", grade: "P1" },
  statistic: "mean",
  status: "estimated",
  value: (low + high) / 2,
  low,
  high,
  count: 100,
  replications: 10,
  place,
  ...more
})
const without = (status: SimulatedFigure["status"], count: number): SimulatedFigure => {
  const { value: _, low: __, high: ___, ...rest } = figure(0, 1, { status, count })
  return rest
}

describe("a figure is judged by its interval", () => {
  it.each([
    ["above the bound", 0.96, 0.98, "pass"],
    ["on the bound", 0.95, 0.98, "pass"],
    ["below the bound", 0.9, 0.94, "fail"],
    ["across the bound, though its mean keeps it", 0.94, 0.98, "inconclusive"],
    ["across the bound, though its mean does not", 0.9, 0.96, "inconclusive"]
  ] as const)("%s", (_, low, high, verdict) => {
    const judged = judge(figure(low, high), { atLeast: 0.95 })
    expect(judged).toMatchObject({ verdict, ok: verdict === "pass" })
    expect(judged.replicationsNeeded !== undefined).toBe(verdict === "inconclusive")
  })

  it("names the question, the figure, and the line of the policy", () => {
    expect(judge(figure(0.9, 0.94), { atLeast: "95%" }).says).toBe(
      "agreed at P1: deadlines met: 92% (90% – 94%); required: at least 95%; decided by policy.yaml:12 (clocks.agreed.within)"
    )
  })

  it("says how many replications would decide, by the square law", () => {
    const judged = judge(figure(0.92, 0.96), { atLeast: 0.95 })
    expect(judged.replicationsNeeded).toBe(40)
    expect(judged.says).toMatch(/10 replications are too few; about 40 are needed: `replications: \{ least: 40 \}`/)
  })

  it("uses the side on which the interval crosses the bound, if it is not the upper end of a share", () => {
    const seen = figure(0.924, 1, { value: 1, replications: 3 })
    expect(judge(seen, { atLeast: 0.95 }).replicationsNeeded).toBe(7)
  })

  it("accepts durations in words and both bounds", () => {
    const wait = figure(3_600_000, 7_200_000, { metric: "time-to-answer", title: "answer" })
    expect(judge(wait, { atMost: "2 hours" }).verdict).toBe("pass")
    expect(judge(wait, { atLeast: "1 hour", atMost: "2 hours" }).verdict).toBe("pass")
    expect(judge(wait, { atMost: "90 minutes" }).verdict).toBe("inconclusive")
    expect(judge(wait, { atMost: 3_000_000 }).verdict).toBe("fail")
  })

  it.each([
    ["insufficient", 4, /it was observed 4 times/],
    ["unstable", 100, /work piles up/],
    ["single", 100, /one replication has no interval/]
  ] as const)("says why there is no figure: %s", (status, count, says) => {
    const judged = judge(without(status, count), { atLeast: 0.95 })
    expect(judged).toMatchObject({ verdict: "inconclusive", ok: false, says: expect.stringMatching(says) })
    expect(judged.replicationsNeeded).toBeUndefined()
  })

  it.each<[unknown, RegExp]>([
    [undefined, /what is asked of a comparison is undefined; expected: an object/],
    [{}, /needs the name of a clock/],
    [{ metric: "attainment" }, /needs the name of a clock/],
    [{ metric: "arrived" }, /has no worse direction/]
  ])("refuses to compare an invalid figure: %o", (asked, says) => {
    const comparison = { after: { checkName: () => {} }, differences: [] } as never
    expect(() => judgeNoWorse(comparison, asked as never)).toThrow(says)
  })

  it.each<[object, RegExp]>([
    [{ atLeast: 95 }, /95 is not a value of “deadlines met”; expected: a share from 0 to 1/],
    [{ atLeast: "2 days" }, /expected: a share/],
    [{ atLeast: Number.NaN }, /expected: a share/],
    [{}, /`atLeast` or `atMost`/]
  ])("refuses an invalid bound: %o", (bound, says) => {
    expect(() => judge(figure(0.9, 0.94), bound)).toThrow(says)
  })
})
