/** Time as a command: what falls due fires at its own instant, once, in order. */

import type { Clock, Timer } from "../../case/track/Clocks.ts"
import { factsOf, live } from "../../case/track/Clocks.ts"
import { waitsFor } from "../../deadline/ClockFacts.ts"
import { type Mark, nameOf, type PendingMark, recorded } from "../../deadline/Mark.ts"
import { miss } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { line } from "../../draft/line.ts"
import { tellNamed, tellStaff } from "../../draft/send.ts"
import type { RuleId } from "../../policy/Bundle.ts"
import type { LoopClock } from "../../policy/Policy.ts"
import { holds } from "../../policy/Policy.ts"
import type { Instant } from "../../time/Instant.ts"
import * as Who from "../../who/Who.ts"

/** What a timer does when its time is up, or at a mark before; given by the decider, which knows all tracks. */
export type TimeUp = (d: Draft, timer: Timer, mark: Mark) => void

/** A mark that is due, and its clock. */
interface Next {
  readonly clock: Clock
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
 * Fires the earliest mark that is due up to `until`, and lets the case `follow`, both at the mark's own instant;
 * returns whether there was one.
 */
export const fireNext = (d: Draft, until: Instant, timeUp: TimeUp, follow: (d: Draft) => void): boolean => {
  const found = next(d, until)
  if (found === undefined) return false
  fireAlone(d, found, timeUp, follow)
  return true
}

const fireAlone = (d: Draft, { clock, pending }: Next, timeUp: TimeUp, follow: (d: Draft) => void): void =>
  Drafts.asTime(d, pending.at, () => {
    if (clock.timer === undefined) fire(d, clock, pending)
    else fireTimer(d, clock, clock.timer, pending, timeUp)
    follow(d)
  })

const fireTimer = (d: Draft, clock: Clock, timer: Timer, { mark, at }: PendingMark, timeUp: TimeUp): void => {
  if (mark._tag !== "Due") pass(d, clock, mark)
  else if (timer._tag === "Part" || timer._tag === "Action") miss(d, clock, at)
  else Drafts.emit(d, "clock-met", { clock: clock.name, inTime: true }, clock.rule)
  timeUp(d, timer, mark)
}

/** Puts on record that a mark is over. */
const pass = (d: Draft, clock: Clock, mark: Mark, why: RuleId | undefined = clock.rule): void =>
  Drafts.emit(d, "clock-reminded", { clock: clock.name, mark: nameOf(mark), detectedAt: d.meta.receivedAt }, why)

const fire = (d: Draft, clock: Clock, { mark, at }: PendingMark): void => {
  const rule = Drafts.loop(d)?.clocks.get(clock.name)
  switch (mark._tag) {
    case "Due":
      if (rule !== undefined && rule.metBy.length === 0)
        return Drafts.emit(d, "clock-met", { clock: clock.name, inTime: true }, clock.rule)
      return miss(d, clock, at)
    case "PauseCap":
      return capPause(d, rule, clock)
    case "Reminder":
      pass(d, clock, mark, rule?.remind[mark.step - 1]?.rule)
      return tellStaff(d, noticeAbout(d, clock), [d.state.ownership.owner], { clock: clock.name })
    case "Escalation":
      return escalate(d, rule, clock, mark)
    case "ActionReminder":
    case "Attempt":
    case "Unknown":
      return pass(d, clock, mark)
  }
}

/** The reason has used up its cap: the clock runs on although the case still waits. */
const capPause = (d: Draft, rule: LoopClock | undefined, clock: Clock): void => {
  const reason = waitsFor(clock.switches)
  const moved = recorded(line(d, rule, factsOf(clock), clock.fired))
  Drafts.emit(d, "pause-capped", { clock: clock.name, reason, detectedAt: d.meta.receivedAt, ...moved }, clock.rule)
}

const escalate = (
  d: Draft,
  rule: LoopClock | undefined,
  clock: Clock,
  mark: Extract<Mark, { readonly _tag: "Escalation" }>
): void => {
  const step = rule?.escalate[mark.step - 1]
  // A policy that does not know the step any more says nothing; the mark is over all the same.
  if (step === undefined) return pass(d, clock, mark)
  if (holds(step.when, Drafts.vector(d)) !== "yes") return pass(d, clock, mark, step.when?.rule)
  const told = Who.people(d.policy, d.state, step.notify, d.meta.gathered.people, d.now)
  const body = { clock: clock.name, mark: nameOf(mark), detectedAt: d.meta.receivedAt, told }
  Drafts.emit(d, "clock-escalated", body, step.rule)
  tellNamed(d, step.send ?? noticeAbout(d, clock), told, { clock: clock.name })
}

/** Before its due instant a clock is only called to mind. */
const noticeAbout = (d: Draft, { dueAt }: Clock): "reminder" | "overdue" =>
  dueAt !== null && d.now < dueAt ? "reminder" : "overdue"
