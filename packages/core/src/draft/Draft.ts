/**
 * A step while it is made: the only mutable object in the core. `emit` folds an event at once, so that the next
 * reaction sees the new state. The draft never leaves the step.
 */

import type { Bodies, Case, CaseEvent, EventName } from "../case/Case.ts"
import { evolve } from "../case/Case.ts"
import type { Meta } from "../case/Gathered.ts"
import { again, inputs, keep as keepSeen, kept, type SeenVector } from "../case/Inputs.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { system } from "../people/Actor.ts"
import type { RuleId } from "../policy/Bundle.ts"
import type { Inputs, Policy, PolicyLoop } from "../policy/Policy.ts"
import { loopOf } from "../policy/Policy.ts"
import { isWithin } from "../policy/RulePath.ts"
import type { Instant } from "../time/Instant.ts"
import type { Draft, GateKinds, Situation, Waking } from "./Situation.ts"

export type { Draft, Situation } from "./Situation.ts"

/** Returns the draft of a new step on a case. */
export const make = (policy: Policy, state: Case, meta: Meta, kinds: GateKinds, waking: Waking): Draft => {
  // A state that came out of a step needs no reaction any more.
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

/** Adds an event to the step and folds it. */
export const emit = <T extends EventName>(
  draft: Draft,
  event: T,
  body: Bodies[T],
  why?: RuleId,
  at: Instant = draft.now
): void =>
  put(draft, (why === undefined ? { event, at, ...body } : explained(draft, { event, at, why, ...body })) as CaseEvent)

/** Adds a complete event and folds it without copying it. */
export const put = (draft: Draft, made: CaseEvent): void => {
  draft.state = evolve(draft.state, made)
  draft.events.push(made)
}

/**
 * Returns an event with the policy of its rule. Authority is decided by the policy in force, not by the pinned version.
 */
const explained = <T extends { readonly why: RuleId }>(draft: Draft, made: T): T & { readonly under?: string } => {
  const inForce = draft.meta.gathered.authority
  const isAnother = inForce !== undefined && inForce.content !== draft.policy.bundle.content
  return isAnother && isWithin(made.why, "authority") ? { under: inForce.content, ...made } : made
}

/** A point of a step to which the step can be taken back. */
export type DraftPoint = Pick<Draft, "state" | "meta" | "because" | "done" | "read" | "awake" | "noticed" | "seen"> & {
  readonly events: number
}

/** Returns the present point of a step. */
export const point = ({ state, meta, because, done, read, awake, noticed, seen, events }: Draft): DraftPoint => ({
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

/** Takes a step back to an earlier point. */
export const back = (draft: Draft, { events, ...rest }: DraftPoint): void => {
  draft.events.splice(events)
  Object.assign(draft, rest)
}

/** Returns the input vector of the present state. It is computed again only if a track that it reads has changed. */
export const vector = (situation: Situation): Inputs => {
  const { read, state } = situation
  return read !== undefined && read.of === state ? read.vector : reading(situation).vector
}

const reading = (situation: Situation): SeenVector => {
  const { read, state, policy } = situation
  const seen = read === undefined ? { policy, of: state, vector: inputs(policy, state) } : again(read, state)
  situation.read = seen
  return seen
}

/** Keeps the input vector of the state that the step has led to, for the next step on that state. */
export const keep = (draft: Draft): void => {
  if (draft.state.version > 0) keepSeen(draft.read?.of === draft.state ? draft.read : reading(draft))
}

/** Returns the loop of the policy that the case goes through; undefined before it is chosen. */
export const loop = (situation: Situation): PolicyLoop | undefined =>
  loopOf(situation.policy, situation.state.lifecycle.loop)

/** Returns whether this step imports feedback that was answered before: nothing is sent, asked or passed. */
export const isRecording = ({ events: [first] }: Draft): boolean =>
  first?.event === "case-opened" && first.receipt.history !== undefined

/** Runs `act`. If it returns reasons against it, everything that it did is undone. */
export const allOrNothing = (draft: Draft, act: () => readonly RefusalReason[]): readonly RefusalReason[] => {
  const { state, because, events } = draft
  const from = events.length
  const reasons = act()
  if (reasons.length === 0) return reasons
  events.splice(from)
  draft.state = state
  draft.because = because
  return reasons
}

/** Runs `act` with another *now*, and restores the former one. */
export const at = (draft: Draft, now: Instant, act: () => void): void => {
  const before = draft.now
  draft.now = now
  act()
  draft.now = before
}

/** Runs `act` at an instant with time as the actor, whatever command led to it and when. */
export const asTime = (draft: Draft, now: Instant, act: () => void): void => {
  const { by, recordedAt, because } = draft
  draft.by = system("timer")
  draft.recordedAt = now
  draft.because = "facts"
  at(draft, now, act)
  draft.by = by
  draft.recordedAt = recordedAt
  draft.because = because
}
