import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { mcNemar } from "../src/index.ts"

/** The same p-value, computed with whole numbers. */
const exact = (better: number, worse: number): number => {
  const n = better + worse
  let [term, sum] = [1n, 1n]
  for (let k = 1; k <= Math.min(better, worse); k++) {
    term = (term * BigInt(n - k + 1)) / BigInt(k)
    sum += term
  }
  return Math.min(1, Number((2n * sum * 10n ** 15n) / 2n ** BigInt(n)) / 1e15)
}

describe("McNemar's exact test", () => {
  it("is the two-sided sign test", () => {
    expect(mcNemar(0, 0)).toBe(1)
    expect(mcNemar(1, 9)).toBeCloseTo(0.021484375, 12)
    expect(mcNemar(0, 5)).toBeCloseTo(0.0625, 12)
    expect(mcNemar(7, 7)).toBe(1)
  })

  it("agrees with whole numbers, and is the same when the sides are swapped", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (a, b) => {
        expect(mcNemar(a, b)).toBe(mcNemar(b, a))
        expect(mcNemar(a, b)).toBeCloseTo(exact(a, b), 9)
      }),
      { seed: 7, numRuns: 100 }
    )
  })

  it("stays a number for counts whose binomial terms are too small for a number", () => {
    expect(mcNemar(0, 20_000)).toBe(0)
    expect(mcNemar(10_000, 10_100)).toBeGreaterThan(0.4)
  })
})
