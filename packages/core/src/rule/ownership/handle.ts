/** The first responder owns until the loop is closed; a handover completes only when the receiver accepts. */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import { clockOf } from "../../case/track/Clocks.ts"
import { clockName, type Timer } from "../../case/track/Timer.ts"
import { cancelTimer, startTimer } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { Value } from "../../draft/placeholder.ts"
import { tellStaff } from "../../draft/send.ts"
import { custodian, nameOf, rolesOf } from "../../people/Actor.ts"
import type { Person } from "../../people/Person.ts"
import { oneOf } from "../../people/Person.ts"
import { renderDue } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import * as Presence from "../../who/Presence.ts"
import * as Who from "../../who/Who.ts"
import { assign } from "./assign.ts"
import { acceptCall, lapsed } from "./onCall.ts"

const timerOf = (offer: string): Timer => ({ _tag: "Handover", offer })

const mayMove = (d: Situation): boolean => {
  const { actor } = d.meta
  const { owner } = d.state.ownership
  const arbiter = d.policy.bundle.ownership.handover.arbiter
  return (
    Who.isOwner(d.state, actor) || rolesOf(actor).includes(arbiter) || (owner === custodian && actor.kind === "person")
  )
}

/** Returns why this actor may not hand the case over. */
export const mayHandOver = (x: Situation): readonly Reason[] =>
  mayMove(x)
    ? []
    : [
        reason("ownership/not-owner", "ownership.handover", {
          owner: x.state.ownership.owner,
          actor: nameOf(x.meta.actor)
        })
      ]

/** Returns why nothing more can be offered: somebody has not answered yet. */
export const againstOffering = ({ state: { ownership } }: Situation): readonly Reason[] =>
  ownership.offer === undefined
    ? []
    : [reason("ownership/offer-pending", "ownership.handover", { to: ownership.offer.to })]

export const handOver = (d: Draft, c: CommandOf<"hand-over">): readonly Reason[] => {
  const { handover } = d.policy.bundle.ownership
  const { owner, hops } = d.state.ownership
  const { actor, gathered } = d.meta
  const receiver = gathered.people.find((person) => person.id === c.to)
  const decides = rolesOf(actor).includes(handover.arbiter) && hops >= handover.atMost
  const reasons: Reason[] = []
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
    assign(d, c.to, "arbiter", "ownership.handover.arbiter", c.reason)
    return []
  }
  if (hops >= handover.atMost) {
    const arbiter = oneOf(gathered.people, handover.arbiter)
    if (arbiter !== undefined && d.state.ownership.arbiter === undefined) {
      Drafts.emit(d, "arbiter-called", { arbiter: arbiter.id, hops }, "ownership.handover.at-most")
      const told = Who.people(d.policy, d.state, [handover.arbiter], gathered.people, d.now)
      tellStaff(d, "handover-offered", told, { reason: c.reason, values: { "act.by": byActor(d) } })
    }
    return [reason("ownership/too-many-handovers", "ownership.handover.at-most", { hops, arbiter: handover.arbiter })]
  }
  const id = d.meta.id
  Drafts.emit(d, "handover-offered", { id, from: owner, to: c.to, reason: c.reason }, "ownership.handover")
  startTimer(d, timerOf(id), handover.acceptWithin, "ownership.handover.accept-within")
  const before = clockOf(d.state.clocks, timerOf(id))?.dueAt ?? null
  tellStaff(d, "handover-offered", [c.to], { reason: c.reason, before, values: { "act.by": byActor(d) } })
  return []
}

/** Nobody on leave can accept; whoever stands in for them can. */
const away = (d: Draft, { id, absence }: Person): Reason => {
  const deputy = Presence.standIn(d.policy, d.meta.gathered.people, id, d.now)?.person.id
  return reason("ownership/away", "ownership.handover", {
    person: id,
    ...defined({ until: absence?.until === undefined ? undefined : renderDue(absence.until, d.policy.zone) }),
    ...(deputy === undefined || deputy === d.state.ownership.owner ? {} : { deputy })
  })
}

/** Returns why this actor has nothing to accept: it was offered to them, or they are on call. */
export const mayAccept = (d: Situation): readonly Reason[] => {
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
  if (offer?.to !== nameOf(d.meta.actor)) {
    acceptCall(d)
    return []
  }
  Drafts.emit(d, "handover-accepted", { id: offer.id, to: offer.to, hops: hops + 1 }, "ownership.handover")
  cancelTimer(d, timerOf(offer.id), "accepted")
  cancelTimer(d, { _tag: "TakeUp" }, "taken-up")
  tellStaff(d, "handover-returned", [offer.from], { reason: "accepted", values: { "act.by": byActor(d) } })
  return []
}

/** Whoever offered it may take the offer back. */
const isGivers = (x: Situation): boolean => x.state.ownership.offer !== undefined && Who.isOwner(x.state, x.meta.actor)

/** Returns why this actor has nothing to decline or to take back. */
export const mayDecline = (x: Situation): readonly Reason[] => (isGivers(x) ? [] : mayAccept(x))

export const decline = (d: Draft, c: CommandOf<"decline">): readonly Reason[] => {
  const { offer, call } = d.state.ownership
  const isBack = isGivers(d)
  if (offer === undefined || (offer.to !== nameOf(d.meta.actor) && !isBack)) {
    lapsed(d, call?.id ?? "", "declined")
    return []
  }
  const why = defined({ reason: c.reason })
  const back = isBack ? { takenBack: true as const } : {}
  Drafts.emit(d, "handover-declined", { id: offer.id, by: nameOf(d.meta.actor), ...why, ...back }, "ownership.handover")
  cancelTimer(d, timerOf(offer.id), isBack ? "taken-back" : "declined")
  const told = isBack ? [offer.to] : giverAndLead(d)
  const reason = c.reason ?? (isBack ? "taken-back" : "declined")
  tellStaff(d, "handover-returned", told, { reason, values: { "act.by": byActor(d) } })
  return []
}

const byActor =
  ({ meta }: Draft): Value =>
  (v) =>
    v.who(nameOf(meta.actor))

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

/** Returns why this actor may not take the case up. */
export const mayTakeUp = (x: Situation): readonly Reason[] => {
  const { owner } = x.state.ownership
  const { actor } = x.meta
  const isFree = owner === custodian && actor.kind === "person"
  return isFree || Who.isOwner(x.state, actor) || isBeaten(x)
    ? []
    : [reason("ownership/not-owner", "ownership.take-up", { owner, actor: nameOf(actor) })]
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
    if (!collaborators.includes(nameOf(actor)))
      Drafts.emit(d, "collaborator-joined", { by: nameOf(actor), owner }, "ownership.take-up")
    return []
  }
  if (!takenUp) began(d)
  return []
}

/** Somebody else took the case up first: who comes second works along, and the owner stays one. */
const isBeaten = (d: Situation): boolean => d.meta.actor.kind === "person" && d.state.ownership.as === "take-up"

/** Whatever the owner does counts as having begun. */
export const began = (d: Draft): void => {
  if (d.state.ownership.takenUp || !Who.isOwner(d.state, d.meta.actor)) return
  Drafts.emit(d, "taken-up", { by: nameOf(d.meta.actor) }, "ownership.take-up")
  cancelTimer(d, { _tag: "TakeUp" }, "taken-up")
}
