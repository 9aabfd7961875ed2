/** How feedback arrives: when, how much, and what. */
import type { Command } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import type { Arrivals } from "../../src/model/Arrivals.ts"
import type { Discipline } from "../../src/model/Staff.ts"
import { prepare } from "../../src/replicate/PreparedSimulation.ts"
import { crew, HOUR, queue, queuePolicy } from "../truth/Queue.ts"

const DAY = 24 * HOUR
const monday = Date.UTC(2026, 2, 2)
const policy = queuePolicy()

const come = (arrivals: Arrivals, { weeks = 4, seed = 1 } = {}) => {
  const work = { times: [{ time: { kind: "fixed", value: 0 } }] } as const
  const simulation = { ...queue(1, [crew("served", 1)], { weeks, seed, horizon: "terminating", work }), arrivals }
  const found: { readonly at: number; readonly channel: string; readonly category: string | undefined }[] = []
  const { run, plan } = prepare({ policy, simulation })
  run(0, plan.from, {
    decided: ({ channel, state }, command, _, at) => {
      if (command?.do === "submit") found.push({ at, channel, category: state.feedback.understanding?.category })
    }
  })
  return found
}

const share = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length

describe("feedback", () => {
  it("arrives as often as given", () => {
    // 28 days of 30 a day: the root of 840 is 29, and 3.3 of these contain 99.9% of all runs.
    expect(Math.abs(come({ perDay: 30, texts: ["report"] }).length - 840)).toBeLessThan(96)
    expect(come({ perDay: 30, factor: 2, texts: ["report"] }).length).toBeGreaterThan(1_500)
  })

  it("arrives as often if several arrive together, because each is counted", () => {
    const batch = { kind: "empirical", values: [1, 2, 3, 6] } as const
    // 280 groups with a variance of 12.5 around 3 have a deviation of 59, of which 3.3 contain 99.9% of all runs.
    const all = come({ perDay: 30, batch, texts: ["report"] })
    expect(Math.abs(all.length - 840)).toBeLessThan(195)
    expect(new Set(all.map(({ at }) => at)).size).toBeLessThan(all.length / 2)
  })

  it("follows the hours of the week, tested by chi-squared", () => {
    const profile = Array.from({ length: 168 }, (_, hour) => (hour < 24 ? 3 : hour % 24 === 9 ? 1 : 0) as number)
    const all = come({ perDay: 40, profile, texts: ["report"] })
    const hourOf = (at: number): number => Math.floor(((at - monday) % (7 * DAY)) / HOUR)
    expect(all.filter(({ at }) => profile[hourOf(at)] === 0)).toEqual([])
    const total = profile.reduce((sum, weight) => sum + weight, 0)
    const square = profile.reduce((sum, weight, hour) => {
      const expected = (all.length * weight) / total
      return weight === 0 ? sum : sum + (all.filter(({ at }) => hourOf(at) === hour).length - expected) ** 2 / expected
    }, 0)
    // 29 degrees of freedom: below 58.3 with probability 0.999.
    expect(square).toBeLessThan(58.3)
  })

  it("increases in campaigns and changes with seasons", () => {
    const campaigns = [{ from: monday + 7 * DAY, to: monday + 14 * DAY, times: 4 }]
    const swollen = come({ perDay: 20, campaigns, texts: ["report"] })
    expect(share(swollen, ({ at }) => at >= monday + 7 * DAY && at < monday + 14 * DAY)).toBeCloseTo(4 / 7, 1)
    const seasons = [1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    const ebbed = come({ perDay: 20, seasons, texts: ["report"] }, { weeks: 6 })
    expect(ebbed.filter(({ at }) => new Date(at).getUTCMonth() === 1)).toEqual([])
    expect(ebbed.length).toBeGreaterThan(400)
  })

  it("arrives in batches", () => {
    const all = come({ perDay: 5, batch: { kind: "fixed", value: 3 }, texts: ["report"] })
    const instants = new Map<number, number>()
    for (const { at } of all) instants.set(at, (instants.get(at) ?? 0) + 1)
    expect(new Set(instants.values())).toEqual(new Set([3]))
  })

  it("arrives as recorded", () => {
    const trace = [
      { at: monday + 5 * HOUR, text: "invoice", channel: "phone" },
      { at: monday + 2 * HOUR, text: "report" }
    ]
    const all = come({ trace, mix: { channels: { mail: 1 } } })
    expect(all).toEqual([
      { at: monday + 2 * HOUR, channel: "mail", category: "report" },
      { at: monday + 5 * HOUR, channel: "phone", category: "billing" }
    ])
  })

  it("that is recorded is counted over its own days, can be multiplied, and has returning customers", () => {
    const day = Date.UTC(2025, 4, 5)
    const trace = Array.from({ length: 40 }, (_, i) => ({ at: day + i * 6 * HOUR, text: "report", customer: "ann" }))
    const given = { arrivals: { trace, mix: { channels: { mail: 1 } } } }
    const { plan } = prepare({ policy, simulation: given })
    expect([plan.from, plan.until]).toEqual([day, day + 14 * DAY])
    const customers = (factor: number) => {
      const found: string[] = []
      const subject = { policy, simulation: { ...given, arrivals: { ...given.arrivals, factor } } }
      prepare(subject).run(0, plan.from, {
        decided: (_, command) => void (command?.do === "submit" && found.push(command.customer ?? ""))
      })
      return found
    }
    expect(customers(1)).toEqual(trace.map(() => "ann"))
    expect(customers(2.5).length).toBeGreaterThan(85)
    expect(customers(2.5).length).toBeLessThan(115)
    expect(customers(0.5).length).toBeLessThan(30)
    expect(new Set(customers(2))).toEqual(new Set(["ann", "ann (2)"]))
    expect(plan.assumptions.map(({ code }) => code)).not.toContain("words")
  })

  it("is reported if nearly all of it arrives outside working hours", () => {
    const office = Build.policy()
    const warned = (trace: readonly number[], more: Arrivals = {}) => {
      const arrivals = { ...more, trace: trace.map((hour) => ({ at: monday + hour * HOUR, text: "report" })) }
      const { assumptions } = prepare({ policy: office, simulation: { arrivals } }).plan
      return assumptions.flatMap(({ code, en }) => (code === "off-hours" ? [en.slice(0, en.indexOf(" of"))] : []))
    }
    const nights = Array.from({ length: 19 }, (_, day) => day * 24 + 2)
    expect(warned(nights)).toEqual(["100%"])
    expect(warned([...nights, 10])).toEqual(["95%"])
    expect(warned([...nights, 10, 11, 34])).toEqual([])
    const profile = Array.from({ length: 168 }, (_, hour) => (hour % 24 < 4 ? 1 : 0))
    const { assumptions } = prepare({ policy: office, simulation: { arrivals: { perDay: 2, profile } } }).plan
    expect(assumptions[0]?.code).toBe("off-hours")
  })

  it("fills in what its form requires, so that nobody is asked for it first", () => {
    const form = {
      require: ["verbatim", "tier", "urgent", "where", "happened-at"],
      offer: [],
      prefill: [],
      questions: {}
    }
    const asking = Build.policy({ form })
    const told = (arrivals: Arrivals) => {
      const submitted: Command.Submit[] = []
      let questions = 0
      const { run, plan } = prepare({ policy: asking, simulation: { weeks: 2, arrivals: { perDay: 6, ...arrivals } } })
      run(0, plan.from, {
        decided: (_, command) => void (command?.do === "submit" && submitted.push(command)),
        event: (_, { event }) => {
          if (event === "question-asked") questions += 1
        }
      })
      return { submitted, questions, said: plan.assumptions.find(({ code }) => code === "form-facts")?.en }
    }
    const { submitted, questions, said } = told({})
    expect(questions).toBe(0)
    expect(new Set(submitted.map(({ facts }) => facts?.["urgent"]))).toEqual(new Set([true, false]))
    expect(new Set(submitted.map(({ facts }) => facts?.["tier"])).size).toBeGreaterThan(1)
    expect(said).toMatch(/: tier, urgent\.$/)
    const onFile = told({ mix: { facts: { tier: { key: 1 } } } })
    expect(onFile.submitted.every(({ facts }) => facts?.["tier"] === undefined)).toBe(true)
    expect([onFile.questions, onFile.said]).toEqual([0, expect.stringMatching(/: urgent\.$/)])
  })

  it("has the given mix, in words that the policy reads so", () => {
    const mix = { categories: { report: 3, billing: 1 }, channels: { mail: 1, phone: 4 } }
    const all = come({ perDay: 60, mix })
    expect(share(all, ({ category }) => category === "report")).toBeCloseTo(0.75, 1)
    expect(share(all, ({ category }) => category === "report" || category === "billing")).toBe(1)
    expect(share(all, ({ channel }) => channel === "phone")).toBeCloseTo(0.8, 1)
  })

  it("has the same customers at the same instants, whatever else is simulated", () => {
    const instants = (arrivals: Arrivals): readonly number[] => come(arrivals).map(({ at }) => at)
    const all = instants({ perDay: 10, texts: ["report"] })
    expect(instants({ perDay: 10, texts: ["invoice"], mix: { channels: { phone: 1 } } })).toEqual(all)
  })
})

describe("the work that is taken up first", () => {
  /** A report has half a day, and an invoice ten hours; an invoice takes most of that. */
  const clocks = Build.bundle({
    clocks: {
      served: {
        gate: "served",
        metBy: ["passed:served"],
        within: [{ when: { category: "report" }, gives: Build.elapsedHours(12) }, { gives: Build.elapsedHours(10) }]
      }
    }
  }).clocks.filter(({ name }) => name === "served")
  const timed = queuePolicy(["served"], { clocks })

  const order = (discipline: Discipline) => {
    // All arrive while the only person is busy with the first.
    const trace = [
      { at: monday, text: "report" },
      { at: monday + 1, text: "invoice" },
      { at: monday + 2, text: "report" },
      { at: monday + HOUR / 2, text: "invoice" },
      { at: monday + 4 * HOUR, text: "report" }
    ]
    const hours = (count: number) => ({ kind: "fixed", value: count * HOUR }) as const
    const { run, plan } = prepare({
      policy: timed,
      simulation: {
        weeks: 1,
        horizon: "terminating",
        arrivals: { trace, mix: { channels: { mail: 1 } } },
        work: { times: [{ category: "report", time: hours(6) }, { time: hours(1) }] },
        staff: { people: [crew("served", 1)], discipline }
      }
    })
    const began: string[] = []
    run(0, plan.from, { began: ({ live }) => void began.push(live.id) })
    return began
  }

  it("is the first to arrive, or the strongest, or the first due, or the one with the least slack", () => {
    expect(order("fifo")).toEqual(["T1", "T2", "T3", "T4", "T5"])
    // A report is stronger than an invoice.
    expect(order("priority")).toEqual(["T1", "T3", "T5", "T2", "T4"])
    // Invoices are due two hours sooner …
    expect(order("earliest-due")).toEqual(["T1", "T2", "T4", "T3", "T5"])
    // … but a report takes five hours more.
    expect(order("least-slack")).toEqual(["T1", "T3", "T2", "T4", "T5"])
  })

  it("is by default the first due, as worklists show it", () => {
    const { plan } = prepare({ policy: timed, simulation: { arrivals: { trace: [] } } })
    expect(plan.discipline).toBe("earliest-due")
  })
})
