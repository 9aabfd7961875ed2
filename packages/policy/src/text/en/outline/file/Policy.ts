/** A policy file: what each thing is called, and what each key says. */

export const title = {
  Policy: "a policy file",
  Clocks: "a map of clocks"
}

export const says = {
  Policy: {
    hearback: "The version of the language.",
    policy: "The id of a policy.",
    pack: "The id of a pack, which other policies extend.",
    "part-of": "The id of the policy that this file is a part of.",
    version: "The edition of a pack.",
    title: "The name that people read.",
    language: "The language of texts without a language tag.",
    extends: "The packs and files that this policy extends.",
    parts: "Other files of this policy.",
    effective: "The day from which the policy is in force.",
    sources: "The laws and standards that the policy follows.",
    "time-zone": "The IANA name of the time zone of dates.",
    currency: "The ISO 4217 code of amounts without a currency.",
    roles: "The roles of the staff.",
    departments: "The departments, with their contacts and heads.",
    customers: "The consents that customers may give.",
    facts: "The typed facts of a case.",
    events: "Events of the host.",
    calendars: "The calendars of working time.",
    assume: "Cases that never happen.",
    channels: "The channels of feedback.",
    intake: "How feedback becomes a case.",
    dictionary: "The words that decide category, kind, emotion and signals.",
    grading: "The dimensions of grading, and the rules for their levels.",
    ownership: "Who owns a case.",
    "gate-defaults": "Values that every gate has unless it sets its own.",
    "clock-defaults": "Values that every clock has unless it sets its own.",
    alarms: "Conditions that notify somebody.",
    loops: "The gates of each kind of case.",
    endings: "The ways in which a case ends early.",
    clocks: "Deadlines.",
    authority: "Who may decide, and up to which limit.",
    problems: "When several cases belong to one problem.",
    messages: "The texts for customers and staff.",
    sending: "When messages are sent.",
    learning: "The measures, targets and reviews.",
    retention: "How long records are kept.",
    "accepted-findings": "Accepted warnings, each with a reason and an end date."
  }
}
