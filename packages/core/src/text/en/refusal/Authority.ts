/** `authority/…` and `grade/…`: what exceeds somebody's limit, and what no limit allows. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import type { Wording } from "../../shape/Voice.ts"

export const ofAuthority: Sentences<"authority"> = {
  "authority/over-limit": (details, wording) =>
    details.limit === ""
      ? `${opt(details.asked, (a) => `to ${wording.word("verb", a)} here `)}exceeds the authority of ${whose(details.actor, wording)}`
      : `${details.amount === "" ? "it" : details.amount} exceeds ${whose(details.actor, wording)}'s limit of ${details.limit}${opt(details.window, (w) => ` ${wording.word("window", w)}`)}`,
  "authority/none": (details, wording) =>
    details.by.length === 0
      ? `${whose(details.actor, wording)} has no authority: only a member of staff may do this`
      : `${whose(details.actor, wording)} may not do this here; ${wording.anyOf(details.by)} may`,
  "authority/self-approval": (details, wording) =>
    `${whose(details.actor, wording)} asked for it, and nobody approves their own request`,
  "authority/apart": (details, wording) =>
    `${whose(details.actor, wording)} already did the ${wording.word("duty", details.other)} on this case, and the same person may not do the ${wording.word("duty", details.duty)}`,
  "authority/nobody": () => "nobody else in the directory may approve it",
  "authority/gate-lost": (details, wording) =>
    `gate ${quoted(details.gate)} would no longer be required, ${mayNot(details, wording, "waive")}`,
  "authority/grade-weaker": (details, wording) =>
    `${quoted(details.dimension)} would be lowered from ${details.from}${opt(details.to, (to) => ` to ${to}`)}, ${mayNot(details, wording, "regrade")}`,
  "authority/deadline-later": (details, wording) =>
    `${details.to === "" ? `the deadline of ${quoted(details.clock)} would be removed` : `${quoted(details.clock)} would be due ${wording.date(details.to)}${opt(details.from, (from) => `, not ${wording.date(from)}`)}`}, ${mayNot(details, wording, "extend")}`,
  "authority/no-request": (details, wording) => {
    const ended = opt(details.ended, (why) => `the request ended: ${wording.word("because", why)}; `)
    return details.open.length === 0
      ? `${ended}nothing waits for approval`
      : `${ended || "there is no such request; "}open are ${wording.names(details.open)}`
  },
  "authority/amount": (details) =>
    details.unit === "%"
      ? `${quoted(details.amount)} is not a discount: write it as \`10%\`, up to \`100%\``
      : details.unit === ""
        ? `${quoted(details.amount)} is not a whole number of units`
        : `${quoted(details.amount)} is not an amount in ${details.unit}`,
  "authority/no-rate": (details) =>
    `${quoted(details.amount)} cannot be converted${opt(details.currency, (c) => ` to ${c}`)}: the host gave no rate`,
  "authority/not-drawn": (details, wording) =>
    details.open.length === 0
      ? "no decision waits for a spot check"
      : `this decision was not selected; waiting are ${wording.names(details.open)}`,
  "authority/own-decision": (details, wording) =>
    `${whose(details.actor, wording)} was involved in it, and nobody checks their own decision`,
  "grade/unknown-level": (details, wording) =>
    `no dimension has a level ${quoted(details.level)}${opt(details.known, (k) => `; the levels are ${wording.names(k)}`)}`,
  "grade/derived": (details) =>
    `${quoted(details.dimension)} comes from its matrix and cannot be set: set what the matrix reads`
}

/** Says that somebody may not let a case demand less, and who may. */
interface MayNot {
  readonly actor: string
  readonly roles: readonly string[]
}

const mayNot = ({ actor, roles }: MayNot, wording: Wording, power: string): string => {
  const lacks = `and ${whose(actor, wording)} may not ${wording.word("verb", power)} here`
  return roles.length === 0 ? `${lacks}; nobody may` : `${lacks}; ${wording.names(roles, "or")} may`
}

const whose = (actor: string, wording: Wording): string => (actor === "" ? "this person" : wording.called(actor))
