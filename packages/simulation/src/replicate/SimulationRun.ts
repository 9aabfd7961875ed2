/** Runs many replications of a simulation and makes their report. */
import type { Policy } from "@hearback/core"
import type { ReplicationOutcome } from "../figure/Outcome.ts"
import type { Simulation } from "../model/Simulation.ts"
import type { SimulationSubject } from "../model/Subject.ts"
import { isPilingUp, type Report, reportOf } from "../report/Report.ts"
import { type EstimatedValue, ratioOver } from "../statistic/Interval.ts"
import { replicationsWanted } from "../statistic/Stopping.ts"
import { prepare } from "./PreparedSimulation.ts"
import { answer, type ReplicationRounds } from "./ReplicationRounds.ts"

/** The mean time to an answer, whose precision decides whether there are enough replications. */
const shownBy = (outcomes: readonly ReplicationOutcome[]): EstimatedValue =>
  ratioOver(
    outcomes.map(({ figures }) => {
      const found = figures.find(({ metric, about }) => metric === "time-to-answer" && about === "")
      return { sum: found?.sum ?? 0, of: found?.of ?? 0 }
    })
  )

/** Finds from when on a subject is counted; pilots show it if it is not given. */
export function* askWarmUp(subject: SimulationSubject): ReplicationRounds<number> {
  const { plan, pilots, countedFrom } = prepare(subject)
  return countedFrom(
    pilots.length === 0 ? [] : yield { subject, replications: pilots, countedFrom: plan.from, isTrial: true }
  )
}

/** Outcomes of a subject, all counted from the same instant. */
export interface Replicated {
  readonly subject: SimulationSubject
  readonly countedFrom: number
  readonly outcomes: readonly ReplicationOutcome[]
}

/** Requests more replications of a subject until there is a number of them. */
function* askUpTo(wanted: number, { subject, countedFrom, outcomes }: Replicated): ReplicationRounds<Replicated> {
  const replications = Array.from({ length: wanted - outcomes.length }, (_, i) => outcomes.length + i)
  return { subject, countedFrom, outcomes: [...outcomes, ...(yield { subject, replications, countedFrom })] }
}

type OfEach<S> = { readonly [K in keyof S]: Replicated }

/** Requests replications of each subject until all are known well enough, by the precision of the first. */
export function* askEnough<const S extends readonly [SimulationSubject, ...SimulationSubject[]]>(
  subjects: S,
  countedFrom: number
): ReplicationRounds<OfEach<S>> {
  const { stopping } = prepare(subjects[0])
  let all: readonly Replicated[] = subjects.map((subject) => ({ subject, countedFrom, outcomes: [] }))
  for (let done = 0; ; ) {
    const wanted = Math.max(...all.map((one) => (isHopeless(one) ? done : wantedOf(stopping, one))))
    if (wanted <= done) return all as OfEach<S>
    const more: Replicated[] = []
    for (const one of all) more.push(yield* askUpTo(wanted, one))
    all = more
    done = wanted
  }
}

/** Returns whether a subject is known well enough. If work piles up, more replications do not help. */
const isHopeless = ({ subject, outcomes }: Replicated): boolean =>
  outcomes.length > 0 && isPilingUp(prepare(subject).plan, outcomes)

const wantedOf = (stopping: Parameters<typeof replicationsWanted>[0], { outcomes }: Replicated): number =>
  replicationsWanted(stopping, outcomes.length, shownBy(outcomes))

/** Returns the report of outcomes. */
export const reportOn = ({ subject, countedFrom, outcomes }: Replicated): Report =>
  reportOf({ plan: prepare(subject).plan, simulation: subject.simulation, countedFrom }, outcomes)

/**
 * Requests replications until there are enough, and makes their report. `tells`: whether a report answers the
 * question; if it does not, more are made, up to the most.
 */
export function* askReport(
  subject: SimulationSubject,
  tells: (report: Report) => boolean = () => true
): ReplicationRounds<Report> {
  const { most } = prepare(subject).stopping
  let [ran] = yield* askEnough([subject], yield* askWarmUp(subject))
  for (;;) {
    const report = reportOn(ran)
    const done = ran.outcomes.length
    if (done >= most || report.isUnstable || tells(report)) return report
    ran = yield* askUpTo(Math.min(most, done * 2), ran)
  }
}

/** Simulates a policy on this processor. */
export const simulate = (policy: Policy.Policy, simulation: Simulation = {}): Report =>
  answer(askReport({ policy, simulation }))
