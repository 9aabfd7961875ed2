/** `root-cause/…`, `action/…`, `proposal/…`, `decision/…`, `result/…` and the rest of what evidence lacks. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"

export const ofEvidence: Sentences<"evidence"> = {
  "findings/none": () =>
    "no feedback has been found yet: state in the result what was examined, or that nothing was found",
  "root-cause/method": (details, wording) =>
    details.method === ""
      ? `the root cause needs a method: ${wording.names(details.allowed, "or")}`
      : `${quoted(details.method)} is not a method of this gate: use ${wording.names(details.allowed, "or")}`,
  "root-cause/depth": (details) =>
    `the chain of causes has ${details.found} of the ${details.depth} levels that are required`,
  "root-cause/field": (details, wording) =>
    `${quoted(details.method)} does not ask about ${quoted(details.field)}; it asks about ${wording.names(details.known)}`,
  "root-cause/surface": (details) => `${quoted(details.word)} is a surface cause: ask again why it could happen`,
  "root-cause/evidence": () => "the root cause needs evidence",
  "root-cause/undecided": () => "state whether the cause is `incidental` or `systemic`",
  "action/none": () => "at least one action is needed",
  "action/not-smart": (details, wording) => `action ${details.action} lacks ${wording.names(details.missing)}`,
  "action/no-date": (details) => `action ${details.action} is due ${quoted(details.due)}, which is not a future date`,
  "action/nobody": (details) =>
    `action ${details.action} is owned by ${quoted(details.owner)}, who is neither a person nor a role held by anybody`,
  "action/unknown": (details) => `there is no open action ${details.action}`,
  "action/open": (details) =>
    `gate ${quoted(details.gate)} passes automatically once its actions are completed: report them, or plan more`,
  "proposal/none": (details) =>
    details.gate === ""
      ? "the proposal has no text"
      : `no proposal waits for an answer at gate ${quoted(details.gate)}`,
  "proposal/awaiting-reply": (details) => `the customer has not answered the proposal of round ${details.round} yet`,
  "proposal/rounds-over": (details) =>
    `all ${details.rounds} rounds are used: ${details.arbiter === "" ? "nobody is named to decide" : `${quoted(details.arbiter)} decides`}`,
  "decision/not-offered": (details, wording) =>
    `${details.decision === "" ? "a decision is needed" : `${quoted(details.decision)} is not a decision of this gate`}${opt(details.allowed, (a) => `: ${wording.names(a, "or")}`)}`,
  "decision/no-date": (details) => `${quoted(details.until)} is not a future date for its review`,
  "result/missing": () => "the result is missing: state what was done",
  "reason/missing": () => "a reason is needed",
  "effectiveness/too-early": (details, wording) =>
    `the observation period is not over yet${opt(details.until, (until) => `: it lasts until ${wording.date(until)}`)}`,
  "effectiveness/proof": () => "the check needs proof: the measured figure",
  "effectiveness/no-metric": () =>
    "this check is decided only by recurrence, not by a shortfall: name the recurring case with `set` and `cause-of`",
  "confirmation/no-reply": () => "only the customer's own reply settles this gate",
  "reply/not-understood": (details) =>
    `${quoted(details.says)} is not an answer that gate ${quoted(details.gate)} takes`
}
