/** Runs one replication and counts it from an instant on. */
import type { ReplicationOutcome } from "../figure/Outcome.ts"
import type { Turns } from "../kernel/Turns.ts"
import type { Plan } from "../model/Plan.ts"
import { makeObservation } from "../observe/Observation.ts"
import { replicationOf } from "../run/Replication.ts"
import type { Observer } from "../world/World.ts"

/** Runs a replication to its end. */
export function* runOnce(
  plan: Plan,
  replication: number,
  countedFrom: number,
  onlooker?: Observer
): Turns<ReplicationOutcome> {
  const { observer, outcome } = makeObservation(plan, { from: countedFrom, to: plan.until })
  const world = yield* replicationOf(plan, replication, onlooker === undefined ? observer : both(observer, onlooker))
  return outcome(world, replication)
}

/**
 * Runs a replication as long as counted feedback arrives, which is enough to know how busy people are and how much
 * waits.
 */
export function* tryOnce(plan: Plan, replication: number, countedFrom: number): Turns<ReplicationOutcome> {
  const { observer, outcome } = makeObservation(plan, { from: countedFrom, to: plan.until })
  return outcome(yield* replicationOf(plan, replication, observer, (now) => now >= plan.until), replication)
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
