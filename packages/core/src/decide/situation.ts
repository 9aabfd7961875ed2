/** A case as an actor sees it at an instant, for permissions that are asked for outside of a step. */
import type { Case } from "../case/Case.ts"
import type { Gathered } from "../case/Gathered.ts"
import { make, type Situation } from "../draft/Draft.ts"
import { waking } from "../follow/ReactionTriggers.ts"
import { registry } from "../gate/registry.ts"
import type { Actor } from "../people/Actor.ts"
import type { Policy } from "../policy/Policy.ts"
import type { Instant } from "../time/Instant.ts"
import { actorOn, seenBy } from "./onBehalf.ts"

export type { Situation }

/** Who looks at the case, when, and what was gathered for them. */
export interface Viewer {
  readonly actor: Actor
  readonly at: Instant
  readonly gathered: Gathered
}

/**
 * Returns a case as an actor sees it: with powers lent on it, and in the name of an absent owner whose deputy they are.
 */
export const situationOf = (policy: Policy, state: Case, { actor, at, gathered }: Viewer): Situation => {
  const meta = {
    id: "",
    occurredAt: at,
    receivedAt: at,
    actor: actorOn(policy, state, gathered.people, actor, at),
    // Looking at a case draws no spot check.
    draw: 1,
    gathered
  }
  return make(policy, state, seenBy(state, meta), registry, waking)
}
