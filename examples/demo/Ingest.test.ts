import { describe, expect, it } from "vitest"
import { examples } from "./Example.ts"
import { worldOf } from "./Run.ts"

describe.each(examples)("rows of the example $name", (example) => {
  const { intake, world } = worldOf(example, "1")

  it("become arrivals or are counted as left out", () => {
    expect(intake.arrivals.length + intake.leftOut).toBe(intake.rows)
    expect(new Set(intake.arrivals.map((one) => one.key)).size).toBe(intake.arrivals.length)
  })

  it("arrive one after the other, each at a different instant", () => {
    const instants = intake.arrivals.map((one) => one.at)
    expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b))
    for (const { at, ...arrival } of intake.arrivals)
      if ("feedback" in arrival) expect(arrival.feedback.received).toEqual(new Date(at))
  })

  it("arrive in the same order at the same instants for the same seed", () => {
    expect(worldOf(example, "1").intake.arrivals).toEqual(intake.arrivals)
  })

  it("have categories that the policy knows, where people classified them", () => {
    const known = world.policy.bundle.dictionary.categories.map((category) => category.name)
    expect([...intake.readings.values()].map((one) => one.category).filter((one) => !known.includes(one))).toEqual([])
  })
})

describe("rows without an instant", () => {
  const dining = examples.find((one) => one.undated !== undefined)

  it("get an instant within the span from the seed, and a different one from another seed", () => {
    if (dining?.undated === undefined) throw new Error("no example has undated rows")
    const { from, length } = dining.undated
    const instants = (seed: string): readonly number[] => worldOf(dining, seed).intake.arrivals.map((one) => one.at)
    const day = 24 * 3_600_000
    for (const at of instants("1")) expect(at > from - day && at < from + length + day).toBe(true)
    expect(instants("2")).not.toEqual(instants("1"))
  })
})

describe("rows that cannot be read", () => {
  it("arrive with their raw text and the reason", () => {
    const itr = examples.find((one) => one.name === "itr-service")
    if (itr === undefined) throw new Error("no such example")
    const bad = worldOf(itr, "1").intake.arrivals.flatMap((one) => ("raw" in one ? [one] : []))
    expect(bad.map((one) => one.reason)).toEqual([
      "row/no-instant 2026-10-32T15:00:00+08:00",
      "row/no-instant 昨天下午",
      "row/unreadable"
    ])
    expect(bad[2]?.raw).toMatch(/^\{"no":"F-0120b"/)
  })

  it("are left out when they have no text and the table was published without the text of some customers", () => {
    const finance = examples.find((one) => one.wordless === "left-out")
    if (finance === undefined) throw new Error("no such example")
    const { intake } = worldOf(finance, "1")
    expect(intake).toMatchObject({ rows: 268, leftOut: 167 })
  })
})
