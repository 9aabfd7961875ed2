// Written by scripts/emit-events.ts from the types of events. Do not edit.
/** The shapes of the bodies of stored events: by the kind of stream and the name of the event, version 1 first. */
import type { StreamEvents, StreamKind } from "../clear/StreamEvents.ts"
import type { EventShape } from "../shape/Shape.ts"

const Suggested: EventShape = { any: [{ has: { "category~": "text", confidence: "number", "spans?": { list: { row: ["number", "number"] } }, "runnerUp?": "text" } }, { has: { failed: { is: ["failed","late","no-category"] } } }] }
const AnsweredBefore: EventShape = { has: { "answered?": "number", "closed?": "number" } }
const FactValue: EventShape = { any: ["number", "text", "yes-no"] }
const FeedbackReceipt: EventShape = { has: { receiver: "text", receivedAt: "number", loggedAt: "number", "channel~": "text", "customer?": "text", "customerName?": "text", "customerLanguage?": { is: ["en","zh-CN"] }, "verbatim?": "text", "description?": "text", "kind?": "text", "category?": "text", "suggested?": Suggested, "history?": AnsweredBefore, "happenedAt?": "text", "where?": "text", "demand?": "text", "hopedForBy?": "text", "score?": "number", "consent?": { list: "text" }, "attachments?": { list: "text" }, "facts?": { map: FactValue }, "addresses?": { map: "text" } } }
const Contacts: EventShape = { has: { contacts: "number", unanswered: "number" } }
const Origin: EventShape = { has: { case: "text", as: { is: ["follow-up","split"] } } }
const Understanding: EventShape = { has: { "kind~": "text", "category?": "text", confidence: "number", sure: "yes-no", hits: { list: { has: { "word?": "text", start: "number", end: "number", "category~": "text" } } }, "second?": { has: { "category~": "text", confidence: "number" } }, "candidates?": { list: { has: { "category~": "text", hits: { list: { has: { "word?": "text", start: "number", end: "number", "category~": "text" } } } } } }, "emotion?": "text", emotionHits: { list: { has: { "word?": "text", start: "number", end: "number", "level~": "text", "moved?": { is: ["stronger","weaker"] }, "by?": "text" } } }, "signals~": { list: "text" }, "signalHits?": { list: { has: { "word?": "text", start: "number", end: "number", "signal~": "text" } } }, kindHits: { list: { has: { "word?": "text", start: "number", end: "number", "kind?": "text", "tone?": "number" } } }, "classifier?": { is: ["decided","failed","late","no-category","unsure"] }, "chosen?": { is: [true] }, decidedBy: "text" } }
const LinkedAs: EventShape = { is: ["earlier","finding","found-in","mentioned","origin","problem","recurrence","same-cause"] }
const Grade: EventShape = { has: { level: "text", rule: "text", "points?": { list: { has: { rule: "text", points: "number" } } }, "lifted?": { has: { from: "text", rule: "text" } }, "by?": "text" } }
const Offer: EventShape = { has: { id: "text", from: "text", to: "text", "reason~": "text" } }
const PlannedAction: EventShape = { has: { "what~": "text", "metric?": "text", "target?": "text", "owner?": "text", "due?": "text", "publish?": "yes-no" } }
const Evidence: EventShape = { has: { "fields?": { map: FactValue }, "category?": "text", "actions?": { list: PlannedAction }, "method?": "text", "whys?": { list: "text" }, "causes?": { map: "text" }, "cause?": { is: ["incidental","systemic"] }, "evidence?": { list: "text" }, "proof?": "text", "proposal?": "text", "decision?": "text", "reason?": "text", "result?": "text", "shortfall?": "text", "until?": "text", "publish?": "yes-no" } }
const NotNeeded: EventShape = { is: ["ended","lane","policy","recorded","when"] }
const Target: EventShape = { any: [{ has: { "_tag": { is: ["Civil"] }, months: "number", days: "number" } }, { has: { "_tag": { is: ["Elapsed"] }, ms: "number" } }, { has: { "_tag": { is: ["Working"] }, ms: "number" } }, { has: { "_tag": { is: ["WorkingDays"] }, days: "number" } }] }
const Timer: EventShape = { any: [{ has: { "_tag": { is: ["Action"] }, gate: "text", action: "number" } }, { has: { "_tag": { is: ["Approval"] }, approval: "text" } }, { has: { "_tag": { is: ["Door"] }, gate: "text" } }, { has: { "_tag": { is: ["Handover"] }, offer: "text" } }, { has: { "_tag": { is: ["Later"] }, gate: "text" } }, { has: { "_tag": { is: ["Observation"] }, gate: "text" } }, { has: { "_tag": { is: ["OnCall"] }, call: "text" } }, { has: { "_tag": { is: ["Override"] }, of: "text" } }, { has: { "_tag": { is: ["Part"] }, department: "text" } }, { has: { "_tag": { is: ["Retention"] } } }, { has: { "_tag": { is: ["Shift"] } } }, { has: { "_tag": { is: ["Silence"] }, gate: "text" } }, { has: { "_tag": { is: ["TakeUp"] } } }] }
const ClockPoint: EventShape = { any: [{ has: { "_tag": { is: ["After"] }, by: Target } }, { has: { "_tag": { is: ["Before"] }, by: Target } }, { has: { "_tag": { is: ["Due"] } } }, { has: { "_tag": { is: ["Share"] }, percent: "number" } }] }
const RecordedPoint: EventShape = { has: { name: "text", at: ClockPoint } }
const NamedLeg: EventShape = { has: { from: "number", calendar: "text" } }
const Switch: EventShape = { has: { at: "number", "reason~": "text", "of?": { list: "text" } } }
const DeadlineCause: EventShape = { is: ["calendar","elapsed","extended","manual","merged","owner","policy","regraded","reopened"] }
const RecordedMark: EventShape = { has: { name: "text", at: "number" } }
const Exchange: EventShape = { has: { "amount~": "text", currency: "text", "rate~": "text", "of?": "text" } }
const Used: EventShape = { has: { id: "text", amount: "number", by: "text", "reason~": "text", "approvedBy?": "text", "exchanged?": Exchange } }
const Power: EventShape = { is: ["compensate","discount","grant"] }
const Spending: EventShape = { has: { do: Power, "amount~": { any: ["number", "text"] }, "reason~": "text" } }
const Powered: EventShape = { any: [{ has: { do: { is: ["close"] } } }, Spending, { has: { do: { is: ["extend"] }, "clock~": "text", "until?": "text", "reason~": "text" } }, { has: { do: { is: ["regrade"] }, "to~": "text", "reason~": "text" } }, { has: { do: { is: ["waive"] }, "gate~": "text", "reason~": "text" } }] }
const Approval: EventShape = { has: { id: "text", command: Powered, amount: "number", by: "text", from: "text", person: "text", "full?": { is: [true] }, rules: { list: "text" }, dueAt: { any: ["nothing", "number"] }, "exchanged?": Exchange, "policy?": "text" } }
const Duty: EventShape = { is: ["approval","close","compensate","discount","explain","extend","grant","regrade","spot-check","waive"] }
const CaseOutcome: EventShape = { is: ["answered","confirmed","dissatisfied","forwarded","merged","recorded","turned-away","unconfirmed","withdrawn"] }
const Pin: EventShape = { has: { id: "text", content: "text", calendars: "text" } }
const Audience: EventShape = { is: ["customer","staff"] }
const QueuedMessage: EventShape = { has: { id: "text", message: "text", to: "text", audience: Audience, "party?": "text", "channel?": "text", language: { is: ["en","zh-CN"] }, "subject~": "text", "text~": "text", "gate?": "text", "notBefore?": "number", "overdue?": { is: [true] }, "digest?": "number", "before?": "number" } }
const Member: EventShape = { has: { case: "text", "customer?": "text" } }
const ProblemCount: EventShape = { has: { customers: "number", cases: "number", open: "yes-no" } }
const LedgerEntry: EventShape = { has: { case: "text", power: Power, amount: "number" } }
const Spared: EventShape = { is: ["consent","refused","rest"] }
const Suggested2: EventShape = { any: [{ has: { "category~": "text", "confidence~": "number", "spans?": { list: { row: ["number", "number"] } }, "runnerUp?": "text" } }, { has: { "failed~": { is: ["failed","late","no-category"] } } }] }
const Submission: EventShape = { has: { "channel~": "text", "customer?": "text", "customerName?": "text", "customerLanguage?": { is: ["en","zh-CN"] }, "verbatim?": "text", "description?": "text", "kind?": "text", "category?": "text", "suggested?": Suggested2, "history?": AnsweredBefore, "happenedAt?": "text", "where?": "text", "demand?": "text", "hopedForBy?": "text", "score?": "number", "consent?": { list: "text" }, "attachments?": { list: "text" }, "facts?": { map: FactValue }, "addresses?": { map: "text" } } }
const ArrivalSource: EventShape = { has: { "row?": "text", "file?": "text", "history?": "yes-no", "line?": "number", "bytes?": "text", "head?": "text", "delimiter?": "text" } }

export const eventShapes: {
  readonly [Kind in StreamKind]: { readonly [Name in keyof StreamEvents[Kind]]: readonly EventShape[] }
} = {
  case: {
    "case-opened": [{ has: { policy: Pin, receipt: FeedbackReceipt, facts: { map: FactValue }, contacts: Contacts, "customerName?": "text", "of?": Origin } }],
    "category-suggested": [{ has: { "kind~": "text", "category?": "text", confidence: "number", hits: { list: { has: { "word?": "text", start: "number", end: "number", "category~": "text" } } } } }],
    classified: [{ has: { understanding: Understanding } }],
    "review-asked": [{ has: { of: "text", "candidates~": { list: "text" } } }],
    reclassified: [{ has: { understanding: Understanding, by: "text", "reason~": "text", "words?": { list: "text" } } }],
    "facts-recorded": [{ has: { facts: { map: FactValue }, "addresses?": { map: "text" }, "score?": "number", "cause?": { is: ["incidental","systemic"] }, "reason?": "text", by: "text" } }],
    "facts-suggested": [{ has: { facts: { map: FactValue }, by: "text" } }],
    "feedback-joined": [{ has: { "happenedAt?": "text", "where?": "text", "demand?": "text", "hopedForBy?": "text", "score?": "number", "consent?": { list: "text" }, "attachments?": { list: "text" }, "facts?": { map: FactValue }, "addresses?": { map: "text" }, "channel~": "text", receivedAt: "number", contacts: Contacts, "text?": "text", "customer?": "text", "customerName?": "text", "language?": { is: ["en","zh-CN"] }, "from?": "text", "links?": { list: "text" }, "siblings?": { list: "text" }, "again?": "yes-no" } }],
    "question-asked": [{ has: { question: "text", "text~": "text", missing: { list: "text" } } }],
    "event-happened": [{ has: { name: "text", by: "text" } }],
    "survey-due": [{ has: { "channel~": "text", customer: "text" } }],
    "customer-wrote": [{ has: { "happenedAt?": "text", "where?": "text", "demand?": "text", "hopedForBy?": "text", "score?": "number", "consent?": { list: "text" }, "attachments?": { list: "text" }, "facts?": { map: FactValue }, "addresses?": { map: "text" }, "text~": "text", "channel~": "text", "as?": { is: ["automatic","courtesy","reply"] }, "customer?": "text" } }],
    "customer-told": [{ has: { "text~": "text", by: "text" } }],
    "note-added": [{ has: { "text~": "text", by: "text" } }],
    "case-split": [{ has: { as: { is: ["follow-up","split"] }, "text~": "text", receivedAt: "number", by: "text", "channel~": "text", "kind?": "text", "category?": "text", "customer?": "text", "happenedAt?": "text", "where?": "text", "demand?": "text", "hopedForBy?": "text", "score?": "number", "consent?": { list: "text" }, "attachments?": { list: "text" }, "facts?": { map: FactValue }, "addresses?": { map: "text" }, to: "text", "reason?": "text" } }],
    "case-followed": [{ has: { as: { is: ["follow-up","split"] }, "text~": "text", receivedAt: "number", by: "text", "channel~": "text", "kind?": "text", "category?": "text", "customer?": "text", "happenedAt?": "text", "where?": "text", "demand?": "text", "hopedForBy?": "text", "score?": "number", "consent?": { list: "text" }, "attachments?": { list: "text" }, "facts?": { map: FactValue }, "addresses?": { map: "text" }, to: "text" } }],
    "case-merged": [{ has: { into: "text", by: "text", "reason?": "text" } }],
    "case-linked": [{ has: { to: "text", as: LinkedAs } }],
    "case-unlinked": [{ has: { from: "text" } }],
    "problem-told": [{ has: { problem: "text", customers: "number", cases: "number", open: "yes-no", "progress?": { is: ["failed","live","verified"] }, "by?": "text" } }],
    "problem-progressed": [{ has: { problem: "text", gate: "text", progress: { is: ["failed","live","verified"] } } }],
    "problem-closed": [{ has: { problem: "text", by: "text" } }],
    graded: [{ has: { grades: { map: Grade } } }],
    regraded: [{ has: { dimension: "text", from: "text", grade: Grade, "reason~": "text", "customers?": "number" } }],
    "override-ended": [{ has: { dimension: "text" } }],
    "owner-assigned": [{ has: { owner: "text", takenUp: "yes-no", as: "text", "reason?": "text" } }],
    "taken-up": [{ has: { by: "text" } }],
    "collaborator-joined": [{ has: { by: "text", owner: "text" } }],
    "deputy-acted": [{ has: { by: "text", for: "text", "asked~": "text", as: "text" } }],
    "staff-named": [{ has: { people: { list: "text" } } }],
    recused: [{ has: { person: "text", named: "yes-no" } }],
    "on-call-asked": [{ has: { id: "text", to: "text", owner: "text", asked: { list: "text" } } }],
    "on-call-accepted": [{ has: { id: "text", to: "text", from: "text" } }],
    "on-call-lapsed": [{ has: { id: "text", to: "text", "reason~": "text" } }],
    "department-asked": [{ has: { department: "text", "contact?": "text", "dueAt?": { any: ["nothing", "number"] } } }],
    "department-answered": [{ has: { department: "text", by: "text", "text?": "text" } }],
    "team-formed": [{ has: { owner: "text", departments: { list: "text" }, members: { list: "text" } } }],
    delegated: [{ has: { from: "text", to: "text", roles: { list: "text" }, until: "number", "reason?": "text" } }],
    "handover-offered": [Offer],
    "handover-accepted": [{ has: { id: "text", to: "text", "hops?": "number" } }],
    "handover-declined": [{ has: { id: "text", by: "text", "reason?": "text", "takenBack?": { is: [true] } } }],
    "handover-lapsed": [{ has: { id: "text", "dueAt?": "number", "reason?": "text" } }],
    "arbiter-called": [{ has: { arbiter: "text", hops: "number" } }],
    "gate-opened": [{ has: { gate: "text" } }],
    "gate-evidence-shown": [{ has: { gate: "text", by: "text", evidence: Evidence } }],
    "gate-signed": [{ has: { gate: "text", by: "text", as: "text" } }],
    "gate-passed": [{ has: { gate: "text", by: "text", evidence: Evidence } }],
    "explanation-given": [{ has: { gate: "text", id: "text", by: "text", "reason~": "text" } }],
    "gate-explained": [{ has: { gate: "text", by: "text", "reason~": "text" } }],
    "gate-waived": [{ has: { gate: "text", by: "text", "reason~": "text" } }],
    "gate-lapsed": [{ has: { gate: "text", "reason~": "text" } }],
    "gate-not-needed": [{ has: { gate: "text", reason: NotNeeded } }],
    "gate-reopened": [{ has: { gate: "text", "reason~": "text" } }],
    "order-violated": [{ has: { gate: "text", after: { list: "text" } } }],
    "proposal-made": [{ has: { gate: "text", round: "number", "text~": "text", by: "text" } }],
    "proposal-agreed": [{ has: { gate: "text", by: "text", "onBehalfOf?": "text" } }],
    "proposal-countered": [{ has: { gate: "text", "text?": "text", by: "text", "onBehalfOf?": "text" } }],
    "proposal-refused": [{ has: { gate: "text", "text?": "text", by: "text", "onBehalfOf?": "text" } }],
    "action-planned": [{ has: { gate: "text", actions: { list: PlannedAction }, by: "text" } }],
    "action-done": [{ has: { gate: "text", action: "number", by: "text", "evidence?": "text" } }],
    "survey-answered": [{ has: { "channel~": "text", "gate?": "text", "again?": { is: [true] }, answers: { map: FactValue }, "skipped~": { list: "text" }, by: "text", "onBehalfOf?": "text" } }],
    "attempt-made": [{ has: { gate: "text", "channel~": "text", by: "text" } }],
    "silence-ended": [{ has: { gate: "text" } }],
    "verification-failed": [{ has: { gate: "text", "reason~": "text", "case?": "text" } }],
    "case-flagged": [{ has: { case: "text" } }],
    "clock-started": [{ has: { clock: "text", cycle: "number", startedAt: "number", target: Target, calendar: "text", "timer?": Timer, "points?": { list: RecordedPoint }, "legs?": { list: NamedLeg }, "switches?": { list: Switch }, "extensions?": { list: Target }, "cause?": DeadlineCause, dueAt: { any: ["nothing", "number"] }, marks: { list: RecordedMark }, provisional: "yes-no" } }],
    "clock-paused": [{ has: { clock: "text", switch: Switch, dueAt: { any: ["nothing", "number"] }, marks: { list: RecordedMark }, provisional: "yes-no" } }],
    "clock-resumed": [{ has: { clock: "text", switch: Switch, dueAt: { any: ["nothing", "number"] }, marks: { list: RecordedMark }, provisional: "yes-no" } }],
    "pause-capped": [{ has: { clock: "text", "reason~": "text", detectedAt: "number", dueAt: { any: ["nothing", "number"] }, marks: { list: RecordedMark }, provisional: "yes-no" } }],
    "clock-reminded": [{ has: { clock: "text", mark: "text", detectedAt: "number" } }],
    "clock-escalated": [{ has: { clock: "text", mark: "text", detectedAt: "number", told: { list: "text" } } }],
    "clock-met": [{ has: { clock: "text", inTime: "yes-no" } }],
    "clock-missed": [{ has: { clock: "text", dueAt: "number", detectedAt: "number", cause: DeadlineCause } }],
    "miss-refuted": [{ has: { clock: "text", dueAt: "number" } }],
    "clock-extended": [{ has: { clock: "text", by: "text", target: Target, "reason~": "text", from: { any: ["nothing", "number"] }, "until?": "number", dueAt: { any: ["nothing", "number"] }, marks: { list: RecordedMark }, provisional: "yes-no" } }],
    "deadline-moved": [{ has: { clock: "text", cause: DeadlineCause, from: { any: ["nothing", "number"] }, target: Target, "reason~": "text", "calendar?": "text", "legs?": { list: NamedLeg }, "until?": "number", "by?": "text", dueAt: { any: ["nothing", "number"] }, marks: { list: RecordedMark }, provisional: "yes-no" } }],
    "clock-kept": [{ has: { clock: "text", target: Target, marks: { list: RecordedMark } } }],
    "clock-cancelled": [{ has: { clock: "text", "reason~": "text" } }],
    compensated: [Used],
    discounted: [Used],
    "resources-granted": [Used],
    "approval-asked": [{ has: { approval: Approval } }],
    approved: [{ has: { id: "text", by: "text", policy: "text" } }],
    denied: [{ has: { id: "text", by: "text", "asked?": "text", "reason?": "text" } }],
    "approval-lapsed": [{ has: { id: "text", dueAt: "number" } }],
    "approval-ended": [{ has: { id: "text", "asked~": "text", "reason~": "text" } }],
    "spot-check-drawn": [{ has: { id: "text", of: Duty, by: "text", "approvedBy?": "text", "person?": "text", draw: "number" } }],
    "spot-check-found": [{ has: { id: "text", by: "text", finding: { is: ["right","wrong"] }, "reason?": "text" } }],
    "demands-reduced": [{ has: { id: "text", "part?": "text", by: "text", gates: { list: "text" }, grades: { list: { has: { dimension: "text", from: "text", "to?": "text" } } }, clocks: { list: { has: { clock: "text", from: { any: ["nothing", "number"] }, "to?": "number" } } }, powers: { list: Duty }, "reason~": "text" } }],
    "command-refused": [{ has: { "asked~": "text", by: "text", rules: { list: "text" } } }],
    "loop-chosen": [{ has: { loop: "text" } }],
    "customer-loop-closed": [{ has: { outcome: CaseOutcome, "isOnBehalf?": { is: [true] }, "by?": "text" } }],
    "system-loop-closed": [{ has: { "by?": "text" } }],
    "case-closed": [{ has: { outcome: CaseOutcome, "isOnBehalf?": { is: [true] } } }],
    "case-reopened": [{ has: { gate: "text", side: { is: ["customer-loop","system-loop"] }, cause: "text", "reason~": "text" } }],
    "reopening-parked": [{ has: { cause: "text", by: "text", "text?": "text" } }],
    "reopening-dismissed": [{ has: { by: "text", "reason?": "text" } }],
    "customer-confirmed": [{ has: { gate: "text", by: "text", "onBehalfOf?": "text" } }],
    "customer-dissatisfied": [{ has: { "gate?": "text", "text?": "text", by: "text", "onBehalfOf?": "text" } }],
    "case-withdrawn": [{ has: { "reason?": "text", by: "text", "onBehalfOf?": "text" } }],
    "case-forwarded": [{ has: { by: "text", "reason?": "text" } }],
    "case-turned-away": [{ has: { by: "text", "reason~": "text" } }],
    "alarm-raised": [{ has: { alarm: "text", told: { list: "text" } } }],
    "alarm-cleared": [{ has: { alarm: "text" } }],
    "assumption-broken": [{ has: { assumption: "text", "because~": "text" } }],
    "policy-moved": [{ has: { policy: Pin, from: Pin, by: "text", "reason~": "text" } }],
    "calendars-moved": [{ has: { calendars: "text", from: "text", by: "text", "reason~": "text" } }],
    "record-expired": [{ has: {} }],
    "customer-erased": [{ has: { by: "text", "reason~": "text", "customer?": "text" } }],
    "message-queued": [QueuedMessage],
    "message-handed-over": [{ has: { id: "text", "to?": "text", "party?": "text", "by?": "text", "reference?": "text" } }],
    "message-bounced": [{ has: { id: "text", "reason~": "text" } }]
  },
  problem: {
    "case-counted": [Member],
    "case-uncounted": [{ has: { case: "text" } }],
    "problem-opened": [{ has: {} }],
    "members-told": [ProblemCount],
    "problem-progressed": [{ has: { case: "text", "failed?": { is: [true] } } }],
    "problem-closed": [{ has: { case: "text" } }]
  },
  authority: {
    "authority-used": [LedgerEntry]
  },
  links: {
    "case-linked-from": [{ has: { case: "text" } }]
  },
  survey: {
    "consent-given": [{ has: { name: "text", until: { any: ["nothing", "number"] } } }],
    "consent-withdrawn": [{ has: { name: "text" } }],
    "questions-refused": [{ has: {} }],
    "questions-welcomed": [{ has: {} }],
    "customer-asked": [{ has: { channel: "text", "subject~": "text", "text~": "text", language: { is: ["en","zh-CN"] }, "case?": "text", "period?": "text" } }],
    "customer-spared": [{ has: { channel: "text", because: Spared, "case?": "text", "period?": "text" } }],
    "customer-erased": [{ has: { by: "text" } }]
  },
  arrival: {
    "feedback-received": [{ has: { "key~": "text", "channel~": "text", receivedAt: "number", "actor~": "text", "problem?": "text", "thread?": "text", "automatic?": "yes-no", "feedback?": Submission, "raw?": "text", "source?": ArrivalSource } }],
    "feedback-opened": [{ has: { case: "text" } }],
    "feedback-joined": [{ has: { case: "text" } }],
    released: [{ has: { "case?": "text" } }],
    quarantined: [{ has: { reason: "text", "said?": "text", "says?": { map: { any: ["number", "text", { list: "text" }] } }, "raw?": "text", "source?": ArrivalSource } }],
    "message-queued": [QueuedMessage]
  },
  policy: {
    "policy-published": [{ has: { policy: "text", content: "text", "effectiveAt?": "number", by: "text", "reason?": "text", "signedBy?": "text" } }],
    "publication-asked": [{ has: { policy: "text", content: "text", "effectiveAt?": "number", by: "text", "reason?": "text" } }]
  }
}
