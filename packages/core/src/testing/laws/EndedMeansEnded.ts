import type { Case, CaseEvent, EventName } from "../../case/Case.ts"
import { live, type Timer } from "../../case/track/Clocks.ts"
import type { DeciderLaw } from "../History.ts"
import { first, run } from "../History.ts"

const outlive: ReadonlySet<Timer["_tag"]> = new Set(["Retention", "Later"])
const early: ReadonlySet<string> = new Set(["withdrawn", "forwarded", "turned-away", "merged"])
const earlyEnds: ReadonlySet<EventName> = new Set([
  "case-withdrawn",
  "case-forwarded",
  "case-turned-away",
  "case-merged"
])

/** Returns what still waits on a case that has ended; undefined if nothing does, or if the case is open. */
const waiting = (
  { lifecycle, record, authority, ownership, clocks }: Case,
  fresh: readonly CaseEvent[]
): string | undefined => {
  const isExpired = record.expiredAt !== undefined
  const isEarly = early.has(lifecycle.customerLoop?.outcome ?? "")
  const endsEarly = isEarly && fresh.some(({ event }) => earlyEnds.has(event))
  if (lifecycle.parked !== undefined && (isExpired || endsEarly)) return "a word left to a person"
  if (lifecycle.closedAt === undefined && !isExpired) return undefined
  const [approval] = authority.approvals
  if (approval !== undefined) return `the request to ${approval.command.do}`
  if (ownership.offer !== undefined) return "the offer of a handover"
  if (ownership.call !== undefined) return "a call to somebody on call"
  const running = Object.values(clocks).find(
    (clock) =>
      live(clock) &&
      clock.timer !== undefined &&
      (isExpired || !outlive.has(clock.timer._tag) || (isEarly && clock.timer._tag === "Later"))
  )
  return running === undefined ? undefined : `the timer ${running.name}`
}

/**
 * Law: nothing waits on a case that has ended: no request, no offer, no call, and no timer except for the retention
 * time and for a postponed suggestion. Nothing at all waits on an expired record. A message that was left to a person
 * ends with an early end; a message after that end may be left to a person again.
 */
export const endedMeansEnded: DeciderLaw = {
  name: "ended-means-ended",
  violation: (decider, history) =>
    first(run(decider, history).decisions, ({ command, step }) => {
      const left = waiting(step.state, step.events)
      return left === undefined ? undefined : `after ${command.do} the case has ended, and ${left} still waits`
    })
}
