/** Time as a command: what falls due fires at its own instant, once, in order. */

import type { Clock, Timer } from "../../case/track/Clocks.ts"
import { factsOf, live } from "../../case/track/Clocks.ts"
import type { Mark } from "../../deadline/Mark.ts"
import { miss } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { line } from "../../draft/line.ts"
import { tellStaff } from "../../draft/send.ts"
import type { LoopClock } from "../../policy/Policy.ts"
import type { Instant } from "../../time/Instant.ts"
import * as Who from "../../who/Who.ts"

/** What a timer does when its time is up, or at a mark before; given by the decider, which knows all tracks. */
export type TimeUp = (d: Draft, timer: Timer, mark: Mark) => void

const next = (d: Draft, until: Instant): { readonly clock: Clock; readonly mark: Mark } | undefined => {
  let found: { clock: Clock; mark: Mark } | undefined
  for (const name in d.state.clocks) {
    const clock = d.state.clocks[name]
    const mark = live(clock) ? clock.marks[0] : undefined
    if (clock === undefined || mark === undefined || mark.at > until) continue
    if (found === undefined || mark.at < found.mark.at) found = { clock, mark }
  }
  return found
}

/**
 * Fires the earliest mark that is due up to `until`, and lets the case `follow`, both at the mark's own instant;
 * returns whether there was one.
 */
export const fireNext = (d: Draft, until: Instant, timeUp: TimeUp, follow: () => void): boolean => {
  const found = next(d, until)
  if (found === undefined) return false
  Drafts.asTime(d, found.mark.at, () => {
    fire(d, found.clock, found.mark, timeUp)
    follow()
  })
  return true
}

const fire = (d: Draft, clock: Clock, mark: Mark, timeUp: TimeUp): void => {
  const detectedAt = d.meta.receivedAt
  if (clock.timer !== undefined) {
    if (mark.name !== "due")
      Drafts.emit(d, "clock-reminded", { clock: clock.name, mark: mark.name, detectedAt }, clock.rule)
    else if (clock.timer._tag === "Part" || clock.timer._tag === "Action") miss(d, clock, mark.at)
    else Drafts.emit(d, "clock-met", { clock: clock.name, inTime: true }, clock.rule)
    return timeUp(d, clock.timer, mark)
  }
  const rule = Drafts.loop(d)?.clocks.get(clock.name)
  if (mark.name === "due") {
    if (rule !== undefined && rule.metBy.length === 0)
      Drafts.emit(d, "clock-met", { clock: clock.name, inTime: true }, clock.rule)
    else miss(d, clock, mark.at)
  } else if (mark.name === "pause-cap") {
    const reason = clock.switches.findLast((s) => s.at <= d.now)?.reason ?? ""
    const timeline = line(d, rule, factsOf(clock), clock.fired)
    Drafts.emit(
      d,
      "pause-capped",
      {
        clock: clock.name,
        reason,
        detectedAt,
        ...timeline,
        marks: timeline.marks.filter((m) => m.name !== "pause-cap")
      },
      clock.rule
    )
  } else if (rule !== undefined && !isForgotten(rule, mark)) notice(d, rule, clock, mark)
  // A policy that does not know the step any more says nothing; the mark is over all the same.
  else Drafts.emit(d, "clock-reminded", { clock: clock.name, mark: mark.name, detectedAt }, clock.rule)
}

const isForgotten = (rule: LoopClock, mark: Mark): boolean =>
  mark.name.startsWith("escalate.") && rule.escalate[Number(mark.name.split(".")[1]) - 1] === undefined

const notice = (d: Draft, rule: LoopClock, clock: Clock, mark: Mark): void => {
  const detectedAt = d.meta.receivedAt
  const step = Number(mark.name.split(".")[1]) - 1
  if (mark.name.startsWith("remind.")) {
    Drafts.emit(d, "clock-reminded", { clock: clock.name, mark: mark.name, detectedAt }, rule.remind[step]?.rule)
    return tellStaff(d, "reminder", [d.state.ownership.owner], { clock: clock.name })
  }
  const rung = rule.escalate[step]
  if (rung === undefined) return
  const told = Who.people(d.policy, d.state, rung.notify, d.meta.gathered.people, d.now)
  Drafts.emit(d, "clock-escalated", { clock: clock.name, mark: mark.name, detectedAt, told }, rung.rule)
  tellStaff(d, rung.send, told, { clock: clock.name })
}
