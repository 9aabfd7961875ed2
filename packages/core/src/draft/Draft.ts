/**
 * The one mutable thing in the core: a step being made. `emit` folds at once, so that the next reaction sees the new
 * state; the draft never leaves the step.
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
  draft: Draft,
  event: T,
  body: Bodies[T],
  why?: RuleId,
  at: Instant = draft.now
): void =>
  put(draft, (why === undefined ? { event, at, ...body } : explained(draft, { event, at, why, ...body })) as CaseEvent)

/** Adds a complete event to the case of a draft, without another copy of it. */
export const put = (draft: Draft, made: CaseEvent): void => {
  draft.state = evolve(draft.state, made)
  draft.events.push(made)
}

/** Decisions of authority are made by the policy in force, whatever version the case is pinned to. */
const explained = <T extends { readonly why: RuleId }>(draft: Draft, made: T): T & { readonly under?: string } => {
  const inForce = draft.meta.gathered.authority
  const isAnother = inForce !== undefined && inForce.content !== draft.policy.bundle.content
  return isAnother && isWithin(made.why, "authority") ? { under: inForce.content, ...made } : made
}

/** Where a step stood. */
export type DraftPoint = Pick<Draft, "state" | "meta" | "because" | "done" | "read" | "awake" | "noticed" | "seen"> & {
  readonly events: number
}

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

/** Takes back everything since a point of the step. */
export const back = (draft: Draft, { events, ...rest }: DraftPoint): void => {
  draft.events.splice(events)
  Object.assign(draft, rest)
}

/** Returns what tables read of the state as it stands; computed anew only when a track that they read has changed. */
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

/** Keeps what tables read of the state that the step has led to, for the next step on it. */
export const keep = (draft: Draft): void => {
  if (draft.state.version > 0) keepSeen(draft.read?.of === draft.state ? draft.read : reading(draft))
}

export const loop = (situation: Situation): PolicyLoop | undefined =>
  loopOf(situation.policy, situation.state.lifecycle.loop)

/** Returns whether this step puts on record what was answered before it came here: nothing is sent, asked or passed. */
export const isRecording = ({ events: [first] }: Draft): boolean =>
  first?.event === "case-opened" && first.receipt.history !== undefined

/** Runs `act`; where it is refused, nothing of what it had begun stays. */
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

/** Runs `act` with another *now* and returns to the old one. */
export const at = (draft: Draft, now: Instant, act: () => void): void => {
  const before = draft.now
  draft.now = now
  act()
  draft.now = before
}

/** Runs `act` as time itself would at an instant, whenever that is noticed and whoever's command made it noticed. */
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
