/** What a simulation file says of a record: it counts, and leaves what it does not say as the record tells it. */
import type { Simulation } from "@hearback/simulation"
import { describe, expect, it } from "vitest"
import { withGiven } from "../src/estimate/Given.ts"

const fixed = (value: number) => ({ kind: "fixed", value }) as const
const proposals = { delay: fixed(7), agree: 0.2, counter: 0.8, refuse: 0, silent: 0 }
const recorded: Simulation = {
  weeks: 3,
  work: { times: [{ gate: "told", time: fixed(5) }], handOver: 0.1 },
  customers: { proposals, confirmations: { delay: fixed(9), satisfied: 1 } }
}

describe("what a simulation file says of a record", () => {
  it("of how customers answer leaves how long it takes, and the other way round", () => {
    const said = (given: Simulation["customers"]) => withGiven(recorded, { customers: given ?? {} }).customers
    expect(said({ proposals: { agree: 0.5 } })?.proposals).toEqual({ delay: fixed(7), agree: 0.5 })
    expect(said({ proposals: { delay: fixed(1) } })?.proposals).toEqual({ ...proposals, delay: fixed(1) })
    expect(said({ words: fixed(2) })).toEqual({ ...recorded.customers, words: fixed(2) })
  })

  it("counts before the record, but for what arrived", () => {
    const { weeks, work } = withGiven(recorded, {
      weeks: 9,
      work: { times: [{ gate: "told", time: fixed(1) }], rework: 0.2 }
    })
    expect(weeks).toBe(3)
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
