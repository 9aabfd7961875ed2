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
  "gate-opened": (e, v) => `${v.gate(e.gate)} can be worked on now`,
  "gate-evidence-shown": (event, wording) =>
    isByItself(event.by)
      ? `the evidence for ${wording.gate(event.gate)} is complete`
      : `${wording.who(event.by)} provided the evidence for ${wording.gate(event.gate)}`,
  "gate-signed": (e, v) => `${v.who(e.by)} signed ${v.gate(e.gate)} ${signedAs(e.as, v)}`,
  "gate-passed": (event, wording) =>
    isByItself(event.by)
      ? `${wording.gate(event.gate)} passed automatically`
      : `${wording.who(event.by)} passed ${wording.gate(event.gate)}`,
  "explanation-given": (event, wording) =>
    `${wording.who(event.by)} gave an explanation in place of ${wording.gate(event.gate)}, which waits for signatures${wording.why(event.reason)}`,
  "gate-explained": (e, v) => `${v.who(e.by)} gave an explanation in place of ${v.gate(e.gate)}${v.why(e.reason)}`,
  "gate-waived": (e, v) => `${v.who(e.by)} waived ${v.gate(e.gate)}${v.why(e.reason)}`,
  "gate-lapsed": (e, v) => `${v.gate(e.gate)} ended without being passed${v.why(e.reason)}`,
  "gate-not-needed": (e, v) => `${v.gate(e.gate)} is not needed${e.reason === "when" ? "" : v.why(e.reason)}`,
  "gate-reopened": (event, wording) =>
    event.reason === "when"
      ? `${wording.gate(event.gate)} is needed after all`
      : `${wording.gate(event.gate)} must be done again${wording.why(event.reason)}`,
  "order-violated": (e, v) => `${v.gate(e.gate)} was passed before ${v.list(e.after.map(v.gate))}`,
  "proposal-made": (e, v) => `${v.who(e.by)} made a proposal (round ${e.round}): ${spoken(e.text)}`,
  "proposal-agreed": (e, v) => `the customer agreed to the proposal${v.said(e)}`,
  "proposal-countered": (event, wording) =>
    `the customer asks for a change to the proposal${wording.said(event)}${opt(event.text, (t) => `: ${spoken(t)}`)}`,
  "proposal-refused": (e, v) => `the customer refused the proposal${v.said(e)}${opt(e.text, (t) => `: ${spoken(t)}`)}`,
  "action-planned": (e, v) => `${v.who(e.by)} planned actions for ${v.gate(e.gate)}: ${actions(e.actions, v)}`,
  "action-done": (e, v) => `${v.who(e.by)} completed action ${e.action} of ${v.gate(e.gate)}${v.why(e.evidence)}`,
  "attempt-made": (event, wording) =>
    `the customer was asked${opt(event.channel, (c) => ` by ${wording.title("channel", c)}`)} about ${wording.gate(event.gate)}`,
  "silence-ended": (event, wording) =>
    `the customer has replied: the wait for ${wording.gate(event.gate)} starts again once they are answered`,
  "survey-answered": (e, v) => `the customer answered: ${survey(e, v)}${v.said(e)}`,
  "case-flagged": (e) => `prevention failed in ${e.case}, a case with the same cause`,
  "verification-failed": (e, v) => `${v.gate(e.gate)} failed${v.why(e.reason)}`
}
