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
import { tellStaff } from "../../draft/send.ts"
import { custodian } from "../../people/Actor.ts"
import type { Person } from "../../people/Person.ts"
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
export const callOut = (d: Draft): void => {
  const rule = d.policy.bundle.ownership.onCall
  if (rule === undefined || d.state.ownership.call !== undefined) return
  if (d.state.lifecycle.closedAt !== undefined || holds(rule.when, Drafts.vector(d)) !== "yes")
    return cancelTimer(d, shift, "when")
  const { called } = d.state.ownership
  // Time alone rings once: a case on which nothing happened since is left to its owner and to the ladders of its clocks.
  if (called !== undefined && !hasMoved(d.state, called.at)) return
  const owner = Presence.personOf(d.meta.gathered.people, d.state.ownership.owner)
  const isHere = owner !== undefined && Presence.isOnDuty(d.policy, owner, d.now)
  // Nobody is asked twice in one absence; after a shift of the owner's the next absence begins.
  const isNew =
    called === undefined || (owner !== undefined && Presence.hasWorkedSince(d.policy, owner, called.at, d.now))
  if (!isHere && isNew && ask(d, [])) return
  if (owner !== undefined && mayWait(d.state)) waitFor(d, owner)
}

/** Time alone waits for one shift to end: where nobody could be asked then, the next is waited for once something has moved. */
const mayWait = (c: Case): boolean => {
  const clock = clockOf(c.clocks, shift)
  if (live(clock)) return false
  return clock?.status !== "met" || hasMoved(c, clock.endedAt ?? 0)
}

/** The end of the shift that the owner works, or works next. */
const waitFor = (d: Draft, owner: Person): void => {
  const ends = Presence.shiftEnds(d.policy, owner, d.now)
  if (ends !== undefined) startTimer(d, shift, { _tag: "Elapsed", ms: ends - d.now }, `${path}.when`)
}

/** Returns whether anything was said or shown on a case since an instant. */
const hasMoved = ({ conversation, gates }: Case, since: Instant): boolean =>
  conversation.said.some(({ at }) => at > since) ||
  conversation.told.some((at) => at > since) ||
  Object.values(gates).some(({ openedAt, settledAt }) => Math.max(openedAt ?? since, settledAt ?? since) > since)

/** Asks the first on the list, and after it whoever leads, who is not on leave and was not asked before. */
const ask = (d: Draft, before: readonly string[]): boolean => {
  const rule = d.policy.bundle.ownership.onCall
  const { owner } = d.state.ownership
  const { people } = d.meta.gathered
  if (rule === undefined) return false
  const others = people.filter(
    (person) => person.id !== owner && !before.includes(person.id) && !Presence.isAway(person, d.now)
  )
  const here = others.filter((person) => Presence.isOnDuty(d.policy, person, d.now))
  const meant = (who: WhoWord): string | undefined =>
    [here, others]
      .flatMap((some) => Who.people(d.policy, d.state, [who], some))
      .find((id) => others.some((person) => person.id === id))
  const to = [...rule.to, ...Presence.leads(d.policy)].map(meant).find((id) => id !== undefined)
  if (to === undefined) return false
  const id = String(d.state.ownership.calls + 1)
  Drafts.emit(d, "on-call-asked", { id, to, owner, asked: [...before, to] }, path)
  startTimer(d, timerOf(id), rule.acceptWithin, `${path}.accept-within`)
  tellStaff(d, "handover-offered", [to], {
    reason: "on-call",
    before: clockOf(d.state.clocks, timerOf(id))?.dueAt ?? null
  })
  return true
}

/**
 * Nobody accepted in time, or they cannot: the call goes up, one person further each time. Where it ends, the owner and
 * whoever decides handovers hear that nobody came.
 */
export const lapsed = (d: Draft, id: string, why: "unanswered" | "declined"): void => {
  const { call, called } = d.state.ownership
  if (call?.id !== id) return
  Drafts.emit(d, "on-call-lapsed", { id, to: call.to, reason: why }, `${path}.accept-within`)
  cancelTimer(d, timerOf(id), why)
  if (d.state.lifecycle.closedAt !== undefined) return
  const owner = d.meta.gathered.people.find((person) => person.id === d.state.ownership.owner)
  if (owner !== undefined && Presence.isOnDuty(d.policy, owner, d.now)) return
  if (ask(d, called?.people ?? [call.to])) return
  const told = ["owner", d.policy.bundle.ownership.handover.arbiter]
  tellStaff(d, "overdue", Who.people(d.policy, d.state, told, d.meta.gathered.people, d.now), {
    clock: clockName(timerOf(id))
  })
}

/** Whoever was on call is accountable from now on. */
export const acceptCall = (d: Draft): void => {
  const { call, owner } = d.state.ownership
  if (call === undefined) return
  Drafts.emit(d, "on-call-accepted", { id: call.id, to: call.to, from: owner }, path)
  cancelTimer(d, timerOf(call.id), "accepted")
  cancelTimer(d, { _tag: "TakeUp" }, "taken-up")
  if (owner !== custodian) tellStaff(d, "handover-returned", [owner], { reason: "on-call-accepted" })
}

/** A new owner: what the old one was waiting for is void. */
export const ownerChanged = (d: Draft): void => {
  const { call, offer } = d.state.ownership
  cancelTimer(d, shift, "owner-changed")
  for (const { name, timer } of Object.values(d.state.clocks)) {
    const isCall = timer?._tag === "OnCall" && timer.call !== call?.id
    const isOffer = timer?._tag === "Handover" && timer.offer !== offer?.id
    if (isCall || isOffer) cancel(d, name, "owner-changed")
  }
}
