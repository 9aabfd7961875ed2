/** Who comes to own a case: the first responder, and whoever follows where the owner cannot or must not act. */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import * as Presence from "../../decider/Presence.ts"
import * as Who from "../../decider/Who.ts"
import type { Person } from "../../model/Actor.ts"
import { custodian, oneOf } from "../../model/Actor.ts"
import type { Who as WhoWord } from "../../model/Bundle.ts"
import { choose } from "../../model/Policy.ts"
import { startTimer } from "../clock/react.ts"
import { tellStaff } from "../message/send.ts"

/** Assigns the first owner: the receiver, else the first role on the list that has someone. Never nobody. */
export const assignFirst = (d: Draft): void => {
  const { firstOwner, atMostOpen } = d.policy.bundle.ownership
  const path = "ownership.first-owner"
  const { people } = d.meta.gathered
  const { actor } = d.meta
  for (const [i, who] of firstOwner.entries()) {
    const isLast = i === firstOwner.length - 1
    const isReceiver = who === "receiver"
    // A receiver whom the directory does not know can be neither counted nor reached: they own as ever.
    const receiver = people.find((person) => person.id === actor.id)
    const person = isReceiver ? receiver : meant(d, who)
    if (isReceiver && actor.kind !== "person") continue
    const isFull = atMostOpen !== undefined && (person?.openCases ?? 0) >= atMostOpen
    if (isFull && !isLast) continue
    if (isReceiver) return Drafts.emit(d, "owner-assigned", { owner: actor.id, takenUp: true, as: who }, path)
    if (person === undefined || (!person.onDuty && !isLast)) continue
    return assign(d, person.id, who, path)
  }
  assign(d, custodian, "custodian", path)
}

/** Where one person of a role or of a department is meant. */
const meant = (d: Draft, who: WhoWord): Person | undefined => {
  const { people } = d.meta.gathered
  if (who !== "department" && who !== "head") return oneOf(people, who)
  const [id] = Who.people(d.policy, d.state, [who], people)
  return people.find((person) => person.id === id)
}

/** Makes someone the owner who has not begun yet; the custodian too has to hand it on in time. */
export const assign = (d: Draft, owner: string, as: string, path: string): void => {
  Drafts.emit(d, "owner-assigned", { owner, takenUp: false, as }, path)
  const within = d.policy.bundle.ownership.takeUp
  if (within !== undefined) startTimer(d, "take-up", { _tag: "TakeUp" }, within, "ownership.take-up")
}

/** An owner whom the directory does not know any more is followed by the lead, at once: no case is orphaned. */
export const followTheGone = (d: Draft): void => {
  const { people } = d.meta.gathered
  const { owner } = d.state.ownership
  if (d.state.version === 0 || d.state.lifecycle.closedAt !== undefined || !Presence.hasLeft(people, owner)) return
  const lead = Presence.lead(d.policy, people, owner)?.id ?? custodian
  const { absent } = d.policy.bundle.ownership
  assign(d, lead, "lead", absent === undefined ? "ownership.first-owner" : "ownership.absent")
  tellStaff(d, "handover-offered", [lead], { reason: "owner-gone" })
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
  const [contact] = Who.ofDepartment(d.policy, named, "contact", d.meta.gathered.people)
  Drafts.emit(
    d,
    "department-asked",
    { department: named, ...(contact === undefined ? {} : { contact }) },
    chosen?.rule ?? `dictionary.categories.${category ?? ""}.department`
  )
}
