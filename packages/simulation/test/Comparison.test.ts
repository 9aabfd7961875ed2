/** Two subjects with the same random numbers. */
import { describe, expect, it } from "vitest"
import { answer, askSensitivity, askSmallestStaff, askSweep, compare, judge, simulate } from "../src/index.ts"
import { crew, HOUR, queue, queuePolicy } from "./truth/Queue.ts"

const policy = queuePolicy()
const work = { times: [{ time: { kind: "exponential", mean: HOUR } }] } as const
const withServers = (count: number, perHour = 1.6) =>
  queue(perHour, [crew("served", count)], { weeks: 1, warmUp: 24 * HOUR, replications: { least: 5 }, work })
const subject = (count: number, perHour?: number) => ({ policy, simulation: withServers(count, perHour) })

describe("a comparison", () => {
  it("of a subject with itself is exactly zero", () => {
    const { differences, firstChange, before, after } = compare(subject(3), subject(3))
    expect(firstChange).toBeUndefined()
    expect(JSON.stringify(before)).toBe(JSON.stringify(after))
    const estimated = differences.filter(({ status }) => status === "estimated")
    expect(estimated.length).toBeGreaterThan(10)
    for (const one of estimated) expect([one.difference, one.halfWidth, one.byChance]).toEqual([0, 0, 1])
  })

  it("has the time and the seed of the first, and lists the settings of the second without effect", () => {
    const { simulation } = subject(3)
    const other = { ...simulation, from: "2026-09-07", weeks: 2, seed: 9, replications: { least: 2 }, warmUp: 0 }
    const { firstChange, before, after } = compare(subject(3), { policy, simulation: other })
    expect(firstChange).toBeUndefined()
    expect(after.estimates).toEqual(before.estimates)
    const told = after.assumptions.find(({ code }) => code === "as-first")
    expect(told?.en).toMatch(/: from, weeks, warm-up, seed, replications\.$/)
    expect(told?.["zh-CN"]).toMatch(/：自、周数、预热、随机种子、重复次数。$/)
  })

  it("shows with common random numbers what independent ones would hide", () => {
    const { differences, firstChange } = compare(subject(3), subject(4))
    const wait = differences.find(({ metric, statistic }) => metric === "time-to-answer" && statistic === "mean")
    expect(wait?.high).toBeLessThan(0)
    expect(wait?.probabilityBetter).toBeGreaterThan(0.975)
    expect(wait?.varianceReduction).toBeGreaterThan(1)
    expect(firstChange?.changed).toBeGreaterThan(0)
    expect(firstChange?.changed).toBeLessThan(firstChange?.of ?? 0)
  })

  it("gives no mean of anything that grows if work piles up on one side", () => {
    const both = (count: number) => ({
      policy,
      simulation: { ...withServers(count), horizon: "steady" as const, weeks: 4 }
    })
    const { before, after, differences } = compare(both(3), both(1))
    expect([before.isUnstable, after.isUnstable]).toEqual([false, true])
    const grown = differences.filter(({ metric }) => metric === "time-to-answer" || metric === "in-hand")
    expect(grown.length).toBeGreaterThan(3)
    for (const one of grown) expect(Object.keys(one).sort()).toEqual(["about", "metric", "statistic", "status"])
    expect(differences.some(({ metric, status }) => metric === "utilisation" && status === "estimated")).toBe(true)
  })

  it("names the case that changed first, and the line of the policy", () => {
    const within = { ...policy.bundle.problems.within }
    const other = queuePolicy(["served"], { problems: { same: ["category"], within } })
    const { firstChange, differences } = compare(subject(3), { policy: other, simulation: withServers(3) })
    expect(firstChange).toMatchObject({ replication: 0, case: "S1" })
    expect(firstChange?.after).toMatchObject({ event: { event: "case-linked" }, rule: "problems.same" })
    expect(firstChange?.after?.place?.file).toBe("build.policy.yaml")
    // This change has no effect on anybody.
    const wait = differences.find(({ metric }) => metric === "time-to-answer")
    expect(wait?.difference).toBe(0)
  })
})

describe("a question", () => {
  it("a sweep has a report for each value", () => {
    const swept = answer(askSweep([2, 3], (count) => subject(count, 1.2)))
    const waits = swept.map(({ report }) => report.estimates.find(({ metric }) => metric === "time-to-answer")?.value)
    expect(waits[0]).toBeGreaterThan(waits[1] ?? Number.POSITIVE_INFINITY)
  })

  it("the smallest staff keeps the target with its interval, and one fewer does not", () => {
    const target = { metric: "wait", about: { gate: "served" }, atMost: HOUR / 2 } as const
    const question = { worker: "served", most: 8, targets: [target] }
    const { count, tried } = answer(askSmallestStaff(subject(1), question))
    expect(count).toBe(3)
    expect(judge(simulate(policy, withServers(3)), target).verdict).toBe("pass")
    expect(tried.find((one) => one.count === 2)?.judgement.verdict).not.toBe("pass")
    expect(() => answer(askSmallestStaff(subject(1), { ...question, worker: "nobody" }))).toThrow(/"nobody"/)
  })

  it("the smallest staff of a role keeps existing people, and adds copies of the last one", () => {
    const people = [
      { ...crew("ann", 1), roles: ["served"] },
      { id: "ben", roles: ["served"], shift: crew("ben", 1).shift ?? { weekly: [] } }
    ]
    const target = { metric: "wait", about: { gate: "served" }, atMost: HOUR / 2 } as const
    const simulation = { ...withServers(1), staff: { people } }
    const { count } = answer(askSmallestStaff({ policy, simulation }, { worker: "served", most: 8, targets: [target] }))
    expect(count).toBe(3)
  })

  it("an uncertain result is marked, with the number of replications that would decide", () => {
    const report = simulate(policy, withServers(3))
    const value = report.estimates.find(({ metric }) => metric === "time-to-answer")?.value ?? 0
    const judgement = judge(report, { metric: "time-to-answer", atMost: value * 1.001 })
    expect(judgement.verdict).toBe("inconclusive")
    expect(judgement.replicationsNeeded).toBeGreaterThan(report.identity.replications)
    expect(judge(report, { metric: "time-to-answer", atMost: value / 2 }).verdict).toBe("fail")
  })

  it("sensitivity lists the greatest influence first", () => {
    const { influences: all } = answer(askSensitivity(subject(2, 1.2), { metric: "time-to-answer" }))
    expect(all.map(({ factor }) => factor).sort()).toEqual(["arrivals", "staff", "work"])
    const [first, second] = all.map(({ less, more }) =>
      Math.max(Math.abs(less?.difference ?? 0), Math.abs(more?.difference ?? 0))
    )
    expect(first).toBeGreaterThanOrEqual(second ?? Number.POSITIVE_INFINITY)
    const arrivals = all.find(({ factor }) => factor === "arrivals")
    expect(arrivals?.less?.difference).toBeLessThan(0)
    expect(arrivals?.more?.difference).toBeGreaterThan(0)
  })

  it("sensitivity varies the factors that a simulation gives", () => {
    const { simulation } = subject(2, 0.6)
    const doubled = { policy, simulation: { ...simulation, arrivals: { ...simulation.arrivals, factor: 2 } } }
    const { influences } = answer(askSensitivity(doubled, { metric: "time-to-answer" }))
    const arrivals = influences.find(({ factor }) => factor === "arrivals")
    expect(arrivals?.less?.difference).toBeLessThan(0)
    expect(arrivals?.more?.difference).toBeGreaterThan(0)
  })
})
