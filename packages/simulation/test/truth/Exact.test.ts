/** Laws that hold for every run, to the millisecond. */
import { describe, expect, it } from "vitest"
import { crew, figureIn, HOUR, queue, queuePolicy, served } from "./Queue.ts"

const policy = queuePolicy()
const hourly = { times: [{ time: { kind: "exponential", mean: HOUR } }] } as const
const short = { weeks: 1, horizon: "terminating", work: hourly, seed: 11 } as const

describe("every run", () => {
  it("satisfies Lindley's recursion with one server", () => {
    const { all } = served(policy, queue(0.8, [crew("served", 1)], short))
    expect(all.length).toBeGreaterThan(100)
    let wait = 0
    const off = all.filter((one, i) => {
      const before = all[i - 1]
      if (before !== undefined) wait = Math.max(0, wait + before.duration - (one.came - before.came))
      return Math.abs(one.began - one.came - wait) > 1e-9
    })
    expect(off).toEqual([])
  })

  it("satisfies the recursion of Kiefer and Wolfowitz with three", () => {
    const { all } = served(policy, queue(2.4, [crew("served", 3)], short))
    let load: readonly number[] = [0, 0, 0]
    const off = all.filter((one, i) => {
      const gap = i === 0 ? 0 : one.came - (all[i - 1]?.came ?? 0)
      load = load.map((left) => Math.max(0, left - gap)).sort((a, b) => a - b)
      const [wait = 0] = load
      load = [wait + one.duration, ...load.slice(1)]
      return Math.abs(one.began - one.came - wait) > 1e-9
    })
    expect(all.length).toBeGreaterThan(300)
    expect(off).toEqual([])
  })

  it("satisfies Little's law: the time of all cases is the area under their number", () => {
    const { outcome } = served(policy, queue(2.4, [crew("served", 3)], short))
    const [inHand, time, arrived] = ["in-hand", "time-to-answer", "arrived"].map((metric) => figureIn(outcome, metric))
    expect(arrived?.sum).toBe(time?.of)
    expect(inHand?.sum).toBe(time?.sum)
    expect(inHand?.sum).toBeGreaterThan(HOUR)
  })

  it("is the same in open hours as round the clock, if both arrivals and work keep to them", () => {
    // Two hours a day are open, so the run is the round-the-clock run with the nights removed.
    const gaps = Array.from({ length: 120 }, (_, i) => (((i * 7_919) % 101) / 101) * HOUR)
    const instants = gaps.map((_, i) => gaps.slice(0, i + 1).reduce((sum, gap) => sum + Math.round(gap), 0))
    const texts = { texts: ["report"] }
    const at = (inside: number, isOpen: boolean): number =>
      monday + (isOpen ? Math.floor(inside / (2 * HOUR)) * 24 * HOUR + 9 * HOUR + (inside % (2 * HOUR)) : inside)
    const run = (isOpen: boolean) =>
      served(
        policy,
        queue(1, [crew("served", 1, isOpen ? { shift: mornings } : {})], {
          ...short,
          weeks: 8,
          from: "2026-03-02",
          arrivals: { ...texts, trace: instants.map((inside) => ({ at: at(inside, isOpen) })) },
          work: { times: [{ time: { kind: "exponential", mean: 0.4 * HOUR } }] }
        })
      ).all
    const inside = (instant: number): number => {
      const days = Math.floor((instant - monday) / (24 * HOUR))
      return days * 2 * HOUR + Math.min(2 * HOUR, instant - monday - days * 24 * HOUR - 9 * HOUR)
    }
    const open = run(true).map(({ came, began, duration }) => [inside(began) - inside(came), duration])
    const always = run(false).map(({ came, began, duration }) => [began - came, duration])
    expect(open).toEqual(always)
    expect(open.some(([wait = 0]) => wait > 0)).toBe(true)
  })
})

const monday = Date.UTC(2026, 2, 2)
const mornings = { weekly: Array.from({ length: 7 }, () => [[540, 660]] as const), zone: "UTC" }
