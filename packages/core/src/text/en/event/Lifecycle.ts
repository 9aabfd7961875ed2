/** The two loops and their two closes. */

import type { LifecycleEvents } from "../../../case/track/Lifecycle.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"

/** The cause in our words, and what was said about it where that is more. */
const because = (wording: Voice, cause: string, reason: string | undefined): string => {
  const said = wording.because(cause)
  if (reason === undefined || reason === "" || reason === cause) return said
  return `${said}: ${reason}`
}

/** The outcome, with whose word it is where the staff entered it. */
const ended = (
  { outcome, isOnBehalf }: { readonly outcome: string; readonly isOnBehalf?: true },
  wording: Voice
): string => {
  const word = wording.word("outcome", outcome)
  if (isOnBehalf !== true) return word
  return `${word}, entered by the staff on the customer's behalf`
}

export const lifecycle: EventLines<LifecycleEvents> = {
  "loop-chosen": (event, wording) => `the case follows the ${wording.word("kind", event.loop)} loop`,
  "customer-loop-closed": (event, wording) => `customer loop closed: ${ended(event, wording)}`,
  "system-loop-closed": () => "system loop closed",
  "case-closed": (event, wording) => `case closed: ${ended(event, wording)}`,
  "case-reopened": (event, wording) =>
    `the case goes back to ${wording.gate(event.gate)}: ${because(wording, event.cause, event.reason)}`,
  "reopening-parked": (event, wording) =>
    `reopened too often, so a person has to decide: ${wording.because(event.cause)}${opt(event.text, (t) => `: ${spoken(t)}`)}`,
  "reopening-dismissed": (event, wording) =>
    event.reason === undefined
      ? `${wording.who(event.by)} decided to leave the case closed`
      : `a decision on reopening is no longer needed${wording.why(event.reason)}`,
  "customer-confirmed": (event, wording) => `the customer is satisfied${wording.said(event)}`,
  "customer-dissatisfied": (event, wording) =>
    `the customer is not satisfied${wording.said(event)}${opt(event.text, (t) => `: ${spoken(t)}`)}`,
  "case-withdrawn": (event, wording) =>
    `the customer withdrew the feedback${wording.said(event)}${wording.why(event.reason)}`,
  "case-forwarded": (event, wording) =>
    `${wording.who(event.by)} forwarded the case to another organisation${wording.why(event.reason)}`,
  "case-turned-away": (event, wording) => `${wording.who(event.by)} did not accept the case${wording.why(event.reason)}`
}
