/** A value of a simulation file replaces the recorded one; every other value stays as recorded. */
import type { Simulation } from "@hearback/simulation"
import { describe, expect, it } from "vitest"
import { withGiven } from "../src/estimate/CompletedSimulation.ts"

const fixed = (value: number) => ({ kind: "fixed", value }) as const
const proposals = { delay: fixed(7), agree: 0.2, counter: 0.8, refuse: 0, silent: 0 }
const pause = (reason: string, gate: string) => ({ reason, share: 0.1, lasts: fixed(3), gates: [gate] })
const trace = [{ at: 0, text: "late" }]
const recorded: Simulation = {
  from: "2026-03-02",
  weeks: 3,
  warmUp: 4,
  arrivals: { trace },
  staff: { people: [{ id: "ann", roles: ["agent"] }] },
  work: { times: [{ gate: "told", time: fixed(5) }], handOver: 0.1 },
  customers: { proposals, confirmations: { delay: fixed(9), satisfied: 1 } }
}

describe("a simulation file beside a record", () => {
  it("replaces how customers answer and keeps how long it takes, and the other way round", () => {
    const said = (given: Simulation["customers"]) => withGiven(recorded, { customers: given ?? {} }).customers
    expect(said({ proposals: { agree: 0.5 } })?.proposals).toEqual({ delay: fixed(7), agree: 0.5 })
    expect(said({ proposals: { delay: fixed(1) } })?.proposals).toEqual({ ...proposals, delay: fixed(1) })
    expect(said({ words: fixed(2) })).toEqual({ ...recorded.customers, words: fixed(2) })
  })

  it("replaces the order of work, one wait or the growth, and keeps the other recorded values", () => {
    const waits = { ...recorded, work: { pauses: [pause("a", "told"), pause("b", "told")] } }
    const given = { staff: { discipline: "fifo" }, work: { pauses: [pause("a", "agreed")] }, warmUp: 0 } as const
    const { staff, work, arrivals, warmUp } = withGiven(waits, { ...given, arrivals: { factor: 2 } })
    expect(staff).toEqual({ people: recorded.staff?.people, discipline: "fifo" })
    expect(work?.pauses).toEqual([pause("a", "agreed"), pause("b", "told")])
    expect(arrivals).toEqual({ trace, factor: 2 })
    expect(warmUp).toBe(0)
  })

  it("replaces recorded values except arrivals, and lists those that have no effect", () => {
    const { from, weeks, work, arrivals, overruled } = withGiven(recorded, {
      from: "2027-01-04",
      weeks: 9,
      arrivals: { trace: [{ at: 5 }], leftOut: 2 },
      work: { times: [{ gate: "told", time: fixed(1) }], rework: 0.2 }
    })
    expect([from, weeks, arrivals]).toEqual(["2026-03-02", 3, { trace }])
    expect(overruled).toEqual({ by: "record", settings: ["from", "weeks", "trace"] })
    expect(withGiven(recorded, {})).toEqual(recorded)
    expect(work).toEqual({
      handOver: 0.1,
      rework: 0.2,
      times: [
        { gate: "told", time: fixed(1) },
        { gate: "told", time: fixed(5) }
      ]
    })
  })
})
