/** Completes a simulation with defaults, lists its assumptions, and prepares it to run under a policy. */

import { Calendar, Instant, type Policy, Zone } from "@hearback/core"
import { assumption } from "../model/Assumption.ts"
import { DoesNotFit } from "../model/DoesNotFit.ts"
import type { Plan, WorkerPlan } from "../model/Plan.ts"
import type { Simulation } from "../model/Simulation.ts"
import { percent } from "../text/TranslatedText.ts"
import { completeArrivals } from "./ArrivalDefaults.ts"
import { completeCause, completeCustomers } from "./CustomerDefaults.ts"
import { idle } from "./IdleSettings.ts"
import { offHours } from "./OffHours.ts"
import { completeStaff, withZones } from "./StaffDefaults.ts"
import { completeMoney, completeWork } from "./WorkDefaults.ts"

const { DAY } = Instant

/** The default first day: a Monday before weeks without long holidays, so that the desk is typical. */
export const firstDay = "2026-03-02"
const weeksByDefault = 12
/**
 * The longest simulated time, a century, because calendars have no later days. A longer one is probably a typing
 * error and would never end.
 */
const mostWeeks = 5200
const mostArrivals = 1_000_000
const mostPeople = 10_000
/** The dates outside which calendars and time zones are unknown. */
const [firstYear, lastYear] = [1970, 2199]
/** A share of arrivals outside working hours above which a note is added, because it is probably unintended. */
const mostOutside = 0.9

/** Returns the plan of a simulation.  Errors: throws `DoesNotFit` with the part that does not fit. */
export const complete = (unzoned: Policy.Policy, simulation: Simulation): Plan => {
  const given = withZones(unzoned, simulation.staff ?? {})
  const { seed = 1, horizon = "steady" } = simulation
  const { from: day, weeks } = spanOf(given, simulation)
  const from = Instant.parseInstant(day, given.zone)
  const year = Number(day.slice(0, 4))
  if (from === undefined || year < firstYear || year > lastYear)
    throw new DoesNotFit((t) => t.fit.noDate(day, firstYear, lastYear))
  if (!(weeks > 0 && weeks <= mostWeeks)) throw new DoesNotFit((t) => t.fit.weeks(mostWeeks))
  const { warmUp } = simulation
  if (typeof warmUp === "number" && horizon === "steady" && warmUp >= weeks * 7 * DAY)
    throw new DoesNotFit((t) => t.fit.warmUp(weeks))
  if (mostIn(simulation, weeks) > mostArrivals) throw new DoesNotFit((t) => t.fit.arrivals(mostArrivals))
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) throw new DoesNotFit((t) => t.fit.seed)
  const { discipline = "earliest-due", preemptive = false } = simulation.staff ?? {}
  const people = (simulation.staff?.people ?? []).reduce((sum, { count = 1 }) => sum + count, 0)
  if (people > mostPeople) throw new DoesNotFit((t) => t.fit.people(mostPeople))
  const { workers, assumed: ofStaff } = completeStaff(given, simulation.staff ?? {})
  const policy = withShifts(given, workers)
  const arrivals = completeArrivals(policy, simulation.arrivals ?? {})
  const work = completeWork(policy, simulation.work ?? {})
  const customers = completeCustomers(policy, simulation.customers ?? {})
  const money = completeMoney(policy, simulation.money ?? {}, workers)
  const until = from + weeks * 7 * DAY
  const causes = (simulation.causes ?? []).map((cause) => completeCause(policy, cause))
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
    causes,
    money: money.plan,
    assumptions: [
      ...idle(policy, simulation, { from, until, arrivals: arrivals.plan, causes }),
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

/** The most arrivals of a replication. */
const mostIn = ({ arrivals = {}, causes = [] }: Simulation, weeks: number): number => {
  const { perDay = 0, factor = 1, trace, seasons = [1], campaigns = [] } = arrivals
  const peak = campaigns.reduce((times, one) => times * Math.max(1, one.times), Math.max(...seasons))
  const drawn = perDay * factor * peak * 7 * weeks
  const ofCauses = causes.reduce((sum, cause) => sum + cause.perDay * Math.max(...(cause.seasons ?? [1])), 0)
  return (trace === undefined ? drawn : trace.length * factor) + ofCauses * 7 * weeks
}

/** Returns the counted time: as given, else the recorded one, else twelve weeks. */
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

/** Adds the shifts of people as calendars of the policy. */
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
