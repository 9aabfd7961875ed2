/** Ownership, authority and problems: what each thing is called, and what each key says. */

export const title = {
  OnlyNever: "`never`",
  Ownership: "ownership",
  Handover: "a handover",
  Recuse: "recusal",
  OnCall: "on call",
  Team: "a team",
  Sums: "sums by case and period",
  Sum: "`unlimited`, or sums by case and period",
  Unlimited: "`unlimited`",
  ShareOrNoLimit: "a share in percent, or `unlimited`",
  CountOrNoLimit: "a whole number, or `unlimited`",
  Limits: "the limits of a role",
  Unanswered: "`next-higher` or `denied`",
  Authority: "authority",
  LimitsByRole: "a map of roles and limits, lowest first",
  Approval: "an approval",
  Publish: "publishing",
  Move: "moving",
  Erase: "erasing",
  SpotCheck: "a spot check",
  Problems: "problems"
}

export const says = {
  Ownership: {
    "first-owner":
      "Who owns a new case, in order; the last is never absent, or `queue`: it waits until somebody takes it up.",
    "take-up": "How soon the owner begins.",
    handover: "How a case changes hands.",
    absent: "Who acts for an absent owner, in order.",
    recuse: "When the owner must not act.",
    "on-call": "Who is asked when the owner is off duty.",
    "at-most-open": "Open cases a person.",
    department: "The department of a case.",
    team: "When several departments work on a case."
  },
  Handover: {
    "accept-within": "How soon the receiver accepts.",
    "at-most": "How many accepted handovers.",
    "outside-department": "Never outside the department.",
    arbiter: "Who decides after the last."
  },
  Recuse: {
    when: "When it holds.",
    to: "Who takes it."
  },
  OnCall: {
    when: "When it holds.",
    to: "Who is asked.",
    "accept-within": "How soon they accept."
  },
  Team: {
    when: "When it holds.",
    members: "Who is in it.",
    "answer-within": "How soon each answers.",
    overdue: "Who hears when one does not."
  },
  Sums: {
    "per-case": "For one case and those linked to it.",
    "per-day": "In a day.",
    "per-month": "In a month.",
    "per-year": "In a year."
  },
  Limits: {
    compensate: "How much money.",
    discount: "How much discount.",
    resources: "How many units of resources.",
    close: "Levels that it closes.",
    regrade: "Levels that it may regrade from and to.",
    waive: "Gates that it may waive."
  },
  Authority: {
    limits: "Limits by role, lowest first.",
    approval: "What exceeds a limit is asked of the lowest role that may.",
    apart: "Duties that one person may not join on one case.",
    publish: "Who may put another version of the policy in force.",
    move: "Who may move open cases to another version of the policy.",
    erase: "Who may make what is personal of a customer unreadable.",
    "spot-check": "Which decisions are looked at again."
  },
  Approval: {
    within: "How soon it is answered.",
    unanswered: "What happens when it is not."
  },
  Publish: {
    by: "Roles that may publish another version of the policy.",
    "sign-off": "Roles of which a second person has to sign."
  },
  Move: {
    by: "Roles that may move open cases."
  },
  Erase: {
    by: "Roles that may erase a customer; `customer`: customers may ask for it themselves."
  },
  SpotCheck: {
    share: "How many of them.",
    of: "Of which decisions.",
    by: "Who checks."
  },
  Problems: {
    same: "Inputs that are equal.",
    alike: "How alike the words are.",
    within: "Within what time.",
    "open-when": "When a problem is opened."
  }
}
