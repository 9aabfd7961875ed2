/** Fills in a simulation, says what it assumed, and makes it ready to run under a policy. */

import { Calendar, Instant, type Policy, Zone } from "@hearback/core"
import { assumption, percent } from "../model/Assumption.ts"
import { DoesNotFit } from "../model/DoesNotFit.ts"
import type { Plan, WorkerPlan } from "../model/Plan.ts"
import type { Simulation } from "../model/Simulation.ts"
import { completeArrivals } from "./CompleteArrivals.ts"
import { completeCause, completeCustomers } from "./CompleteCustomers.ts"
import { completeStaff } from "./CompleteStaff.ts"
import { completeMoney, completeWork } from "./CompleteWork.ts"
import { offHours } from "./OffHours.ts"

const { DAY } = Instant

/** A Monday before weeks without long holidays, in which a desk looks as it usually does. */
export const firstDay = "2026-03-02"
const weeksByDefault = 12
/** A century; calendars say nothing of later days. What is more than these is a slip of the keyboard, and would never end. */
const mostWeeks = 5200
const mostArrivals = 1_000_000
/** More than this share arriving while nobody works is hardly meant. */
const mostOutside = 0.9

/** Returns the plan of a simulation.  Errors: throws `DoesNotFit` that names what does not fit. */
export const complete = (given: Policy.Policy, simulation: Simulation): Plan => {
  const { seed = 1, horizon = "steady" } = simulation
  const { from: day, weeks } = spanOf(given, simulation)
  const from = Instant.parseInstant(day, given.zone)
  if (from === undefined)
    throw new DoesNotFit(
      `from: "${day}" is no date; write it as 2026-03-02`,
      `起始：“${day}”不是日期，请写作 2026-03-02`
    )
  if (!(weeks > 0 && weeks <= mostWeeks))
    throw new DoesNotFit(`weeks: a number above 0, at most ${mostWeeks}`, `周数：应大于 0，最多 ${mostWeeks}`)
  const { perDay = 0, factor = 1, trace } = simulation.arrivals ?? {}
  if (trace === undefined && perDay * factor * 7 * weeks > mostArrivals)
    throw new DoesNotFit(
      `arrivals: more than ${mostArrivals} a replication; say less a day, or fewer weeks`,
      `来件：每次重复超过 ${mostArrivals} 件，请减少每日件数或周数`
    )
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32)
    throw new DoesNotFit("seed: an integer from 0 to 4294967295", "随机种子：应为 0 至 4294967295 的整数")
  const { discipline = "earliest-due", preemptive = false } = simulation.staff ?? {}
  const { workers, assumed: ofStaff } = completeStaff(given, simulation.staff ?? {})
  const policy = withShifts(given, workers)
  const arrivals = completeArrivals(policy, simulation.arrivals ?? {})
  const work = completeWork(policy, simulation.work ?? {})
  const customers = completeCustomers(simulation.customers ?? {})
  const money = completeMoney(policy, simulation.money ?? {})
  const until = from + weeks * 7 * DAY
  const outside = offHours(policy, { from, until, workers, arrivals: arrivals.plan })
  return {
    policy,
    from,
    until,
    horizon,
    seed,
    arrivals: arrivals.plan,
    workers,
    discipline,
    preemptive,
    work: work.plan,
    customers: customers.plan,
    causes: (simulation.causes ?? []).map((cause) => completeCause(policy, cause)),
    money: money.plan,
    assumptions: [
      ...(outside > mostOutside ? [assumption("off-hours", { share: percent(outside) })] : []),
      ...(simulation.from === undefined || simulation.weeks === undefined
        ? [assumption("from-and-length", { from: day, weeks })]
        : []),
      ...arrivals.assumed,
      ...ofStaff,
      ...(simulation.staff?.discipline === undefined ? [assumption("discipline")] : []),
      ...work.assumed,
      ...customers.assumed,
      ...money.assumed
    ]
  }
}

/** What is counted: as is said, else what was recorded, else twelve weeks. */
const spanOf = ({ zone }: Policy.Policy, { from, weeks, arrivals }: Simulation) => {
  const instants = (arrivals?.trace ?? []).map(({ at }) => at)
  const dayOf = (at: number): number => Math.floor(Zone.toLocal(at, zone) / DAY)
  const [first, last] = instants.length === 0 ? [] : [instants.reduce(least), instants.reduce(most)]
  const day = from ?? (first === undefined ? firstDay : Instant.renderDate(dayOf(first)))
  const begins = Instant.parseDate(day)
  const days = last === undefined || begins === undefined ? 0 : dayOf(last) - begins + 1
  return { from: day, weeks: weeks ?? (days > 0 ? Math.ceil(days / 7) : weeksByDefault) }
}

const least = (a: number, b: number): number => Math.min(a, b)
const most = (a: number, b: number): number => Math.max(a, b)

/** Shifts of people's own are calendars that the policy can ask for. */
const withShifts = (policy: Policy.Policy, workers: readonly WorkerPlan[]): Policy.Policy => {
  const own = workers.filter(({ person, rule }) => person.calendar === rule.name && !policy.calendars.has(rule.name))
  if (own.length === 0) return policy
  const zoneOf = (name: string) => policy.bundle.zones[name] ?? policy.zone
  return {
    ...policy,
    calendars: new Map([
      ...policy.calendars,
      ...own.map(({ rule }) => [rule.name, Calendar.compile(rule, zoneOf(rule.zone))] as const)
    ])
  }
}
