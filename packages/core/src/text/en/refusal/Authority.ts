/** `authority/…` and `grade/…`: what exceeds somebody's limit, and what no limit allows. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import type { Wording } from "../../shape/Voice.ts"

export const ofAuthority: Sentences<"authority"> = {
  "authority/over-limit": (s, v) =>
    s.limit === ""
      ? `${opt(s.asked, (a) => `to ${v.word("verb", a)} here `)}is over the authority of ${whose(s.actor, v)}`
      : `${s.amount === "" ? "it" : s.amount} is over ${whose(s.actor, v)}'s limit of ${s.limit}${opt(s.window, (w) => ` ${v.word("window", w)}`)}`,
  "authority/none": (s, v) =>
    s.by.length === 0
      ? `${whose(s.actor, v)} has no authority: only a person of the staff may do this`
      : `${whose(s.actor, v)} may not do this here; ${v.anyOf(s.by)} may`,
  "authority/self-approval": (s, v) => `${whose(s.actor, v)} asked for it, and nobody approves their own request`,
  "authority/apart": (s, v) =>
    `${whose(s.actor, v)} already did the ${v.word("duty", s.other)} on this case, and the same person may not do the ${v.word("duty", s.duty)}`,
  "authority/nobody": () => "nobody else in the directory may approve it",
  "authority/gate-lost": (s, v) => `gate ${quoted(s.gate)} would no longer be required, ${mayNot(s, v, "waive")}`,
  "authority/grade-weaker": (s, v) =>
    `${quoted(s.dimension)} would be lowered from ${s.from}${opt(s.to, (to) => ` to ${to}`)}, ${mayNot(s, v, "regrade")}`,
  "authority/deadline-later": (s, v) =>
    `${s.to === "" ? `the deadline of ${quoted(s.clock)} would be removed` : `${quoted(s.clock)} would be due ${v.date(s.to)}${opt(s.from, (from) => `, not ${v.date(from)}`)}`}, ${mayNot(s, v, "extend")}`,
  "authority/no-request": (s, v) => {
    const ended = opt(s.ended, (why) => `the request ended: ${v.word("because", why)}; `)
    return s.open.length === 0
      ? `${ended}nothing waits for approval`
      : `${ended || "there is no such request; "}open are ${v.names(s.open)}`
  },
  "authority/amount": (s) =>
    s.unit === "%"
      ? `${quoted(s.amount)} is not a share of a price: it is written as \`10%\`, up to \`100%\``
      : s.unit === ""
        ? `${quoted(s.amount)} is not a whole number of units`
        : `${quoted(s.amount)} is not an amount in ${s.unit}`,
  "authority/no-rate": (s) =>
    `${quoted(s.amount)} cannot be converted${opt(s.currency, (c) => ` to ${c}`)}: the host gave no rate`,
  "authority/not-drawn": (s, v) =>
    s.open.length === 0
      ? "no decision waits for a spot check"
      : `this decision was not selected; waiting are ${v.names(s.open)}`,
  "authority/own-decision": (s, v) => `${whose(s.actor, v)} was involved in it, and nobody checks their own decision`,
  "grade/unknown-level": (s, v) =>
    `no dimension has a level ${quoted(s.level)}${opt(s.known, (k) => `; the levels are ${v.names(k)}`)}`,
  "grade/derived": (s) => `${quoted(s.dimension)} comes from its matrix and is never set: set what the matrix reads`
}

/** Says that somebody may not let a case demand less, and who may. */
interface MayNot {
  readonly actor: string
  readonly roles: readonly string[]
}

const mayNot = ({ actor, roles }: MayNot, v: Wording, power: string): string => {
  const lacks = `and ${whose(actor, v)} may not ${v.word("verb", power)} here`
  return roles.length === 0 ? `${lacks}; nobody may` : `${lacks}; ${v.names(roles, "or")} may`
}

const whose = (actor: string, v: Wording): string => (actor === "" ? "this person" : v.called(actor))
