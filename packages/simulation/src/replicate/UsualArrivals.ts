/**
 * How much arrives where nobody says so: as much as keeps the busiest role busy for about two thirds of its time, so that a
 * policy alone shows a desk that works. Two trials tell what a case takes under the policy; they draw the same numbers
 * whatever the seed is.
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
/** The first of them begin with empty desks. */
const skippedWeeks = 3
/** A case of many takes no more than one of these. */
const mostTried = 12

const known = new WeakMap<SimulationSubject, SimulationSubject>()

/** Returns a subject of which it is said how much arrives. */
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

/** Returns a subject to which as much comes as to another one, where it does not say how much. */
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
  // A case may take more where there are more of them: the second trial is made where the answer will lie.
  const second = first.perDay > mostTried ? first : tried(subject, first.perDay)
  const { role } = second
  return { perDay: Number(second.perDay.toPrecision(2)), ...(role !== undefined && { reckonedOf: role }) }
}

/** Tries how busy each role is with so much; returns how much it takes for the busiest to be as busy as usual. */
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
