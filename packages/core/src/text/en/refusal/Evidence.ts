/** `root-cause/…`, `action/…`, `proposal/…`, `decision/…`, `result/…` and the rest of what evidence lacks. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"

export const ofEvidence: Sentences<"evidence"> = {
  "findings/none": () =>
    "no feedback was found in it so far: say in the result what was looked at, or that nothing was found",
  "root-cause/method": (s, v) =>
    s.method === ""
      ? `the root cause needs a method: ${v.names(s.allowed, "or")}`
      : `${quoted(s.method)} is not a method of this gate: use ${v.names(s.allowed, "or")}`,
  "root-cause/depth": (s) => `the chain of causes has ${s.found} of the ${s.depth} levels that are required`,
  "root-cause/field": (s, v) =>
    `${quoted(s.method)} does not ask about ${quoted(s.field)}; it asks about ${v.names(s.known)}`,
  "root-cause/surface": (s) => `${quoted(s.word)} is a surface cause: ask once more why it could happen`,
  "root-cause/evidence": () => "the root cause needs evidence",
  "root-cause/undecided": () => "say whether the cause is `incidental` or `systemic`",
  "action/none": () => "at least one action is needed",
  "action/not-smart": (s, v) => `action ${s.action} lacks ${v.names(s.missing)}`,
  "action/no-date": (s) => `action ${s.action} is due ${quoted(s.due)}, which is not a future date`,
  "action/nobody": (s) =>
    `action ${s.action} is owned by ${quoted(s.owner)}, who is neither a person nor a role that somebody has`,
  "action/unknown": (s) => `there is no open action ${s.action}`,
  "action/open": (s) =>
    `gate ${quoted(s.gate)} passes automatically once its actions are completed: report them, or plan more`,
  "proposal/none": (s) =>
    s.gate === "" ? "the proposal has no words" : `no proposal waits for an answer at gate ${quoted(s.gate)}`,
  "proposal/awaiting-reply": (s) => `the customer has not answered the proposal of round ${s.round} yet`,
  "proposal/rounds-over": (s) =>
    `all ${s.rounds} rounds are used: ${s.arbiter === "" ? "nobody is named to decide" : `${quoted(s.arbiter)} decides`}`,
  "decision/not-offered": (s, v) =>
    `${s.decision === "" ? "a decision is needed" : `${quoted(s.decision)} is not a decision of this gate`}${opt(s.allowed, (a) => `: ${v.names(a, "or")}`)}`,
  "decision/no-date": (s) => `${quoted(s.until)} is not a future date for its review`,
  "result/missing": () => "the result is missing: say what was done",
  "reason/missing": () => "a reason is needed",
  "effectiveness/too-early": (s, v) =>
    `the observation period is not over yet${opt(s.until, (until) => `: it lasts until ${v.date(until)}`)}`,
  "effectiveness/proof": () => "the check needs proof: the measured figure",
  "effectiveness/no-metric": () =>
    "this check is decided by recurrence alone, not by a shortfall: name the recurring case with `set` and `cause-of`",
  "confirmation/no-reply": () => "only the customer's own reply settles this gate",
  "reply/not-understood": (s) => `${quoted(s.says)} is not an answer that gate ${quoted(s.gate)} takes`
}
