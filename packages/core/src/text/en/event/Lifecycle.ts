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
  "loop-chosen": (e, v) => `the case follows the ${v.word("kind", e.loop)} loop`,
  "customer-loop-closed": (e, v) => `customer loop closed: ${ended(e, v)}`,
  "system-loop-closed": () => "system loop closed",
  "case-closed": (e, v) => `case closed: ${ended(e, v)}`,
  "case-reopened": (e, v) => `the case goes back to ${v.gate(e.gate)}: ${because(v, e.cause, e.reason)}`,
  "reopening-parked": (event, wording) =>
    `reopened too often, so a person decides: ${wording.because(event.cause)}${opt(event.text, (t) => `: ${spoken(t)}`)}`,
  "reopening-dismissed": (event, wording) =>
    event.reason === undefined
      ? `${wording.who(event.by)} decided to leave the case closed`
      : `a decision on reopening is no longer needed${wording.why(event.reason)}`,
  "customer-confirmed": (e, v) => `the customer is satisfied${v.said(e)}`,
  "customer-dissatisfied": (e, v) => `the customer is not satisfied${v.said(e)}${opt(e.text, (t) => `: ${spoken(t)}`)}`,
  "case-withdrawn": (e, v) => `the customer withdrew the feedback${v.said(e)}${v.why(e.reason)}`,
  "case-forwarded": (e, v) => `${v.who(e.by)} forwarded the case to another organisation${v.why(e.reason)}`,
  "case-turned-away": (e, v) => `${v.who(e.by)} did not accept the case${v.why(e.reason)}`
}
