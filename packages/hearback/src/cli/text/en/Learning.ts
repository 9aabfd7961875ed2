/** What figures, reviews and the report to customers are made of. */

export const learning = {
  ofGate: (gate: string) => `time until “${gate}”`,
  heads: { measure: "measure", value: "figure", of: "of", before: "before", target: "target" },
  of: (hits: number, all: number) => `${hits} of ${all}`,
  from: (all: number) => `${all}`,
  inBrackets: (of: string) => ` (${of})`,
  noCase: "no case",
  nobodySaid: "not known",
  percentiles: "time taken by",
  within: (percent: number) => `${percent}% within`,
  apart: {
    refuted: (n: number) => `${n} later shown to be on time`,
    "earlier-deadline": (n: number) => `${n} before the deadline was replaced`,
    overtaken: (n: number) => `${n} void after a reopening`,
    "on-behalf": (n: number) => `${n} entered by the staff for the customer`
  },
  period: (from: string, to: string) => `${from} – ${to}`,
  targets: (met: number, missed: number, nothing: number) => {
    const counts = [
      met > 0 ? `${met} met` : "",
      missed > 0 ? `${missed} missed` : "",
      nothing > 0 ? `${nothing} without data` : ""
    ].filter((part) => part !== "")
    return counts.length === 0 ? "" : `targets: ${counts.join(", ")}`
  },
  figures: "figures",
  heard: "received",
  uncategorised: "no category yet",
  answers: "survey answers",
  answered: (times: number, mean: string | undefined) =>
    `${times} ${times === 1 ? "answer" : "answers"}${mean === undefined ? "" : `, mean ${mean}`}`,
  granted: "granted",
  grant: (role: string, amount: string, times: number) =>
    `${role}: ${amount} in ${times} ${times === 1 ? "grant" : "grants"}`,
  discountPoints: (sum: number) => `${sum}% off`,
  units: (sum: number) => `${sum} units`,
  worthReading: "cases to read",
  more: (n: number) => `and ${n} more; --json lists up to 100`,
  why: {
    "promise-missed": (clock: string, late: string) => `${clock} ${late} late`,
    reopened: "reopened",
    dissatisfied: "dissatisfied",
    "verification-failed": (gate: string) => `${gate} failed`,
    "spot-check-wrong": (duty: string) => `${duty} found wrong`,
    "most-handovers": (times: number) => `${times} handovers`
  },
  asKnown: "as known at the end of the period; later changes are marked `now`",
  now: (says: string) => `now ${says}`,
  learnedLater: "learned later",
  noReason: "no longer needs reading",
  comingBack: "recurring problems",
  repeated: (cases: number, before: number) =>
    `${cases} ${cases === 1 ? "complaint" : "complaints"} (before: ${before})`,
  problem: (customers: number, cases: number) =>
    `one problem, ${cases} ${cases === 1 ? "case" : "cases"} of ${customers} ${customers === 1 ? "customer" : "customers"} in all`,
  progress: { live: "prevention is in place", verified: "prevention has proved effective" },
  wholeCategory: "the whole category",
  proceduresDue: "procedures due",
  procedure: (cases: number, since: string) =>
    `${cases} similar ${cases === 1 ? "case" : "cases"} closed; threshold reached ${since}`,
  nothing: "nothing",
  reviews: "reviews of this policy",
  frequency: {
    daily: "daily",
    weekly: "weekly",
    monthly: "monthly",
    quarterly: "quarterly",
    "half-yearly": "half-yearly",
    yearly: "yearly"
  },
  noReviews: "the policy has no reviews: define them under `learning.reviews`",
  noReview: (name: string) => `the policy has no review \`${name}\``,
  noReport: "the policy does not say how often the report to customers is due",
  noReportHelp: "write `you-said-we-did: monthly` under `learning`",
  said: {
    title: "You said, we did",
    feedback: (n: number) => `We heard from you ${n} ${n === 1 ? "time" : "times"}.`,
    adopted: "Your suggestions that we adopted",
    prevented: "What we changed to prevent recurrence",
    verified: " (proved effective)",
    more: (n: number, isAll: boolean) => (isAll ? `${n} in all` : `and ${n} more`),
    none: "Nothing in this period.",
    stopped: "not published: the texts contain data that may identify a person",
    stoppedHelp: "reopen the gate and release a different text, or do not release it",
    traces: {
      "e-mail": "e-mail address",
      phone: "phone number",
      "id-number": "identity document number",
      order: "order, card or device number",
      address: "postal address",
      account: "account name or number",
      name: "name of a person"
    },
    ended: "Results",
    answered: (n: number) => `${n} ${n === 1 ? "case was" : "cases were"} answered.`,
    confirmed: (n: number) => `${n} confirmed by the customer`,
    unconfirmed: (n: number) => `${n} without a reply from the customer`,
    dissatisfied: (n: number) => `${n} where the customer is still not satisfied`,
    onBehalf: (n: number) => `${n} where our staff recorded the customer's answer`
  }
}

export type LearningTexts = typeof learning
