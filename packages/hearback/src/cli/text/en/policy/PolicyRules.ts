/** What the page of a policy says of deadlines, authority, messages and all that stands over a case, in English. */

export const policyRules = {
  deadlinesSays: (start: string) =>
    `Example: every deadline starts on ${start}. Bar: the time available. Grey: closed hours of its calendar. Dots: reminders and escalations.`,
  day: (number: number) => `day ${number}`,
  never: "no fixed time",
  deadline: {
    time: "Time",
    when: "Only if",
    restarts: "Restarted by",
    from: "Counts from",
    metBy: "Met by",
    calendar: "Calendar",
    pause: "May be paused",
    extend: "May be extended",
    basis: "Source"
  },
  repeats: "starts again each time it is met",
  pauseOf: (reason: string, cap: string) => `${reason}, at most ${cap}`,
  waiting: { "waiting-on-customer": "waiting for the customer" } as Readonly<Record<string, string>>,
  extendOf: (times: number, each: string, by: string) => `${times} × ${each}, by ${by}`,
  windowEnds: "the end of its time",
  calendars: "Working hours",
  calendarNames: { always: "round the clock" } as Readonly<Record<string, string>>,
  ofOwner: "the owner's calendar",
  allDay: "24 hours",
  closedDay: "closed",
  holidays: (through: number) => `public holidays, known through ${through}`,
  closedOn: (days: string) => `closed on ${days}`,
  dates: (count: number) => (count === 0 ? "none" : `${count} ${count === 1 ? "date" : "dates"}`),
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  to: (first: string, last: string) => `${first}–${last}`,

  escalationSays: "From the bottom up: who is notified, and when.",
  forAll: "The same for every deadline",
  ladderOf: "Applies to",
  ladderTitle: "Escalation",
  due: "at the deadline",
  point: {
    before: (length: string) => `${length} before the deadline`,
    after: (length: string) => `${length} after the deadline`,
    share: (percent: number) => `${percent}% of the time used`
  },
  reminded: "remind the owner",
  told: (who: string) => `notify ${who}`,
  toldIf: (who: string, when: string) => `notify ${who} if ${when}`,
  alarms: "Alarms",
  alarm: { name: "Alarm", when: "Raised if", notify: "Notified" },

  owner: {
    first: "First owner",
    firstSays: (list: string) => `the first available of: ${list}`,
    queue: "if all have reached their limit, whoever takes the case up",
    takeUp: "Must start within",
    handover: "Handover",
    handoverSays: (length: string, atMost: number, arbiter: string) =>
      `must be accepted within ${length}; after ${atMost} ${atMost === 1 ? "handover" : "handovers"} ${arbiter} decides`,
    inside: "never to another department",
    absent: "If the owner is absent",
    recuse: "Recusal",
    recuseSays: (when: string, to: string) => `if ${when}: the case goes to ${to}`,
    onCall: "If the owner is off duty",
    onCallSays: (to: string, length: string, when: string | undefined) =>
      `${to}, each asked for ${length}${when === undefined ? "" : `, if ${when}`}`,
    atMost: "Open cases per person, at most",
    department: "Responsible department",
    departmentOfCategory: "the department of the category",
    team: "Team",
    teamSays: (members: string, when: string | undefined, within: string | undefined) =>
      `${members}${when === undefined ? "" : `, if ${when}`}${within === undefined ? "" : `; each department answers within ${within}`}`,
    overdue: "Notified if a department is late"
  },

  authoritySays:
    "A request above a person's limit waits for approval by the next level up. Nobody approves their own request.",
  authorityTitle: "Limits of authority",
  limit: {
    role: "Role",
    "per-case": "Per case",
    "per-day": "Per day",
    "per-month": "Per month",
    "per-year": "Per year",
    discount: "Discount",
    resources: "Resources",
    close: "May close",
    regrade: "May regrade",
    waive: "May waive"
  },
  unlimited: "no limit",
  allOf: "all",
  compensates: (amount: string, per: string) => `${amount} ${per}`,
  per: { perCase: "per case", perDay: "per day", perMonth: "per month", perYear: "per year" },
  discountOf: (share: string) => `discount up to ${share}`,
  nothingGiven: "grants nothing",
  approval: "Approval",
  approvalSays: (within: string, unanswered: "next-higher" | "denied") =>
    `must be answered within ${within}; ${unanswered === "denied" ? "a request without an answer is denied" : "a request without an answer goes to the next level up"}`,
  apart: "Separation of duties",
  apartSays: (duties: string) => `on one case, nobody may do more than one of these: ${duties}`,
  publish: "May publish a new version",
  signed: (by: string) => `signed by ${by}`,
  move: "May move open cases to another version",
  erase: "May erase a customer's data",
  spotCheck: "Spot checks",
  spotCheckSays: (share: string, of: string, by: string) => `${share} of these decisions: ${of}; checked by ${by}`,

  textFor: (cases: string) => `If: ${cases}`,
  namedInPolicy: (name: string) => `Name in the policy: ${name}`,
  noticeTo: {
    reminder: "the owner, or those named in the escalation",
    overdue: "those named in the escalation",
    "gate-passed": "those named in the step"
  } as Readonly<Record<string, string>>,
  noticeWhen: {
    reminder: "a deadline is near",
    overdue: "a deadline has passed"
  } as Readonly<Record<string, string>>,
  messagesSays: "As they will look, for an invented case. A sentence whose value is not known is left out.",
  toCustomers: "To customers",
  toStaff: "To the staff",
  sentWhen: "When",
  sentTo: "To",
  sent: {
    gate: (gate: string, loop: string) => `step ${gate} (${loop})`,
    form: "feedback is received",
    extend: (clock: string) => `deadline ${clock} is extended`,
    ending: (ending: string) => `the case is ${ending}`,
    escalate: (clock: string) => `deadline ${clock}`,
    alarm: (alarm: string) => `alarm ${alarm}`,
    within: (message: string) => `as part of ${message}`,
    unused: "not used"
  },
  ownMessages: {
    "confirmation-asked": "the customer is asked for confirmation",
    question: "the question in that message",
    joined: "the customer reports the same matter again",
    "guiding-question": "the feedback lacks something",
    "survey-question": "a survey is sent",
    "proposal-decided": "the customer did not agree, and the arbiter decided"
  } as Readonly<Record<string, string>>,

  rest: {
    sameCase: "Repeated feedback",
    sameCaseSays: (same: string, alike: string, within: string) =>
      `joins an open case from the last ${within} with the same ${same} if the words are at least ${alike} alike`,
    problem: "Cases with one cause",
    problemSays: (same: string, within: string) =>
      `complaints within ${within} that have the same ${same} belong to one problem`,
    problemOpens: (when: string) => `; the problem is opened if ${when}`,
    quiet: "No messages are sent",
    quietQuestions: "No questions are sent",
    hours: (from: string, to: string) => `${from} to ${to}`,
    quietExcept: (what: string) => `except ${what}`,
    digest: "Notices to one person are combined",
    digestSays: (within: string) => `within ${within}`,
    redact: "Hidden in quotations",
    redactSays: (what: string, who: string) =>
      who === "" ? `${what} (hidden from everybody)` : `${what} (visible to ${who})`,
    redactInPublic: (channels: string) => `all of these on public channels: ${channels}`,
    personal: {
      phone: "telephone numbers",
      "id-card": "identity numbers",
      "bank-card": "card numbers",
      "e-mail": "e-mail addresses",
      plate: "number plates",
      "of-others": "information about other people"
    },
    keep: "Record retention",
    keepSays: (length: string, from: string) => `${length} from ${from}`,
    targets: "Targets",
    target: { measure: "Measure", good: "Target", person: "person", department: "department" },
    reviews: "Reviews",
    saidAndDone: "Report to customers",
    procedure: "Written procedure due",
    procedureSays: (count: number) => `after ${count} similar ${count === 1 ? "case" : "cases"}`,
    consents: "Consents",
    lasts: (length: string) => `valid for ${length}`,
    optOut: "Customers may opt out of questions",
    assumed: "Assumed never to happen",
    because: (when: string, because: string) => `${when}: ${because}`,
    form: "Required on the form",
    facts: "Facts recorded on a case",
    fact: {
      title: "Fact",
      kind: "Type",
      by: "Set by",
      personal: "Purpose of personal data",
      ofOthers: "about another person"
    }
  },

  routine: {
    opens: "Opened automatically",
    atOnce: "opening of the case",
    days: {
      mon: "Monday",
      tue: "Tuesday",
      wed: "Wednesday",
      thu: "Thursday",
      fri: "Friday",
      sat: "Saturday",
      sun: "Sunday",
      "first-of-month": "first day of the month",
      "last-of-month": "last day of the month"
    },
    onHoliday: {
      moved: "moved from a closed day to the next open day",
      dropped: "skipped on a closed day",
      kept: "also on a closed day"
    }
  },

  survey: {
    title: (channel: string) => `Survey: ${channel}`,
    asks: "Question",
    answer: "Answer",
    required: "Required",
    when: "Asked if",
    isRequired: "yes",
    mayPass: "may be skipped",
    isDissatisfied: (condition: string) => `Counts as not satisfied if ${condition}`
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
    scale: "score"
  },
  findings: "Findings",
  finding: { error: "error", warning: "warning", info: "note" },
  otherFindings: "Findings in other parts",
  checkTitle: (policy: string) => `Check of ${policy}`,
  noFindings: "No findings.",
  instance: "for example",
  otherLanguage: "Names and texts that the policy has only in Chinese are shown in Chinese.",
  notShown: "The policy has errors, so its rules are not shown. Correct the errors and check again.",
  footer: (id: string, content: string) =>
    `Policy ${id}, fingerprint ${content}. Generated by Hearback. Only the policy file is binding; this page is for reading.`
}

export type PolicyRuleTexts = typeof policyRules
