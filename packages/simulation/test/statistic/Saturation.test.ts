/** A desk that cannot keep up is distinguished from one that can, with one replication as with many. */
import { describe, expect, it } from "vitest"
import { simulate } from "../../src/replicate/SimulationRun.ts"
import { estimateIn } from "../../src/report/Report.ts"
import { average } from "../../src/statistic/Interval.ts"
import { isSaturated } from "../../src/statistic/Saturation.ts"
import { crew, HOUR, queue, queuePolicy } from "../truth/Queue.ts"

/** Uniform numbers that are the same in every run.  Source: mulberry32. */
const numbers = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let word = Math.imul(state ^ (state >>> 15), 1 | state)
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Simulates a desk that serves one an hour, at random: the number there on each day, and how busy it is in the second
 * half.
 */
const desk = (load: number, days: number, seed: number, serves = 1) => {
  const draw = numbers(seed)
  const series = new Array<number>(days).fill(0)
  let [now, there, busy] = [0, 0, 0]
  while (now < days * 24) {
    const rate = load + (there > 0 ? serves : 0)
    const next = Math.min(days * 24, now - Math.log(1 - draw()) / rate)
    for (let at = now; at < next; ) {
      const day = Math.floor(at / 24)
      const end = Math.min(next, (day + 1) * 24)
      series[day] = (series[day] ?? 0) + (there * (end - at)) / 24
      if (there > 0 && serves > 0 && day >= days / 2) busy += end - at
      at = end
    }
    now = next
    there += draw() < load / rate ? 1 : -1
  }
  return { series, busy: busy / (days * 12) }
}

/** Returns in how many of 40 runs work piles up. */
const said = (load: number, { days, replications }: { days: number; replications: number }, serves = 1): number =>
  Array.from({ length: 40 }, (_, k) => {
    const runs = Array.from({ length: replications }, (_, i) => desk(load, days, 100 * k + i, serves))
    return isSaturated({ series: runs.map(({ series }) => series), busiest: average(runs.map(({ busy }) => busy)) })
  }).filter((is) => is).length

const sizes = [14, 28, 84].flatMap((days) => [1, 2, 3, 10].map((replications) => ({ days, replications })))

describe("work piles up", () => {
  it.each(sizes)("if more arrives than is done: $days days, $replications replications", (size) => {
    expect(said(1.2, size)).toBeGreaterThanOrEqual(36)
    expect(said(1.5, size)).toBe(40)
  })

  it.each(sizes)("in no other case: $days days, $replications replications", (size) => {
    expect([0.3, 0.6].map((load) => said(load, size))).toEqual([0, 0])
    expect(said(0.8, size)).toBeLessThanOrEqual(1)
    // Near the limit a short run cannot decide; most of the time it is right.
    expect(said(0.9, size)).toBeLessThanOrEqual(8)
  })

  it.each(sizes.filter(({ days }) => days >= 28))(
    "if nobody does it, even if people are free: $days days, $replications replications",
    (size) => {
      expect(said(0.1, size, 0)).toBeGreaterThanOrEqual(38)
    }
  )

  it("in no case of weeks and holidays that vary, or of nothing at all", () => {
    const weekly = (day: number): number => 20 + (day % 7 >= 5 ? 8 : 0) + (day > 60 && day < 66 ? 25 : 0)
    const swings = Array.from({ length: 4 }, (_, r) => Array.from({ length: 70 }, (_, day) => weekly(day) + (r % 2)))
    expect(isSaturated({ series: swings, busiest: 0.7 })).toBe(false)
    expect(isSaturated({ series: [], busiest: 0 })).toBe(false)
    expect(isSaturated({ series: [[0, 0, 0, 1]], busiest: 0.99 })).toBe(false)
  })

  it("and then has no mean of what grows, but the amount of work and how busy people were", () => {
    const report = simulate(
      queuePolicy(),
      queue(1.5, [crew("served", 1)], {
        weeks: 2,
        replications: { least: 1 },
        work: { times: [{ time: { kind: "fixed", value: HOUR } }] }
      })
    )
    expect(report.isUnstable).toBe(true)
    expect(estimateIn(report, "wait", { gate: "served" })).toMatchObject({ status: "unstable" })
    expect(estimateIn(report, "wait", { gate: "served" })?.value).toBeUndefined()
    expect(estimateIn(report, "in-hand")?.value).toBeUndefined()
    expect(estimateIn(report, "utilisation", { role: "served" })?.value).toBeGreaterThan(0.97)
  })
})

describe("fewer than ten values", () => {
  it("give no figure: neither a mean nor a quantile", () => {
    const few = simulate(
      queuePolicy(),
      queue(0.005, [crew("served", 1)], { weeks: 2, warmUp: 0, replications: { least: 2 } })
    )
    const waits = few.estimates.filter(({ metric }) => metric === "wait" || metric === "time-to-answer")
    expect(waits.length).toBeGreaterThan(0)
    for (const one of waits) {
      expect(one.count).toBeLessThan(10)
      expect(one).toMatchObject({ status: "insufficient" })
      expect([one.value, one.low, one.high]).toEqual([undefined, undefined, undefined])
    }
  })
})
