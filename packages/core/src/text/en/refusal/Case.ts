/** `case/…`, `intake/…`, `fact/…`, `classification/…`, `people/…` and `command/…`. */
import { bare, typeCalled, wanted } from "../../shape/Parts.ts"
import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"

export const ofCase: Sentences<"case"> = {
  "case/unknown": (s) =>
    opt(s.waits, (why) => `${quoted(s.case)} is not a case yet: a person has to release it from quarantine (${why})`) ||
    `there is no case ${quoted(s.case)}`,
  "case/closed": () => "the case is closed; it can still be written to, or reopened",
  "case/expired": () => "the retention period of this record is over; please submit this as new feedback",
  "case/moved-on": (s) =>
    `the case has changed since it was read${opt(s.version, (version) => `: it is at version ${version} now`)}`,
  "case/exists": (s) => `case ${quoted(s.case)} was opened before`,
  "intake/no-words": () => "the feedback has neither words nor a score",
  "intake/off-scale": (s) =>
    `the score ${s.score} is not on the scale of channel ${quoted(s.channel)}, ${s.low} to ${s.high}`,
  "intake/automatic": () => "it is an automatic message and answers no case",
  "intake/unknown-event": (s, v) =>
    `the policy declares no event ${quoted(s.event)}${opt(s.known, (k) => `; it declares ${v.names(k)}`)}`,
  "address/unknown-channel": (s, v) =>
    `the policy has no channel ${quoted(s.channel)} by which a customer can be reached${opt(s.known, (k) => `; it has ${v.names(k)}`)}`,
  "address/unusable": (s) => `the address for ${quoted(s.channel)} is blank or more than one line`,
  "merge/itself": (s) => `case ${quoted(s.case)} cannot be merged into itself`,
  "merge/not-open": (s) =>
    `the customer of case ${quoted(s.case)} has been answered; only an open case can take in another`,
  "merge/owes-more": (s, v) => {
    const waived = opt(s.roles, (roles) => `, or have ${v.names(roles, "or")} waive it`)
    return `gate ${quoted(s.gate)} is still required here, but not on case ${quoted(s.case)}${opt(s.actor, (a) => `, and ${v.called(a)} may not waive it`)}; merge that one into this, settle the gate first${waived}`
  },
  "asking/unknown-consent": (s, v) =>
    `the policy asks for no consent ${quoted(s.consent)}${opt(s.known, (k) => `; it asks for ${v.names(k)}`)}`,
  "asking/no-opt-out": () => "the policy offers no way to refuse questions",
  "split/no-words": () => "the part that goes into a case of its own is missing",
  "classification/unknown": (s, v) =>
    `the dictionary has no ${quoted(s.category)}${opt(s.known, (k) => `; it has ${v.names(k)}`)}`,
  "survey/unanswered": (s, v) => `the survey still asks ${v.names(s.questions)}`,
  "survey/not-asked": (s, v) =>
    `the survey does not ask ${quoted(s.question)} after these answers${opt(s.asked, (a) => `; it asks ${v.names(a)}`)}`,
  "fact/unknown": (s, v) =>
    `the policy declares no fact ${quoted(s.fact)}${opt(s.known, (k) => `; it declares ${v.names(k)}`)}`,
  "fact/wrong-type": (s, v) =>
    `${quoted(s.value)} is not a value of fact ${quoted(s.fact)}, which is ${typeCalled(s.expected, v, quoted)}${opt(s.allowed, (a) => `: ${v.names(a)}`)}`,
  "fact/wrong-person": (s, v) =>
    `fact ${quoted(s.fact)} is set by ${v.anyOf(s.by, "or", s.owner)}, not by ${v.called(s.actor)}`,
  "people/unknown": (s) => `the directory has no ${quoted(s.person)}`,
  "command/wrong-person": (s, v) => `only ${v.anyOf(s.by, "and")} may ${v.word("verb", s.command)} here`,
  "command/unknown": (s, v) =>
    `there is no command${opt(s.found, (f) => ` ${quoted(bare(f))}`)}${opt(s.expected, (e) => `; there are ${v.names(e)}`)}`,
  "command/shape": (s, v) =>
    s.found === ""
      ? `${argument(s.argument)} is missing${opt(wanted(s.expected, v), (w) => `: ${w}`)}`
      : `${argument(s.argument)} cannot be ${quoted(s.found)}${opt(wanted(s.expected, v), (w) => `: expected is ${w}`)}`
}

const argument = (name: string): string => (name === "" ? "the command" : `argument ${quoted(name)}`)
