import { describe, expect, it } from "vitest"
import { entity, makeChance, offspring } from "../../src/random/Chance.ts"
import { type Distribution, meanOf, problemOf, quantileOf } from "../../src/random/Distribution.ts"
import { philox } from "../../src/random/Philox.ts"

const hex = (words: Uint32Array): string => [...words].map((word) => word.toString(16).padStart(8, "0")).join(" ")

describe("Philox4x32-10", () => {
  // Source: kat_vectors of Random123.
  it.each([
    [[0, 0, 0, 0], [0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
    [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], "408f276d 41c83b0e a20bc7c6 6d5451fd"],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], "d16cfe09 94fdcceb 5001e420 24126ea1"]
  ] as const)("gives the published block of counter %s under key %s", (counter, key, block) => {
    const out = new Uint32Array(4)
    philox(Uint32Array.from(counter), key[0], key[1], out)
    expect(hex(out)).toBe(block)
  })
})

describe("random numbers", () => {
  it("are drawn by name: the same number whatever was drawn before", () => {
    const [first, second] = [makeChance(7, 3), makeChance(7, 3)]
    const seen = first.of(entity("arrival", 5), "words")
    second.of(entity("arrival", 4), "words")
    second.of(entity("arrival", 5), "patience", 2)
    expect(second.of(entity("arrival", 5), "words")).toBe(seen)
  })

  it("differ for another seed, replication, entity, purpose and index", () => {
    const chance = makeChance(7, 3)
    const draws = [
      chance.of(entity("arrival", 5), "words"),
      makeChance(8, 3).of(entity("arrival", 5), "words"),
      makeChance(7, 4).of(entity("arrival", 5), "words"),
      chance.of(entity("arrival", 6), "words"),
      chance.of(entity("fault", 5), "words"),
      chance.of(entity("arrival", 5), "gap"),
      chance.of(entity("arrival", 5), "words", 1),
      chance.of(offspring(entity("arrival", 5), "follows", 0), "words"),
      chance.of(offspring(entity("arrival", 5), "follows", 1), "words")
    ]
    expect(new Set(draws).size).toBe(draws.length)
  })

  it("are uniform: ten thousand numbers fill a hundred bins like random ones", () => {
    const chance = makeChance(1, 0)
    const bins = new Array<number>(100).fill(0)
    for (let i = 0; i < 10_000; i++) {
      const bin = Math.floor(chance.of(entity("arrival", i), "gap") * 100)
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    const square = bins.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0)
    // Chi-squared with 99 degrees of freedom is below 148.2 with probability 0.999.
    expect(square).toBeLessThan(148.2)
  })
})

describe("distributions", () => {
  const all: readonly Distribution[] = [
    { kind: "fixed", value: 5 },
    { kind: "exponential", mean: 4 },
    { kind: "lognormal", median: 3, p90: 9 },
    { kind: "lognormal", mean: 3, deviation: 2 },
    { kind: "gamma", mean: 3, deviation: 2 },
    { kind: "gamma", mean: 1, deviation: 3 },
    { kind: "triangular", least: 1, usual: 2, most: 6 },
    { kind: "empirical", values: [4, 1, 7, 1] }
  ]

  it.each(all)("rise with their random number and have their mean: %j", (d) => {
    const quantile = quantileOf(d)
    const steps = 50_000
    const values = Array.from({ length: steps }, (_, i) => quantile((i + 0.5) / steps))
    expect(values.findIndex((value, i) => value < (values[i - 1] ?? 0))).toBe(-1)
    const sum = values.reduce((so, value) => so + value, 0)
    expect(sum / steps / meanOf(d)).toBeCloseTo(1, 2)
  })

  it("keep the values of users", () => {
    const words = quantileOf({ kind: "lognormal", median: 20, p90: 60 })
    expect(words(0.5)).toBeCloseTo(20, 10)
    expect(words(0.9)).toBeCloseTo(60, 10)
  })

  it("report what is wrong with their parameters", () => {
    expect(problemOf({ kind: "triangular", least: 3, usual: 2, most: 6 })).toMatch(/ascend/)
    expect(() => quantileOf({ kind: "exponential", mean: 0 })).toThrow(/exponential: the mean/)
  })
})
