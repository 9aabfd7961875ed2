/** `ownership/…`: who may move a case, and to whom. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"

export const ofOwnership: Sentences<"ownership"> = {
  "ownership/not-owner": (details, wording) =>
    `the case belongs to ${wording.called(details.owner)}, not to ${wording.called(details.actor)}`,
  "ownership/unknown-person": (details, wording) =>
    `the directory has no ${quoted(details.person)}${opt(details.known, (k) => `; it has ${wording.names(k)}`)}`,
  "ownership/away": (details, wording) =>
    `${quoted(details.person)} is away${opt(details.until, (u) => ` until ${wording.date(u)}`)}${opt(details.deputy, (p) => `; ${quoted(p)} is the deputy`)}`,
  "ownership/to-oneself": (details) => `the case already belongs to ${quoted(details.person)}`,
  "ownership/offer-pending": (details) => `a handover already waits for ${quoted(details.to)} to accept`,
  "ownership/no-offer": (details, wording) =>
    details.to === ""
      ? "nobody has offered a handover"
      : `the handover was offered to ${quoted(details.to)}, not to ${wording.called(details.actor)}`,
  "ownership/too-many-handovers": (details) =>
    `${handedOver(details.hops)}: ${quoted(details.arbiter)} decides who handles the case`,
  "ownership/recused": (details, wording) =>
    `${quoted(details.actor)} must not handle the case; its owner is ${wording.called(details.owner)} now`,
  "ownership/not-yours-to-lend": (details) =>
    `${quoted(details.role)} is not a role of ${quoted(details.actor)}'s own, so it cannot be delegated`,
  "ownership/already-over": (details) =>
    `a delegation ends in the future, and ${quoted(details.until)} is not in the future`,
  "ownership/no-part": (details, wording) =>
    `no department that ${quoted(details.actor)} represents has an open part${opt(details.open, (o) => `; open parts are with ${wording.names(o)}`)}`,
  "ownership/outside-department": (details) =>
    `${quoted(details.to)} belongs to another department, and the policy keeps the case in this one`
}

const handedOver = (hops: string): string =>
  hops === "0"
    ? "the policy allows no handover"
    : `the case was already handed over ${hops === "1" ? "once" : `${hops} times`}`
