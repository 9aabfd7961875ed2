/**
 * Closes everything that still waits when a case, one of its loops or its record ends, in whatever way. A later answer
 * to it is refused with the reason for which it ended. No other module does this.
 *
 * Two things continue after the end of a case: the spot check of a decision, and the retention time of the record.
 */

import type { CaseEvent, EventName } from "../../case/Case.ts"
import type { Approval } from "../../case/track/Authority.ts"
import { live, type Timer } from "../../case/track/Clocks.ts"
import * as Gate from "../../case/track/Gate.ts"
import { cancel, cancelTimer, startTimer } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/messageQueue.ts"
import { byPolicy } from "../../people/Actor.ts"
import { ofRequest } from "../notice/approvalNotice.ts"
import { endedEarly } from "./reopening.ts"

/** Events that end something. An early end may happen again if the customer has spoken in between. */
const ends: ReadonlySet<EventName> = new Set([
  "case-withdrawn",
  "case-forwarded",
  "case-turned-away",
  "customer-loop-closed",
  "system-loop-closed",
  "case-closed",
  "record-expired"
])

/** The reason for which a timer ends with its loop. It runs again if the case is reopened. */
const CUT_OFF = "loop-closed"

/** Closes what waits for something that has ended, and restarts what the end stopped if the case is open again. */
export const react = (draft: Draft, fresh: readonly CaseEvent[]): void => {
  let isEnd = false
  let isCustomersEnd = false
  let isReopened = false
  for (const { event } of fresh) {
    if (ends.has(event)) isEnd = true
    if (event === "customer-loop-closed") isCustomersEnd = true
    if (event === "case-reopened") isReopened = true
  }
  for (const approval of draft.state.authority.approvals) {
    const why = overBecause(draft, approval, isCustomersEnd)
    if (why !== undefined) endRequest(draft, approval, why)
  }
  if (isReopened) goOn(draft)
  if (!isEnd) return
  endOffers(draft)
  for (const { name, timer } of Object.values(draft.state.clocks).filter(live))
    if (timer !== undefined && isOver(draft, timer)) cancel(draft, name, CUT_OFF)
}

const isExpired = ({ state }: Situation): boolean => state.record.expiredAt !== undefined

/** Returns how the case ended, as sentences name it. */
const how = (situation: Situation): string => (isExpired(situation) ? "retention" : (endedEarly(situation) ?? CUT_OFF))

/**
 * Returns why a request has nothing left to approve; undefined if it has. Grants to the customer have to be requested
 * again after their loop has ended, so that whoever decides knows of the end.
 */
const overBecause = (situation: Situation, { command: c }: Approval, hasLoopEnded: boolean): string | undefined => {
  if (situation.state.lifecycle.closedAt !== undefined || isExpired(situation)) return how(situation)
  switch (c.do) {
    case "compensate":
    case "discount":
    case "grant":
      return hasLoopEnded ? how(situation) : undefined
    case "waive": {
      if (Drafts.loop(situation)?.gates.has(c.gate) !== true) return "loop-changed"
      return Gate.isSettled(Gate.at(situation.state.gates, c.gate)) ? "gate-settled" : undefined
    }
    case "extend":
      return live(situation.state.clocks[c.clock]) ? undefined : "clock-ended"
    case "regrade":
    case "close":
      return undefined
  }
}

const endRequest = (draft: Draft, approval: Approval, why: string): void => {
  const { id, command, by, person } = approval
  Drafts.emit(draft, "approval-ended", { id, asked: command.do, reason: why }, "authority.approval")
  cancelTimer(draft, { _tag: "Approval", approval: id }, why)
  tellStaff(draft, "request-ended", [by, person], { reason: why, values: ofRequest(approval) })
}

/** Ends handovers and calls with the case. A parked message ends, too, if the case ends early. */
const endOffers = (draft: Draft): void => {
  const { closedAt, parked } = draft.state.lifecycle
  const { offer, call } = draft.state.ownership
  const isGone = isExpired(draft) || endedEarly(draft) !== undefined
  if (parked !== undefined && isGone)
    Drafts.emit(draft, "reopening-dismissed", { by: byPolicy, reason: how(draft) }, parked.rule)
  if (closedAt === undefined) return
  if (offer !== undefined)
    Drafts.emit(draft, "handover-lapsed", { id: offer.id, reason: how(draft) }, "ownership.handover")
  if (call !== undefined)
    Drafts.emit(draft, "on-call-lapsed", { id: call.id, to: call.to, reason: how(draft) }, "ownership.on-call")
}

/** Returns whether what a timer waits for has ended. */
const isOver = (situation: Situation, timer: Timer): boolean => {
  const { closedAt } = situation.state.lifecycle
  if (isExpired(situation)) return true
  switch (timer._tag) {
    case "Retention":
      return false
    case "Later":
      // A postponed suggestion is still decided again, unless nobody is left to answer.
      return endedEarly(situation) !== undefined
    case "Action":
      // The actions of a passed gate continue until the case is closed.
      return (
        closedAt !== undefined || (isSideOver(situation, timer.gate) && statusOf(situation, timer.gate) !== "passed")
      )
    case "Silence":
    case "Observation":
    case "Door":
      return closedAt !== undefined || isSideOver(situation, timer.gate)
    case "TakeUp":
    case "Handover":
    case "OnCall":
    case "Shift":
    case "Part":
    case "Approval":
    case "Override":
      return closedAt !== undefined
  }
}

const statusOf = ({ state }: Situation, gate: string): Gate.GateStatus => Gate.at(state.gates, gate).status

const isSideOver = (situation: Situation, gate: string): boolean => {
  const side = Drafts.loop(situation)?.gates.get(gate)?.side
  const { customerLoop, systemLoop } = situation.state.lifecycle
  return (side === "system-loop" ? systemLoop : customerLoop) !== undefined
}

/**
 * Restarts timers that the end of the case stopped, from their original start. The time to take the case up begins
 * anew.
 */
const goOn = (draft: Draft): void => {
  for (const { name, status, endedBecause, timer, target, rule, points, startedAt } of Object.values(
    draft.state.clocks
  )) {
    if (status !== "cancelled" || endedBecause !== CUT_OFF || timer === undefined) continue
    if (timer._tag === "TakeUp" && !draft.state.ownership.takenUp) startTimer(draft, timer, target, rule)
    const isStanding = timer._tag === "Override" || (timer._tag === "Action" && isOwed(draft, timer.gate, timer.action))
    if (isStanding) startTimer(draft, timer, target, rule, { name, points: points ?? [], startedAt })
  }
}

const isOwed = ({ state }: Situation, gate: string, action: number): boolean => {
  const planned = Gate.at(state.gates, gate).actions[action - 1]
  return planned !== undefined && planned.doneAt === undefined
}
