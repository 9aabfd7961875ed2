/** `case/…`, `intake/…`, `fact/…`, `classification/…`, `people/…` and `command/…`. */
import { bare, typeCalled, wanted } from "../../shape/Parts.ts"
import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"

export const ofCase: Sentences<"case"> = {
  "case/unknown": (details) =>
    opt(
      details.waits,
      (why) => `${quoted(details.case)} is not a case yet: a person has to release it from quarantine (${why})`
    ) || `there is no case ${quoted(details.case)}`,
  "case/closed": () => "the case is closed; it can still be written to, or reopened",
  "case/expired": () => "the retention period of this record is over; please submit this as new feedback",
  "case/moved-on": (details) =>
    `the case has changed since it was read${opt(details.version, (version) => `: it is at version ${version} now`)}`,
  "case/exists": (details) => `case ${quoted(details.case)} already exists`,
  "intake/no-words": () => "the feedback has neither words nor a score",
  "intake/off-scale": (details) =>
    `the score ${details.score} is not on the scale of channel ${quoted(details.channel)}, ${details.low} to ${details.high}`,
  "intake/automatic": () => "it is an automatic message that belongs to no case",
  "intake/unknown-event": (details, wording) =>
    `the policy declares no event ${quoted(details.event)}${opt(details.known, (k) => `; it declares ${wording.names(k)}`)}`,
  "address/unknown-channel": (details, wording) =>
    `the policy has no channel ${quoted(details.channel)} by which a customer can be reached${opt(details.known, (k) => `; it has ${wording.names(k)}`)}`,
  "address/unusable": (details) => `the address for ${quoted(details.channel)} is blank or more than one line`,
  "merge/itself": (details) => `case ${quoted(details.case)} cannot be merged into itself`,
  "merge/not-open": (details) =>
    `the customer of case ${quoted(details.case)} has been answered; only an open case can take in another`,
  "merge/owes-more": (details, wording) => {
    const waived = opt(details.roles, (roles) => `, or have ${wording.names(roles, "or")} waive it`)
    return `gate ${quoted(details.gate)} is still required here, but not on case ${quoted(details.case)}${opt(details.actor, (a) => `, and ${wording.called(a)} may not waive it`)}; merge that case into this one, settle the gate first${waived}`
  },
  "asking/unknown-consent": (details, wording) =>
    `the policy asks for no consent ${quoted(details.consent)}${opt(details.known, (k) => `; it asks for ${wording.names(k)}`)}`,
  "asking/no-opt-out": () => "the policy does not let customers opt out of questions",
  "split/no-words": () => "the text of the new case is missing",
  "classification/unknown": (details, wording) =>
    `the dictionary has no ${quoted(details.category)}${opt(details.known, (k) => `; it has ${wording.names(k)}`)}`,
  "survey/unanswered": (details, wording) =>
    `the survey also requires an answer to ${wording.names(details.questions)}`,
  "survey/not-asked": (details, wording) =>
    `the survey does not ask ${quoted(details.question)} after these answers${opt(details.asked, (a) => `; it asks ${wording.names(a)}`)}`,
  "fact/unknown": (details, wording) =>
    `the policy declares no fact ${quoted(details.fact)}${opt(details.known, (k) => `; it declares ${wording.names(k)}`)}`,
  "fact/wrong-type": (details, wording) =>
    `${quoted(details.value)} is not a value of fact ${quoted(details.fact)}, which is ${typeCalled(details.expected, wording, quoted)}${opt(details.allowed, (a) => `: ${wording.names(a)}`)}`,
  "fact/wrong-person": (details, wording) =>
    `fact ${quoted(details.fact)} is set by ${wording.anyOf(details.by, "or", details.owner)}, not by ${wording.called(details.actor)}`,
  "people/unknown": (details) => `the directory has no ${quoted(details.person)}`,
  "command/wrong-person": (details, wording) =>
    `only ${wording.anyOf(details.by, "and")} may ${wording.word("verb", details.command)} here`,
  "command/unknown": (details, wording) =>
    `there is no command${opt(details.found, (f) => ` ${quoted(bare(f))}`)}${opt(details.expected, (e) => `; there are ${wording.names(e)}`)}`,
  "command/shape": (details, wording) =>
    details.found === ""
      ? `${argument(details.argument)} is missing${opt(wanted(details.expected, wording), (w) => `: ${w}`)}`
      : `${argument(details.argument)} cannot be ${quoted(details.found)}${opt(wanted(details.expected, wording), (w) => `; expected: ${w}`)}`
}

const argument = (name: string): string => (name === "" ? "the command" : `argument ${quoted(name)}`)
