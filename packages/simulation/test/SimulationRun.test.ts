/** A whole simulation of a small real policy: its report, which is the same whenever and wherever it runs. */
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import {
  answerFrom,
  askReport,
  compare,
  estimateIn,
  metrics,
  metricWord,
  prepare,
  type Simulation,
  settled,
  simulate
} from "../src/index.ts"
import { settledLike } from "../src/replicate/UsualArrivals.ts"
import { crew, HOUR, queue, queuePolicy } from "./truth/Queue.ts"

const policy = Build.policy()

const small: Simulation = {
  weeks: 4,
  seed: 3,
  warmUp: 7 * 86_400_000,
  replications: { least: 3 },
  arrivals: { perDay: 2 },
  staff: {
    people: [
      { id: "ann", roles: ["agent"], count: 4 },
      { id: "sam", roles: ["supervisor"], count: 2 },
      { id: "dora", roles: ["director"] },
      { id: "quinn", roles: ["quality"] }
    ]
  }
}

describe("a simulation", () => {
  const report = simulate(policy, small)

  it("reports on clocks, gates, grades, categories, channels, roles and people", () => {
    const found = (metric: keyof typeof metrics, about = {}) => estimateIn(report, metric, about)
    expect(found("attainment", { clock: "acknowledged" })).toMatchObject({ status: "estimated" })
    expect(found("attainment", { clock: "acknowledged", grade: "P2" })?.count).toBeGreaterThan(10)
    expect(found("wait", { gate: "acknowledged" })?.value).toBeGreaterThan(0)
    expect(found("time-to-answer", { category: "report" })?.value).toBeGreaterThan(0)
    expect(found("time-to-answer", { channel: "phone" })?.value).toBeGreaterThan(0)
    expect(found("utilisation", { role: "agent" })?.value).toBeGreaterThan(0)
    expect(found("utilisation", { person: "ann-1" })?.value).toBeLessThanOrEqual(1)
    expect(found("arrived")?.value).toBeCloseTo(14, -1)
  })

  it("has figures of groups that add up to the whole: open cases, answers, and the work of people", () => {
    const value = (metric: keyof typeof metrics, about = {}) => estimateIn(report, metric, about)?.value ?? 0
    const of = (metric: keyof typeof metrics, dimension: string, statistic = "mean") =>
      report.estimates.filter(
        (one) => one.metric === metric && one.statistic === statistic && Object.keys(one.about).join() === dimension
      )
    const sum = (all: ReturnType<typeof of>) => all.reduce((total, one) => total + (one.value ?? 0), 0)
    for (const metric of ["in-hand", "open", "answered"] as const)
      expect(sum(of(metric, "channel"))).toBeCloseTo(value(metric), 6)
    expect(value("in-hand", { grade: "P2" })).toBeGreaterThan(0)
    for (const metric of ["wait", "work"] as const) {
      const counts = (dimension: string) => of(metric, dimension).reduce((total, { count }) => total + count, 0)
      expect(counts("person")).toBe(counts("gate") + counts("errand"))
      expect(of(metric, "role", "p99").length).toBeGreaterThan(1)
    }
  })

  it("has an interval for every number, and none with too few values", () => {
    for (const one of report.estimates) {
      if (one.status === "insufficient") expect(one.value).toBeUndefined()
      if (one.status !== "estimated") continue
      expect(one.low, JSON.stringify(one)).toBeLessThanOrEqual(one.value ?? 0)
      expect(one.high).toBeGreaterThanOrEqual(one.value ?? 0)
    }
    expect(report.estimates.some(({ status }) => status === "insufficient")).toBe(true)
  })

  it("is complete: nobody waits for ever, and nobody is refused", () => {
    expect(estimateIn(report, "unanswered")?.value).toBe(0)
    expect(estimateIn(report, "refused")?.value).toBe(0)
    expect(report.isUnstable).toBe(false)
  })

  it("lists its assumptions, in both languages", () => {
    expect(report.assumptions.map(({ code }) => code)).toContain("times")
    for (const { en, "zh-CN": zh } of report.assumptions) expect([en, zh].every((text) => text.length > 3)).toBe(true)
    expect(report.assumptions.map(({ code }) => code)).not.toContain("arrivals")
  })

  it("is the same, byte by byte, for the same inputs", () => {
    expect(JSON.stringify(simulate(policy, small))).toBe(JSON.stringify(report))
  })

  it("is the same with any number of threads: outcomes come from elsewhere, in any order", async () => {
    const there = await answerFrom(askReport({ policy, simulation: small }), {
      run: async (round) => {
        // Every other replication runs elsewhere, the last one first; its outcome was JSON in between.
        const order = [...round.replications].sort((a, b) => (a % 2) - (b % 2) || b - a)
        const elsewhere = prepare({ policy, simulation: small })
        return order.map((one) => JSON.parse(JSON.stringify(elsewhere.run(one, round.countedFrom))))
      },
      turn: async () => {}
    })
    expect(JSON.stringify(there)).toBe(JSON.stringify(report))
  })

  it("has other numbers with another seed", () => {
    const other = simulate(policy, { ...small, seed: 4, replications: { least: 2 } })
    expect(estimateIn(other, "time-to-answer")?.value).not.toBe(estimateIn(report, "time-to-answer")?.value)
  })

  it("reports that work piles up instead of a mean", () => {
    const simulation = queue(2, [crew("served", 1)], { weeks: 2, warmUp: 0, replications: { least: 4 } })
    const crowded = simulate(queuePolicy(), {
      ...simulation,
      work: { times: [{ time: { kind: "exponential", mean: HOUR } }] }
    })
    expect(crowded.isUnstable).toBe(true)
    expect(estimateIn(crowded, "time-to-answer")).toMatchObject({ status: "unstable" })
    expect(estimateIn(crowded, "time-to-answer")?.value).toBeUndefined()
    expect(estimateIn(crowded, "utilisation")?.value).toBeGreaterThan(0.95)
  })

  it("runs with only a policy", () => {
    const alone = simulate(policy, { weeks: 1, replications: { least: 2 } })
    expect(alone.assumptions.map(({ code }) => code)).toContain("staff")
    expect(estimateIn(alone, "arrived")?.value).toBeGreaterThan(0)
  })

  it("names what does not fit", () => {
    expect(() => simulate(policy, { from: "monday" })).toThrow(/from: "monday" is not a date/)
    expect(() => simulate(policy, { seed: -1 })).toThrow(/seed/)
    expect(() =>
      simulate(policy, { staff: { people: [{ id: "ann", roles: ["agent"], calendar: "nights" }] } })
    ).toThrow(/ann: the policy has no calendar "nights"/)
  })
})

describe("figures", () => {
  it("have names in both languages", () => {
    for (const name of Object.keys(metrics) as (keyof typeof metrics)[])
      expect(metricWord(name, "zh-CN")).not.toBe(metricWord(name, "en"))
  })
})

describe("a policy alone", () => {
  const small: Simulation = { weeks: 8, replications: { least: 3 } }
  const report = simulate(policy, small)

  it("gives a realistic desk: the busiest people are neither idle nor always busy, and most deadlines are met", () => {
    expect(report.isUnstable).toBe(false)
    const busy = ["agent", "supervisor", "director", "quality"].map(
      (role) => estimateIn(report, "utilisation", { role })?.value ?? 0
    )
    expect(Math.max(...busy)).toBeGreaterThan(0.45)
    expect(Math.max(...busy)).toBeLessThan(0.85)
    expect(estimateIn(report, "attainment", { clock: "acknowledged" })?.value).toBeGreaterThan(0.85)
  })

  it("reports the number of arrivals and its reason, with the titles of the policy, in both languages", () => {
    const said = report.assumptions.find(({ code }) => code === "arrivals")
    expect(said?.en).toMatch(/^\d[\d.]* pieces of feedback arrive per day on average: enough to keep the busiest role/)
    expect(said?.["zh-CN"]).toMatch(/^平均每天收到 \d[\d.]* 件反馈：按此件数，最忙的角色/)
    const times = report.assumptions.find(({ code }) => code === "times")
    expect(times?.en).toContain("proposal 20 min")
    expect(times?.["zh-CN"]).toContain("方案 20 分钟")
    expect(times?.["zh-CN"]).not.toMatch(/[a-z]/)
  })

  it("gives another staff the same number of arrivals, so that they can be compared, for any seed", () => {
    const people = [{ id: "a", roles: ["agent"], count: 9 }]
    const subject = { policy, simulation: { ...small, weeks: 1, warmUp: 0, replications: { least: 2 } } }
    const other = { policy, simulation: { ...subject.simulation, seed: 9, staff: { people } } }
    const { perDay, reckonedOf } = settled(subject).simulation.arrivals ?? {}
    expect(perDay).toBeGreaterThan(0)
    // The trials have their own length, which a long beginning does not exceed.
    const late = { policy, simulation: { ...subject.simulation, weeks: 12, warmUp: 63 * 86_400_000 } }
    expect(settled(late).simulation.arrivals).toEqual({ perDay, reckonedOf })
    expect(settledLike(other, subject).simulation).toEqual({ ...other.simulation, arrivals: { perDay, reckonedOf } })
    const { before, after } = compare(subject, { policy, simulation: { ...other.simulation, seed: 1 } })
    expect(estimateIn(after, "arrived")?.value).toBe(estimateIn(before, "arrived")?.value)
  }, 60_000)
})
