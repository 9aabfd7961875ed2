/** A fault under way: it brings cases until it is prevented. */
import type { CausePlan } from "../model/Plan.ts"
import type { Entity } from "../random/Chance.ts"

export interface Fault {
  readonly cause: CausePlan
  readonly entity: Entity
  isLive: boolean
}
