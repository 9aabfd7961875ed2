/** What was granted, under whose authority, and what waits for somebody else's. */

import type { Approval, AuthorityEvents, Exchange, Power } from "../../../case/track/Authority.ts"
import type { EventOf } from "../../../case/track/Track.ts"
import { isMachine } from "../../../people/Actor.ts"
import { placesOf } from "../../shape/Parts.ts"
import { opt } from "../../shape/Said.ts"
import type { Lines, Voice } from "../../shape/Voice.ts"

const approvedBy = (v: Voice, id: string | undefined): string => opt(id, (by) => ` (approved by ${v.who(by)})`)

/** Returns the thing that waits for approval, as a noun. */
const asked = ({ command, amount }: Approval, v: Voice): string => {
  switch (command.do) {
    case "compensate":
      // Its worth is not known yet: nobody has a rate.
      return amount === 0 ? String(command.amount) : v.amount(command.do, amount)
    case "discount":
      return `a discount of ${v.amount(command.do, amount)}`
    case "grant":
      return `${v.amount(command.do, amount)} units of resources`
    case "regrade":
      return `regrading to ${command.to}`
    case "waive":
      return `waiving ${v.gate(command.gate)}`
    case "extend":
      return `extending ${v.clock(command.clock)}`
    case "close":
      return "closing the case"
  }
}

const limits = (rules: readonly string[], v: Voice): readonly string[] => {
  return rules.flatMap((rule) => {
    const limit = v.view.limit?.(rule)
    if (limit?.amount === undefined) return []
    const over = limit.window === undefined ? "" : v.word("window", limit.window)
    return [`limit ${limit.amount}${over === "" ? "" : ` ${over}`}`]
  })
}

/** Returns whose authority a request exceeds, and where the rule stands: the first half of the answer to a command. */
export const overLimit = ({ by, rules }: Approval, v: Voice): string => {
  const parts = rules.map((rule) => {
    const limit = v.view.limit?.(rule)
    const over = limit?.window === undefined ? "" : v.word("window", limit.window)
    const where = opt(v.place(rule), (place) => ` (${place})`)
    return limit?.amount === undefined
      ? `the authority of ${v.who(by)}${where}`
      : `${v.who(by)}'s limit of ${limit.amount}${over === "" ? "" : ` ${over}`}${where}`
  })
  return `over ${v.list(parts)}`
}

/** Returns who was asked and until when. */
export const askedOf = ({ person, dueAt, full }: Approval, at: number, v: Voice): string => {
  return `${v.who(person)} is asked to approve it${dueAt === null ? "" : ` by ${v.due(dueAt, at)}`}${full === true ? ", though everybody who may approve it has used up their limits" : ""}`
}

/** The same line for every power. */
type Given = (e: AuthorityEvents["compensated"], v: Voice) => string

const used =
  (power: Power): Given =>
  (e, v) => {
    const value = v.amount(power, e.amount)
    const what =
      power === "discount"
        ? `a discount of ${value}`
        : power === "grant"
          ? `${value} units of resources`
          : `compensation of ${value}`
    return `${v.who(e.by)} granted ${what}${at(e.exchanged)}${approvedBy(v, e.approvedBy)}${v.why(e.reason)}`
  }

/** The amount as it was asked for in another currency, and the rate that made it one of the policy's. */
const at = (exchanged: Exchange | undefined): string => {
  if (exchanged === undefined) return ""
  const { amount, currency, rate, of } = exchanged
  return ` (${amount} ${currency} at ${rate}${opt(of, (o) => `, ${o}`)})`
}

export const authority: Lines<AuthorityEvents> = {
  compensated: used("compensate"),
  discounted: used("discount"),
  "resources-granted": used("grant"),
  "approval-asked": ({ approval, at }, v) => {
    const by = approval.dueAt === null ? "" : ` by ${v.due(approval.dueAt, at)}`
    return `asked ${v.who(approval.person)} to approve ${asked(approval, v)}${by}${opt(limits(approval.rules, v).join(", "), (l) => ` (${l})`)}`
  },
  approved: (e, v) => `${v.who(e.by)} approved the request`,
  denied: (e, v) => {
    const what = e.asked === undefined ? "the request" : `the request to ${v.word("verb", e.asked)}`
    return `${isMachine(e.by) ? `${what} is denied` : `${v.who(e.by)} denied ${what}`}${v.why(e.reason)}`
  },
  "approval-lapsed": (e, v) => `the request was not decided by ${v.due(e.dueAt, e.at)}`,
  "approval-ended": (e, v) => `the request to ${v.word("verb", e.asked)} ended${v.why(e.reason)}`,
  "spot-check-drawn": (e, v) =>
    `selected for a spot check: ${v.word("duty", e.of)} by ${v.who(e.by)}${opt(e.person, (p) => `, to be reviewed by ${v.who(p)}`)}`,
  "spot-check-found": (e, v) => `${v.who(e.by)} found the decision ${e.finding}${v.why(e.reason)}`,
  "demands-reduced": (e, v) =>
    `${v.who(e.by)} reduced the requirements of ${e.part ?? "the case"}: ${v.list(lessened(e, v))}${v.why(e.reason)}`,
  "command-refused": (e, v) =>
    `${v.who(e.by)} asked to ${v.word("verb", e.asked)} and was refused${opt(placesOf(e.rules, v), (p) => ` (${p})`)}`
}

/** What a case demands no more, each as a phrase. */
const lessened = (
  { gates, grades, clocks, at }: EventOf<AuthorityEvents, "demands-reduced">,
  v: Voice
): readonly string[] => {
  return [
    ...gates.map((gate) => `${v.gate(gate)} is no longer required`),
    ...grades.map(
      ({ dimension, from, to }) => `${v.view.dimensionTitle(dimension)} is lowered from ${from} to ${to ?? "none"}`
    ),
    ...clocks.map(({ clock, to }) => {
      if (to === undefined) return `${v.clock(clock)} no longer has a deadline`
      return `${v.clock(clock)} is due ${v.due(to, at)}`
    })
  ]
}
