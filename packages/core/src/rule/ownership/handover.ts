/**
 * Handovers and taking up. The first owner owns the case until it is closed; a handover is complete when the receiver
 * accepts.
 */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import { clockOf } from "../../case/track/Clocks.ts"
import { clockName, type Timer } from "../../case/track/Timer.ts"
import { cancelTimer, startTimer } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/messageQueue.ts"
import type { PlaceholderValue } from "../../draft/placeholder.ts"
import { custodian, nameOf, rolesOf } from "../../people/Actor.ts"
import type { PersonState } from "../../people/Person.ts"
import { oneOf } from "../../people/Person.ts"
import { renderDue } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import * as Presence from "../../who/Presence.ts"
import * as Who from "../../who/Who.ts"
import { assign } from "./assignment.ts"
import { acceptCall, lapsed } from "./onCall.ts"

const timerOf = (offer: string): Timer => ({ _tag: "Handover", offer })

const mayMove = (situation: Situation): boolean => {
  const { actor } = situation.meta
  const { owner } = situation.state.ownership
  const arbiter = situation.policy.bundle.ownership.handover.arbiter
  return (
    Who.isOwner(situation.state, actor) ||
    rolesOf(actor).includes(arbiter) ||
    (owner === custodian && actor.kind === "person")
  )
}

/** Returns why this actor may not hand the case over. */
export const mayHandOver = (situation: Situation): readonly RefusalReason[] =>
  mayMove(situation)
    ? []
    : [
        reason("ownership/not-owner", "ownership.handover", {
          owner: situation.state.ownership.owner,
          actor: nameOf(situation.meta.actor)
        })
      ]

/** Returns why nothing more can be offered: an earlier offer has no answer yet. */
export const againstOffering = ({ state: { ownership } }: Situation): readonly RefusalReason[] =>
  ownership.offer === undefined
    ? []
    : [reason("ownership/offer-pending", "ownership.handover", { to: ownership.offer.to })]

/** Offers the case to somebody, or returns why it cannot. */
export const handOver = (draft: Draft, command: CommandOf<"hand-over">): readonly RefusalReason[] => {
  const { handover } = draft.policy.bundle.ownership
  const { owner, hops } = draft.state.ownership
  const { actor, gathered } = draft.meta
  const receiver = gathered.people.find((person) => person.id === command.to)
  const decides = rolesOf(actor).includes(handover.arbiter) && hops >= handover.atMost
  const reasons: RefusalReason[] = []
  if (draft.state.ownership.recused.includes(command.to))
    reasons.push(reason("ownership/recused", "ownership.recuse", { actor: command.to, owner }))
  else if (receiver === undefined)
    reasons.push(
      reason("ownership/unknown-person", undefined, {
        person: command.to,
        known: gathered.people.map((p) => p.id)
      })
    )
  if (receiver !== undefined && Presence.isAway(receiver, draft.now)) reasons.push(away(draft, receiver))
  if (command.to === owner) reasons.push(reason("ownership/to-oneself", undefined, { person: command.to }))
  if (command.reason.trim() === "") reasons.push(reason("reason/missing", "ownership.handover"))
  const from = gathered.people.find((person) => person.id === owner)
  if (
    handover.outsideDepartment === "never" &&
    from?.department !== undefined &&
    receiver?.department !== from.department
  )
    reasons.push(reason("ownership/outside-department", "ownership.handover.outside-department", { to: command.to }))
  if (reasons.length > 0) return reasons
  if (decides) {
    // The arbiter decides, so the receiver is not asked.
    assign(draft, command.to, "arbiter", "ownership.handover.arbiter", command.reason)
    return []
  }
  if (hops >= handover.atMost) {
    const arbiter = oneOf(gathered.people, handover.arbiter)
    if (arbiter !== undefined && draft.state.ownership.arbiter === undefined) {
      Drafts.emit(draft, "arbiter-called", { arbiter: arbiter.id, hops }, "ownership.handover.at-most")
      const told = Who.people(draft.policy, draft.state, [handover.arbiter], gathered.people, draft.now)
      tellStaff(draft, "handover-offered", told, { reason: command.reason, values: { "act.by": byActor(draft) } })
    }
    return [reason("ownership/too-many-handovers", "ownership.handover.at-most", { hops, arbiter: handover.arbiter })]
  }
  const id = draft.meta.id
  Drafts.emit(
    draft,
    "handover-offered",
    { id, from: owner, to: command.to, reason: command.reason },
    "ownership.handover"
  )
  startTimer(draft, timerOf(id), handover.acceptWithin, "ownership.handover.accept-within")
  const before = clockOf(draft.state.clocks, timerOf(id))?.dueAt ?? null
  tellStaff(draft, "handover-offered", [command.to], {
    reason: command.reason,
    before,
    values: { "act.by": byActor(draft) }
  })
  return []
}

/** Returns the refusal for a person on leave: they cannot accept, but their deputy can. */
const away = (draft: Draft, { id, absence }: PersonState): RefusalReason => {
  const deputy = Presence.standIn(draft.policy, draft.meta.gathered.people, id, draft.now)?.person.id
  return reason("ownership/away", "ownership.handover", {
    person: id,
    ...defined({ until: absence?.until === undefined ? undefined : renderDue(absence.until, draft.policy.zone) }),
    ...(deputy === undefined || deputy === draft.state.ownership.owner ? {} : { deputy })
  })
}

/** Returns why this actor has nothing to accept: neither a handover nor a call was offered to them. */
export const mayAccept = (situation: Situation): readonly RefusalReason[] => {
  const { offer, call } = situation.state.ownership
  const id = nameOf(situation.meta.actor)
  if (offer?.to === id || call?.to === id) return []
  const to = offer?.to ?? call?.to
  return [
    to === undefined
      ? reason("ownership/no-offer")
      : reason("ownership/no-offer", "ownership.handover", { to, actor: id })
  ]
}

/** Accepts the offered handover or the call. */
export const accept = (draft: Draft): readonly RefusalReason[] => {
  const { offer, hops } = draft.state.ownership
  if (offer?.to !== nameOf(draft.meta.actor)) {
    acceptCall(draft)
    return []
  }
  Drafts.emit(draft, "handover-accepted", { id: offer.id, to: offer.to, hops: hops + 1 }, "ownership.handover")
  cancelTimer(draft, timerOf(offer.id), "accepted")
  cancelTimer(draft, { _tag: "TakeUp" }, "taken-up")
  tellStaff(draft, "handover-returned", [offer.from], { reason: "accepted", values: { "act.by": byActor(draft) } })
  return []
}

/** Returns whether the actor made the offer and may therefore take it back. */
const isGivers = (situation: Situation): boolean =>
  situation.state.ownership.offer !== undefined && Who.isOwner(situation.state, situation.meta.actor)

/** Returns why this actor has nothing to decline or to take back. */
export const mayDecline = (situation: Situation): readonly RefusalReason[] =>
  isGivers(situation) ? [] : mayAccept(situation)

/** Declines the offered handover or the call, or takes the offer back. */
export const decline = (draft: Draft, command: CommandOf<"decline">): readonly RefusalReason[] => {
  const { offer, call } = draft.state.ownership
  const isBack = isGivers(draft)
  if (offer === undefined || (offer.to !== nameOf(draft.meta.actor) && !isBack)) {
    lapsed(draft, call?.id ?? "", "declined")
    return []
  }
  const why = defined({ reason: command.reason })
  const back = isBack ? { takenBack: true as const } : {}
  Drafts.emit(
    draft,
    "handover-declined",
    { id: offer.id, by: nameOf(draft.meta.actor), ...why, ...back },
    "ownership.handover"
  )
  cancelTimer(draft, timerOf(offer.id), isBack ? "taken-back" : "declined")
  const told = isBack ? [offer.to] : giverAndLead(draft)
  const reason = command.reason ?? (isBack ? "taken-back" : "declined")
  tellStaff(draft, "handover-returned", told, { reason, values: { "act.by": byActor(draft) } })
  return []
}

const byActor =
  ({ meta }: Draft): PlaceholderValue =>
  (voice) =>
    voice.who(nameOf(meta.actor))

/** Returns whoever made the offer, who keeps the case, and the lead. */
const giverAndLead = (draft: Draft): readonly string[] =>
  Who.people(
    draft.policy,
    draft.state,
    ["owner", ...Presence.leads(draft.policy)],
    draft.meta.gathered.people,
    draft.now
  )

/** Ends an offer that nobody accepted in time. Whoever made it keeps the case, and the lead is notified. */
export const offerLapsed = (draft: Draft, id: string): void => {
  if (draft.state.ownership.offer?.id !== id) return
  Drafts.emit(draft, "handover-lapsed", { id, dueAt: draft.now }, "ownership.handover.accept-within")
  if (draft.state.lifecycle.closedAt !== undefined) return
  tellStaff(draft, "overdue", giverAndLead(draft), { clock: clockName(timerOf(id)) })
}

/** Returns why this actor may not take the case up. */
export const mayTakeUp = (situation: Situation): readonly RefusalReason[] => {
  const { owner } = situation.state.ownership
  const { actor } = situation.meta
  const isFree = owner === custodian && actor.kind === "person"
  return isFree || Who.isOwner(situation.state, actor) || isBeaten(situation)
    ? []
    : [reason("ownership/not-owner", "ownership.take-up", { owner, actor: nameOf(actor) })]
}

/** Records that the owner begins, or makes the actor a collaborator. */
export const takeUp = (draft: Draft): readonly RefusalReason[] => {
  const { owner, takenUp, collaborators } = draft.state.ownership
  const { actor } = draft.meta
  if (owner === custodian && actor.kind === "person") {
    Drafts.emit(
      draft,
      "owner-assigned",
      { owner: nameOf(actor), takenUp: true, as: "take-up" },
      "ownership.first-owner"
    )
    cancelTimer(draft, { _tag: "TakeUp" }, "taken-up")
    return []
  }
  if (!Who.isOwner(draft.state, actor)) {
    if (!collaborators.includes(nameOf(actor)))
      Drafts.emit(draft, "collaborator-joined", { by: nameOf(actor), owner }, "ownership.take-up")
    return []
  }
  if (!takenUp) began(draft)
  return []
}

/** Returns whether somebody else took the case up first. Whoever is second becomes a collaborator. */
const isBeaten = (situation: Situation): boolean =>
  situation.meta.actor.kind === "person" && situation.state.ownership.as === "take-up"

/** Records that the owner has begun. Any act of the owner counts as that. */
export const began = (draft: Draft): void => {
  if (draft.state.ownership.takenUp || !Who.isOwner(draft.state, draft.meta.actor)) return
  Drafts.emit(draft, "taken-up", { by: nameOf(draft.meta.actor) }, "ownership.take-up")
  cancelTimer(draft, { _tag: "TakeUp" }, "taken-up")
}
