/** Who is handling the case. */

import type { OwnershipEvents } from "../../../case/track/Ownership.ts"
import { custodian } from "../../../people/Actor.ts"
import { opt } from "../../shape/Said.ts"
import type { Lines } from "../../shape/Voice.ts"
import { count } from "../form/Form.ts"

export const ownership: Lines<OwnershipEvents> = {
  "owner-assigned": (e, v) =>
    e.owner === custodian
      ? "no owner could be found: the case waits for somebody to take it up"
      : e.as === "lead"
        ? `the owner has left: ${v.who(e.owner)} is handling the case and is asked to take it up`
        : e.as === "arbiter"
          ? `the arbiter decided: ${v.who(e.owner)} is handling the case`
          : `${v.who(e.owner)} is handling the case${e.takenUp ? "" : " and is asked to take it up"}`,
  "taken-up": (e, v) => `${v.who(e.by)} took the case up`,
  "collaborator-joined": (e, v) => `${v.who(e.by)} assists: ${v.who(e.owner)} had taken the case up first`,
  "deputy-acted": (e, v) => `${v.who(e.by)} acted for the absent owner ${v.who(e.for)}: ${v.word("verb", e.asked)}`,
  "staff-named": (e, v) => `the customer mentions ${v.list(e.people.map(v.who))}`,
  recused: (e, v) =>
    `${v.who(e.person)} must not handle the case${e.named ? ", since the customer mentions them" : ""}: it is reassigned`,
  "on-call-asked": (e, v) => `${v.who(e.owner)} is off duty: ${v.who(e.to)}, on call, is asked to take over`,
  "on-call-accepted": (e, v) => `${v.who(e.to)}, on call, accepted and is handling the case`,
  "on-call-lapsed": (e, v) => `${v.who(e.to)}, on call, did not take over${v.why(e.reason)}`,
  "department-asked": (e, v) =>
    e.dueAt === undefined
      ? `department ${v.title("department", e.department)} is responsible${opt(e.contact, (c) => ` (contact ${v.who(c)})`)}`
      : `department ${v.title("department", e.department)}${opt(e.contact, (c) => ` (contact ${v.who(c)})`)} is asked to complete its part by ${v.due(e.dueAt, e.at)}`,
  "department-answered": (e, v) =>
    `${v.who(e.by)} reported the part of department ${v.title("department", e.department)} completed${v.why(e.text)}`,
  "team-formed": (e, v) =>
    `a team is formed, coordinated by ${v.who(e.owner)}${e.members.length === 0 ? "" : `: ${v.list(e.members.map(v.who))}`}`,
  delegated: (e, v) =>
    `${v.who(e.from)} delegated the authority of ${v.list(e.roles.map(v.role))} on this case to ${v.who(e.to)} until ${v.due(e.until, e.at)}${v.why(e.reason)}`,
  "handover-offered": (e, v) => `${v.who(e.from)} asked ${v.who(e.to)} to take over${v.why(e.reason)}`,
  "handover-accepted": (e, v) => `${v.who(e.to)} took the case over`,
  "handover-declined": (e, v) =>
    `${v.who(e.by)} ${e.takenBack ? "withdrew the handover" : "declined the handover"}${v.why(e.reason)}`,
  "handover-lapsed": (e, v) =>
    e.dueAt === undefined
      ? `the handover ended${v.why(e.reason)}`
      : `nobody accepted the handover by ${v.due(e.dueAt, e.at)}: the owner keeps the case`,
  "arbiter-called": (e, v) =>
    `${e.hops === 0 ? "" : `after ${count(e.hops, "handover")} `}${v.who(e.arbiter)} is asked to decide who is the owner`
}
