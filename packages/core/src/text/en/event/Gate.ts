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
  [pairs(answers, v), ...skipped.map((name) => `${name} passed over`)].filter((part) => part !== "").join(", ")

const signedAs = (as: string, v: Voice): string => {
  const signatory = named(as)
  if (signatory._tag === "Department") return `for department ${signatory.department}`
  return `as ${v.word("who", as).replace(/^the /, "")}`
}

const actions = (planned: readonly PlannedAction[], v: Voice): string =>
  planned
    .map((action) => {
      const more = [action.owner === undefined ? "" : v.who(action.owner), action.due ?? ""].filter((x) => x !== "")
      if (more.length === 0) return spoken(action.what)
      return `${spoken(action.what)} (${more.join(", ")})`
    })
    .join("; ")

export const gate: Lines<GateEvents> = {
  "gate-opened": (e, v) => `${v.gate(e.gate)} can be worked on now`,
  "gate-evidence-shown": (e, v) =>
    `${isByItself(e.by) ? "the evidence" : `${v.who(e.by)} showed the evidence`} for ${v.gate(e.gate)}${isByItself(e.by) ? " is complete" : ""}`,
  "gate-signed": (e, v) => `${v.who(e.by)} signed ${v.gate(e.gate)} ${signedAs(e.as, v)}`,
  "gate-passed": (e, v) =>
    isByItself(e.by) ? `${v.gate(e.gate)} passed by itself` : `${v.who(e.by)} passed ${v.gate(e.gate)}`,
  "explanation-given": (e, v) =>
    `${v.who(e.by)} gave a reason for ${v.gate(e.gate)}, which waits for signatures${v.why(e.reason)}`,
  "gate-explained": (e, v) => `${v.who(e.by)} explained ${v.gate(e.gate)} instead of passing it${v.why(e.reason)}`,
  "gate-waived": (e, v) => `${v.who(e.by)} waived ${v.gate(e.gate)}${v.why(e.reason)}`,
  "gate-lapsed": (e, v) => `${v.gate(e.gate)} is settled without being passed${v.why(e.reason)}`,
  "gate-not-needed": (e, v) => `${v.gate(e.gate)} is not needed${e.reason === "when" ? "" : v.why(e.reason)}`,
  "gate-reopened": (e, v) =>
    e.reason === "when"
      ? `${v.gate(e.gate)} is needed after all`
      : `${v.gate(e.gate)} must be shown again${v.why(e.reason)}`,
  "order-violated": (e, v) => `${v.gate(e.gate)} was passed before ${v.list(e.after.map(v.gate))}`,
  "proposal-made": (e, v) => `${v.who(e.by)} proposed, round ${e.round}: ${spoken(e.text)}`,
  "proposal-agreed": (e, v) => `the customer agreed to the proposal${v.said(e)}`,
  "proposal-countered": (e, v) =>
    `the customer asks for a change of the proposal${v.said(e)}${opt(e.text, (t) => `: ${spoken(t)}`)}`,
  "proposal-refused": (e, v) => `the customer refused the proposal${v.said(e)}${opt(e.text, (t) => `: ${spoken(t)}`)}`,
  "action-planned": (e, v) => `${v.who(e.by)} planned for ${v.gate(e.gate)}: ${actions(e.actions, v)}`,
  "action-done": (e, v) => `${v.who(e.by)} finished action ${e.action} of ${v.gate(e.gate)}${v.why(e.evidence)}`,
  "attempt-made": (e, v) => `the customer was asked${opt(e.channel, (c) => ` by ${c}`)} for ${v.gate(e.gate)}`,
  "silence-ended": (e, v) =>
    `the customer has spoken: silence is counted anew for ${v.gate(e.gate)} once they are answered`,
  "survey-answered": (e, v) => `the customer answered: ${survey(e, v)}${v.said(e)}`,
  "case-flagged": (e) => `prevention failed in ${e.case}, which has the same cause`,
  "verification-failed": (e, v) => `${v.gate(e.gate)} failed${v.why(e.reason)}`
}
