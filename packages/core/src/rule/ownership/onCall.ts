/**
 * On call: while the owner of an urgent case is off duty, somebody else is asked. The owner answers for the case until
 * they accept; unanswered, the call goes to the next, and in the end to whoever leads.
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
/** The owner's shift, at whose end somebody on call may be asked. */
const shift: Timer = { _tag: "Shift" }
const timerOf = (id: string): Timer => ({ _tag: "OnCall", call: id })

/** Asks whoever is on call where the owner is off duty, or waits for the end of the owner's shift. */
export const callOut = (draft: Draft): void => {
  const rule = draft.policy.bundle.ownership.onCall
  if (rule === undefined || draft.state.ownership.call !== undefined) return
  if (draft.state.lifecycle.closedAt !== undefined || holds(rule.when, Drafts.vector(draft)) !== "yes")
    return cancelTimer(draft, shift, "when")
  const { called } = draft.state.ownership
  // Time alone rings once: a case on which nothing happened since is left to its owner and to the ladders of its clocks.
  if (called !== undefined && !hasMoved(draft.state, called.at)) return
  const owner = Presence.personOf(draft.meta.gathered.people, draft.state.ownership.owner)
  const isHere = owner !== undefined && Presence.isOnDuty(draft.policy, owner, draft.now)
  // Nobody is asked twice in one absence; after a shift of the owner's the next absence begins.
  const isNew =
    called === undefined || (owner !== undefined && Presence.hasWorkedSince(draft.policy, owner, called.at, draft.now))
  if (!isHere && isNew && ask(draft, [])) return
  if (owner !== undefined && mayWait(draft.state)) waitFor(draft, owner)
}

/** Time alone waits for one shift to end: where nobody could be asked then, the next is waited for once something has moved. */
const mayWait = (state: Case): boolean => {
  const clock = clockOf(state.clocks, shift)
  if (live(clock)) return false
  return clock?.status !== "met" || hasMoved(state, clock.endedAt ?? 0)
}

/** The end of the shift that the owner works, or works next. */
const waitFor = (draft: Draft, owner: PersonState): void => {
  const ends = Presence.shiftEnds(draft.policy, owner, draft.now)
  if (ends !== undefined) startTimer(draft, shift, { _tag: "Elapsed", ms: ends - draft.now }, `${path}.when`)
}

/** Returns whether anything was said or shown on a case since an instant. */
const hasMoved = ({ conversation, gates }: Case, since: Instant): boolean =>
  conversation.said.some(({ at }) => at > since) ||
  conversation.told.some((at) => at > since) ||
  Object.values(gates).some(({ openedAt, settledAt }) => Math.max(openedAt ?? since, settledAt ?? since) > since)

/** Asks the first on the list, and after it whoever leads, who is not on leave and was not asked before. */
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
 * Nobody accepted in time, or they cannot: the call goes up, one person further each time. Where it ends, the owner and
 * whoever decides handovers hear that nobody came.
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

/** Whoever was on call is accountable from now on. */
export const acceptCall = (draft: Draft): void => {
  const { call, owner } = draft.state.ownership
  if (call === undefined) return
  Drafts.emit(draft, "on-call-accepted", { id: call.id, to: call.to, from: owner }, path)
  cancelTimer(draft, timerOf(call.id), "accepted")
  cancelTimer(draft, { _tag: "TakeUp" }, "taken-up")
  if (owner !== custodian) tellStaff(draft, "handover-returned", [owner], { reason: "on-call-accepted" })
}

/** A new owner: what the old one was waiting for is void. */
export const ownerChanged = (draft: Draft): void => {
  const { call, offer } = draft.state.ownership
  cancelTimer(draft, shift, "owner-changed")
  for (const { name, timer } of Object.values(draft.state.clocks)) {
    const isCall = timer?._tag === "OnCall" && timer.call !== call?.id
    const isOffer = timer?._tag === "Handover" && timer.offer !== offer?.id
    if (isCall || isOffer) cancel(draft, name, "owner-changed")
  }
}
