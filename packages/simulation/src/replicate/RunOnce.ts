/** One replication, looked at from an instant on. */
import type { Outcome } from "../figure/Outcome.ts"
import type { Plan } from "../model/Plan.ts"
import { makeObservation } from "../observe/Observation.ts"
import { runReplication } from "../run/Replication.ts"
import type { Observer } from "../world/World.ts"

export const runOnce = (plan: Plan, replication: number, countedFrom: number, onlooker?: Observer): Outcome => {
  const { observer, outcome } = makeObservation(plan, { from: countedFrom, to: plan.until })
  const world = runReplication(plan, replication, onlooker === undefined ? observer : both(observer, onlooker))
  return outcome(world, replication)
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
