/** What was granted, under whose authority, and what waits for somebody else's. */

import type { Approval, AuthorityEvents, Exchange, Power } from "../../../case/track/Authority.ts"
import type { EventOf } from "../../../case/track/Track.ts"
import { isMachine } from "../../../people/Actor.ts"
import { placesOf } from "../../shape/Parts.ts"
import { opt } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"

const approvedBy = (wording: Voice, id: string | undefined): string =>
  opt(id, (by) => ` (approved by ${wording.who(by)})`)

/** Returns the thing that waits for approval, as a noun. */
const asked = ({ command, amount }: Approval, wording: Voice): string => {
  switch (command.do) {
    case "compensate":
      // Its worth is not known yet: nobody has a rate.
      return amount === 0 ? String(command.amount) : wording.amount(command.do, amount)
    case "discount":
      return `a discount of ${wording.amount(command.do, amount)}`
    case "grant":
      return `${wording.amount(command.do, amount)} units of resources`
    case "regrade":
      return `regrading to ${command.to}`
    case "waive":
      return `waiving ${wording.gate(command.gate)}`
    case "extend":
      return `extending ${wording.clock(command.clock)}`
    case "close":
      return "closing the case"
  }
}

const limits = (rules: readonly string[], wording: Voice): readonly string[] => {
  return rules.flatMap((rule) => {
    const limit = wording.view.limit?.(rule)
    if (limit?.amount === undefined) return []
    const over = limit.window === undefined ? "" : wording.word("window", limit.window)
    return [`limit ${limit.amount}${over === "" ? "" : ` ${over}`}`]
  })
}

/** Returns whose authority a request exceeds, and where the rule stands: the first half of the answer to a command. */
export const overLimit = ({ by, rules }: Approval, wording: Voice): string => {
  const parts = rules.map((rule) => {
    const limit = wording.view.limit?.(rule)
    const over = limit?.window === undefined ? "" : wording.word("window", limit.window)
    const where = opt(wording.place(rule), (place) => ` (${place})`)
    return limit?.amount === undefined
      ? `the authority of ${wording.who(by)}${where}`
      : `${wording.who(by)}'s limit of ${limit.amount}${over === "" ? "" : ` ${over}`}${where}`
  })
  return `over ${wording.list(parts)}`
}

/** Returns who was asked and until when. */
export const askedOf = ({ person, dueAt, full }: Approval, at: number, wording: Voice): string => {
  return `${wording.who(person)} is asked to approve it${dueAt === null ? "" : ` by ${wording.due(dueAt, at)}`}${full === true ? ", although everybody who may approve it has used up their limit" : ""}`
}

/** The same line for every power. */
type Given = (event: AuthorityEvents["compensated"], wording: Voice) => string

const used =
  (power: Power): Given =>
  (event, wording) => {
    const value = wording.amount(power, event.amount)
    const what =
      power === "discount"
        ? `a discount of ${value}`
        : power === "grant"
          ? `${value} units of resources`
          : `compensation of ${value}`
    return `${wording.who(event.by)} granted ${what}${at(event.exchanged)}${approvedBy(wording, event.approvedBy)}${wording.why(event.reason)}`
  }

/** The amount as it was asked for in another currency, and the rate that made it one of the policy's. */
const at = (exchanged: Exchange | undefined): string => {
  if (exchanged === undefined) return ""
  const { amount, currency, rate, of } = exchanged
  return ` (${amount} ${currency} at ${rate}${opt(of, (o) => `, ${o}`)})`
}

export const authority: EventLines<AuthorityEvents> = {
  compensated: used("compensate"),
  discounted: used("discount"),
  "resources-granted": used("grant"),
  "approval-asked": ({ approval, at }, wording) => {
    const by = approval.dueAt === null ? "" : ` by ${wording.due(approval.dueAt, at)}`
    return `asked ${wording.who(approval.person)} to approve ${asked(approval, wording)}${by}${opt(limits(approval.rules, wording).join(", "), (l) => ` (${l})`)}`
  },
  approved: (event, wording) => `${wording.who(event.by)} approved the request`,
  denied: (event, wording) => {
    const what = event.asked === undefined ? "the request" : `the request to ${wording.word("verb", event.asked)}`
    return `${isMachine(event.by) ? `${what} is denied` : `${wording.who(event.by)} denied ${what}`}${wording.why(event.reason)}`
  },
  "approval-lapsed": (event, wording) => `the request was not decided by ${wording.due(event.dueAt, event.at)}`,
  "approval-ended": (event, wording) =>
    `the request to ${wording.word("verb", event.asked)} ended${wording.why(event.reason)}`,
  "spot-check-drawn": (event, wording) =>
    `selected for a spot check: ${wording.word("duty", event.of)} by ${wording.who(event.by)}${opt(event.person, (p) => `, to be reviewed by ${wording.who(p)}`)}`,
  "spot-check-found": (event, wording) =>
    `${wording.who(event.by)} found the decision ${event.finding}${wording.why(event.reason)}`,
  "demands-reduced": (event, wording) =>
    `${wording.who(event.by)} reduced the requirements of ${event.part ?? "the case"}: ${wording.list(lessened(event, wording))}${wording.why(event.reason)}`,
  "command-refused": (event, wording) =>
    `${wording.who(event.by)} asked to ${wording.word("verb", event.asked)} and was refused${opt(placesOf(event.rules, wording), (p) => ` (${p})`)}`
}

/** What a case demands no more, each as a phrase. */
const lessened = (
  { gates, grades, clocks, at }: EventOf<AuthorityEvents, "demands-reduced">,
  wording: Voice
): readonly string[] => {
  return [
    ...gates.map((gate) => `${wording.gate(gate)} is no longer required`),
    ...grades.map(
      ({ dimension, from, to }) =>
        `${wording.view.dimensionTitle(dimension)} is lowered from ${from} to ${to ?? "none"}`
    ),
    ...clocks.map(({ clock, to }) => {
      if (to === undefined) return `${wording.clock(clock)} no longer has a deadline`
      return `${wording.clock(clock)} is due ${wording.due(to, at)}`
    })
  ]
}
