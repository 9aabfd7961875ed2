/**
 * On call: while the owner of an urgent case is off duty, somebody else is asked. The owner is accountable until they
 * accept. An unanswered call goes to the next person, and at last to the lead.
 */

import type { Case } from "../../case/Case.ts"
import { clockOf, live } from "../../case/track/Clocks.ts"
import { clockName, type Timer } from "../../case/track/Timer.ts"
import { cancel, cancelTimer, startTimer } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/messageQueue.ts"
import { custodian } from "../../people/Actor.ts"
import type { PersonState } from "../../people/Person.ts"
import type { Who as WhoWord } from "../../policy/Bundle.ts"
import { holds } from "../../policy/Policy.ts"
import type { Instant } from "../../time/Instant.ts"
import * as Presence from "../../who/Presence.ts"
import * as Who from "../../who/Who.ts"

const path = "ownership.on-call"
/** The timer for the end of the owner's shift, when somebody on call may be asked. */
const shift: Timer = { _tag: "Shift" }
const timerOf = (id: string): Timer => ({ _tag: "OnCall", call: id })

/** Asks somebody on call if the owner is off duty, or waits for the end of the owner's shift. */
export const callOut = (draft: Draft): void => {
  const rule = draft.policy.bundle.ownership.onCall
  if (rule === undefined || draft.state.ownership.call !== undefined) return
  if (draft.state.lifecycle.closedAt !== undefined || holds(rule.when, Drafts.vector(draft)) !== "yes")
    return cancelTimer(draft, shift, "when")
  const { called } = draft.state.ownership
  // Without a new event a case calls only once. After that it is left to its owner and to the escalations of its
  // clocks.
  if (called !== undefined && !hasMoved(draft.state, called.at)) return
  const owner = Presence.personOf(draft.meta.gathered.people, draft.state.ownership.owner)
  const isHere = owner !== undefined && Presence.isOnDuty(draft.policy, owner, draft.now)
  // Nobody is asked twice in one absence. The owner's next absence begins after their next shift.
  const isNew =
    called === undefined || (owner !== undefined && Presence.hasWorkedSince(draft.policy, owner, called.at, draft.now))
  if (!isHere && isNew && ask(draft, [])) return
  if (owner !== undefined && mayWait(draft.state)) waitFor(draft, owner)
}

/** Returns whether the case may wait for the end of a shift. Without a new event it waits for one shift only. */
const mayWait = (state: Case): boolean => {
  const clock = clockOf(state.clocks, shift)
  if (live(clock)) return false
  return clock?.status !== "met" || hasMoved(state, clock.endedAt ?? 0)
}

/** Waits for the end of the shift that the owner works now or next. */
const waitFor = (draft: Draft, owner: PersonState): void => {
  const ends = Presence.shiftEnds(draft.policy, owner, draft.now)
  if (ends !== undefined) startTimer(draft, shift, { _tag: "Elapsed", ms: ends - draft.now }, `${path}.when`)
}

/** Returns whether anything was said or shown on a case since an instant. */
const hasMoved = ({ conversation, gates }: Case, since: Instant): boolean =>
  conversation.said.some(({ at }) => at > since) ||
  conversation.told.some((at) => at > since) ||
  Object.values(gates).some(({ openedAt, settledAt }) => Math.max(openedAt ?? since, settledAt ?? since) > since)

/**
 * Asks the first on the list, and then the lead, who is not on leave and was not asked before. Returns whether it did.
 */
const ask = (draft: Draft, before: readonly string[]): boolean => {
  const rule = draft.policy.bundle.ownership.onCall
  const { owner } = draft.state.ownership
  const { people } = draft.meta.gathered
  if (rule === undefined) return false
  const others = people.filter(
    (person) => person.id !== owner && !before.includes(person.id) && !Presence.isAway(person, draft.now)
  )
  const here = others.filter((person) => Presence.isOnDuty(draft.policy, person, draft.now))
  const meant = (who: WhoWord): string | undefined =>
    [here, others]
      .flatMap((some) => Who.people(draft.policy, draft.state, [who], some))
      .find((id) => others.some((person) => person.id === id))
  const to = [...rule.to, ...Presence.leads(draft.policy)].map(meant).find((id) => id !== undefined)
  if (to === undefined) return false
  const id = String(draft.state.ownership.calls + 1)
  Drafts.emit(draft, "on-call-asked", { id, to, owner, asked: [...before, to] }, path)
  startTimer(draft, timerOf(id), rule.acceptWithin, `${path}.accept-within`)
  tellStaff(draft, "handover-offered", [to], {
    reason: "on-call",
    before: clockOf(draft.state.clocks, timerOf(id))?.dueAt ?? null
  })
  return true
}

/**
 * Passes a call on that was declined or not accepted in time. After the last person the owner and the arbiter of
 * handovers are notified that nobody came.
 */
export const lapsed = (draft: Draft, id: string, why: "unanswered" | "declined"): void => {
  const { call, called } = draft.state.ownership
  if (call?.id !== id) return
  Drafts.emit(draft, "on-call-lapsed", { id, to: call.to, reason: why }, `${path}.accept-within`)
  cancelTimer(draft, timerOf(id), why)
  if (draft.state.lifecycle.closedAt !== undefined) return
  const owner = draft.meta.gathered.people.find((person) => person.id === draft.state.ownership.owner)
  if (owner !== undefined && Presence.isOnDuty(draft.policy, owner, draft.now)) return
  if (ask(draft, called?.people ?? [call.to])) return
  const told = ["owner", draft.policy.bundle.ownership.handover.arbiter]
  tellStaff(draft, "overdue", Who.people(draft.policy, draft.state, told, draft.meta.gathered.people, draft.now), {
    clock: clockName(timerOf(id))
  })
}

/** Makes whoever accepted the call the owner. */
export const acceptCall = (draft: Draft): void => {
  const { call, owner } = draft.state.ownership
  if (call === undefined) return
  Drafts.emit(draft, "on-call-accepted", { id: call.id, to: call.to, from: owner }, path)
  cancelTimer(draft, timerOf(call.id), "accepted")
  cancelTimer(draft, { _tag: "TakeUp" }, "taken-up")
  if (owner !== custodian) tellStaff(draft, "handover-returned", [owner], { reason: "on-call-accepted" })
}

/** Ends the call and the wait for a shift of the former owner. */
export const ownerChanged = (draft: Draft): void => {
  const { call, offer } = draft.state.ownership
  cancelTimer(draft, shift, "owner-changed")
  for (const { name, timer } of Object.values(draft.state.clocks)) {
    const isCall = timer?._tag === "OnCall" && timer.call !== call?.id
    const isOffer = timer?._tag === "Handover" && timer.offer !== offer?.id
    if (isCall || isOffer) cancel(draft, name, "owner-changed")
  }
}
