/** What gates, clocks, outcomes, people and parts of the system are called. */
import type { Says } from "../../../case/generated/Command.ts"
import type { DeadlineCause } from "../../../case/track/Clocks.ts"
import type { GateStatus } from "../../../case/track/Gate.ts"
import type { CaseOutcome } from "../../../case/track/Lifecycle.ts"
import type { SystemPart } from "../../../people/Actor.ts"
import type { Duty, GateKind, PersonalKind } from "../../../policy/Bundle.ts"

type Words<Name extends string> = Readonly<Record<Name, string>>

type Kind = "complaint" | "suggestion" | "inquiry" | "praise" | "rating" | "routine"
type ClockState = "not-started" | "running" | "paused" | "met" | "met-late" | "missed" | "cancelled" | "not-known"
type Side = "customer-loop" | "system-loop"
type WhoWord =
  | "owner"
  | "customer"
  | "automatic"
  | "receiver"
  | "deputy"
  | "department"
  | "head"
  | "departments"
  | "praised"
  | "staff"

export const gateKind = {
  acknowledgement: "acknowledgement",
  classification: "classification",
  containment: "containment",
  record: "record",
  findings: "findings",
  approval: "approval",
  correction: "correction",
  "root-cause": "root cause",
  prevention: "prevention",
  effectiveness: "effectiveness check",
  proposal: "proposal",
  decision: "decision",
  result: "result",
  confirmation: "confirmation"
} satisfies Words<GateKind>

export const gateState = {
  waiting: "waiting",
  open: "open",
  passed: "passed",
  explained: "explained",
  waived: "waived",
  lapsed: "lapsed",
  "not-needed": "not needed"
} satisfies Words<GateStatus>

export const clockState = {
  "not-started": "not started",
  running: "running",
  paused: "paused",
  met: "met",
  "met-late": "met late",
  missed: "missed",
  cancelled: "cancelled",
  "not-known": "not known"
} satisfies Words<ClockState>

export const outcome = {
  confirmed: "confirmed",
  answered: "answered",
  unconfirmed: "unconfirmed",
  dissatisfied: "dissatisfied",
  withdrawn: "withdrawn",
  forwarded: "forwarded",
  "turned-away": "not accepted",
  merged: "merged",
  recorded: "ended before import"
} satisfies Words<CaseOutcome>

export const kind = {
  complaint: "complaint",
  suggestion: "suggestion",
  inquiry: "inquiry",
  praise: "praise",
  rating: "rating",
  routine: "routine"
} satisfies Words<Kind>

export const side = {
  "customer-loop": "customer loop",
  "system-loop": "system loop"
} satisfies Words<Side>

/** Why a deadline stands where it stands. */
export const missCause = {
  merged: "cases were merged",
  elapsed: "time limit passed",
  regraded: "regraded",
  reopened: "reopened",
  calendar: "the calendar changed",
  owner: "the owner changed",
  extended: "extended",
  manual: "set by a person",
  policy: "the policy changed"
} satisfies Words<DeadlineCause>

/** Of the matter itself, as the root cause found it. */
export const cause = {
  unknown: "unknown",
  incidental: "incidental",
  systemic: "systemic"
} satisfies Words<"unknown" | "incidental" | "systemic">

export const says = {
  agree: "agree",
  counter: "ask for a change",
  refuse: "refuse",
  satisfied: "satisfied",
  dissatisfied: "not satisfied"
} satisfies Words<Says>

export const who = {
  owner: "the owner",
  customer: "the customer",
  automatic: "the policy",
  receiver: "the receiver",
  deputy: "the deputy",
  department: "the department",
  head: "the head of the department",
  departments: "the departments concerned",
  praised: "those praised",
  staff: "the staff"
} satisfies Words<WhoWord>

/** What a person does by their own authority, as a thing. */
export const duty = {
  compensate: "compensation",
  discount: "discount",
  grant: "resources",
  close: "closing",
  regrade: "regrading",
  waive: "waiver",
  explain: "explanation",
  extend: "extension",
  approval: "approval",
  "spot-check": "spot check"
} satisfies Words<Duty>

/** What a part of the system is called that acts by itself. */
export const system = {
  policy: "the policy",
  timer: "the clock",
  custodian: "nobody yet",
  intake: "the intake",
  problem: "the problem",
  retention: "the retention rule",
  delivery: "the delivery",
  survey: "the survey",
  host: "the host"
} satisfies Words<SystemPart>

/** Signals that the base pack knows; those of a policy go by their names. */
export const signal = {
  courtesy: "thanks",
  vague: "vague wording"
}

/** What stands in place of what is hidden. */
export const personal = {
  phone: "[phone number]",
  "id-card": "[identity number]",
  "bank-card": "[card number]",
  "e-mail": "[e-mail address]",
  plate: "[number plate]",
  "of-others": "[somebody else]"
} satisfies Words<PersonalKind>
