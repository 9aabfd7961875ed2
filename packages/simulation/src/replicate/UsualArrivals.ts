/**
 * Computes how much arrives if it is not given: as much as keeps the busiest role busy for about two thirds of its
 * time, so that a policy alone gives a realistic desk. Two trials measure the work of a case under the policy; their
 * random numbers do not depend on the seed.
 */

import { usuallyBusy } from "../complete/ArrivalDefaults.ts"
import { complete, firstDay } from "../complete/Completion.ts"
import { withoutNotices } from "../complete/Notices.ts"
import { aboutOf } from "../figure/Figures.ts"
import { finish } from "../kernel/Turns.ts"
import type { SimulationSubject } from "../model/Subject.ts"
import { tryOnce } from "./ReplicationRun.ts"

const WEEK = 7 * 86_400_000

const trialWeeks = 8
/** The days that are left out, because they begin with no open cases. */
const skippedWeeks = 3
/** The most arrivals of a trial, because more cases do not change the work of one. */
const mostTried = 12

const known = new WeakMap<SimulationSubject, SimulationSubject>()

/** Returns a subject with a number of arrivals. */
export const settled = (subject: SimulationSubject): SimulationSubject => {
  const { arrivals = {} } = subject.simulation
  if (arrivals.perDay !== undefined || arrivals.trace !== undefined) return subject
  let found = known.get(subject)
  if (found === undefined) {
    found = withArrivals(subject, reckoned(subject))
    known.set(subject, found)
  }
  return found
}

/** Returns a subject with the number of arrivals of another one, if it gives none itself. */
export const settledLike = (subject: SimulationSubject, other: SimulationSubject): SimulationSubject => {
  const { arrivals = {} } = subject.simulation
  if (arrivals.perDay !== undefined || arrivals.trace !== undefined) return subject
  const { perDay, reckonedOf } = settled(other).simulation.arrivals ?? {}
  if (perDay === undefined) return settled(subject)
  return withArrivals(subject, { perDay, ...(reckonedOf !== undefined && { reckonedOf }) })
}

interface Reckoned {
  readonly perDay: number
  readonly reckonedOf?: string
}

const withArrivals = ({ policy, simulation }: SimulationSubject, reckoned: Reckoned): SimulationSubject => ({
  policy,
  simulation: { ...simulation, arrivals: { ...simulation.arrivals, ...reckoned } }
})

const reckoned = (subject: SimulationSubject): Reckoned => {
  const { policy, simulation } = subject
  const firstOwners = complete(policy, simulation).workers.filter(({ person }) =>
    person.roles.some((role) => policy.bundle.ownership.firstOwner.includes(role))
  ).length
  const first = tried(subject, Math.min(mostTried, Math.max(1, firstOwners / 2)))
  // With more cases, each can need more work, so the second trial uses the expected result.
  const second = first.perDay > mostTried ? first : tried(subject, first.perDay)
  const { role } = second
  return { perDay: Number(second.perDay.toPrecision(2)), ...(role !== undefined && { reckonedOf: role }) }
}

/**
 * Measures how busy each role is with a number of arrivals; returns the number at which the busiest is as busy as
 * usual.
 */
const tried = (
  { policy, simulation }: SimulationSubject,
  perDay: number
): { readonly perDay: number; readonly role?: string } => {
  const plan = withoutNotices(
    complete(policy, {
      ...simulation,
      from: firstDay,
      seed: 1,
      weeks: trialWeeks,
      warmUp: "automatic",
      horizon: "steady",
      causes: [],
      arrivals: { ...simulation.arrivals, perDay, factor: 1 }
    })
  )
  const busy = finish(tryOnce(plan, 0, plan.from + skippedWeeks * WEEK)).figures.flatMap(
    ({ metric, about, sum, of }) => {
      const { role } = metric === "utilisation" ? aboutOf(about) : {}
      return role === undefined || of === 0 ? [] : [{ role, share: sum / of }]
    }
  )
  const [busiest] = busy.sort((a, b) => b.share - a.share)
  if (busiest === undefined || busiest.share === 0) return { perDay }
  return { perDay: (perDay * usuallyBusy) / busiest.share, role: busiest.role }
}
