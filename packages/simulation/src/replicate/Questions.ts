/** Questions about a simulation: several values of a setting, the smallest staff, and sensitivity. */

import type { Policy } from "@hearback/core"
import { crewOf } from "../complete/StaffDefaults.ts"
import { aboutOf } from "../figure/Figures.ts"
import type { MetricGroup, MetricName } from "../figure/Metric.ts"
import type { ReplicationOutcome } from "../figure/Outcome.ts"
import { DoesNotFit } from "../model/DoesNotFit.ts"
import type { Plan } from "../model/Plan.ts"
import type { Simulation } from "../model/Simulation.ts"
import type { Worker } from "../model/Staff.ts"
import type { SimulationSubject } from "../model/Subject.ts"
import type { Statistic } from "../report/Estimate.ts"
import { isPilingUp, type Report } from "../report/Report.ts"
import { type BoundJudgement, type FigureBound, judge } from "./BoundJudgement.ts"
import { differencesOf, type FigureDifference } from "./Comparison.ts"
import { prepare } from "./PreparedSimulation.ts"
import type { ReplicationRounds } from "./ReplicationRounds.ts"
import { askEnough, askReport, askWarmUp } from "./SimulationRun.ts"
import { settled, settledLike } from "./UsualArrivals.ts"

/** A value with its report. */
export interface Swept<T> {
  readonly value: T
  readonly report: Report
}

/** Requests the report of a subject with each of several values, all with the same random numbers. */
export function* askSweep<T>(
  values: readonly T[],
  subjectOf: (value: T) => SimulationSubject
): ReplicationRounds<readonly Swept<T>[]> {
  const swept: Swept<T>[] = []
  const subjects = values.map(subjectOf)
  for (const [i, value] of values.entries()) {
    const [first, subject] = [subjects[0], subjects[i]]
    if (first !== undefined && subject !== undefined)
      swept.push({ value, report: yield* askReport(settledLike(subject, first)) })
  }
  return swept
}

const workersOf = (policy: Policy.Policy, { staff }: Simulation): readonly Worker[] => staff?.people ?? crewOf(policy)

const withWorkers = (simulation: Simulation, people: readonly Worker[]): Simulation => ({
  ...simulation,
  staff: { ...simulation.staff, people }
})

/** The answer to a staffing question. */
export interface Staffed {
  /** The smallest number; absent if even the most are not certainly enough. */
  readonly count?: number
  readonly tried: readonly { readonly count: number; readonly judgement: BoundJudgement }[]
  readonly assumptions: Plan["assumptions"]
}

/** The question for the smallest pool of people. */
export interface PoolQuestion {
  /** The pool of people that is changed: equal people by their id, or all of a role. */
  readonly worker: string
  readonly most: number
  readonly targets: readonly FigureBound[]
}

/**
 * Finds the smallest number of a pool of people with which every target is certainly kept, by bisection: more people
 * are never worse.
 */
export function* askSmallestStaff(
  subject: SimulationSubject,
  { worker, most, targets }: PoolQuestion
): ReplicationRounds<Staffed> {
  const { policy, simulation } = settled(subject)
  const { assumptions } = prepare(subject).plan
  const people = workersOf(policy, simulation)
  if (!people.some(({ id, roles }) => id === worker || roles.includes(worker)))
    throw new DoesNotFit((t) => t.fit.nobody(worker))
  const tried: { count: number; judgement: BoundJudgement }[] = []
  const isEnough = function* (count: number): ReplicationRounds<boolean> {
    const sizedSubject = { policy, simulation: withWorkers(simulation, sized(people, worker, count)) }
    const report = yield* askReport(sizedSubject, (one) =>
      targets.every((target) => judge(one, target).verdict !== "inconclusive")
    )
    const judgements = targets.map((target) => judge(report, target))
    const worst = judgements.find(({ verdict }) => verdict !== "pass") ?? judgements[0]
    if (worst !== undefined) tried.push({ count, judgement: worst })
    return judgements.every(({ verdict }) => verdict === "pass")
  }
  if (!(yield* isEnough(most))) return { tried, assumptions }
  let [low, high] = [0, most]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (yield* isEnough(middle)) high = middle
    else low = middle
  }
  return { count: high, tried, assumptions }
}

/** Returns the people with a number of one pool: the first of a role stay, and copies of the last one are added. */
const sized = (people: readonly Worker[], pool: string, count: number): readonly Worker[] => {
  if (people.some(({ id }) => id === pool)) return people.map((one) => (one.id === pool ? { ...one, count } : one))
  let left = count
  const kept = people.flatMap((one): readonly Worker[] => {
    if (!one.roles.includes(pool)) return [one]
    const many = Math.min(left, one.count ?? 1)
    left -= many
    if (many === 0) return []
    return one.count === undefined ? [one] : [{ ...one, count: many }]
  })
  const last = people.findLast(({ roles }) => roles.includes(pool))
  return left === 0 || last === undefined ? kept : [...kept, { ...last, id: `${last.id}-more`, count: left }]
}

/** How a figure changes when one factor becomes less and more. */
export interface Influence {
  /** What was changed: `arrivals`, `work` (the time that work takes) or `staff` of a role. */
  readonly factor: "arrivals" | "work" | "staff"
  /** The role, for `staff`. */
  readonly role?: string
  /** The change with less of the factor. */
  readonly less: FigureDifference | undefined
  /** The change with more of the factor. */
  readonly more: FigureDifference | undefined
}

/** The figure whose changes are measured. */
export interface Measured {
  readonly metric: MetricName
  readonly about?: MetricGroup
  /** Default: the mean. */
  readonly statistic?: Statistic
}

/** The answer to a sensitivity question. */
export interface Sensitivity {
  readonly figure: Required<Measured>
  /** The greatest influence first. */
  readonly influences: readonly Influence[]
  readonly assumptions: Plan["assumptions"]
}

/**
 * Changes one factor at a time and measures the effect on a figure: a share less and more of arrivals and of work,
 * and one person less and more of each role. Without a figure, the deadline that is met least often is used.
 */
export function* askSensitivity(given: SimulationSubject, asked?: Measured, by = 0.1): ReplicationRounds<Sensitivity> {
  const subject = settled(given)
  const { policy } = subject
  const { plan } = prepare(subject)
  const countedFrom = yield* askWarmUp(subject)
  const [{ outcomes: before }] = yield* askEnough([subject], countedFrom)
  const figure = { about: {}, statistic: "mean", ...(asked ?? leastMet(before)) } as const
  const key = JSON.stringify(figure.about)
  const piles = isPilingUp(plan, before)
  const effectOf = function* (changed: Simulation | undefined): ReplicationRounds<FigureDifference | undefined> {
    if (changed === undefined) return undefined
    const replications = before.map(({ replication }) => replication)
    const outcomes = yield { subject: { policy, simulation: changed }, replications, countedFrom }
    const isUnstable = piles || isPilingUp(prepare({ policy, simulation: changed }).plan, outcomes)
    return differencesOf(before, outcomes, isUnstable).find(
      ({ metric, about, statistic }) =>
        metric === figure.metric && statistic === figure.statistic && JSON.stringify(about) === key
    )
  }
  const found: Influence[] = []
  for (const { less, more, ...factor } of changesOf(subject, by))
    found.push({ ...factor, less: yield* effectOf(less), more: yield* effectOf(more) })
  const influences = found.sort((a, b) => spanOf(b) - spanOf(a))
  return { figure, influences, assumptions: plan.assumptions }
}

/** Returns the deadline that is met least often; if all are always met, the time to an answer. */
const leastMet = (outcomes: readonly ReplicationOutcome[]): Measured => {
  const met = new Map<string, { sum: number; of: number }>()
  for (const { metric, about, sum, of } of outcomes.flatMap(({ figures }) => figures)) {
    if (metric !== "attainment" || Object.keys(aboutOf(about)).length > 1) continue
    const whole = met.get(about) ?? { sum: 0, of: 0 }
    met.set(about, { sum: whole.sum + sum, of: whole.of + of })
  }
  const [worst] = [...met].filter(([, { sum, of }]) => sum < of).sort(([, a], [, b]) => a.sum / a.of - b.sum / b.of)
  return worst === undefined ? { metric: "time-to-answer" } : { metric: "attainment", about: aboutOf(worst[0]) }
}

interface Changed extends Pick<Influence, "factor" | "role"> {
  readonly less: Simulation | undefined
  readonly more: Simulation | undefined
}

const changesOf = ({ policy, simulation }: SimulationSubject, by: number): readonly Changed[] => {
  const times = <T extends { readonly factor?: number }>(given: T | undefined, by: number) => ({
    ...given,
    factor: by * (given?.factor ?? 1)
  })
  const arrivals = (by: number): Simulation => ({ ...simulation, arrivals: times(simulation.arrivals, by) })
  const work = (by: number): Simulation => ({ ...simulation, work: times(simulation.work, by) })
  const people = workersOf(policy, simulation)
  const roles = [...new Set(people.flatMap((one) => one.roles))]
  return [
    { factor: "arrivals", less: arrivals(1 - by), more: arrivals(1 + by) },
    { factor: "work", less: work(1 - by), more: work(1 + by) },
    ...roles.map(
      (role): Changed => ({
        factor: "staff",
        role,
        less: withOne(simulation, people, role, -1),
        more: withOne(simulation, people, role, 1)
      })
    )
  ]
}

const spanOf = ({ less, more }: Influence): number =>
  Math.max(Math.abs(less?.difference ?? 0), Math.abs(more?.difference ?? 0))

/** Returns a staff with one person of a role more or less; undefined if none would be left. */
const withOne = (
  simulation: Simulation,
  people: readonly Worker[],
  role: string,
  by: 1 | -1
): Simulation | undefined => {
  const at = people.findLastIndex(({ roles }) => roles.includes(role))
  const last = people[at]
  const many = people.filter(({ roles }) => roles.includes(role)).reduce((sum, { count = 1 }) => sum + count, 0)
  if (last === undefined || many + by < 1) return undefined
  const count = (last.count ?? 1) + by
  if (count === 0) return withWorkers(simulation, people.toSpliced(at, 1))
  if (last.count !== undefined) return withWorkers(simulation, people.with(at, { ...last, count }))
  return withWorkers(simulation, [...people, { ...last, id: `${last.id}-more` }])
}
