/** Surveys by `frequency` in a simulation: whom they ask, when, and the effect of the answers. */
import type { Bundle } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import type { Simulation } from "../../src/model/Simulation.ts"
import { figureIn, HOUR } from "../truth/Queue.ts"
import { agents, base, policyOf, run } from "./SmallDesk.ts"

const WEEK = 168 * HOUR

/** From 0 to 10; a score up to 6 is a complaint. */
const scored: Partial<Bundle.ChannelRule> = {
  scale: [0, 10],
  kindByScore: {
    table: {
      id: "channels.panel.kind-by-score",
      slots: [0],
      rows: [{ cells: [[0, 601]], rule: "channels.panel.kind-by-score.complaint" }]
    },
    values: ["complaint"]
  }
}

const withPanel = (more: Partial<Bundle.ChannelRule> | undefined, laid: Partial<Bundle.Bundle> = {}) =>
  policyOf(
    more === undefined
      ? {}
      : {
          channels: {
            panel: { mode: "active", frequency: "weekly", question: { en: "How was it?" }, ...scored, ...more }
          }
        },
    laid
  )

const three = (confirmations: NonNullable<Simulation["customers"]>["confirmations"]): Simulation => ({
  weeks: 3,
  arrivals: { ...base.arrivals, perDay: 2 },
  customers: { ...base.customers, confirmations: { delay: { kind: "fixed", value: HOUR }, ...confirmations } },
  staff: { people: [agents(3)] }
})

const come = (...given: Parameters<typeof run>) => {
  const made = run(...given)
  const opened = made.of("case-opened") as unknown as { case: string; at: number; receipt: { score?: number } }[]
  const answers = opened.filter(({ case: id }) => id.startsWith("panel "))
  return { ...made, opened, answers, scores: answers.map(({ receipt }) => receipt.score ?? Number.NaN) }
}

describe("a survey by frequency", () => {
  const dissatisfied = three({ dissatisfied: 1 })

  it("asks customers of the period before, each once, when the next one begins", () => {
    const { answers, opened, plan } = come(withPanel({}), dissatisfied)
    const weekOf = (at: number): number => Math.floor((at - plan.from) / WEEK)
    const themselves = opened.filter(({ case: id }) => id.startsWith("S"))
    for (const week of [0, 1]) {
      const theirs = themselves.filter(({ at }) => weekOf(at) === week)
      expect(theirs.length).toBeGreaterThan(3)
      const answered = answers.filter(({ at }) => weekOf(at) === week + 1)
      expect(answered.map(({ case: id }) => id.split(" of ")[2]).sort()).toEqual(
        theirs.map(({ case: id }) => id).sort()
      )
      expect(new Set(answered.map(({ at }) => at - plan.from))).toEqual(new Set([(week + 1) * WEEK + HOUR]))
    }
  })

  it("opens a case for a low score, which the staff handles, and none for a high one", () => {
    const low = come(withPanel({}), dissatisfied)
    expect(low.scores.every((score) => score <= 6)).toBe(true)
    const ids = new Set(low.answers.map(({ case: id }) => id))
    expect(low.of("gate-passed").filter(({ case: id, gate }) => ids.has(id) && gate === "told").length).toBeGreaterThan(
      6
    )
    const high = come(withPanel({}), three({ satisfied: 1 }))
    expect(high.answers.length).toBeGreaterThan(6)
    expect(high.scores.every((score) => score > 6)).toBe(true)
    expect(high.spells.filter(({ of: id }) => id.startsWith("panel "))).toEqual([])
    expect(figureIn(high.outcome, "arrived").sum).toBe(high.opened.length)
  })

  it("has no answer of silent customers, and asks nobody for whom its condition does not hold", () => {
    expect(come(withPanel({}), three({ silent: 1 })).answers).toEqual([])
    const never = { rule: "channels.panel.when", table: { id: "channels.panel.when", slots: [], rows: [] } }
    expect(come(withPanel({ when: never }), dissatisfied).answers).toEqual([])
  })

  it("does not ask a customer again within the pause, also after their case is closed", () => {
    const day = 24 * HOUR
    const trace = [1, 2, 8, 9, 15].map((n) => ({ at: Date.UTC(2026, 2, 2) + n * day, customer: "ann", text: "report" }))
    const given = { ...dissatisfied, arrivals: { trace, mix: { channels: { mail: 1 } } } }
    expect(come(withPanel({}), given).answers.length).toBe(3)
    expect(come(withPanel({ rest: Build.dates(10) }), given).answers.length).toBe(2)
  })

  it("is listed with the asked customers among the assumptions", () => {
    const said = (policy: ReturnType<typeof withPanel>): readonly string[] =>
      run(policy, { weeks: 1 }).plan.assumptions.map(({ code }) => code)
    expect(said(withPanel({}))).toContain("surveys")
    expect(said(withPanel(undefined))).not.toContain("surveys")
  })
})
