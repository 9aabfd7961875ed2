/**
 * The one mutable thing in the core: a step being made. `emit` folds at once, so that the next reaction sees the new
 * state; the draft never leaves the step.
 */
import type { Actor } from "../model/Actor.ts"
import { system } from "../model/Actor.ts"
import type { RuleId } from "../model/Bundle.ts"
import type { Meta } from "../model/Gathered.ts"
import type { Instant } from "../model/Instant.ts"
import type { Inputs, Loop, Policy } from "../model/Policy.ts"
import { loopOf } from "../model/Policy.ts"
import type { Bodies, Case, CaseEvent, EventName } from "./Case.ts"
import { evolve } from "./Case.ts"
import { inputs, readsClocks } from "./Inputs.ts"

export interface Draft {
  readonly policy: Policy
  readonly meta: Meta
  readonly events: CaseEvent[]
  state: Case
  /** When what is emitted happens. */
  now: Instant
  /** When a machine can act on it: the record of a command, the instant of a mark. */
  recordedAt: Instant
  /** Who acts: the actor of the command, or time while it settles. */
  by: Actor
  /** Events that every reaction has seen. */
  done: number
  /** Why grades may change in this step: `facts`, `stream`, or a person's reason. */
  because: string
  read: { readonly of: Case; readonly vector: Inputs } | undefined
}

export const make = (policy: Policy, state: Case, meta: Meta): Draft => ({
  policy,
  meta,
  events: [],
  state,
  now: meta.receivedAt,
  recordedAt: meta.receivedAt,
  by: meta.actor,
  done: 0,
  because: "facts",
  read: undefined
})

export const emit = <T extends EventName>(
  d: Draft,
  event: T,
  body: Bodies[T],
  why?: RuleId,
  at: Instant = d.now
): void => {
  const made = (why === undefined ? { event, at, ...body } : { event, at, why, ...body }) as unknown as CaseEvent
  d.state = evolve(d.state, made)
  d.events.push(made)
}

/** Returns what tables read of the state as it stands; computed anew only when a track that they read has changed. */
export const vector = (d: Draft): Inputs => {
  if (d.read === undefined || !readsAlike(d.policy, d.read.of, d.state))
    d.read = { of: d.state, vector: inputs(d.policy, d.state) }
  return d.read.vector
}

const readsAlike = (policy: Policy, a: Case, b: Case): boolean =>
  a === b ||
  (a.intake === b.intake &&
    a.grades === b.grades &&
    a.gates === b.gates &&
    a.ownership === b.ownership &&
    a.lifecycle === b.lifecycle &&
    (a.clocks === b.clocks || !readsClocks(policy)))

export const loop = (d: Draft): Loop | undefined => loopOf(d.policy, d.state.lifecycle.loop)

/** Runs `act` with another *now* and returns to the old one. */
export const at = (d: Draft, now: Instant, act: () => void): void => {
  const before = d.now
  d.now = now
  act()
  d.now = before
}

/** Runs `act` as time itself would at an instant, whenever that is noticed and whoever's command made it noticed. */
export const asTime = (d: Draft, now: Instant, act: () => void): void => {
  const { by, recordedAt, because } = d
  d.by = system("timer")
  d.recordedAt = now
  d.because = "facts"
  at(d, now, act)
  d.by = by
  d.recordedAt = recordedAt
  d.because = because
}
