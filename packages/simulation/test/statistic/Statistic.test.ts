import { describe, expect, it } from "vitest"
import { gammaBelow, gammaQuantile } from "../../src/numeric/Gamma.ts"
import { normalQuantile } from "../../src/numeric/Normal.ts"
import { meanOver, pairedProbability, ratioOver } from "../../src/statistic/Interval.ts"
import { binomialBelow, holm, mcNemar, wilson } from "../../src/statistic/Proportion.ts"
import { batchMeans, lag1, warmUpLength } from "../../src/statistic/Series.ts"
import { addTo, binOf, makeSketch, merge, quantile, quantileRanks, ranked } from "../../src/statistic/Sketch.ts"
import { replicationsWanted } from "../../src/statistic/Stopping.ts"
import { studentBelow, studentQuantile } from "../../src/statistic/StudentT.ts"

const off = (a: number, b: number): number => Math.abs(a / b - 1)

describe("Student's t", () => {
  // Closed forms exist for 1, 2 and 4 degrees of freedom.
  const four = (p: number): number => {
    const a = Math.sqrt(4 * p * (1 - p))
    return Math.sign(p - 0.5) * 2 * Math.sqrt(Math.cos(Math.acos(a) / 3) / a - 1)
  }
  it.each([0.6, 0.9, 0.95, 0.975, 0.995, 0.9995])("matches the closed forms at %d", (p) => {
    expect(off(studentQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)))).toBeLessThan(1e-10)
    expect(off(studentQuantile(p, 4), four(p))).toBeLessThan(1e-10)
  })

  /** Source: Abramowitz and Stegun 26.7.3 and 26.7.4, the probability for whole degrees of freedom. */
  const within = (t: number, degrees: number): number => {
    const angle = Math.atan(t / Math.sqrt(degrees))
    const isOdd = degrees % 2 === 1
    let [sum, term] = [0, isOdd ? Math.cos(angle) : 1]
    for (let k = isOdd ? 3 : 2; k <= degrees; k += 2) {
      sum += term
      term *= ((k - 1) / k) * Math.cos(angle) ** 2
    }
    return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
  }

  it.each([1, 2, 3, 7, 9, 10, 29, 30, 99, 1000])("matches the sums for whole degrees: %d", (degrees) => {
    for (const p of [0.9, 0.95, 0.975, 0.995, 0.9995]) {
      const t = studentQuantile(p, degrees)
      // The error of a quantile is that of its probability, divided by the density.
      const density = (within(t * 1.001, degrees) - within(t * 0.999, degrees)) / (2 * 0.002 * t)
      expect(Math.abs(within(t, degrees) - (2 * p - 1)) / 2 / density / t).toBeLessThan(1e-10)
      expect(studentQuantile(1 - p, degrees)).toBeCloseTo(-t, 8)
    }
  })

  it("matches tables", () => {
    expect(studentQuantile(0.975, 9)).toBeCloseTo(2.262157162798, 11)
    expect(studentQuantile(0.975, 29)).toBeCloseTo(2.045229642133, 11)
  })

  it("is the inverse of its probability", () => {
    for (const degrees of [2, 3, 5.5, 12, 60, 250])
      for (const p of [0.01, 0.3, 0.5001, 0.8, 0.999])
        expect(studentBelow(studentQuantile(p, degrees), degrees)).toBeCloseTo(p, 12)
  })
})

describe("the distributions behind it", () => {
  it("the normal quantile is exact to fifteen digits", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14)
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12)
  })
  it("the gamma quantile is the inverse of its probability", () => {
    for (const shape of [0.05, 0.4, 1, 2.5, 30, 400])
      for (const p of [0.001, 0.2, 0.5, 0.9, 0.9999])
        expect(off(gammaBelow(shape, gammaQuantile(shape, p)), p)).toBeLessThan(1e-10)
    expect(gammaQuantile(1, 0.5)).toBeCloseTo(Math.LN2, 13)
  })
})

describe("a share", () => {
  it("has Wilson's interval also at its ends", () => {
    const { low, high } = wilson(81, 263)
    expect(low).toBeCloseTo(0.2553, 4)
    expect(high).toBeCloseTo(0.3662, 4)
    expect(wilson(0, 20)).toEqual({ low: 0, high: expect.closeTo(0.1611, 4) })
    expect(wilson(20, 20).high).toBe(1)
  })
  it("has binomial probabilities that add up to 1", () => {
    expect(binomialBelow(3, 10, 0.5)).toBeCloseTo(176 / 1024, 13)
  })
  it("has an exact McNemar test", () => {
    expect(mcNemar(1, 9)).toBeCloseTo((2 * 11) / 1024, 13)
    expect(mcNemar(5, 5)).toBe(1)
    expect(mcNemar(0, 0)).toBe(1)
  })
  it("has probabilities by Holm that keep their order and never fall", () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005])
    expect(adjusted.map((p) => Number(p.toFixed(12)))).toEqual([0.03, 0.06, 0.06, 0.02])
  })
})

describe("an interval over replications", () => {
  it("has the half-width of t for a mean", () => {
    const { value, halfWidth } = meanOver([1.2, 1.5, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.5, 1.09])
    expect(value).toBeCloseTo(1.343, 12)
    expect(halfWidth).toBeCloseTo((2.262157162798 * 0.40929) / Math.sqrt(10), 4)
  })
  it("gives more weight to replications with more values", () => {
    const parts = [
      { sum: 10, of: 10 },
      { sum: 90, of: 30 }
    ]
    expect(ratioOver(parts).value).toBe(2.5)
    expect(ratioOver([parts[0] as (typeof parts)[0]]).halfWidth).toBe(Number.POSITIVE_INFINITY)
  })
  it("of no difference has probability 1, of a certain one 0", () => {
    expect(pairedProbability([0, 0, 0])).toBe(1)
    expect(pairedProbability([1, 1, 1])).toBe(0)
    expect(pairedProbability([1, -1, 1, -1])).toBe(1)
  })
  it("is enough when it is precise, and at the maximum", () => {
    const stopping = { least: 10, most: 100, precision: 0.05 }
    expect(replicationsWanted(stopping, 0, { value: 1, halfWidth: 1 })).toBe(10)
    expect(replicationsWanted(stopping, 10, { value: 1, halfWidth: 0.04 })).toBe(10)
    expect(replicationsWanted(stopping, 10, { value: 1, halfWidth: 0.06 })).toBe(15)
    expect(replicationsWanted(stopping, 80, { value: 1, halfWidth: 0.5 })).toBe(100)
    expect(replicationsWanted({ least: 10, most: 100 }, 10, { value: 1, halfWidth: 9 })).toBe(10)
  })
})

describe("a sketch", () => {
  it("has quantiles to half a percent, for any order and any parts", () => {
    const parts = [makeSketch(), makeSketch()] as const
    const values = Array.from({ length: 20_000 }, (_, i) => ((i * 7_919) % 20_000) ** 1.5)
    for (const [i, value] of values.entries()) addTo(parts[i % 2 === 0 ? 0 : 1], binOf(value))
    const whole = merge(parts)
    const sorted = [...values].sort((a, b) => a - b)
    for (const share of [0.01, 0.5, 0.9, 0.95, 0.99])
      expect(off(quantile(whole, share), sorted[Math.ceil(share * 20_000) - 1] ?? 0)).toBeLessThan(0.0051)
    expect(whole.bins.length).toBeLessThan(3_000)
  })
  it("recognises 0", () => {
    const sketch = makeSketch()
    for (const value of [0, 0, 0, 5]) addTo(sketch, binOf(value))
    expect(quantile(ranked(sketch), 0.75)).toBe(0)
    expect(quantile(ranked(sketch), 1)).toBeCloseTo(5, 1)
  })
  it("bounds a quantile by ranks: the median of ten is between the second and the ninth", () => {
    expect(quantileRanks(10, 0.5)).toEqual({ low: 2, high: 9 })
    expect(quantileRanks(10, 0.95).high).toBeUndefined()
    expect(quantileRanks(100, 0.5)).toEqual({ low: 40, high: 61 })
  })
})

describe("a series", () => {
  const noise = (i: number): number => ((i * 7_919) % 101) / 101
  it("has a beginning that is found", () => {
    const series = Array.from({ length: 400 }, (_, i) => (i < 60 ? 20 - i / 3 : 0) + noise(i))
    expect(warmUpLength(series)).toBeGreaterThanOrEqual(45)
    expect(warmUpLength(series)).toBeLessThanOrEqual(75)
    expect(warmUpLength(Array.from({ length: 400 }, (_, i) => noise(i)))).toBeLessThan(100)
    expect(warmUpLength([1, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toBe(0)
  })
  it("has batches that show whether they depend on each other", () => {
    expect(lag1([1, -1, 1, -1, 1, -1])).toBeLessThan(-0.7)
    const { value, lag1: next } = batchMeans(Array.from({ length: 2_000 }, (_, i) => noise(i)))
    expect(value).toBeCloseTo(0.5, 1)
    expect(Math.abs(next)).toBeLessThan(0.6)
  })
})
