/**
 * Many replications of a simulation, and the report of them. A replication is made from its number alone, so that it does
 * not matter where or in which order they run: whoever has several processors runs them there, with the same outcome.
 */
import type { Policy } from "@hearback/core"
import { complete } from "../complete/Complete.ts"
import type { Outcome } from "../figure/Outcome.ts"
import type { Plan } from "../model/Plan.ts"
import type { Simulation } from "../model/Simulation.ts"
import { makeObservation } from "../observe/Observation.ts"
import { type Report, reportOf } from "../report/Report.ts"
import { runReplication } from "../run/Replication.ts"
import type { Observer } from "../run/World.ts"
import { average, type Estimated, ratioOver } from "../statistic/Interval.ts"
import { warmUpLength } from "../statistic/Series.ts"
import { replicationsWanted, type Stopping } from "../statistic/Stopping.ts"

const DAY = 86_400_000

/** A policy, and what is simulated under it. */
export interface Subject {
  readonly policy: Policy.Policy
  readonly simulation: Simulation
}

/** A subject ready to run: each replication gives its outcome by its number. */
export interface Prepared {
  readonly plan: Plan
  readonly stopping: Stopping
  /** From when on cases and time are counted, given what the first replications show where that is automatic. */
  readonly countedFrom: (pilots: readonly Outcome[]) => number
  /** Replications that show how long a start takes to wear off; none where that is given. */
  readonly pilots: readonly number[]
  readonly run: (replication: number, countedFrom: number, onlooker?: Observer) => Outcome
}

const pilotCount = 3

/** Pilots run under numbers of their own: they are no part of what is reported. */
const firstPilot = 2 ** 31

export const prepare = ({ policy, simulation }: Subject): Prepared => {
  const plan = complete(policy, simulation)
  const { replications: { least = 30, most = least, precision } = {}, warmUp = "automatic" } = simulation
  const isAutomatic = plan.horizon === "steady" && warmUp === "automatic"
  const given = plan.horizon === "terminating" || warmUp === "automatic" ? 0 : warmUp
  return {
    plan,
    stopping: { least, most: Math.max(least, most), ...(precision !== undefined && { precision }) },
    pilots: isAutomatic ? Array.from({ length: pilotCount }, (_, i) => firstPilot + i) : [],
    countedFrom: (pilots) => plan.from + (isAutomatic ? wornOff(plan, pilots) : given),
    run: (replication, countedFrom, onlooker) => {
      const { observer, outcome } = makeObservation(plan, { from: countedFrom, to: plan.until })
      const world = runReplication(plan, replication, onlooker === undefined ? observer : both(observer, onlooker))
      return outcome(world, replication)
    }
  }
}

/** The length of the start, in whole weeks: every hour of a week counts as often as every other. */
const wornOff = (plan: Plan, pilots: readonly Outcome[]): number => {
  const days = Math.round((plan.until - plan.from) / DAY)
  const series = Array.from({ length: days }, (_, day) => average(pilots.map((one) => one.inHandByDay[day] ?? 0)))
  const weeks = Math.ceil(warmUpLength(series) / 7)
  return Math.min(weeks * 7, Math.floor(days / 2)) * DAY
}

const both = (one: Observer, other: Observer): Observer => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Observer>
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      (...happened: readonly unknown[]) => {
        ;(one[name] as ((...all: readonly unknown[]) => void) | undefined)?.(...happened)
        ;(other[name] as ((...all: readonly unknown[]) => void) | undefined)?.(...happened)
      }
    ])
  )
}

/** The mean time to an answer: what decides whether there have been enough replications. */
const shownBy = (outcomes: readonly Outcome[]): Estimated =>
  ratioOver(
    outcomes.map(({ figures }) => {
      const found = figures.find(({ metric, about }) => metric === "time-to-answer" && about === "")
      return { sum: found?.sum ?? 0, of: found?.of ?? 0 }
    })
  )

/** What has to be run next: some replications at once, or nothing more. */
export interface Round {
  readonly replications: readonly number[]
  readonly countedFrom: number
}

/**
 * Gives rounds of replications and takes their outcomes until there are enough; returns the report. Rounds do not depend
 * on how many run at once, so neither does the report.
 */
export function* rounds(subject: Subject): Generator<Round, Report, readonly Outcome[]> {
  const prepared = prepare(subject)
  const { plan, pilots, stopping } = prepared
  const shown = pilots.length === 0 ? [] : yield { replications: pilots, countedFrom: plan.from }
  const countedFrom = prepared.countedFrom(shown)
  const outcomes: Outcome[] = []
  for (;;) {
    const wanted = replicationsWanted(stopping, outcomes.length, shownBy(outcomes))
    if (wanted <= outcomes.length) break
    const replications = Array.from({ length: wanted - outcomes.length }, (_, i) => outcomes.length + i)
    outcomes.push(...(yield { replications, countedFrom }))
  }
  return reportOf({ plan, simulation: subject.simulation, countedFrom }, outcomes)
}

/** Simulates on this processor. */
export const simulate = (policy: Policy.Policy, simulation: Simulation = {}): Report => {
  const subject = { policy, simulation }
  const { run } = prepare(subject)
  const going = rounds(subject)
  for (let next = going.next(); ; ) {
    if (next.done === true) return next.value
    const { replications, countedFrom } = next.value
    next = going.next(replications.map((one) => run(one, countedFrom)))
  }
}
