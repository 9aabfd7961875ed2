/** What was shown, by whom, and what the customer said to it. */

import type { PlannedAction } from "../../../case/generated/Command.ts"
import type { GateEvents } from "../../../case/track/Gate.ts"
import { named } from "../../../who/Signature.ts"
import { isByItself } from "../../shape/Parts.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"
import { pairs } from "./Feedback.ts"

/** Each answer with its question, and what was passed over. */
const survey = ({ answers, skipped }: GateEvents["survey-answered"], wording: Voice): string =>
  [pairs(answers, wording), ...skipped.map((name) => `${wording.title("fact", name)} skipped`)]
    .filter((part) => part !== "")
    .join(", ")

const signedAs = (as: string, wording: Voice): string => {
  const signatory = named(as)
  if (signatory._tag === "Department") return `for department ${wording.title("department", signatory.department)}`
  return `as ${wording.role(as).replace(/^the /, "")}`
}

const actions = (planned: readonly PlannedAction[], wording: Voice): string =>
  planned
    .map((action) => {
      const more = [
        action.owner === undefined ? "" : wording.who(action.owner),
        action.due === undefined ? "" : wording.date(action.due)
      ].filter((x) => x !== "")
      if (more.length === 0) return spoken(action.what)
      return `${spoken(action.what)} (${more.join(", ")})`
    })
    .join("; ")

export const gate: EventLines<GateEvents> = {
  "gate-opened": (event, wording) => `${wording.gate(event.gate)} is open`,
  "gate-evidence-shown": (event, wording) =>
    isByItself(event.by)
      ? `the evidence for ${wording.gate(event.gate)} is complete`
      : `${wording.who(event.by)} provided the evidence for ${wording.gate(event.gate)}`,
  "gate-signed": (event, wording) =>
    `${wording.who(event.by)} signed ${wording.gate(event.gate)} ${signedAs(event.as, wording)}`,
  "gate-passed": (event, wording) =>
    isByItself(event.by)
      ? `${wording.gate(event.gate)} passed automatically`
      : `${wording.who(event.by)} passed ${wording.gate(event.gate)}`,
  "explanation-given": (event, wording) =>
    `${wording.who(event.by)} gave an explanation in place of ${wording.gate(event.gate)}, which waits for signatures${wording.why(event.reason)}`,
  "gate-explained": (event, wording) =>
    `${wording.who(event.by)} gave an explanation in place of ${wording.gate(event.gate)}${wording.why(event.reason)}`,
  "gate-waived": (event, wording) =>
    `${wording.who(event.by)} waived ${wording.gate(event.gate)}${wording.why(event.reason)}`,
  "gate-lapsed": (event, wording) =>
    `${wording.gate(event.gate)} ended without being passed${wording.why(event.reason)}`,
  "gate-not-needed": (event, wording) =>
    `${wording.gate(event.gate)} is not needed${event.reason === "when" ? "" : wording.why(event.reason)}`,
  "gate-reopened": (event, wording) =>
    event.reason === "when"
      ? `${wording.gate(event.gate)} is now needed`
      : `${wording.gate(event.gate)} must be done again${wording.why(event.reason)}`,
  "order-violated": (event, wording) =>
    `${wording.gate(event.gate)} was passed before ${wording.list(event.after.map(wording.gate))}`,
  "proposal-made": (event, wording) =>
    `${wording.who(event.by)} made a proposal (round ${event.round}): ${spoken(event.text)}`,
  "proposal-agreed": (event, wording) => `the customer agreed to the proposal${wording.said(event)}`,
  "proposal-countered": (event, wording) =>
    `the customer asked for a change to the proposal${wording.said(event)}${opt(event.text, (t) => `: ${spoken(t)}`)}`,
  "proposal-refused": (event, wording) =>
    `the customer refused the proposal${wording.said(event)}${opt(event.text, (t) => `: ${spoken(t)}`)}`,
  "action-planned": (event, wording) =>
    `${wording.who(event.by)} planned actions for ${wording.gate(event.gate)}: ${actions(event.actions, wording)}`,
  "action-done": (event, wording) =>
    `${wording.who(event.by)} completed action ${event.action} of ${wording.gate(event.gate)}${wording.why(event.evidence)}`,
  "attempt-made": (event, wording) =>
    `the customer was asked${opt(event.channel, (c) => ` by ${wording.title("channel", c)}`)} about ${wording.gate(event.gate)}`,
  "silence-ended": (event, wording) =>
    `the customer has replied: the wait for ${wording.gate(event.gate)} starts again after our answer`,
  "survey-answered": (event, wording) => `the customer answered: ${survey(event, wording)}${wording.said(event)}`,
  "case-flagged": (event) => `prevention failed in ${event.case}, a case with the same cause`,
  "verification-failed": (event, wording) => `${wording.gate(event.gate)} failed${wording.why(event.reason)}`
}
