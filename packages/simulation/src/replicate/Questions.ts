/** Questions in one word: what if a setting had these values, how few people would do, and what matters most. */
import type { Policy } from "@hearback/core"
import { crewOf } from "../complete/CompleteStaff.ts"
import type { About, MetricName } from "../figure/Metric.ts"
import type { Simulation } from "../model/Simulation.ts"
import type { Worker } from "../model/Staff.ts"
import type { Report } from "../report/Report.ts"
import { compare, type Difference } from "./Compare.ts"
import { type Judgement, judge, type Target } from "./Judge.ts"
import { type Subject, simulate } from "./Simulate.ts"

export interface Swept<T> {
  readonly value: T
  readonly report: Report
}

/** Simulates a subject with each of several values of something, all on the same numbers. */
export const sweep = <T>(values: readonly T[], subjectOf: (value: T) => Subject): readonly Swept<T>[] =>
  values.map((value) => {
    const { policy, simulation } = subjectOf(value)
    return { value, report: simulate(policy, simulation) }
  })

const workersOf = (policy: Policy.Policy, { staff }: Simulation): readonly Worker[] => staff?.people ?? crewOf(policy)

const withWorkers = (simulation: Simulation, people: readonly Worker[]): Simulation => ({
  ...simulation,
  staff: { ...simulation.staff, people }
})

export interface Staffed {
  /** How many it takes; absent where even the most are not surely enough. */
  readonly count?: number
  readonly tried: readonly { readonly count: number; readonly judgement: Judgement }[]
}

/**
 * Finds the smallest number of one pool of people with which every target is surely kept, by bisection: it takes more
 * people never to be worse. `worker` names the pool; it has as many people as `most` at most.
 */
export const smallestStaff = (
  { policy, simulation }: Subject,
  { worker, most, targets }: { readonly worker: string; readonly most: number; readonly targets: readonly Target[] }
): Staffed => {
  const people = workersOf(policy, simulation)
  if (!people.some(({ id }) => id === worker)) throw new RangeError(`staff: nobody is called "${worker}"`)
  const tried: { count: number; judgement: Judgement }[] = []
  const isEnough = (count: number): boolean => {
    const crew = people.map((one) => (one.id === worker ? { ...one, count } : one))
    const report = simulate(policy, withWorkers(simulation, crew))
    const judgements = targets.map((target) => judge(report, target))
    const worst = judgements.find(({ verdict }) => verdict !== "pass") ?? judgements[0]
    if (worst !== undefined) tried.push({ count, judgement: worst })
    return judgements.every(({ verdict }) => verdict === "pass")
  }
  if (!isEnough(most)) return { tried }
  let [low, high] = [0, most]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return { count: high, tried }
}

/** What one change of a factor does to a figure, less and more of it. */
export interface Influence {
  /** `arrivals`, `work`, or `staff` of a role. */
  readonly factor: "arrivals" | "work" | "staff"
  readonly role?: string
  readonly less: Difference | undefined
  readonly more: Difference | undefined
}

export interface Measured {
  readonly metric: MetricName
  readonly about?: About
}

/**
 * Changes one thing at a time and tells what it does to a figure, the greatest influence first: a share less and more of
 * what arrives and of what work takes, and one person less and more of each role.
 */
export const sensitivity = (subject: Subject, of: Measured, by = 0.1): readonly Influence[] => {
  const { policy, simulation } = subject
  const effectOf = (changed: Simulation | undefined): Difference | undefined => {
    if (changed === undefined) return undefined
    const { differences } = compare(subject, { policy, simulation: changed })
    const isMeant = ({ metric, about, statistic }: Difference): boolean =>
      metric === of.metric && statistic === "mean" && JSON.stringify(about) === JSON.stringify(of.about ?? {})
    return differences.find(isMeant)
  }
  const arrivals = (factor: number): Simulation => ({ ...simulation, arrivals: { ...simulation.arrivals, factor } })
  const work = (factor: number): Simulation => ({ ...simulation, work: { ...simulation.work, factor } })
  const people = workersOf(policy, simulation)
  const roles = [...new Set(people.flatMap((one) => one.roles))]
  const all: readonly Influence[] = [
    { factor: "arrivals", less: effectOf(arrivals(1 - by)), more: effectOf(arrivals(1 + by)) },
    { factor: "work", less: effectOf(work(1 - by)), more: effectOf(work(1 + by)) },
    ...roles.map(
      (role): Influence => ({
        factor: "staff",
        role,
        less: effectOf(withOne(simulation, people, role, -1)),
        more: effectOf(withOne(simulation, people, role, 1))
      })
    )
  ]
  return [...all].sort((a, b) => spanOf(b) - spanOf(a))
}

const spanOf = ({ less, more }: Influence): number =>
  Math.max(Math.abs(less?.difference ?? 0), Math.abs(more?.difference ?? 0))

/** One person of a role more or less; undefined where none would be left. */
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
