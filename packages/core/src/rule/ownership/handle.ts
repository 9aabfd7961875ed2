/** The first responder owns until the loop is closed; a handover completes only when the receiver accepts. */

import type { CommandOf } from "../../case/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import { clockOf } from "../../case/track/Clocks.ts"
import { clockName, type Timer } from "../../case/track/Timer.ts"
import { cancelTimer, startTimer } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/send.ts"
import { custodian, nameOf, rolesOf } from "../../people/Actor.ts"
import type { Person } from "../../people/Person.ts"
import { oneOf } from "../../people/Person.ts"
import { renderDue } from "../../time/Instant.ts"
import * as Presence from "../../who/Presence.ts"
import * as Who from "../../who/Who.ts"
import { assign } from "./assign.ts"
import { acceptCall, lapsed } from "./onCall.ts"

const timerOf = (offer: string): Timer => ({ _tag: "Handover", offer })

const mayMove = (d: Draft): boolean => {
  const { actor } = d.meta
  const { owner } = d.state.ownership
  const arbiter = d.policy.bundle.ownership.handover.arbiter
  return (
    Who.isOwner(d.state, actor) || rolesOf(actor).includes(arbiter) || (owner === custodian && actor.kind === "person")
  )
}

export const handOver = (d: Draft, c: CommandOf<"hand-over">): readonly Reason[] => {
  const { handover } = d.policy.bundle.ownership
  const { owner, offer, hops } = d.state.ownership
  const { actor, gathered } = d.meta
  const receiver = gathered.people.find((person) => person.id === c.to)
  const decides = rolesOf(actor).includes(handover.arbiter) && hops >= handover.atMost
  const reasons: Reason[] = []
  if (!mayMove(d)) reasons.push(reason("ownership/not-owner", "ownership.handover", { owner, actor: nameOf(actor) }))
  if (d.state.ownership.recused.includes(c.to))
    reasons.push(reason("ownership/recused", "ownership.recuse", { actor: c.to, owner }))
  else if (receiver === undefined)
    reasons.push(
      reason("ownership/unknown-person", undefined, {
        person: c.to,
        known: gathered.people.map((p) => p.id)
      })
    )
  if (receiver !== undefined && Presence.isAway(receiver, d.now)) reasons.push(away(d, receiver))
  if (c.to === owner) reasons.push(reason("ownership/to-oneself", undefined, { person: c.to }))
  if (c.reason.trim() === "") reasons.push(reason("reason/missing", "ownership.handover"))
  if (offer !== undefined) reasons.push(reason("ownership/offer-pending", "ownership.handover", { to: offer.to }))
  const from = gathered.people.find((person) => person.id === owner)
  if (
    handover.outsideDepartment === "never" &&
    from?.department !== undefined &&
    receiver?.department !== from.department
  )
    reasons.push(reason("ownership/outside-department", "ownership.handover.outside-department", { to: c.to }))
  if (reasons.length > 0) return reasons
  if (decides) {
    // The arbiter decides; nobody is asked again.
    assign(d, c.to, "arbiter", "ownership.handover.arbiter")
    tellStaff(d, "handover-offered", [c.to], { reason: c.reason })
    return []
  }
  if (hops >= handover.atMost) {
    const arbiter = oneOf(gathered.people, handover.arbiter)
    if (arbiter !== undefined && d.state.ownership.arbiter === undefined) {
      Drafts.emit(d, "arbiter-called", { arbiter: arbiter.id, hops }, "ownership.handover.at-most")
      const told = Who.people(d.policy, d.state, [handover.arbiter], gathered.people, d.now)
      tellStaff(d, "handover-offered", told, { reason: c.reason })
    }
    return [reason("ownership/too-many-handovers", "ownership.handover.at-most", { hops, arbiter: handover.arbiter })]
  }
  const id = d.meta.id
  Drafts.emit(d, "handover-offered", { id, from: owner, to: c.to, reason: c.reason }, "ownership.handover")
  startTimer(d, timerOf(id), handover.acceptWithin, "ownership.handover.accept-within")
  const before = clockOf(d.state.clocks, timerOf(id))?.dueAt ?? null
  tellStaff(d, "handover-offered", [c.to], { reason: c.reason, before })
  return []
}

/** Nobody on leave can accept; whoever stands in for them can. */
const away = (d: Draft, { id, absence }: Person): Reason => {
  const deputy = Presence.standIn(d.policy, d.meta.gathered.people, id, d.now)?.person.id
  return reason("ownership/away", "ownership.handover", {
    person: id,
    ...(absence?.until === undefined ? {} : { until: renderDue(absence.until, d.policy.zone) }),
    ...(deputy === undefined || deputy === d.state.ownership.owner ? {} : { deputy })
  })
}

const mine = (d: Draft): readonly Reason[] => {
  const { offer, call } = d.state.ownership
  const id = nameOf(d.meta.actor)
  if (offer?.to === id || call?.to === id) return []
  const to = offer?.to ?? call?.to
  return [
    to === undefined
      ? reason("ownership/no-offer")
      : reason("ownership/no-offer", "ownership.handover", { to, actor: id })
  ]
}

export const accept = (d: Draft): readonly Reason[] => {
  const { offer, hops } = d.state.ownership
  const reasons = mine(d)
  if (reasons.length > 0) return reasons
  if (offer?.to !== nameOf(d.meta.actor)) {
    acceptCall(d)
    return []
  }
  Drafts.emit(d, "handover-accepted", { id: offer.id, to: offer.to, hops: hops + 1 }, "ownership.handover")
  cancelTimer(d, timerOf(offer.id), "accepted")
  cancelTimer(d, { _tag: "TakeUp" }, "taken-up")
  return []
}

export const decline = (d: Draft, c: CommandOf<"decline">): readonly Reason[] => {
  const { offer, call } = d.state.ownership
  // Whoever offered it may take the offer back.
  const isGivers = offer !== undefined && Who.isOwner(d.state, d.meta.actor)
  const reasons = isGivers ? [] : mine(d)
  if (reasons.length > 0) return reasons
  if (offer?.to !== nameOf(d.meta.actor) && !isGivers) {
    lapsed(d, call?.id ?? "", "declined")
    return []
  }
  const why = c.reason === undefined ? {} : { reason: c.reason }
  const back = isGivers ? { takenBack: true as const } : {}
  Drafts.emit(d, "handover-declined", { id: offer.id, by: nameOf(d.meta.actor), ...why, ...back }, "ownership.handover")
  cancelTimer(d, timerOf(offer.id), isGivers ? "taken-back" : "declined")
  const told = isGivers ? [offer.to] : giverAndLead(d)
  tellStaff(d, "handover-returned", told, { reason: c.reason ?? (isGivers ? "taken-back" : "declined") })
  return []
}

/** The giver keeps the case, and whoever leads hears of it. */
const giverAndLead = (d: Draft): readonly string[] =>
  Who.people(d.policy, d.state, ["owner", ...Presence.leads(d.policy)], d.meta.gathered.people, d.now)

/** Nobody accepted in time: the giver keeps the case, and whoever leads hears of it. */
export const offerLapsed = (d: Draft, id: string): void => {
  if (d.state.ownership.offer?.id !== id) return
  Drafts.emit(d, "handover-lapsed", { id, dueAt: d.now }, "ownership.handover.accept-within")
  if (d.state.lifecycle.closedAt !== undefined) return
  tellStaff(d, "overdue", giverAndLead(d), { clock: clockName(timerOf(id)) })
}

export const takeUp = (d: Draft): readonly Reason[] => {
  const { owner, takenUp, collaborators } = d.state.ownership
  const { actor } = d.meta
  if (owner === custodian && actor.kind === "person") {
    Drafts.emit(d, "owner-assigned", { owner: nameOf(actor), takenUp: true, as: "take-up" }, "ownership.first-owner")
    cancelTimer(d, { _tag: "TakeUp" }, "taken-up")
    return []
  }
  if (!Who.isOwner(d.state, actor)) {
    if (isBeaten(d)) {
      if (!collaborators.includes(nameOf(actor)))
        Drafts.emit(d, "collaborator-joined", { by: nameOf(actor), owner }, "ownership.take-up")
      return []
    }
    return [reason("ownership/not-owner", "ownership.take-up", { owner, actor: nameOf(actor) })]
  }
  if (!takenUp) began(d)
  return []
}

/** Somebody else took the case up first: who comes second works along, and the owner stays one. */
const isBeaten = (d: Draft): boolean => d.meta.actor.kind === "person" && d.state.ownership.as === "take-up"

/** Whatever the owner does counts as having begun. */
export const began = (d: Draft): void => {
  if (d.state.ownership.takenUp || !Who.isOwner(d.state, d.meta.actor)) return
  Drafts.emit(d, "taken-up", { by: nameOf(d.meta.actor) }, "ownership.take-up")
  cancelTimer(d, { _tag: "TakeUp" }, "taken-up")
}
