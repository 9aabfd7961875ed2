/** What reports call the measures, and what each is. */
import type { MeasureKey } from "../../../policy/MeasureWords.ts"

export const measure = {
  volume: "feedback received",
  classified: "understood by the dictionary",
  "timely-response": "first answer in time",
  response: "reached by the owner",
  kept: "promises kept",
  "cycle-time": "time to close",
  resolution: "confirmed resolved",
  unconfirmed: "closed without a reply",
  satisfaction: "satisfied answers",
  nps: "net promoter score",
  "first-contact-resolution": "resolved at first contact",
  reopened: "reopened by the customer",
  recurred: "recurred",
  handovers: "handovers per case",
  "authority-used": "cases with a grant",
  "spot-check-failed": "spot checks that failed",
  waived: "gates waived",
  explained: "gates explained",
  "prevention-on-time": "prevention on time",
  "prevention-effective": "prevention effective",
  "routine-on-time": "routine on time",
  "routine-late": "routine late",
  "routine-missed": "routine missed",
  "decisions-on-time": "decisions carried out on time"
} satisfies Readonly<Record<MeasureKey, string>>

export const measureSays = {
  volume: "cases opened in the period",
  classified: "share of feedback whose category the dictionary found with enough certainty",
  "timely-response": "share of `acknowledgement` gates passed by the owner in time",
  response: "share of cases whose owner reached the customer",
  kept: "share of promises (clocks of the customer loop) that a person keeps met in time, all clocks together",
  "cycle-time":
    "median time from receipt to the close of the customer loop; `cycle-time.<gate>` from opening to passing of one gate",
  resolution: "share of closed cases whose customer says that the matter is resolved",
  unconfirmed: "share closed because the customer did not reply",
  satisfaction: "share of answers `satisfied`",
  nps: "promoters (9, 10) minus detractors (0–6) on channels with the scale `[0, 10]`",
  "first-contact-resolution":
    "share of the cases that a person answered: without a reopening, a handover or a second contact",
  reopened: "share reopened by the customer",
  recurred: "share whose cause recurred in its window",
  handovers: "accepted handovers per case",
  "authority-used": "share of cases with a grant; sums by role beside it",
  "spot-check-failed": "share of drawn decisions found wrong",
  waived: "share of demanded gates waived",
  explained: "share of demanded gates explained instead of passed",
  "prevention-on-time": "share of prevention actions done by their due date",
  "prevention-effective": "share of effectiveness checks passed at the first attempt",
  "routine-on-time": "share of the deadlines of routines (reviews, duties) met in time",
  "routine-late": "share of the deadlines of routines that were met late",
  "routine-missed": "share of the deadlines of routines that passed without being met",
  "decisions-on-time": "share of actions decided in routines (reviews) that were done by their due date"
} satisfies Readonly<Record<MeasureKey, string>>
