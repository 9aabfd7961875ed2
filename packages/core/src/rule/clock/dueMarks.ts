/** Fires the marks that are due: each at its own instant, once, in order. */

import type { ClockState, Timer } from "../../case/track/Clocks.ts"
import { factsOf, live } from "../../case/track/Clocks.ts"
import { waitsFor } from "../../deadline/ClockFacts.ts"
import { type Mark, nameOf, type PendingMark, recorded } from "../../deadline/Mark.ts"
import { line } from "../../draft/clockLine.ts"
import { miss } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellNamed, tellStaff } from "../../draft/messageQueue.ts"
import type { RuleId } from "../../policy/Bundle.ts"
import type { LoopClock } from "../../policy/Policy.ts"
import { holds } from "../../policy/Policy.ts"
import type { Instant } from "../../time/Instant.ts"
import * as Who from "../../who/Who.ts"

/**
 * What a timer does when its time is up, or at an earlier mark. The decider passes it in, since it knows all tracks.
 */
export type TimeUp = (draft: Draft, timer: Timer, mark: Mark) => void

/** A mark that is due, with its clock. */
interface Next {
  readonly clock: ClockState
  readonly pending: PendingMark
}

const next = ({ state: { clocks } }: Draft, until: Instant): Next | undefined => {
  let found: Next | undefined
  for (const name in clocks) {
    const { [name]: clock } = clocks
    if (!live(clock)) continue
    const pending = clock.marks[0]
    if (pending === undefined || pending.at > until) continue
    if (found === undefined || pending.at < found.pending.at) found = { clock, pending }
  }
  return found
}

/**
 * Fires the earliest mark that is due by `until` and lets the case `follow`, both at the mark's own instant. Returns
 * whether there was one.
 */
export const fireNext = (draft: Draft, until: Instant, timeUp: TimeUp, follow: (draft: Draft) => void): boolean => {
  const found = next(draft, until)
  if (found === undefined) return false
  fireAlone(draft, found, timeUp, follow)
  return true
}

const fireAlone = (draft: Draft, { clock, pending }: Next, timeUp: TimeUp, follow: (draft: Draft) => void): void =>
  Drafts.asTime(draft, pending.at, () => {
    if (clock.timer === undefined) fire(draft, clock, pending)
    else fireTimer(draft, clock, clock.timer, pending, timeUp)
    follow(draft)
  })

const fireTimer = (draft: Draft, clock: ClockState, timer: Timer, { mark, at }: PendingMark, timeUp: TimeUp): void => {
  if (mark._tag !== "Due") pass(draft, clock, mark)
  else if (timer._tag === "Part" || timer._tag === "Action") miss(draft, clock, at)
  else Drafts.emit(draft, "clock-met", { clock: clock.name, inTime: true }, clock.rule)
  timeUp(draft, timer, mark)
}

/** Records that a mark has passed. */
const pass = (draft: Draft, clock: ClockState, mark: Mark, why: RuleId | undefined = clock.rule): void =>
  Drafts.emit(
    draft,
    "clock-reminded",
    { clock: clock.name, mark: nameOf(mark), detectedAt: draft.meta.receivedAt },
    why
  )

const fire = (draft: Draft, clock: ClockState, { mark, at }: PendingMark): void => {
  const rule = Drafts.loop(draft)?.clocks.get(clock.name)
  switch (mark._tag) {
    case "Due":
      if (rule !== undefined && rule.metBy.length === 0)
        return Drafts.emit(draft, "clock-met", { clock: clock.name, inTime: true }, clock.rule)
      return miss(draft, clock, at)
    case "PauseCap":
      return capPause(draft, rule, clock)
    case "Reminder":
      pass(draft, clock, mark, rule?.remind[mark.step - 1]?.rule)
      return tellStaff(draft, noticeAbout(draft, clock), [draft.state.ownership.owner], { clock: clock.name })
    case "Escalation":
      return escalate(draft, rule, clock, mark)
    case "ActionReminder":
    case "Attempt":
    case "Unknown":
      return pass(draft, clock, mark)
  }
}

/** Lets a clock run on, since the reason of its pause has used its cap up, although the case still waits. */
const capPause = (draft: Draft, rule: LoopClock | undefined, clock: ClockState): void => {
  const reason = waitsFor(clock.switches)
  const moved = recorded(line(draft, rule, factsOf(clock), clock.fired))
  Drafts.emit(
    draft,
    "pause-capped",
    { clock: clock.name, reason, detectedAt: draft.meta.receivedAt, ...moved },
    clock.rule
  )
}

const escalate = (
  draft: Draft,
  rule: LoopClock | undefined,
  clock: ClockState,
  mark: Extract<Mark, { readonly _tag: "Escalation" }>
): void => {
  const step = rule?.escalate[mark.step - 1]
  // If the policy no longer has the step, nothing is sent; the mark has passed nevertheless.
  if (step === undefined) return pass(draft, clock, mark)
  if (holds(step.when, Drafts.vector(draft)) !== "yes") return pass(draft, clock, mark, step.when?.rule)
  const told = Who.people(draft.policy, draft.state, step.notify, draft.meta.gathered.people, draft.now)
  const body = { clock: clock.name, mark: nameOf(mark), detectedAt: draft.meta.receivedAt, told }
  Drafts.emit(draft, "clock-escalated", body, step.rule)
  tellNamed(draft, step.send ?? noticeAbout(draft, clock), told, { clock: clock.name })
}

/** Returns which notice is sent: before the due a reminder. */
const noticeAbout = (draft: Draft, { dueAt }: ClockState): "reminder" | "overdue" =>
  dueAt !== null && draft.now < dueAt ? "reminder" : "overdue"
