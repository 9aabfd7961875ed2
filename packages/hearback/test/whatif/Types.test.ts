import type { SimulationComparison, SimulationReport, WhatIf } from "hearback/simulation"
import { judgeNoWorse, simulate } from "hearback/simulation"
import { expect, it } from "vitest"

/** Never run: the wrong lines in it do not compile. */
const wrong = (report: SimulationReport, comparison: SimulationComparison): readonly unknown[] => [
  // @ts-expect-error a key that a simulation does not have
  simulate({ policy: "policy.yaml", arrivals: { perDy: 3 } }),
  // @ts-expect-error a share is in percent, as in a file
  simulate({ policy: "policy.yaml", work: { rework: "often" } }),
  // @ts-expect-error an unknown kind of gate
  simulate({ policy: "policy.yaml", work: { times: [{ kind: "propsal", takes: "1 hour" }] } }),
  // @ts-expect-error an unknown figure
  report.figure("time-to-anser"),
  // @ts-expect-error only durations have quantiles
  report.figure("open", "p90"),
  // @ts-expect-error a gate has no utilisation
  report.gate("told").figure("utilisation"),
  // @ts-expect-error one group at a time
  report.clock("told").at("P1").category("billing"),
  // @ts-expect-error `clocks` is no name of a figure
  judgeNoWorse(comparison, { clocks: "told" }),
  // @ts-expect-error the metric of a clock is attainment
  judgeNoWorse(comparison, { clock: "told", metric: "wait" })
]

const right: WhatIf = {
  policy: "policy.yaml",
  work: { times: [{ kind: "proposal", takes: { halfWithin: "20 minutes", ninetyWithin: "1 hour" } }], rework: "5%" },
  customers: { proposals: { agree: "80%", counter: "15%", refuse: "5%" } },
  faults: { printer: { every: "30 days", perDay: 3, category: "billing", prevented: "90%" } }
}

it("wrong names do not compile", () => {
  expect([typeof wrong, typeof right]).toEqual(["function", "object"])
})
