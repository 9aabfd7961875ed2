/** What the page of a policy says of deadlines, authority, messages and all that stands over a case, in English. */

export const policyRules = {
  deadlinesSays: (start: string) =>
    `As if each of them began on ${start}. Bar: the time that there is. Grey: hours that are closed in its calendar. Dots: reminders and escalations.`,
  day: (number: number) => `day ${number}`,
  never: "not at a set time",
  deadline: {
    time: "Time",
    when: "Only where",
    restarts: "Begins anew with",
    from: "Counts from",
    metBy: "Kept by",
    calendar: "Calendar",
    pause: "May pause",
    extend: "May be put off",
    basis: "Rests on"
  },
  repeats: "again and again",
  pauseOf: (reason: string, cap: string) => `${reason}: at most ${cap}`,
  waiting: { "waiting-on-customer": "waiting for the customer" } as Readonly<Record<string, string>>,
  extendOf: (times: number, each: string, by: string) => `${times} × ${each}, by ${by}`,
  windowEnds: "it just ends",
  calendars: "Working hours",
  calendarNames: { always: "day and night" } as Readonly<Record<string, string>>,
  ofOwner: "that of the owner",
  allDay: "24 hours",
  closedDay: "closed",
  holidays: (through: number) => `public holidays, known through ${through}`,
  closedOn: (days: string) => `closed on ${days}`,
  dates: (count: number) => (count === 0 ? "none" : `${count} ${count === 1 ? "date" : "dates"}`),
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  to: (first: string, last: string) => `${first}–${last}`,

  escalationSays: "From the bottom up: who is told, and when.",
  forAll: "Alike for every deadline",
  ladderOf: "For",
  ladderTitle: "Escalation",
  due: "when due",
  point: {
    before: (length: string) => `${length} before it is due`,
    after: (length: string) => `${length} after it was due`,
    share: (percent: number) => `${percent}% of the time is over`
  },
  reminded: "reminder to the owner",
  told: (who: string) => `told: ${who}`,
  toldIf: (who: string, when: string) => `told where ${when}: ${who}`,
  alarms: "Alarms",
  alarm: { name: "Alarm", when: "Raised where", notify: "Told" },

  owner: {
    first: "First owner",
    firstSays: (list: string) => `${list}: the first of them who is there`,
    queue: "whoever takes it up, where none of them has room",
    takeUp: "Begins within",
    handover: "Handing over",
    handoverSays: (length: string, atMost: number, arbiter: string) =>
      `accepted within ${length}; after ${atMost} handovers ${arbiter} decides`,
    inside: "never to another department",
    absent: "If the owner is away",
    recuse: "Must not act",
    recuseSays: (when: string, to: string) => `where ${when}: it goes to ${to}`,
    onCall: "If the owner is off duty",
    onCallSays: (to: string, length: string, when: string | undefined) =>
      `${to} asked, each for ${length}${when === undefined ? "" : `, where ${when}`}`,
    atMost: "Open cases a person",
    department: "Department that must act",
    departmentOfCategory: "that of the category",
    team: "Team",
    teamSays: (members: string, when: string | undefined, within: string | undefined) =>
      `${members}${when === undefined ? "" : `, where ${when}`}${within === undefined ? "" : `; each department answers within ${within}`}`,
    overdue: "Told of a part that is overdue"
  },

  authoritySays:
    "Who asks for more than their limit waits for the next one up. Nobody approves what they asked for themselves.",
  authorityTitle: "Limits of authority",
  limit: {
    role: "Role",
    "per-case": "A case",
    "per-day": "A day",
    "per-month": "A month",
    "per-year": "A year",
    discount: "Discount",
    resources: "Resources",
    close: "May close",
    regrade: "May regrade",
    waive: "May waive"
  },
  unlimited: "no limit",
  allOf: "all",
  compensates: (amount: string, per: string) => `${amount} ${per}`,
  per: { perCase: "a case", perDay: "a day", perMonth: "a month", perYear: "a year" },
  discountOf: (share: string) => `discount up to ${share}`,
  nothingGiven: "gives nothing",
  approval: "Approval",
  approvalSays: (within: string, unanswered: "next-higher" | "denied") =>
    `answered within ${within}; ${unanswered === "denied" ? "without an answer it is denied" : "without an answer the next one up is asked"}`,
  apart: "Kept apart",
  apartSays: (duties: string) => `nobody joins two of these on one case: ${duties}`,
  publish: "Publishes another version",
  signed: (by: string) => `signed by ${by}`,
  move: "Moves open cases to another version",
  erase: "Erases a customer's data",
  spotCheck: "Looked at again",
  spotCheckSays: (share: string, of: string, by: string) => `${share} of ${of}, by ${by}`,

  textFor: (cases: string) => `For: ${cases}`,
  namedInPolicy: (name: string) => `In the policy: ${name}`,
  noticeTo: {
    reminder: "the owner, or whom the escalation names",
    overdue: "whom the escalation names",
    "gate-passed": "whom the step names"
  } as Readonly<Record<string, string>>,
  noticeWhen: {
    reminder: "a deadline comes near",
    overdue: "a deadline has passed"
  } as Readonly<Record<string, string>>,
  messagesSays:
    "As they will look, for a case that is made up. Where something is not known, its sentence is left out.",
  toCustomers: "To customers",
  toStaff: "To the staff",
  sentWhen: "When",
  sentTo: "To",
  sent: {
    gate: (gate: string, loop: string) => `step ${gate} (${loop})`,
    form: "feedback has arrived",
    extend: (clock: string) => `${clock} is put off`,
    ending: (ending: string) => `the case is ${ending}`,
    escalate: (clock: string) => `deadline ${clock}`,
    alarm: (alarm: string) => `alarm ${alarm}`,
    within: (message: string) => `as a part of ${message}`,
    unused: "not at present"
  },
  ownMessages: {
    "confirmation-asked": "the customer is asked whether it is settled",
    question: "the question that is asked then",
    joined: "the customer says the same again",
    "guiding-question": "something is missing in what the customer said",
    "survey-question": "a channel asks customers",
    "proposal-decided": "the customer did not agree, and it was decided"
  } as Readonly<Record<string, string>>,

  rest: {
    sameCase: "The same thing again",
    sameCaseSays: (same: string, alike: string, within: string) =>
      `joins the open case where ${same} ${same.includes(" and ") ? "are" : "is"} the same, the words are ${alike} alike, within ${within}`,
    problem: "One cause, many cases",
    problemSays: (same: string, within: string) =>
      `complaints with the same ${same} within ${within} belong to one problem`,
    problemOpens: (when: string) => `; it is opened where ${when}`,
    quiet: "Nothing is sent",
    quietQuestions: "No questions are sent",
    hours: (from: string, to: string) => `${from} to ${to}`,
    quietExcept: (what: string) => `except ${what}`,
    digest: "Notices to one person are joined",
    digestSays: (within: string) => `those of ${within}`,
    redact: "Hidden where messages quote",
    redactSays: (what: string, who: string) => (who === "" ? `${what} (from everybody)` : `${what} (read by ${who})`),
    redactInPublic: (channels: string) => `all of it in public: ${channels}`,
    personal: {
      phone: "telephone numbers",
      "id-card": "identity numbers",
      "bank-card": "card numbers",
      "e-mail": "mail addresses",
      plate: "number plates",
      "of-others": "what is said of others"
    },
    keep: "Records are kept",
    keepSays: (length: string, from: string) => `${length} from ${from}`,
    targets: "Targets",
    target: { measure: "Figure", good: "Good", person: "person", department: "department" },
    reviews: "Reviews",
    saidAndDone: "Report to customers",
    procedure: "A procedure is due",
    procedureSays: (count: number) => `after ${count} alike cases`,
    consents: "Customers agree to",
    lasts: (length: string) => `holds for ${length}`,
    optOut: "Customers may refuse to be asked",
    assumed: "Taken never to happen",
    because: (when: string, because: string) => `${when}: ${because}`,
    form: "The form asks for",
    facts: "What is recorded of a case",
    fact: { title: "Item", kind: "Kind", by: "Set by", personal: "Personal, for", ofOthers: "of somebody else" }
  },

  routine: {
    opens: "Opens by itself",
    atOnce: "its opening, at once",
    days: {
      mon: "Monday",
      tue: "Tuesday",
      wed: "Wednesday",
      thu: "Thursday",
      fri: "Friday",
      sat: "Saturday",
      sun: "Sunday",
      "first-of-month": "first of the month",
      "last-of-month": "last of the month"
    },
    onHoliday: {
      moved: "on a closed day: the next open day",
      dropped: "not on a closed day",
      kept: "also on a closed day"
    }
  },

  survey: {
    title: (channel: string) => `Survey: ${channel}`,
    asks: "Question",
    answer: "Answer",
    required: "Required",
    when: "Asked when",
    isRequired: "yes",
    mayPass: "may be passed over",
    isDissatisfied: (condition: string) => `Not satisfied: ${condition}`
  },

  factKind: {
    text: "text",
    number: "number",
    integer: "whole number",
    money: "amount of money",
    "yes-no": "yes or no",
    date: "date",
    duration: "length of time",
    file: "file",
    "one-of": "one of a list",
    "some-of": "several of a list",
    scale: "a score"
  },
  findings: "Findings of the check",
  finding: { error: "error", warning: "warning", info: "note" },
  otherFindings: "Findings on other parts",
  checkTitle: (policy: string) => `Check of ${policy}`,
  noFindings: "Nothing was found.",
  instance: "for example",
  otherLanguage: "What the policy says in Chinese alone stands here in Chinese.",
  notShown: "The policy has errors, so no rule of it is shown. Put them right and check again.",
  footer: (id: string, content: string) =>
    `Policy ${id}, fingerprint ${content}. Made by Hearback. The policy file decides; this page only shows it.`
}

export type PolicyRuleTexts = typeof policyRules
