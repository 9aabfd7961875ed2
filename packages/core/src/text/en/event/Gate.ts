/** What was shown, by whom, and what the customer said to it. */

import type { PlannedAction } from "../../../case/generated/Command.ts"
import type { GateEvents } from "../../../case/track/Gate.ts"
import { named } from "../../../who/Signature.ts"
import { isByItself } from "../../shape/Parts.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { Lines, Voice } from "../../shape/Voice.ts"
import { pairs } from "./Feedback.ts"

/** Each answer with its question, and what was passed over. */
const survey = ({ answers, skipped }: GateEvents["survey-answered"], v: Voice): string =>
  [pairs(answers, v), ...skipped.map((name) => `${v.title("fact", name)} skipped`)]
    .filter((part) => part !== "")
    .join(", ")

const signedAs = (as: string, v: Voice): string => {
  const signatory = named(as)
  if (signatory._tag === "Department") return `for department ${v.title("department", signatory.department)}`
  return `as ${v.role(as).replace(/^the /, "")}`
}

const actions = (planned: readonly PlannedAction[], v: Voice): string =>
  planned
    .map((action) => {
      const more = [
        action.owner === undefined ? "" : v.who(action.owner),
        action.due === undefined ? "" : v.date(action.due)
      ].filter((x) => x !== "")
      if (more.length === 0) return spoken(action.what)
      return `${spoken(action.what)} (${more.join(", ")})`
    })
    .join("; ")

export const gate: Lines<GateEvents> = {
  "gate-opened": (e, v) => `${v.gate(e.gate)} can be worked on now`,
  "gate-evidence-shown": (e, v) =>
    isByItself(e.by)
      ? `the evidence for ${v.gate(e.gate)} is complete`
      : `${v.who(e.by)} provided the evidence for ${v.gate(e.gate)}`,
  "gate-signed": (e, v) => `${v.who(e.by)} signed ${v.gate(e.gate)} ${signedAs(e.as, v)}`,
  "gate-passed": (e, v) =>
    isByItself(e.by) ? `${v.gate(e.gate)} passed automatically` : `${v.who(e.by)} passed ${v.gate(e.gate)}`,
  "explanation-given": (e, v) =>
    `${v.who(e.by)} gave an explanation in place of ${v.gate(e.gate)}, which waits for signatures${v.why(e.reason)}`,
  "gate-explained": (e, v) => `${v.who(e.by)} gave an explanation in place of ${v.gate(e.gate)}${v.why(e.reason)}`,
  "gate-waived": (e, v) => `${v.who(e.by)} waived ${v.gate(e.gate)}${v.why(e.reason)}`,
  "gate-lapsed": (e, v) => `${v.gate(e.gate)} ended without being passed${v.why(e.reason)}`,
  "gate-not-needed": (e, v) => `${v.gate(e.gate)} is not needed${e.reason === "when" ? "" : v.why(e.reason)}`,
  "gate-reopened": (e, v) =>
    e.reason === "when"
      ? `${v.gate(e.gate)} is needed after all`
      : `${v.gate(e.gate)} must be done again${v.why(e.reason)}`,
  "order-violated": (e, v) => `${v.gate(e.gate)} was passed before ${v.list(e.after.map(v.gate))}`,
  "proposal-made": (e, v) => `${v.who(e.by)} made a proposal (round ${e.round}): ${spoken(e.text)}`,
  "proposal-agreed": (e, v) => `the customer agreed to the proposal${v.said(e)}`,
  "proposal-countered": (e, v) =>
    `the customer asks for a change to the proposal${v.said(e)}${opt(e.text, (t) => `: ${spoken(t)}`)}`,
  "proposal-refused": (e, v) => `the customer refused the proposal${v.said(e)}${opt(e.text, (t) => `: ${spoken(t)}`)}`,
  "action-planned": (e, v) => `${v.who(e.by)} planned actions for ${v.gate(e.gate)}: ${actions(e.actions, v)}`,
  "action-done": (e, v) => `${v.who(e.by)} completed action ${e.action} of ${v.gate(e.gate)}${v.why(e.evidence)}`,
  "attempt-made": (e, v) =>
    `the customer was asked${opt(e.channel, (c) => ` by ${v.title("channel", c)}`)} about ${v.gate(e.gate)}`,
  "silence-ended": (e, v) =>
    `the customer has replied: the wait for ${v.gate(e.gate)} starts again once they are answered`,
  "survey-answered": (e, v) => `the customer answered: ${survey(e, v)}${v.said(e)}`,
  "case-flagged": (e) => `prevention failed in ${e.case}, a case with the same cause`,
  "verification-failed": (e, v) => `${v.gate(e.gate)} failed${v.why(e.reason)}`
}
