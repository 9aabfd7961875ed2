/**
 * The one mutable thing in the core: a step being made. `emit` folds at once, so that the next reaction sees the new
 * state; the draft never leaves the step.
 */

import type { Bodies, Case, CaseEvent, EventName } from "../case/Case.ts"
import { evolve } from "../case/Case.ts"
import type { Meta } from "../case/Gathered.ts"
import { again, inputs, keep as keepSeen, kept, type Seen } from "../case/Inputs.ts"
import type { Reason } from "../case/Refusal.ts"
import { system } from "../people/Actor.ts"
import type { RuleId } from "../policy/Bundle.ts"
import type { Inputs, Loop, Policy } from "../policy/Policy.ts"
import { loopOf } from "../policy/Policy.ts"
import { isWithin } from "../policy/RulePath.ts"
import type { Instant } from "../time/Instant.ts"
import type { Draft, GateKinds, Situation, Waking } from "./Situation.ts"

export type { Draft, Situation } from "./Situation.ts"

export const make = (policy: Policy, state: Case, meta: Meta, kinds: GateKinds, waking: Waking): Draft => {
  // A state that came out of a step is one that every reaction has left as it was.
  const seen = kept(policy, state)
  return {
    policy,
    meta,
    events: [],
    state,
    now: meta.receivedAt,
    recordedAt: meta.receivedAt,
    kinds,
    by: meta.actor,
    done: 0,
    because: "facts",
    keepsBack: false,
    read: seen,
    waking,
    awake: seen === undefined ? waking.all : 0,
    noticed: 0,
    seen: seen?.vector
  }
}

export const emit = <T extends EventName>(
  d: Draft,
  event: T,
  body: Bodies[T],
  why?: RuleId,
  at: Instant = d.now
): void => put(d, (why === undefined ? { event, at, ...body } : explained(d, { event, at, why, ...body })) as CaseEvent)

/** Puts an event on the case that is whole already: a long one is not copied once more. */
export const put = (d: Draft, made: CaseEvent): void => {
  d.state = evolve(d.state, made)
  d.events.push(made)
}

/** Decisions of authority are made by the policy in force, whatever version the case is pinned to. */
const explained = <T extends { readonly why: RuleId }>(d: Draft, made: T): T & { readonly under?: string } => {
  const inForce = d.meta.gathered.authority
  const isAnother = inForce !== undefined && inForce.content !== d.policy.bundle.content
  return isAnother && isWithin(made.why, "authority") ? { under: inForce.content, ...made } : made
}

/** Where a step stood. */
export type Point = Pick<Draft, "state" | "meta" | "because" | "done" | "read" | "awake" | "noticed" | "seen"> & {
  readonly events: number
}

export const point = ({ state, meta, because, done, read, awake, noticed, seen, events }: Draft): Point => ({
  state,
  meta,
  because,
  done,
  read,
  awake,
  noticed,
  seen,
  events: events.length
})

/** Takes back everything since a point of the step. */
export const back = (d: Draft, { events, ...rest }: Point): void => {
  d.events.splice(events)
  Object.assign(d, rest)
}

/** Returns what tables read of the state as it stands; computed anew only when a track that they read has changed. */
export const vector = (d: Situation): Inputs => {
  const { read, state } = d
  return read !== undefined && read.of === state ? read.vector : reading(d).vector
}

const reading = (d: Situation): Seen => {
  const { read, state, policy } = d
  const seen = read === undefined ? { policy, of: state, vector: inputs(policy, state) } : again(read, state)
  d.read = seen
  return seen
}

/** Keeps what tables read of the state that the step has led to, for the next step on it. */
export const keep = (d: Draft): void => {
  if (d.state.version > 0) keepSeen(d.read?.of === d.state ? d.read : reading(d))
}

export const loop = (d: Situation): Loop | undefined => loopOf(d.policy, d.state.lifecycle.loop)

/** Returns whether this step puts on record what was answered before it came here: nothing is sent, asked or passed. */
export const isRecording = ({ events: [first] }: Draft): boolean =>
  first?.event === "case-opened" && first.receipt.history !== undefined

/** Runs `act`; where it is refused, nothing of what it had begun stays. */
export const allOrNothing = (d: Draft, act: () => readonly Reason[]): readonly Reason[] => {
  const { state, because, events } = d
  const from = events.length
  const reasons = act()
  if (reasons.length === 0) return reasons
  events.splice(from)
  d.state = state
  d.because = because
  return reasons
}

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
