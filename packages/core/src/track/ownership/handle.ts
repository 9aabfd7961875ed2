/** The first responder owns until the loop is closed; a handover completes only when the receiver accepts. */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import * as Who from "../../decider/Who.ts"
import { custodian, oneOf } from "../../model/Actor.ts"
import type { CommandOf } from "../../model/Command.ts"
import { choose } from "../../model/Policy.ts"
import type { Reason } from "../../model/Refusal.ts"
import { reason } from "../../model/Refusal.ts"
import { cancel, startTimer } from "../clock/react.ts"
import { tellStaff } from "../message/send.ts"

/** Assigns the first owner: the receiver, else the first role on the list that has someone. Never nobody. */
export const assignFirst = (d: Draft): void => {
  const { people } = d.meta.gathered
  const { firstOwner } = d.policy.bundle.ownership
  const path = "ownership.first-owner"
  const { actor } = d.meta
  for (const [i, who] of firstOwner.entries()) {
    const last = i === firstOwner.length - 1
    if (who === "receiver") {
      if (actor.kind !== "person") continue
      return Drafts.emit(d, "owner-assigned", { owner: actor.id, takenUp: true, as: who }, path)
    }
    const person = oneOf(people, who)
    if (person === undefined || (!person.onDuty && !last)) continue
    return assign(d, person.id, who, path)
  }
  assign(d, custodian, "custodian", path)
}

/** Makes someone the owner who has not begun yet; the custodian too has to hand it on in time. */
const assign = (d: Draft, owner: string, as: string, path: string): void => {
  Drafts.emit(d, "owner-assigned", { owner, takenUp: false, as }, path)
  const within = d.policy.bundle.ownership.takeUp
  if (within !== undefined) startTimer(d, "take-up", { _tag: "TakeUp" }, within, "ownership.take-up")
}

/** Names the department that must act, when the category or grade says another one. */
export const department = (d: Draft): void => {
  const rule = d.policy.bundle.ownership.department
  const chosen = rule === undefined ? undefined : choose(rule, Drafts.vector(d))
  const category = d.state.intake.understanding?.category
  const byCategory = d.policy.bundle.dictionary.categories.find((one) => one.name === category)?.department
  const named =
    chosen === undefined
      ? rule === undefined
        ? byCategory
        : undefined
      : "department" in chosen.value
        ? chosen.value.department
        : byCategory
  if (named === undefined || named === d.state.ownership.department) return
  const contact = (d.policy.bundle.departments[named]?.contact ?? [])
    .map((role) => oneOf(d.meta.gathered.people, role)?.id)
    .find((id) => id !== undefined)
  Drafts.emit(
    d,
    "department-asked",
    { department: named, ...(contact === undefined ? {} : { contact }) },
    chosen?.rule ?? `dictionary.categories.${category ?? ""}.department`
  )
}

const mayMove = (d: Draft): boolean => {
  const { actor } = d.meta
  const { owner } = d.state.ownership
  const arbiter = d.policy.bundle.ownership.handover.arbiter
  return actor.id === owner || actor.roles.includes(arbiter) || (owner === custodian && actor.kind === "person")
}

export const handOver = (d: Draft, c: CommandOf<"hand-over">): readonly Reason[] => {
  const { handover } = d.policy.bundle.ownership
  const { owner, offer, hops } = d.state.ownership
  const { actor, gathered } = d.meta
  const receiver = gathered.people.find((person) => person.id === c.to)
  const decides = actor.roles.includes(handover.arbiter) && hops >= handover.atMost
  const reasons: Reason[] = []
  if (!mayMove(d)) reasons.push(reason("ownership/not-owner", "ownership.handover", { owner, actor: actor.id }))
  if (receiver === undefined)
    reasons.push(
      reason("ownership/unknown-person", undefined, {
        person: c.to,
        known: gathered.people.map((p) => p.id).join(", ")
      })
    )
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
      tellStaff(d, "handover-offered", [arbiter.id], { reason: c.reason })
    }
    return [reason("ownership/too-many-handovers", "ownership.handover.at-most", { hops, arbiter: handover.arbiter })]
  }
  const id = d.meta.id
  Drafts.emit(d, "handover-offered", { id, from: owner, to: c.to, reason: c.reason }, "ownership.handover")
  startTimer(
    d,
    `handover:${id}`,
    { _tag: "Handover", offer: id },
    handover.acceptWithin,
    "ownership.handover.accept-within"
  )
  tellStaff(d, "handover-offered", [c.to], { reason: c.reason })
  return []
}

const mine = (d: Draft): readonly Reason[] => {
  const { offer } = d.state.ownership
  if (offer === undefined) return [reason("ownership/no-offer")]
  return offer.to === d.meta.actor.id
    ? []
    : [reason("ownership/no-offer", "ownership.handover", { to: offer.to, actor: d.meta.actor.id })]
}

export const accept = (d: Draft): readonly Reason[] => {
  const { offer } = d.state.ownership
  const reasons = mine(d)
  if (reasons.length > 0 || offer === undefined) return reasons
  Drafts.emit(d, "handover-accepted", { id: offer.id, to: offer.to }, "ownership.handover")
  cancel(d, `handover:${offer.id}`, "accepted")
  cancel(d, "take-up", "taken-up")
  return []
}

export const decline = (d: Draft, c: CommandOf<"decline">): readonly Reason[] => {
  const { offer } = d.state.ownership
  const reasons = mine(d)
  if (reasons.length > 0 || offer === undefined) return reasons
  Drafts.emit(
    d,
    "handover-declined",
    { id: offer.id, by: d.meta.actor.id, ...(c.reason === undefined ? {} : { reason: c.reason }) },
    "ownership.handover"
  )
  cancel(d, `handover:${offer.id}`, "declined")
  return []
}

/** Nobody accepted in time: the giver keeps the case, and the arbiter's role hears of it. */
export const offerLapsed = (d: Draft, id: string): void => {
  if (d.state.ownership.offer?.id !== id) return
  const { arbiter } = d.policy.bundle.ownership.handover
  Drafts.emit(d, "handover-lapsed", { id, dueAt: d.now }, "ownership.handover.accept-within")
  if (d.state.lifecycle.closedAt !== undefined) return
  tellStaff(d, "overdue", Who.people(d.policy, d.state, ["owner", arbiter], d.meta.gathered.people), {
    clock: `handover:${id}`
  })
}

export const takeUp = (d: Draft): readonly Reason[] => {
  const { owner, takenUp } = d.state.ownership
  const { actor } = d.meta
  if (owner === custodian && actor.kind === "person") {
    Drafts.emit(d, "owner-assigned", { owner: actor.id, takenUp: true, as: "take-up" }, "ownership.first-owner")
    cancel(d, "take-up", "taken-up")
    return []
  }
  if (actor.id !== owner) return [reason("ownership/not-owner", "ownership.take-up", { owner, actor: actor.id })]
  if (!takenUp) began(d)
  return []
}

/** Whatever the owner does counts as having begun. */
export const began = (d: Draft): void => {
  if (d.state.ownership.takenUp || d.meta.actor.id !== d.state.ownership.owner) return
  Drafts.emit(d, "taken-up", { by: d.meta.actor.id }, "ownership.take-up")
  cancel(d, "take-up", "taken-up")
}
