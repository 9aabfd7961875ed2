/** A partial simulation is completed; settings without effect, or invalid ones, are reported. */
import { describe, expect, it } from "vitest"
import { complete } from "../../src/complete/Completion.ts"
import type { Arrivals, Traced } from "../../src/model/Arrivals.ts"
import type { Simulation } from "../../src/model/Simulation.ts"
import { base, policyOf } from "../run/SmallDesk.ts"

const policy = policyOf()
const planOf = (simulation: Simulation) => complete(policy, { ...base, ...simulation })
const said = (simulation: Simulation): ReadonlyMap<string, string> =>
  new Map(planOf(simulation).assumptions.map(({ code, en }) => [code, en]))

/** Returns how often each is chosen, in percent. */
const shares = (choose: (share: number) => string | undefined): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {}
  for (let i = 0; i < 1000; i++) {
    const name = choose((i + 0.5) / 1000) ?? "nothing"
    found[name] = (found[name] ?? 0) + 0.1
  }
  return Object.fromEntries(Object.entries(found).map(([name, share]) => [name, Number(share.toFixed(1))]))
}

describe("an answer of customers", () => {
  const answers = (proposals: NonNullable<NonNullable<Simulation["customers"]>["proposals"]>) =>
    shares(planOf({ customers: { proposals } }).customers.proposals.says)

  it("has its given share; those without one divide the rest", () => {
    expect(answers({ agree: 0.5 })).toEqual({ agree: 50, counter: 37.5, refuse: 12.5 })
    expect(answers({ agree: 0.7, refuse: 0.3 })).toEqual({ agree: 70, refuse: 30 })
    expect(answers({ silent: 0.2 })).toEqual({ agree: 64, counter: 12, refuse: 4, silent: 20 })
  })

  it("is silence if the other answers are given and leave something", () => {
    expect(answers({ agree: 0.6, counter: 0.1, refuse: 0.1 })).toEqual({
      agree: 60,
      counter: 10,
      refuse: 10,
      silent: 20
    })
  })

  it("is reported as assumed as far as it is not given", () => {
    const told = said({ customers: { proposals: { agree: 0.5 } } })
    expect(told.get("proposal-delay")).toBe("Customers answer a proposal after 4 hours (median).")
    expect(told.get("proposal-answers")).toBe(
      "Of the customers with a proposal, 50% agree, 37.5% counter, 12.5% refuse, 0% never answer."
    )
    // No gate of this policy asks for a confirmation.
    expect(told.has("confirmation-delay") || told.has("confirmation-answers")).toBe(false)
    expect(said({ customers: { proposals: { agree: 1 } } }).has("proposal-answers")).toBe(false)
  })

  it("after lost patience has its given share; the other customers go on waiting", () => {
    const lasts = { kind: "fixed", value: 1 } as const
    const reaction = { again: 0.5, escalates: 0.1, leaves: 0.05 }
    const { patience } = planOf({ customers: { patience: { lasts, until: "begun", reaction } } }).customers
    expect(shares(patience?.reaction ?? (() => ""))).toEqual({ again: 50, escalates: 10, leaves: 5, nothing: 35 })
  })
})

describe("a simulation", () => {
  it("reports which roles cost nothing", () => {
    expect(said({ money: { hours: { agent: 90 } } }).get("money-of")).toContain("supervisor, director")
    expect(said({ money: { hours: { agent: 90, supervisor: 1, director: 0 } } }).has("money-of")).toBe(false)
  })

  it("reports the assumed durations of work at no gate", () => {
    const time = { kind: "fixed", value: 60_000 } as const
    const told = said({
      work: {
        times: [
          { errand: "action", time },
          { errand: "approval", category: "billing", time }
        ]
      }
    })
    expect(told.get("errand-times")).toContain("also assumed: approval 10 min, spot check")
    expect(told.get("errand-times")).not.toContain("action")
    expect(said({ work: { times: [{ time }] } }).has("errand-times")).toBe(false)
  })

  it("reports what never happens because its share is not given", () => {
    expect(said({}).get("smooth")).toBe(
      "This never happens: work done again, a case handed over, an approval denied, a spot check that finds fault, a case split."
    )
    const all = { ...base.work, rework: 0, handOver: 0, denied: 0, foundWrong: 0, splits: 0.1 }
    expect(said({ work: all }).has("smooth")).toBe(false)
  })

  it("reports that nothing arrives, and what is outside its time", () => {
    const far = { from: Date.UTC(2030, 0, 1), to: Date.UTC(2030, 0, 8) }
    const told = said({
      arrivals: { perDay: 0, campaigns: [{ ...far, times: 2 }] },
      staff: { people: [{ id: "ann", roles: ["agent"], away: [far] }] }
    })
    expect(told.has("nothing-arrives")).toBe(true)
    expect(told.get("elsewhere")).toContain("a campaign from 2030-01-01, ann away from 2030-01-01")
    expect(said({}).has("nothing-arrives")).toBe(false)
    const trace = [{ at: Date.UTC(2026, 2, 3) }]
    expect(said({ arrivals: { trace }, from: "2026-05-04" }).has("nothing-arrives")).toBe(true)
  })

  it("reports settings of arrivals that a record leaves unused", () => {
    const trace = [{ at: Date.UTC(2026, 2, 3) }]
    expect(said({ arrivals: { trace, perDay: 4, seasons: [] } }).get("as-recorded")).toContain("per-day, months")
    expect(said({ arrivals: { trace } }).has("as-recorded")).toBe(false)
    const batch = { kind: "fixed", value: 2 } as const
    const mix = { categories: { billing: 1 }, channels: { mail: 1 }, emotions: { furious: 1 } }
    const given: Arrivals = { batch, mix, texts: ["report"], factor: 2 }
    const told = (one: Partial<Traced>, causes: Simulation["causes"] = []) =>
      said({ arrivals: { ...given, trace: [{ at: Date.UTC(2026, 2, 3), ...one }] }, causes }).get("as-recorded")
    expect(told({})).toMatch(/: batch\.$/)
    expect(told({ text: "?", channel: "mail" })).toMatch(
      /: batch, texts, categories of the mix, channels of the mix, emotions of the mix\.$/
    )
    // A fault brings cases that no record has.
    expect(told({ text: "?" }, [{ name: "printer", every: batch, perDay: 1, category: "billing" }])).toBeUndefined()
  })

  it.each<readonly [string, Simulation, RegExp]>([
    ["more arrivals than end", { arrivals: { perDay: 1e6 } }, /more than 1000000 per replication/u],
    [
      "more arrivals in a campaign",
      { arrivals: { perDay: 10, campaigns: [{ from: 0, to: 1, times: 1e6 }] } },
      /more than 1000000/u
    ],
    [
      "more arrivals of a fault",
      { causes: [{ name: "a", every: { kind: "fixed", value: 1 }, perDay: 1e9, category: "billing" }] },
      /more than 1000000/u
    ],
    ["more people than a town", { staff: { people: [{ id: "a", roles: ["agent"], count: 10_001 }] } }, /10000 people/u],
    ["a beginning as long as all", { horizon: "steady", weeks: 1, warmUp: 7 * 86_400_000 }, /^warm-up: as long as/u],
    ["a year without calendars", { from: "1800-01-06" }, /not a date from 1970 to 2199/u]
  ])("is refused with %s", (_, simulation, says) => {
    expect(() => planOf(simulation)).toThrow(says)
  })
})
