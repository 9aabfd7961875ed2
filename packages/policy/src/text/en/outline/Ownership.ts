/** Ownership, authority and problems: what each thing is called, and what each key says. */

export const title = {
  OnlyNever: "`never`",
  Ownership: "ownership",
  Handover: "a handover",
  Recuse: "a recusal",
  OnCall: "on-call duty",
  Team: "a team",
  Sums: "limits by case and period",
  Sum: "`unlimited`, or limits by case and period",
  Unlimited: "`unlimited`",
  ShareOrNoLimit: "a share in percent, or `unlimited`",
  CountOrNoLimit: "a whole number, or `unlimited`",
  Limits: "the limits of a role",
  Unanswered: "`next-higher` or `denied`",
  Authority: "the authority of roles",
  LimitsByRole: "a map of roles and limits, lowest role first",
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
      "The owner of a new case, in order of preference; the last entry is never absent, or is `queue`: the case waits until somebody takes it up.",
    "take-up": "How soon the owner must start work.",
    handover: "The rules for handing a case over.",
    absent: "Who acts for an absent owner, in order.",
    recuse: "The cases in which the owner must not act.",
    "on-call": "Who is asked when the owner is off duty.",
    "at-most-open": "The largest number of open cases of one person.",
    department: "The department of a case.",
    team: "The cases on which several departments work together."
  },
  Handover: {
    "accept-within": "How soon the receiver must accept.",
    "at-most": "The largest number of accepted handovers.",
    "outside-department": "`never`: a case stays in its department.",
    arbiter: "Who decides when a case may not be handed over again."
  },
  Recuse: {
    when: "The recusal applies if this condition holds.",
    to: "The new owner."
  },
  OnCall: {
    when: "Somebody is asked only if this condition holds.",
    to: "Who is asked.",
    "accept-within": "How soon they must accept."
  },
  Team: {
    when: "A team is formed if this condition holds.",
    members: "The members of the team.",
    "answer-within": "How soon each department must report its part.",
    overdue: "Who is notified of an overdue part."
  },
  Sums: {
    "per-case": "The limit for one case and the cases linked to it.",
    "per-day": "The limit for a day.",
    "per-month": "The limit for a month.",
    "per-year": "The limit for a year."
  },
  Limits: {
    compensate: "The limit of compensation in money.",
    discount: "The limit of discounts.",
    resources: "The limit of units of resources.",
    close: "The levels at which this role may close a case.",
    regrade: "The levels from which and to which this role may regrade.",
    waive: "The gates that this role may waive."
  },
  Authority: {
    limits: "The limits of each role, lowest role first.",
    approval: "A request above a limit waits for the lowest role that may approve it.",
    apart: "Duties that one person may not combine on one case.",
    publish: "Who may put another version of the policy in force.",
    move: "Who may move open cases to another version of the policy.",
    erase: "Who may make a customer's personal data unreadable.",
    "spot-check": "The decisions that are checked at random."
  },
  Approval: {
    within: "How soon a request must be answered.",
    unanswered: "What happens to a request that is not answered in time."
  },
  Publish: {
    by: "Roles that may publish another version of the policy.",
    "sign-off": "A second person of these roles must sign."
  },
  Move: {
    by: "Roles that may move open cases."
  },
  Erase: {
    by: "Roles that may erase a customer; `customer`: customers may request it themselves."
  },
  SpotCheck: {
    share: "The share of decisions that is checked.",
    of: "The kinds of decisions.",
    by: "Who checks."
  },
  Problems: {
    same: "The inputs that must be equal.",
    alike: "Accepted, without effect.",
    within: "The time within which cases belong to one problem.",
    "open-when": "The condition that opens a problem."
  }
}
