/** `ownership/…`: who may move a case, and to whom. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"

export const ofOwnership: Sentences<"ownership"> = {
  "ownership/not-owner": (s, v) => `the case belongs to ${v.called(s.owner)}, not to ${v.called(s.actor)}`,
  "ownership/unknown-person": (s, v) =>
    `the directory has no ${quoted(s.person)}${opt(s.known, (k) => `; it has ${v.names(k)}`)}`,
  "ownership/away": (s) =>
    `${quoted(s.person)} is away${opt(s.until, (u) => ` until ${u}`)}${opt(s.deputy, (p) => `; ${quoted(p)} stands in`)}`,
  "ownership/to-oneself": (s) => `the case already belongs to ${quoted(s.person)}`,
  "ownership/offer-pending": (s) => `a handover already waits for ${quoted(s.to)} to accept`,
  "ownership/no-offer": (s, v) =>
    s.to === ""
      ? "nobody has offered a handover"
      : `the handover was offered to ${quoted(s.to)}, not to ${v.called(s.actor)}`,
  "ownership/too-many-handovers": (s) =>
    `the case was handed over ${s.hops} times already: now ${quoted(s.arbiter)} decides`,
  "ownership/recused": (s, v) =>
    `${quoted(s.actor)} must keep out of the case, which ${v.called(s.owner)} answers for now`,
  "ownership/not-yours-to-lend": (s) =>
    `${quoted(s.role)} is not a role that ${quoted(s.actor)} has of their own, so it cannot be lent`,
  "ownership/already-over": (s) => `powers are lent until a time to come, and ${quoted(s.until)} is none`,
  "ownership/no-part": (s, v) =>
    `no department that ${quoted(s.actor)} speaks for owes a part${opt(s.open, (o) => `; still owed by ${v.names(o)}`)}`,
  "ownership/outside-department": (s) =>
    `${quoted(s.to)} belongs to another department, and the policy keeps the case in this one`
}
