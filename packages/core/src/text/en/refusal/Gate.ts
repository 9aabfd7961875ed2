/** `gate/…`: why a gate cannot be passed, signed, explained or answered now. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import type { Wording } from "../../shape/Voice.ts"

export const ofGate: Sentences<"gate"> = {
  "gate/unknown": (details, wording) =>
    `this loop has no gate ${quoted(details.gate)}${opt(details.known, (k) => `; it has ${wording.names(k)}`)}`,
  "gate/not-open": (details, wording) =>
    details.gate === ""
      ? "no gate waits for such an answer"
      : `gate ${quoted(details.gate)} is ${opt(details.status, (status) => `${wording.word("gate-state", status)}, `)}not open`,
  "gate/order": (details, wording) => `gate ${quoted(details.gate)} comes after ${wording.names(details.after)}`,
  "gate/settled": (details, wording) =>
    `gate ${quoted(details.gate)} is already ${wording.word("gate-state", details.status)}`,
  "gate/wrong-person": (details, wording) =>
    `${what(details.gate, wording)} is for ${wording.anyOf(details.by, "or", details.owner)}, not for ${wording.called(details.actor)}`,
  "gate/same-person": (details, wording) =>
    `${wording.called(details.actor)} passed ${quoted(details.other)}, so gate ${quoted(details.gate)} is for somebody else`,
  "gate/fields-missing": (details, wording) => `gate ${quoted(details.gate)} needs ${wording.names(details.missing)}`,
  "gate/not-yet-known": (details) =>
    `it is not yet known whether gate ${quoted(details.gate)} is needed: that depends on a gate that is not settled`,
  "gate/signature-not-asked": (details, wording) =>
    details.asked.length === 0
      ? `gate ${quoted(details.gate)} asks for no signature`
      : `gate ${quoted(details.gate)} asks for the signature of ${wording.anyOf(details.asked, "and")}, not for yours`,
  "gate/cannot-explain": (details) =>
    `gate ${quoted(details.gate)} must be passed: an explanation cannot replace it here`
}

/** What else is for somebody: the facts, the classification, withdrawing. */
const what = (gate: string, wording: Wording): string => {
  const said = wording.word("task", gate)
  return said === gate ? `gate ${quoted(gate)}` : said
}
