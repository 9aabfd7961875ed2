/** A policy file: what each thing is called, and what each key says. */

export const title = {
  Policy: "a policy file",
  Clocks: "a map of clocks"
}

export const says = {
  Policy: {
    hearback: "The version of the language.",
    policy: "The id of a policy.",
    pack: "The id of a pack, which others extend.",
    "part-of": "The id of the policy that this file is a part of.",
    version: "Which edition of a pack this is.",
    title: "Its name for people.",
    language: "The language of every bare text.",
    extends: "Packs and files that it lies over.",
    parts: "Further files of this policy.",
    effective: "From which date.",
    sources: "Law and standards that it rests on.",
    "time-zone": "IANA name of the zone of its dates.",
    currency: "ISO 4217 code of bare amounts.",
    roles: "Who may.",
    departments: "Departments and who speaks for them.",
    customers: "What customers may agree to.",
    facts: "Typed things known about a case.",
    events: "Events of the host.",
    calendars: "Working time.",
    assume: "What never happens.",
    channels: "Where feedback comes from.",
    intake: "How feedback becomes a case.",
    dictionary: "How words are understood.",
    grading: "Dimensions and how their levels are found.",
    ownership: "Who answers for a case.",
    "gate-defaults": "What every gate says unless it says otherwise.",
    "clock-defaults": "What every clock says unless it says otherwise.",
    alarms: "Conditions that somebody hears of.",
    loops: "What each kind of case must go through.",
    endings: "How a case ends early.",
    clocks: "Deadlines.",
    authority: "Who may decide up to what.",
    problems: "When cases share one problem.",
    messages: "What customers and staff are told.",
    sending: "When messages leave.",
    learning: "What is measured and reviewed.",
    retention: "How long records are kept.",
    "accepted-findings": "Warnings that are accepted, with a reason and an end."
  }
}
