/**
 * Acts of people beside their work: pauses, extensions, waivers and splits, by real commands and with permissions.
 */
import { defined } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import type { WorkModel } from "../../src/model/Work.ts"
import { figureIn, HOUR } from "../truth/Queue.ts"
import { agents, base, policyOf, run } from "./SmallDesk.ts"

const DAY = 24 * HOUR

/** The clock of the result pauses for customers, and can be extended once. */
const policyWith = (more: Parameters<typeof policyOf>[0] = {}) =>
  policyOf({
    clocks: {
      told: {
        within: Build.hours(16),
        gate: "told",
        metBy: ["passed:told"],
        pause: { "waiting-on-customer": Build.days(10) },
        extend: { times: 1, each: Build.hours(16), approve: ["supervisor"] }
      }
    },
    ...more
  })

const week = { weeks: 1 }
const doing = (work: Partial<WorkModel>, policy = policyWith()) =>
  run(policy, { ...week, work: { ...base.work, ...work } })

describe("a pause", () => {
  const pauses = [
    { reason: "waiting-on-customer", share: 1, lasts: { kind: "fixed", value: 2 * DAY }, gates: ["told"] }
  ] as const

  it("delays the work at its gate, and the clock of the policy pauses as long", () => {
    const [without, within] = [doing({}), doing({ pauses })]
    expect(within.rejected).toEqual([])
    expect(within.of("clock-paused").length).toBe(within.of("case-opened").length)
    const told = (one: typeof within) =>
      new Map(one.of("gate-passed").flatMap((e) => (e.gate === "told" ? [[e.case, e.at]] : [])))
    for (const paused of within.of("clock-paused"))
      expect((told(within).get(paused.case) ?? 0) - paused.at).toBeGreaterThanOrEqual(2 * DAY)
    expect(figureIn(within.outcome, "pauses")).toMatchObject({ sum: within.of("clock-paused").length })
    expect(figureIn(within.outcome, "pause-time", "gate\ttold").sum).toBeGreaterThanOrEqual(
      2 * DAY * within.of("clock-paused").length
    )
    // Two days are not sixteen hours of work, so without the pause of the clock all would be late.
    expect(within.of("clock-missed").length).toBeLessThanOrEqual(without.of("clock-missed").length + 5)
    expect(within.of("case-closed").length).toBe(within.of("case-opened").length)
  })

  it("ends sooner if the policy lets a customer's message end it", () => {
    const customers = { ...base.customers, words: { kind: "fixed", value: 5 * HOUR } } as const
    const resumed = policyWith({
      clocks: {
        told: {
          within: Build.hours(16),
          gate: "told",
          metBy: ["passed:told"],
          pause: { "waiting-on-customer": Build.days(10) },
          resumedBy: { "waiting-on-customer": ["customer-wrote"] }
        }
      }
    })
    const { outcome } = run(resumed, { ...week, work: { ...base.work, pauses }, customers })
    const { sum, of } = figureIn(outcome, "pause-time", "gate\ttold")
    expect(sum / of).toBeLessThanOrEqual(5 * HOUR)
  })

  it("for a reason without a clock is refused and counted, and the work continues", () => {
    const { rejected, outcome, of } = doing({ pauses: [{ ...pauses[0], reason: "waiting-on-vendor" }] })
    expect(new Set(rejected)).toEqual(new Set(["pause clock/pause-not-allowed"]))
    expect(figureIn(outcome, "refused").sum).toBe(rejected.length)
    expect(figureIn(outcome, "pauses").sum).toBe(0)
    expect(of("case-closed").length).toBe(of("case-opened").length)
  })
})

describe("an extension", () => {
  /** Nobody can be in time, because work takes longer than the clock. */
  const times = [
    { errand: "approval", time: { kind: "fixed", value: HOUR / 4 } },
    { time: { kind: "fixed", value: 9 * HOUR } }
  ] as const
  const slowly = (extensions: WorkModel["extensions"], policy = policyWith()) =>
    run(policy, { arrivals: { ...base.arrivals, perDay: 2 }, work: { times, ...defined({ extensions }) } })

  it("is requested when the deadline is near, and approved by the people whom the policy names", () => {
    const { of, rejected, outcome } = slowly({ share: 1, before: 6 * HOUR })
    expect(rejected).toEqual([])
    expect(of("clock-extended").length).toBeGreaterThan(10)
    const asked = of("approval-asked") as unknown as { approval: { command: { do: string } } }[]
    expect(asked.filter(({ approval }) => approval.command.do === "extend").length).toBeGreaterThanOrEqual(
      of("clock-extended").length
    )
    expect(figureIn(outcome, "extensions").sum).toBe(of("clock-extended").length)
    // No clock is extended more often than the policy allows.
    expect(new Set(of("clock-extended").map((event) => event.case)).size).toBe(of("clock-extended").length)
  })

  it("is requested as often as given, and never if the policy lets no clock extend", () => {
    const half = slowly({ share: 0.5, before: 6 * HOUR })
    const all = slowly({ share: 1, before: 6 * HOUR })
    const ratio = half.of("clock-extended").length / all.of("clock-extended").length
    expect(ratio).toBeGreaterThan(0.25)
    expect(ratio).toBeLessThan(0.75)
    const none = slowly({ share: 1 }, policyOf())
    expect([none.of("clock-extended"), none.rejected]).toEqual([[], []])
    const named = slowly({ share: 1, clocks: ["told"] }, policyOf())
    expect(new Set(named.rejected)).toEqual(new Set(["extend clock/not-extendable"]))
  })
})

describe("a waiver", () => {
  const waivers = { share: 1, gates: ["told"] }

  it("needs authority: a person without it requests it, and meanwhile no work is done at the gate", () => {
    const limits = [
      { role: "agent", close: "all" },
      { role: "director", waive: "all", close: "all" }
    ] as const
    const { of, outcome, rejected } = doing({ waivers }, policyWith({ limits }))
    expect(rejected).toEqual([])
    expect(of("gate-waived").length).toBe(of("case-opened").length)
    const asked = of("approval-asked") as unknown as { approval: { command: { do: string } } }[]
    expect(asked.filter(({ approval }) => approval.command.do === "waive").length).toBe(of("gate-waived").length)
    expect(figureIn(outcome, "waivers").sum).toBe(of("gate-waived").length)
    expect(of("gate-passed").filter((event) => event.gate === "told")).toEqual([])
  })

  it("that is denied, or that nobody may give, leaves the work to be done", () => {
    const limits = [
      { role: "agent", close: "all" },
      { role: "director", waive: "all", close: "all" }
    ] as const
    const denied = doing({ waivers, denied: 1 }, policyWith({ limits }))
    expect(denied.of("gate-waived")).toEqual([])
    expect(denied.of("denied").length).toBe(denied.of("case-opened").length)
    expect(denied.of("case-closed").length).toBe(denied.of("case-opened").length)
    const nobody = doing({ waivers }, policyWith({ limits: [{ role: "agent", close: "all" }] }))
    expect(nobody.rejected.length).toBe(nobody.of("case-opened").length)
    expect(new Set(nobody.rejected.map((one) => one.split(" ")[0]))).toEqual(new Set(["waive"]))
    expect(figureIn(nobody.outcome, "refused").sum).toBe(nobody.rejected.length)
  })
})

describe("a split", () => {
  it("lets another matter continue in a case of its own, which is handled and counted like any other", () => {
    const [without, within] = [doing({}), doing({ splits: 1 })]
    const opened = without.of("case-opened").length
    expect(within.of("case-split").length).toBe(opened)
    expect(within.of("case-opened").length).toBe(2 * opened)
    expect(within.of("case-closed").length).toBe(2 * opened)
    expect(figureIn(within.outcome, "splits").sum).toBe(opened)
  })

  it("is refused to a person whom the policy does not let correct the category", () => {
    // Another role begins with the cases of the agents.
    const gates = { agreed: { kind: "record", by: ["quality"] }, told: { kind: "result", by: ["agent"] } } as const
    const people = [agents(3), { id: "quinn", roles: ["quality"] }]
    const { rejected, of } = run(policyWith({ gates }), {
      ...week,
      work: { ...base.work, splits: 1 },
      staff: { people }
    })
    expect(of("case-split")).toEqual([])
    expect(new Set(rejected)).toEqual(new Set(["split gate/wrong-person"]))
  })
})

describe("a text of people", () => {
  it("is a sentence in the language of the policy", () => {
    const zh = policyOf({}, { language: "zh-CN" })
    const texts = (policy: typeof zh) =>
      doing({ handOver: 0.5 }, policy).events.flatMap((event) => {
        const { text, reason, evidence } = event as unknown as Record<string, unknown>
        return event.event === "case-opened" ? [] : [text, reason, (evidence as { result?: string })?.result]
      })
    const said = (policy: typeof zh) => [...new Set(texts(policy).filter((one) => typeof one === "string"))]
    expect(said(zh)).toContain("问题已经纠正。")
    expect(said(policyOf())).toContain("It has been put right.")
    expect([...said(zh), ...said(policyOf())]).not.toContain("1")
  })
})
