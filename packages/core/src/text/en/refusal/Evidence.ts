/** `root-cause/…`, `action/…`, `proposal/…`, `decision/…`, `result/…` and the rest of what evidence lacks. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"

export const ofEvidence: Sentences<"evidence"> = {
  "findings/none": () =>
    "no feedback was found in it so far: say in the result what was looked at, or that nothing was found",
  "root-cause/method": (s, v) =>
    s.method === ""
      ? `the root cause needs a method: ${v.names(s.allowed, "or")}`
      : `${quoted(s.method)} is no method of this gate: ${v.names(s.allowed, "or")} is`,
  "root-cause/depth": (s) => `the chain of causes is ${s.found} deep, and ${s.depth} is asked for`,
  "root-cause/field": (s, v) =>
    `${quoted(s.field)} is nothing that ${quoted(s.method)} asks about: ${v.names(s.known)} are`,
  "root-cause/surface": (s) => `${quoted(s.word)} is a surface cause: ask once more why it could happen`,
  "root-cause/evidence": () => "the root cause needs evidence",
  "root-cause/undecided": () => "say whether the cause is `incidental` or `systemic`",
  "action/none": () => "at least one action is needed",
  "action/not-smart": (s, v) => `action ${s.action} lacks ${v.names(s.missing)}`,
  "action/no-date": (s) => `action ${s.action} is due ${quoted(s.due)}, which is no day to come`,
  "action/nobody": (s) =>
    `action ${s.action} is owned by ${quoted(s.owner)}, who is neither a person nor a role that somebody has`,
  "action/unknown": (s) => `there is no open action ${s.action}`,
  "action/open": (s) => `gate ${quoted(s.gate)} passes by itself once its actions are done: report them, or plan more`,
  "proposal/none": (s) =>
    s.gate === "" ? "the proposal has no words" : `no proposal waits for an answer at gate ${quoted(s.gate)}`,
  "proposal/awaiting-reply": (s) => `the customer has not answered the proposal of round ${s.round} yet`,
  "proposal/rounds-over": (s) =>
    `all ${s.rounds} rounds are used: ${s.arbiter === "" ? "nobody is named to decide" : `${quoted(s.arbiter)} decides`}`,
  "decision/not-offered": (s, v) =>
    `${s.decision === "" ? "a decision is needed" : `${quoted(s.decision)} is no decision of this gate`}${opt(s.allowed, (a) => `: ${v.names(a, "or")}`)}`,
  "decision/no-date": (s) => `${quoted(s.until)} is no day to come on which it could come up again`,
  "result/missing": () => "say what came of it: the result is missing",
  "reason/missing": () => "a reason is needed",
  "effectiveness/too-early": (s) =>
    `whether it comes back is still being watched${opt(s.until, (until) => ` until ${until}`)}`,
  "effectiveness/proof": () => "the check needs proof: the figure that was measured",
  "effectiveness/no-metric": () =>
    "this check goes by recurrence alone, so no shortfall fails it: name the case that shows the cause to be back, with `set` and `cause-of`",
  "confirmation/no-reply": () => "only the customer's own reply settles this gate",
  "reply/not-understood": (s) => `${quoted(s.says)} is no answer to gate ${quoted(s.gate)}`
}
