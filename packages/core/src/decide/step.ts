/**
 * One step of a case: *settle, handle, follow, settle*. First everything fires that is due by the command's instant.
 * Then the command acts, and the case reacts to its own events until nothing follows. Last everything fires that is due
 * by `receivedAt`. Pure: the same policy, case, command and meta give the same step.
 */

import type { Case, CaseEvent } from "../case/Case.ts"
import type { Meta } from "../case/Gathered.ts"
import type { Command } from "../case/generated/Command.ts"
import type { Refusal, RefusalReason } from "../case/Refusal.ts"
import { isOnFile } from "../case/Refusal.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import type { Waking } from "../draft/Situation.ts"
import { waking } from "../follow/ReactionTriggers.ts"
import { follow, followLast } from "../follow/reactionRun.ts"
import { registry } from "../gate/registry.ts"
import { nameOf, system } from "../people/Actor.ts"
import type { Policy } from "../policy/Policy.ts"
import { fireNext } from "../rule/clock/dueMarks.ts"
import { receipted } from "../rule/feedback/form.ts"
import { endAsRecorded } from "../rule/lifecycle/history.ts"
import { followTheGone } from "../rule/ownership/assignment.ts"
import * as Ownership from "../rule/ownership/handover.ts"
import type { Instant } from "../time/Instant.ts"
import { defined } from "../value/Optional.ts"
import { allowed } from "./allowedCommands.ts"
import { act, seenBy } from "./onBehalf.ts"
import { actsAt } from "./permission.ts"
import { weighed } from "./reduction.ts"
import { timeUp } from "./timerActs.ts"

/** The result of a step: its events, the new state, and a refusal if there is one. */
export interface Step {
  readonly events: readonly CaseEvent[]
  readonly state: Case
  /** How many due instants fired, before the command and after it. */
  readonly fired: number
  /**
   * The refusal of the command. Events may stand beside it: instants that were due before, or the refusal's own record.
   */
  readonly refusal?: Refusal
}

/** Fires what is due up to an instant; returns the number of due instants. */
const settle = (draft: Draft, until: Instant): number => {
  let fired = 0
  while (fireNext(draft, until, timeUp, follow)) fired += 1
  return fired
}

/**
 * Reassigns the case of an owner who has left before the command is handled, as anybody who looked at the case saw it.
 * It is not an act of whoever gives the command, who is notified like everybody else.
 */
const findTheGone = (draft: Draft): void => {
  const { by } = draft
  draft.by = system("timer")
  followTheGone(draft)
  follow(draft)
  draft.by = by
}

/** Returns whether a refusal is recorded: for authority, for pauses, and for closing past a gate. */
const onFile = (command: Command, reasons: readonly RefusalReason[]): boolean =>
  command.do === "pause" || command.do === "close" || reasons.some(({ code }) => isOnFile(code))

/** Gives a command and lets the case react to it. */
const give = (draft: Draft, command: Command): readonly RefusalReason[] => {
  const reasons = act(draft, command)
  if (reasons.length > 0) return reasons
  // Moving a case to another version is not work on the case by the owner.
  if (command.do !== "move-policy") Ownership.began(draft)
  follow(draft)
  if (command.do === "submit" && command.history !== undefined) endAsRecorded(draft, command.history)
  followLast(draft)
  if (command.do === "submit") receipted(draft)
  follow(draft)
  return []
}

/** Records a refusal. Nothing follows from it, so the case does not react. */
const putOnFile = (draft: Draft, command: Command, reasons: readonly RefusalReason[]): void => {
  follow(draft)
  Drafts.emit(
    draft,
    "command-refused",
    {
      asked: command.do,
      by: nameOf(draft.meta.actor),
      rules: [...new Set(reasons.map((one) => one.rule ?? one.code))]
    },
    reasons.find((one) => one.rule !== undefined)?.rule
  )
  draft.done = draft.events.length
}

/**
 * Answers a command with events or a refusal. `woken` says which reactions run, since a law compares with all of them.
 */
export const stepBy = (woken: Waking, policy: Policy, state: Case, command: Command, meta: Meta): Step => {
  const draft = Drafts.make(policy, state, seenBy(state, meta), registry, woken)
  draft.now = actsAt(command, meta.occurredAt, meta.receivedAt)
  const firedBefore = state.version > 0 ? settle(draft, draft.now) : 0
  findTheGone(draft)
  const { reasons, needs } = weighed(draft, command, give)
  if (reasons.length > 0 && onFile(command, reasons) && state.version > 0) putOnFile(draft, command, reasons)
  follow(draft)
  followLast(draft)
  follow(draft)
  const firedAfter = draft.state.version > 0 ? settle(draft, meta.receivedAt) : 0
  const fired = firedBefore + firedAfter
  Drafts.keep(draft)
  const answer = { events: draft.events, state: draft.state, fired }
  return reasons.length === 0 ? answer : { ...answer, refusal: refusalOf(draft, command, reasons, needs) }
}

/** Returns a refusal whose alternatives are computed when they are read. That takes longer than most steps. */
const refusalOf = (
  draft: Draft,
  command: Command,
  reasons: readonly RefusalReason[],
  needs: Refusal["needs"]
): Refusal => {
  let known: readonly string[] | undefined
  return {
    asked: command.do,
    reasons,
    get allowed() {
      // A case that does not exist allows no commands: `submit` with a new id opens one.
      known ??= draft.state.version === 0 ? [] : allowed(draft)
      return known
    },
    ...defined({ needs }),
    onFile: onFile(command, reasons)
  }
}

/** Lets a case react to what `act` does, with what is due before and after it. No command is given. */
export const followed = (policy: Policy, state: Case, meta: Meta, act: (draft: Draft) => void): Step => {
  const draft = Drafts.make(policy, state, meta, registry, waking)
  draft.now = Math.min(meta.occurredAt, meta.receivedAt)
  const firedBefore = settle(draft, draft.now)
  act(draft)
  follow(draft)
  followLast(draft)
  follow(draft)
  const fired = firedBefore + settle(draft, meta.receivedAt)
  Drafts.keep(draft)
  return { events: draft.events, state: draft.state, fired }
}

/** Answers a command with events or a refusal. */
export const step = (policy: Policy, state: Case, command: Command, meta: Meta): Step =>
  stepBy(waking, policy, state, command, meta)

/** Returns the events of a step, or its refusal; for tests. */
export const decide = (policy: Policy, state: Case, command: Command, meta: Meta): readonly CaseEvent[] | Refusal => {
  const { events, refusal } = step(policy, state, command, meta)
  return refusal ?? events
}
