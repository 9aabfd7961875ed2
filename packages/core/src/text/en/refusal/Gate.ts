/** `gate/…`: why a gate cannot be passed, signed, explained or answered now. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import type { Wording } from "../../shape/Voice.ts"

export const ofGate: Sentences<"gate"> = {
  "gate/unknown": (s, v) => `this loop has no gate ${quoted(s.gate)}${opt(s.known, (k) => `; it has ${v.names(k)}`)}`,
  "gate/not-open": (s, v) =>
    s.gate === ""
      ? "no gate waits for such an answer"
      : `gate ${quoted(s.gate)} is ${opt(s.status, (status) => `${v.word("gate-state", status)}, `)}not open`,
  "gate/order": (s, v) => `gate ${quoted(s.gate)} comes after ${v.names(s.after)}`,
  "gate/settled": (s, v) => `gate ${quoted(s.gate)} is already ${v.word("gate-state", s.status)}`,
  "gate/wrong-person": (s, v) =>
    `${what(s.gate, v)} is for ${v.anyOf(s.by, "or", s.owner)}, not for ${v.called(s.actor)}`,
  "gate/same-person": (s, v) =>
    `${v.called(s.actor)} passed ${quoted(s.other)}, so gate ${quoted(s.gate)} is for somebody else`,
  "gate/fields-missing": (s, v) => `gate ${quoted(s.gate)} needs ${v.names(s.missing)}`,
  "gate/not-yet-known": (s) =>
    `whether gate ${quoted(s.gate)} is needed is not known before the gate it asks about is settled`,
  "gate/signature-not-asked": (s, v) =>
    s.asked.length === 0
      ? `gate ${quoted(s.gate)} asks for no signature`
      : `gate ${quoted(s.gate)} asks for the signature of ${v.anyOf(s.asked, "and")}, not for yours`,
  "gate/cannot-explain": (s) => `gate ${quoted(s.gate)} must be passed: an explanation cannot replace it here`
}

/** What else is for somebody: the facts, the classification, withdrawing. */
const what = (gate: string, v: Wording): string => {
  const said = v.word("task", gate)
  return said === gate ? `gate ${quoted(gate)}` : said
}
