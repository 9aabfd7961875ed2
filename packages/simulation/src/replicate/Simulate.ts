/** Many replications of a simulation, and the report of them. */
import type { Policy } from "@hearback/core"
import type { Outcome } from "../figure/Outcome.ts"
import type { Simulation } from "../model/Simulation.ts"
import type { Subject } from "../model/Subject.ts"
import { type Report, reportOf } from "../report/Report.ts"
import { type Estimated, ratioOver } from "../statistic/Interval.ts"
import { replicationsWanted } from "../statistic/Stopping.ts"
import { type Asking, answer } from "./Asking.ts"
import { prepare } from "./Prepared.ts"

/** The mean time to an answer: what decides whether there have been enough replications. */
const shownBy = (outcomes: readonly Outcome[]): Estimated =>
  ratioOver(
    outcomes.map(({ figures }) => {
      const found = figures.find(({ metric, about }) => metric === "time-to-answer" && about === "")
      return { sum: found?.sum ?? 0, of: found?.of ?? 0 }
    })
  )

/** Finds out from when on a subject is counted: pilots show it where it is not given. */
export function* askWarmUp(subject: Subject): Asking<number> {
  const { plan, pilots, countedFrom } = prepare(subject)
  return countedFrom(pilots.length === 0 ? [] : yield { subject, replications: pilots, countedFrom: plan.from })
}

/** Asks for replications until there are enough, and makes the report of them. */
export function* askReport(subject: Subject): Asking<Report> {
  const { plan, stopping } = prepare(subject)
  const countedFrom = yield* askWarmUp(subject)
  const outcomes: Outcome[] = []
  for (;;) {
    const wanted = replicationsWanted(stopping, outcomes.length, shownBy(outcomes))
    if (wanted <= outcomes.length) break
    const replications = Array.from({ length: wanted - outcomes.length }, (_, i) => outcomes.length + i)
    outcomes.push(...(yield { subject, replications, countedFrom }))
  }
  return reportOf({ plan, simulation: subject.simulation, countedFrom }, outcomes)
}

/** Simulates a policy on this processor. */
export const simulate = (policy: Policy.Policy, simulation: Simulation = {}): Report =>
  answer(askReport({ policy, simulation }))
