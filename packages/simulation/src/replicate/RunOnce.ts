/** One replication, looked at from an instant on. */
import type { Outcome } from "../figure/Outcome.ts"
import type { Plan } from "../model/Plan.ts"
import { makeObservation } from "../observe/Observation.ts"
import { runReplication } from "../run/Replication.ts"
import type { Observer } from "../world/World.ts"

/** Runs a replication to its end. */
export const runOnce = (plan: Plan, replication: number, countedFrom: number, onlooker?: Observer): Outcome => {
  const { observer, outcome } = makeObservation(plan, { from: countedFrom, to: plan.until })
  const world = runReplication(plan, replication, onlooker === undefined ? observer : both(observer, onlooker))
  return outcome(world, replication)
}

/** Runs a replication as long as feedback arrives that is counted: who is busy and how much waits is known by then. */
export const tryOnce = (plan: Plan, replication: number, countedFrom: number): Outcome => {
  const { observer, outcome } = makeObservation(plan, { from: countedFrom, to: plan.until })
  return outcome(
    runReplication(plan, replication, observer, (now) => now >= plan.until),
    replication
  )
}

const both = (one: Observer, other: Observer): Observer => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Observer>
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      (...happened: readonly unknown[]) => {
        for (const observer of [one, other])
          (observer[name] as ((...all: readonly unknown[]) => void) | undefined)?.(...happened)
      }
    ])
  )
}
