/**
 * One step of a case: *settle, handle, follow, settle*. First everything due up to the command's instant fires, then
 * the command acts, then the case reacts to its own events until nothing follows, then what is due up to `receivedAt`
 * fires. Pure: the same policy, case, command and meta give the same step.
 */

import type { Case, CaseEvent } from "../case/Case.ts"
import type { Meta } from "../case/Gathered.ts"
import type { Command } from "../case/generated/Command.ts"
import type { Reason, Refusal } from "../case/Refusal.ts"
import { isOnFile } from "../case/Refusal.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import type { Waking } from "../draft/Situation.ts"
import { follow, followLast } from "../follow/follow.ts"
import { waking } from "../follow/Waking.ts"
import { registry } from "../gate/registry.ts"
import { nameOf, system } from "../people/Actor.ts"
import type { Policy } from "../policy/Policy.ts"
import { fireNext } from "../rule/clock/fire.ts"
import { receipted } from "../rule/feedback/form.ts"
import { endAsRecorded } from "../rule/lifecycle/history.ts"
import { followTheGone } from "../rule/ownership/assign.ts"
import * as Ownership from "../rule/ownership/handle.ts"
import type { Instant } from "../time/Instant.ts"
import { defined } from "../value/Optional.ts"
import { allowed } from "./allowed.ts"
import { act, seenBy } from "./behalf.ts"
import { actsAt } from "./permission.ts"
import { weighed } from "./reducing.ts"
import { timeUp } from "./timeUp.ts"

export interface Step {
  readonly events: readonly CaseEvent[]
  readonly state: Case
  /** How many due instants fired before the command and after it. */
  readonly fired: number
  /** A refusal may stand beside events: time that fell due before it, or a refusal that belongs on file. */
  readonly refusal?: Refusal
}

/** Fires what is due up to an instant; returns how many due instants that were. */
const settle = (d: Draft, until: Instant): number => {
  let fired = 0
  while (fireNext(d, until, timeUp, follow)) fired += 1
  return fired
}

/**
 * What follows from an owner who has gone is there before the command is: whoever looked at the case has seen it so. It
 * is no deed of whoever gives the command, who hears of it like anybody else.
 */
const findTheGone = (d: Draft): void => {
  const { by } = d
  d.by = system("timer")
  followTheGone(d)
  follow(d)
  d.by = by
}

/** Refusals that belong on the record: authority, pauses, closing past a gate. */
const onFile = (command: Command, reasons: readonly Reason[]): boolean =>
  command.do === "pause" || command.do === "close" || reasons.some(({ code }) => isOnFile(code))

/** Gives a command, and lets the case follow it. */
const give = (d: Draft, command: Command): readonly Reason[] => {
  const reasons = act(d, command)
  if (reasons.length > 0) return reasons
  // Who moves cases to another version sees to the policy, not to the case.
  if (command.do !== "move-policy") Ownership.began(d)
  follow(d)
  if (command.do === "submit" && command.history !== undefined) endAsRecorded(d, command.history)
  followLast(d)
  if (command.do === "submit") receipted(d)
  follow(d)
  return []
}

/** Nothing follows from a refusal: the case does not look at itself again for it. */
const putOnFile = (d: Draft, command: Command, reasons: readonly Reason[]): void => {
  follow(d)
  Drafts.emit(
    d,
    "command-refused",
    { asked: command.do, by: nameOf(d.meta.actor), rules: [...new Set(reasons.map((one) => one.rule ?? one.code))] },
    reasons.find((one) => one.rule !== undefined)?.rule
  )
  d.done = d.events.length
}

/** Answers a command with events or a refusal; a law is held against reactions that are woken by everything. */
export const stepBy = (woken: Waking, policy: Policy, state: Case, command: Command, meta: Meta): Step => {
  const d = Drafts.make(policy, state, seenBy(state, meta), registry, woken)
  d.now = actsAt(command, meta.occurredAt, meta.receivedAt)
  const firedBefore = state.version > 0 ? settle(d, d.now) : 0
  findTheGone(d)
  const { reasons, needs } = weighed(d, command, give)
  if (reasons.length > 0 && onFile(command, reasons) && state.version > 0) putOnFile(d, command, reasons)
  follow(d)
  followLast(d)
  follow(d)
  const firedAfter = d.state.version > 0 ? settle(d, meta.receivedAt) : 0
  const fired = firedBefore + firedAfter
  Drafts.keep(d)
  const answer = { events: d.events, state: d.state, fired }
  return reasons.length === 0 ? answer : { ...answer, refusal: refusalOf(d, command, reasons, needs) }
}

/** What could be done instead is reckoned when it is read: it takes longer than most steps, and few ask for it. */
const refusalOf = (d: Draft, command: Command, reasons: readonly Reason[], needs: Refusal["needs"]): Refusal => {
  let known: readonly string[] | undefined
  return {
    asked: command.do,
    reasons,
    get allowed() {
      // Another id begins a case; nothing makes this one.
      known ??= d.state.version === 0 ? [] : allowed(d)
      return known
    },
    ...defined({ needs }),
    onFile: onFile(command, reasons)
  }
}

/** Lets a case follow what `act` puts on it, with the time that is due before it and after it. No command is given. */
export const followed = (policy: Policy, state: Case, meta: Meta, act: (d: Draft) => void): Step => {
  const d = Drafts.make(policy, state, meta, registry, waking)
  d.now = Math.min(meta.occurredAt, meta.receivedAt)
  const firedBefore = settle(d, d.now)
  act(d)
  follow(d)
  followLast(d)
  follow(d)
  const fired = firedBefore + settle(d, meta.receivedAt)
  Drafts.keep(d)
  return { events: d.events, state: d.state, fired }
}

/** Answers a command with events or a refusal. */
export const step = (policy: Policy, state: Case, command: Command, meta: Meta): Step =>
  stepBy(waking, policy, state, command, meta)

/** The events of a step, or its refusal: a one-line view for tests. */
export const decide = (policy: Policy, state: Case, command: Command, meta: Meta): readonly CaseEvent[] | Refusal => {
  const { events, refusal } = step(policy, state, command, meta)
  return refusal ?? events
}
