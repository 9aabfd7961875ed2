/** Faults, and what a long run keeps in memory. */
import { Policy } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { complete } from "../../src/complete/Completion.ts"
import { finish } from "../../src/kernel/Turns.ts"
import type { Simulation } from "../../src/model/Simulation.ts"
import { replicationOf } from "../../src/run/Replication.ts"
import { makeLedgers } from "../../src/world/Ledgers.ts"
import { arriving, crew, HOUR, queue, queuePolicy } from "../truth/Queue.ts"

const DAY = 24 * HOUR

/** A policy in which every complaint is answered, and its cause prevented. */
const policy = (): Policy.Policy => {
  const made = Build.bundle({
    takeUp: "never",
    openWhen: "never",
    clocks: { told: { within: Build.hours(8) } },
    limits: [],
    loops: {
      complaint: {
        when: { kind: "complaint" },
        customer: { told: { kind: "result", by: ["agent"] } },
        system: { prevented: { kind: "prevention", by: ["agent"] } },
        reopen: {}
      }
    }
  })
  return Policy.load({ ...made, clocks: [], problems: { same: [], within: made.problems.within } })
}

const simulation = (prevented: number): Simulation => ({
  weeks: 8,
  seed: 2,
  horizon: "terminating",
  arrivals: { ...arriving(0.05), profile: new Array<number>(168).fill(1) },
  staff: { people: [crew("agent", 4, { shift: { weekly: Array.from({ length: 7 }, () => [[0, 1440]] as const) } })] },
  work: { times: [{ time: { kind: "fixed", value: HOUR } }] },
  causes: [{ name: "printer", every: { kind: "fixed", value: 7 * DAY }, perDay: 6, category: "billing", prevented }]
})

const faults = (prevented: number) => {
  const cases = new Set<string>()
  const world = finish(
    replicationOf(complete(policy(), simulation(prevented)), 0, {
      event: ({ id, fault }) => void (fault !== undefined && cases.add(id))
    })
  )
  return { cases: [...cases], world }
}

describe("a fault", () => {
  it("brings cases until its prevention is in place, and later occurs again as another fault", () => {
    const { cases } = faults(1)
    const spells = new Set(cases.map((id) => id.split(".")[0]))
    expect(spells.size).toBeGreaterThan(3)
    expect(cases.length / spells.size).toBeLessThan(12)
  })

  it("continues if the prevention does not work", () => {
    const { cases } = faults(0)
    expect(new Set(cases.map((id) => id.split(".")[0])).size).toBe(1)
    expect(cases.length).toBeGreaterThan(150)
  })
})

describe("a prevention", () => {
  it("has its own probability: if the first does not work, a later one may", () => {
    const { cases } = faults(0.2)
    // If every prevention failed with the first, the fault would never end.
    expect(new Set(cases.map((id) => id.split(".")[0])).size).toBeGreaterThan(2)
  })
})

describe("the memory of a run", () => {
  it("has nothing of what is finished", () => {
    const { world } = faults(1)
    expect([world.cases.size, world.byCustomer.size, world.owed]).toEqual([0, 0, 0])
  })

  it("has nothing of cases without a loop, and of repeated feedback", () => {
    const work = { times: [{ time: { kind: "exponential", mean: 2 * HOUR } }] } as const
    const patience = {
      lasts: { kind: "exponential", mean: HOUR },
      until: "answered",
      reaction: { again: 1, escalates: 1, leaves: 1 }
    } as const
    const given = queue(1, [crew("served", 2)], { weeks: 1, horizon: "terminating", work, customers: { patience } })
    const arrivals = { ...given.arrivals, texts: ["report", "invoice", "how do I"] }
    const events = new Set<string>()
    const world = finish(
      replicationOf(complete(queuePolicy(), { ...given, arrivals }), 0, {
        event: (_, { event }) => void events.add(event)
      })
    )
    expect([...events]).toContain("case-withdrawn")
    expect([world.cases.size, world.byCustomer.size, world.owed]).toEqual([0, 0, 0])
  })

  it("does not grow with time: as many cases are kept late as early", () => {
    const work = { times: [{ time: { kind: "exponential", mean: HOUR } }] } as const
    const plan = complete(queuePolicy(), queue(2, [crew("served", 3)], { weeks: 6, work }))
    const kept: number[] = []
    const world = finish(
      replicationOf(plan, 0, {
        decided: (_, command) => void (command?.do === "submit" && kept.push(0)),
        finished: () => void kept.push(1)
      })
    )
    expect(kept.length).toBeGreaterThan(3_000)
    expect(world.cases.size).toBeLessThan(40)
    expect(world.events.size).toBeLessThan(80)
  })

  it("has sums of grants that every limit reads like single entries", () => {
    const zone = { id: "Asia/Shanghai", from: [], offsetMinutes: [480] }
    const { all, use } = makeLedgers(zone)
    const entries = Array.from({ length: 400 }, (_, i) => ({
      case: `C${i}`,
      power: i % 7 === 0 ? ("discount" as const) : ("compensate" as const),
      amount: (i * 37) % 101,
      at: Date.UTC(2026, 0, 1) + i * 25 * HOUR
    }))
    const local = (at: number): string => new Date(at + 8 * HOUR).toISOString()
    for (const [i, entry] of entries.entries()) {
      use("ann", entry)
      for (const window of [10, 7, 4])
        for (const power of ["compensate", "discount"]) {
          const sum = (some: readonly (typeof entry)[]): number =>
            some
              .filter(
                (one) => one.power === power && local(one.at).slice(0, window) === local(entry.at).slice(0, window)
              )
              .reduce((total, { amount }) => total + amount, 0)
          const kept = sum((all["ann"] ?? []) as readonly (typeof entry)[])
          if (kept !== sum(entries.slice(0, i + 1))) throw new Error(`${window} ${power} after ${i}: ${kept}`)
        }
    }
    expect(all["ann"]?.length).toBeLessThanOrEqual(6)
  })
})
