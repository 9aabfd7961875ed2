/** `ownership/…`: who may move a case, and to whom. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"

export const ofOwnership: Sentences<"ownership"> = {
  "ownership/not-owner": (s, v) => `the case belongs to ${v.called(s.owner)}, not to ${v.called(s.actor)}`,
  "ownership/unknown-person": (details, wording) =>
    `the directory has no ${quoted(details.person)}${opt(details.known, (k) => `; it has ${wording.names(k)}`)}`,
  "ownership/away": (details, wording) =>
    `${quoted(details.person)} is away${opt(details.until, (u) => ` until ${wording.date(u)}`)}${opt(details.deputy, (p) => `; ${quoted(p)} stands in`)}`,
  "ownership/to-oneself": (s) => `the case already belongs to ${quoted(s.person)}`,
  "ownership/offer-pending": (s) => `a handover already waits for ${quoted(s.to)} to accept`,
  "ownership/no-offer": (details, wording) =>
    details.to === ""
      ? "nobody has offered a handover"
      : `the handover was offered to ${quoted(details.to)}, not to ${wording.called(details.actor)}`,
  "ownership/too-many-handovers": (s) => `${handedOver(s.hops)}: ${quoted(s.arbiter)} decides who handles the case`,
  "ownership/recused": (s, v) => `${quoted(s.actor)} must not handle the case; its owner is ${v.called(s.owner)} now`,
  "ownership/not-yours-to-lend": (details) =>
    `${quoted(details.role)} is not a role of ${quoted(details.actor)}'s own, so it cannot be delegated`,
  "ownership/already-over": (s) => `a delegation ends in the future, and ${quoted(s.until)} is not in the future`,
  "ownership/no-part": (details, wording) =>
    `no department that ${quoted(details.actor)} represents has an open part${opt(details.open, (o) => `; open parts are with ${wording.names(o)}`)}`,
  "ownership/outside-department": (details) =>
    `${quoted(details.to)} belongs to another department, and the policy keeps the case in this one`
}

const handedOver = (hops: string): string =>
  hops === "0"
    ? "the policy allows no handover"
    : `the case was already handed over ${hops === "1" ? "once" : `${hops} times`}`
