/** `ownership/…`: who may move a case, and to whom. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"

export const ofOwnership: Sentences<"ownership"> = {
  "ownership/not-owner": (s, v) => `the case belongs to ${v.called(s.owner)}, not to ${v.called(s.actor)}`,
  "ownership/unknown-person": (s, v) =>
    `the directory has no ${quoted(s.person)}${opt(s.known, (k) => `; it has ${v.names(k)}`)}`,
  "ownership/away": (s, v) =>
    `${quoted(s.person)} is away${opt(s.until, (u) => ` until ${v.date(u)}`)}${opt(s.deputy, (p) => `; ${quoted(p)} stands in`)}`,
  "ownership/to-oneself": (s) => `the case already belongs to ${quoted(s.person)}`,
  "ownership/offer-pending": (s) => `a handover already waits for ${quoted(s.to)} to accept`,
  "ownership/no-offer": (s, v) =>
    s.to === ""
      ? "nobody has offered a handover"
      : `the handover was offered to ${quoted(s.to)}, not to ${v.called(s.actor)}`,
  "ownership/too-many-handovers": (s) => `${handedOver(s.hops)}: ${quoted(s.arbiter)} decides who handles the case`,
  "ownership/recused": (s, v) => `${quoted(s.actor)} must not handle the case; its owner is ${v.called(s.owner)} now`,
  "ownership/not-yours-to-lend": (s) =>
    `${quoted(s.role)} is not a role of ${quoted(s.actor)}'s own, so it cannot be delegated`,
  "ownership/already-over": (s) => `a delegation ends in the future, and ${quoted(s.until)} is not in the future`,
  "ownership/no-part": (s, v) =>
    `no department that ${quoted(s.actor)} represents has an open part${opt(s.open, (o) => `; open parts are with ${v.names(o)}`)}`,
  "ownership/outside-department": (s) =>
    `${quoted(s.to)} belongs to another department, and the policy keeps the case in this one`
}

const handedOver = (hops: string): string =>
  hops === "0"
    ? "the policy allows no handover"
    : `the case was already handed over ${hops === "1" ? "once" : `${hops} times`}`
