/** Who is handling the case. */

import type { OwnershipEvents } from "../../../case/track/Ownership.ts"
import { custodian } from "../../../people/Actor.ts"
import { opt } from "../../shape/Said.ts"
import type { EventLines } from "../../shape/Voice.ts"
import { count } from "../form/Form.ts"

export const ownership: EventLines<OwnershipEvents> = {
  "owner-assigned": (event, wording) =>
    event.owner === custodian
      ? "no owner could be found: the case waits for somebody to take it up"
      : event.as === "lead"
        ? `the owner has left: ${wording.who(event.owner)} is handling the case and is asked to take it up`
        : event.as === "arbiter"
          ? `the arbiter decided: ${wording.who(event.owner)} is handling the case`
          : `${wording.who(event.owner)} is handling the case${event.takenUp ? "" : " and is asked to take it up"}`,
  "taken-up": (event, wording) => `${wording.who(event.by)} took up the case`,
  "collaborator-joined": (event, wording) =>
    `${wording.who(event.by)} assists: ${wording.who(event.owner)} had taken up the case first`,
  "deputy-acted": (event, wording) =>
    `${wording.who(event.by)} acted for the absent owner ${wording.who(event.for)}: ${wording.word("verb", event.asked)}`,
  "staff-named": (event, wording) => `the customer mentions ${wording.list(event.people.map(wording.who))}`,
  recused: (event, wording) =>
    `${wording.who(event.person)} must not handle the case${event.named ? ", because the customer mentions them" : ""}: it is reassigned`,
  "on-call-asked": (event, wording) =>
    `${wording.who(event.owner)} is off duty: ${wording.who(event.to)}, on call, is asked to take over`,
  "on-call-accepted": (event, wording) => `${wording.who(event.to)}, on call, accepted and is handling the case`,
  "on-call-lapsed": (event, wording) =>
    `${wording.who(event.to)}, on call, did not take over${wording.why(event.reason)}`,
  "department-asked": (event, wording) =>
    event.dueAt === undefined
      ? `department ${wording.title("department", event.department)} is responsible${opt(event.contact, (c) => ` (contact ${wording.who(c)})`)}`
      : `department ${wording.title("department", event.department)}${opt(event.contact, (c) => ` (contact ${wording.who(c)})`)} is asked to complete its part by ${wording.due(event.dueAt, event.at)}`,
  "department-answered": (event, wording) =>
    `${wording.who(event.by)} reported the part of department ${wording.title("department", event.department)} completed${wording.why(event.text)}`,
  "team-formed": (event, wording) =>
    `a team is formed, coordinated by ${wording.who(event.owner)}${event.members.length === 0 ? "" : `: ${wording.list(event.members.map(wording.who))}`}`,
  delegated: (event, wording) =>
    `${wording.who(event.from)} delegated the authority of ${wording.list(event.roles.map(wording.role))} on this case to ${wording.who(event.to)} until ${wording.due(event.until, event.at)}${wording.why(event.reason)}`,
  "handover-offered": (event, wording) =>
    `${wording.who(event.from)} asked ${wording.who(event.to)} to take over${wording.why(event.reason)}`,
  "handover-accepted": (event, wording) => `${wording.who(event.to)} took over the case`,
  "handover-declined": (event, wording) =>
    `${wording.who(event.by)} ${event.takenBack ? "withdrew the handover" : "declined the handover"}${wording.why(event.reason)}`,
  "handover-lapsed": (event, wording) =>
    event.dueAt === undefined
      ? `the handover ended${wording.why(event.reason)}`
      : `nobody accepted the handover by ${wording.due(event.dueAt, event.at)}: the owner keeps the case`,
  "arbiter-called": (event, wording) =>
    `${event.hops === 0 ? "" : `after ${count(event.hops, "handover")} `}${wording.who(event.arbiter)} is asked to decide who the owner is`
}
