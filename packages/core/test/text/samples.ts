/** One event of every name and one reason of every code, as they stand on a record: what texts and pages are shown on. */
import type { EventName, EventNamed } from "../../src/case/Case.ts"
import type { RefusalCode, RefusalReason } from "../../src/case/Refusal.ts"
import type { Approval } from "../../src/case/track/Authority.ts"
import type { Understanding } from "../../src/case/track/Feedback.ts"
import { money } from "../../src/text/phrase/Amount.ts"
import type { LineContext } from "../../src/text/shape/View.ts"
import type { Instant } from "../../src/time/Instant.ts"
import { workingDays } from "../../src/time/Target.ts"
import { at as instant, shanghai } from "../time/sample.ts"

const on = (text: string): Instant => instant(text, shanghai)

/** Monday morning. */
export const now = on("2026-11-16 09:50")

const due = { dueAt: on("2026-11-17 17:00"), marks: [], provisional: false }
const words = "Third time my invoice is wrong. Unacceptable."

const understanding: Understanding = {
  kind: "complaint",
  category: "billing",
  confidence: 0.92,
  sure: true,
  hits: [],
  emotion: "furious",
  emotionHits: [],
  signals: [],
  kindHits: [],
  decidedBy: "words"
}

export const approval: Approval = {
  id: "a1",
  command: { do: "compensate", amount: 1200, reason: "third error" },
  amount: 120_000,
  by: "agent-7",
  from: "supervisor",
  person: "supervisor-2",
  rules: ["authority.limits.agent.compensate.per-case"],
  dueAt: on("2026-11-16 11:30")
}

const given = { id: "g1", by: "agent-7", reason: "third error" }
const told = { gate: "told", by: "agent-7" }

const offshoot = { text: "And the plug burned.", receivedAt: now, by: "agent-7", channel: "email" }

export const samples: { readonly [T in EventName]: EventNamed<T> } = {
  "case-opened": {
    event: "case-opened",
    at: now,
    policy: { id: "first", content: "", calendars: "" },
    receipt: {
      channel: "email",
      customer: "C-17",
      verbatim: words,
      receiver: "agent-7",
      receivedAt: now,
      loggedAt: now
    },
    facts: {},
    contacts: { contacts: 1, unanswered: 0 }
  },
  "feedback-joined": {
    event: "feedback-joined",
    at: now,
    channel: "phone",
    receivedAt: now,
    contacts: { contacts: 3, unanswered: 2 },
    text: words
  },
  "question-asked": {
    event: "question-asked",
    at: now,
    question: "what-happened",
    text: "What happened, and when?",
    missing: ["order"]
  },
  "category-suggested": {
    event: "category-suggested",
    at: now,
    kind: "complaint",
    category: "billing",
    confidence: 1,
    hits: []
  },
  "event-happened": { event: "event-happened", at: now, name: "delivered", by: "system:host" },
  "survey-due": { event: "survey-due", at: now, channel: "survey", customer: "C-17" },
  "case-split": { event: "case-split", at: now, to: "2611-B", as: "split", ...offshoot, reason: "two matters" },
  "case-followed": { event: "case-followed", at: now, to: "2611-B", as: "follow-up", ...offshoot },
  "case-merged": { event: "case-merged", at: now, into: "2611-B", by: "agent-7", reason: "the same delivery" },
  "override-ended": { event: "override-ended", at: now, dimension: "priority" },
  classified: { event: "classified", at: now, understanding },
  "review-asked": { event: "review-asked", at: now, of: "supervisor", candidates: ["billing", "delivery"] },
  reclassified: {
    event: "reclassified",
    at: now,
    understanding: { ...understanding, category: "delivery", confidence: 1, decidedBy: "supervisor-2" },
    by: "supervisor-2",
    reason: "the parcel is late"
  },
  "facts-suggested": { event: "facts-suggested", at: now, facts: { amount: 5 }, by: "customer:C-17" },
  "facts-recorded": { event: "facts-recorded", at: now, facts: { amount: 600 }, cause: "systemic", by: "agent-7" },
  "customer-wrote": { event: "customer-wrote", at: now, text: "Any news?", channel: "email" },
  "customer-told": { event: "customer-told", at: now, text: "We are on it.", by: "agent-7" },
  "note-added": { event: "note-added", at: now, text: "Called back twice.", by: "agent-7" },
  "case-linked": { event: "case-linked", at: now, to: "C-3", as: "same-cause" },
  "case-unlinked": { event: "case-unlinked", at: now, from: "3fa29c61b2" },
  "problem-told": { event: "problem-told", at: now, problem: "3fa29c61b2", customers: 3, cases: 4, open: true },
  "problem-progressed": {
    event: "problem-progressed",
    at: now,
    problem: "3fa29c61b2",
    gate: "prevented",
    progress: "live"
  },
  "problem-closed": { event: "problem-closed", at: now, problem: "3fa29c61b2", by: "2611-7Q2K9M" },
  graded: {
    event: "graded",
    at: now,
    grades: {
      urgency: {
        level: "urgent",
        rule: "grading.urgency.thresholds.urgent",
        points: [{ rule: "grading.urgency.points.1", points: 12 }]
      },
      priority: { level: "P1", rule: "grading.priority.matrix.urgent", lifted: { from: "P2", rule: "x" } }
    }
  },
  regraded: {
    event: "regraded",
    at: now,
    dimension: "priority",
    from: "P2",
    grade: { level: "P1", rule: "grading.priority.matrix.urgent" },
    reason: "stream",
    customers: 3
  },
  "owner-assigned": { event: "owner-assigned", at: now, owner: "agent-7", takenUp: false, as: "agent" },
  "taken-up": { event: "taken-up", at: now, by: "agent-7" },
  "department-asked": { event: "department-asked", at: now, department: "finance", contact: "clerk-1" },
  "collaborator-joined": { event: "collaborator-joined", at: now, by: "agent-8", owner: "agent-7" },
  "deputy-acted": { event: "deputy-acted", at: now, by: "agent-8", for: "agent-7", asked: "pass", as: "deputy" },
  "staff-named": { event: "staff-named", at: now, people: ["agent-7"] },
  recused: { event: "recused", at: now, person: "agent-7", named: true },
  "on-call-asked": { event: "on-call-asked", at: now, id: "1", to: "agent-8", owner: "agent-7", asked: ["agent-8"] },
  "on-call-accepted": { event: "on-call-accepted", at: now, id: "1", to: "agent-8", from: "agent-7" },
  "on-call-lapsed": { event: "on-call-lapsed", at: now, id: "1", to: "agent-8", reason: "unanswered" },
  "department-answered": {
    event: "department-answered",
    at: now,
    department: "finance",
    by: "clerk-1",
    text: "the invoice is corrected"
  },
  "team-formed": {
    event: "team-formed",
    at: now,
    owner: "agent-7",
    departments: ["finance", "support"],
    members: ["clerk-1", "agent-8"]
  },
  delegated: {
    event: "delegated",
    at: now,
    from: "supervisor-2",
    to: "agent-8",
    roles: ["supervisor"],
    until: now + 86_400_000,
    reason: "training week"
  },
  "handover-offered": {
    event: "handover-offered",
    at: now,
    id: "h1",
    from: "agent-7",
    to: "agent-8",
    reason: "end of my shift"
  },
  "handover-accepted": { event: "handover-accepted", at: now, id: "h1", to: "agent-8" },
  "handover-declined": { event: "handover-declined", at: now, id: "h1", by: "agent-8", reason: "not my product" },
  "handover-lapsed": { event: "handover-lapsed", at: now, id: "h1", dueAt: now },
  "arbiter-called": { event: "arbiter-called", at: now, arbiter: "supervisor-2", hops: 2 },
  "gate-opened": { event: "gate-opened", at: now, gate: "told" },
  "gate-evidence-shown": { event: "gate-evidence-shown", at: now, ...told, evidence: { result: "refunded" } },
  "gate-signed": { event: "gate-signed", at: now, gate: "told", by: "supervisor-2", as: "supervisor" },
  "gate-passed": { event: "gate-passed", at: now, ...told, evidence: { result: "refunded" } },
  "explanation-given": { event: "explanation-given", at: now, ...told, id: "x1", reason: "the customer moved away" },
  "gate-explained": { event: "gate-explained", at: now, ...told, reason: "the customer asked for no answer" },
  "gate-waived": { event: "gate-waived", at: now, gate: "told", by: "supervisor-2", reason: "goodwill" },
  "gate-lapsed": { event: "gate-lapsed", at: now, gate: "confirmed", reason: "silence" },
  "gate-not-needed": { event: "gate-not-needed", at: now, gate: "investigated", reason: "lane" },
  "gate-reopened": { event: "gate-reopened", at: now, gate: "told", reason: "mailbox full" },
  "order-violated": { event: "order-violated", at: now, gate: "told", after: ["agreed", "corrected"] },
  "proposal-made": {
    event: "proposal-made",
    at: now,
    gate: "agreed",
    round: 1,
    text: "A refund by Friday.",
    by: "agent-7"
  },
  "proposal-agreed": { event: "proposal-agreed", at: now, gate: "agreed", by: "C-17" },
  "proposal-countered": { event: "proposal-countered", at: now, gate: "agreed", by: "C-17", text: "By Wednesday." },
  "proposal-refused": { event: "proposal-refused", at: now, gate: "agreed", by: "C-17", text: "No." },
  "action-planned": {
    event: "action-planned",
    at: now,
    gate: "prevented",
    actions: [{ what: "Check totals before sending", owner: "clerk-1", due: "2026-12-01" }],
    by: "agent-7"
  },
  "action-done": {
    event: "action-done",
    at: now,
    gate: "prevented",
    action: 1,
    by: "clerk-1",
    evidence: "release 4.2"
  },
  "attempt-made": { event: "attempt-made", at: now, gate: "confirmed", channel: "email", by: "system:timer" },
  "silence-ended": { event: "silence-ended", at: now, gate: "confirmed" },
  "survey-answered": {
    event: "survey-answered",
    at: now,
    channel: "return-visit",
    gate: "confirmed",
    answers: { ease: 4 },
    skipped: ["wish"],
    by: "agent-7",
    onBehalfOf: "customer:C-17"
  },
  "case-flagged": { event: "case-flagged", at: now, case: "C-3" },
  "verification-failed": { event: "verification-failed", at: now, gate: "verified", reason: "recurrence" },
  "clock-started": {
    event: "clock-started",
    at: now,
    clock: "agreed",
    cycle: 1,
    startedAt: now,
    target: workingDays(1),
    calendar: "office",
    ...due
  },
  "clock-paused": {
    event: "clock-paused",
    at: now,
    clock: "agreed",
    switch: { at: now, reason: "waiting-on-customer" },
    ...due,
    dueAt: null
  },
  "clock-resumed": { event: "clock-resumed", at: now, clock: "agreed", switch: { at: now, reason: "" }, ...due },
  "pause-capped": {
    event: "pause-capped",
    at: now,
    clock: "agreed",
    reason: "waiting-on-customer",
    detectedAt: now,
    ...due
  },
  "clock-reminded": { event: "clock-reminded", at: now, clock: "agreed", mark: "remind.1", detectedAt: now },
  "clock-escalated": {
    event: "clock-escalated",
    at: now,
    clock: "agreed",
    mark: "escalate.1",
    detectedAt: now,
    told: ["supervisor-2"]
  },
  "clock-met": { event: "clock-met", at: now, clock: "agreed", inTime: true },
  "clock-missed": { event: "clock-missed", at: now, clock: "agreed", dueAt: now, detectedAt: now, cause: "regraded" },
  "miss-refuted": { event: "miss-refuted", at: now, clock: "agreed", dueAt: now },
  "clock-extended": {
    event: "clock-extended",
    at: now,
    clock: "told",
    by: "supervisor-2",
    target: workingDays(1),
    reason: "waiting for a part",
    from: on("2026-11-16 17:00"),
    ...due
  },
  "deadline-moved": {
    event: "deadline-moved",
    at: now,
    clock: "agreed",
    cause: "regraded",
    from: on("2026-11-20 24:00"),
    target: workingDays(1),
    reason: "facts",
    ...due
  },
  "clock-kept": { event: "clock-kept", at: now, clock: "agreed", target: workingDays(1), marks: [] },
  "clock-cancelled": { event: "clock-cancelled", at: now, clock: "agreed", reason: "when" },
  "policy-moved": {
    event: "policy-moved",
    at: now,
    policy: { id: "first", content: "b71e04c98f2a", calendars: "c0" },
    from: { id: "first", content: "3fa9c2d01e77", calendars: "c0" },
    by: "supervisor-2",
    reason: "from the new year on"
  },
  "calendars-moved": {
    event: "calendars-moved",
    at: now,
    calendars: "c1",
    from: "c0",
    by: "supervisor-2",
    reason: "the year is published"
  },
  "record-expired": { event: "record-expired", at: now },
  "customer-erased": { event: "customer-erased", at: now, by: "system:retention", reason: "retention" },
  compensated: { event: "compensated", at: now, ...given, amount: 120_000, approvedBy: "supervisor-2" },
  discounted: { event: "discounted", at: now, ...given, amount: 1_000 },
  "resources-granted": { event: "resources-granted", at: now, ...given, amount: 3 },
  "approval-asked": { event: "approval-asked", at: now, approval },
  approved: { event: "approved", at: now, id: "a1", by: "supervisor-2", policy: "" },
  denied: { event: "denied", at: now, id: "a1", by: "supervisor-2", reason: "too much" },
  "approval-lapsed": { event: "approval-lapsed", at: now, id: "a1", dueAt: now },
  "approval-ended": { event: "approval-ended", at: now, id: "a1", asked: "compensate", reason: "withdrawn" },
  "spot-check-drawn": {
    event: "spot-check-drawn",
    at: now,
    id: "g1",
    of: "compensate",
    by: "agent-7",
    person: "supervisor-2",
    draw: 0.03
  },
  "spot-check-found": {
    event: "spot-check-found",
    at: now,
    id: "g1",
    by: "supervisor-2",
    finding: "wrong",
    reason: "paid twice"
  },
  "demands-reduced": {
    event: "demands-reduced",
    at: now,
    id: "g1",
    by: "supervisor-2",
    gates: ["investigated"],
    grades: [{ dimension: "priority", from: "P2", to: "P4" }],
    clocks: [{ clock: "told", from: now, to: due.dueAt }],
    powers: ["regrade", "waive"],
    reason: "a question"
  },
  "command-refused": {
    event: "command-refused",
    at: now,
    asked: "close",
    by: "agent-7",
    rules: ["authority.limits.agent.compensate.per-case"]
  },
  "loop-chosen": { event: "loop-chosen", at: now, loop: "complaint" },
  "customer-loop-closed": { event: "customer-loop-closed", at: now, outcome: "unconfirmed" },
  "system-loop-closed": { event: "system-loop-closed", at: now },
  "case-closed": { event: "case-closed", at: now, outcome: "confirmed" },
  "case-reopened": {
    event: "case-reopened",
    at: now,
    gate: "agreed",
    side: "customer-loop",
    cause: "dissatisfied",
    reason: "still wrong"
  },
  "customer-confirmed": { event: "customer-confirmed", at: now, gate: "confirmed", by: "C-17" },
  "customer-dissatisfied": { event: "customer-dissatisfied", at: now, by: "C-17", text: "Still wrong." },
  "case-turned-away": { event: "case-turned-away", at: now, by: "agent-7", reason: "another company's" },
  "case-forwarded": { event: "case-forwarded", at: now, by: "agent-7", reason: "their network" },
  "reopening-parked": { event: "reopening-parked", at: now, cause: "dissatisfied", by: "C-17", text: "No." },
  "reopening-dismissed": { event: "reopening-dismissed", at: now, by: "supervisor-2" },
  "alarm-raised": { event: "alarm-raised", at: now, alarm: "unanswered", told: ["supervisor-2"] },
  "alarm-cleared": { event: "alarm-cleared", at: now, alarm: "unanswered" },
  "assumption-broken": {
    event: "assumption-broken",
    at: now,
    assumption: "assume.1",
    because: "praise is scored after negation"
  },
  "case-withdrawn": { event: "case-withdrawn", at: now, by: "C-17", reason: "found it myself" },
  "message-queued": {
    event: "message-queued",
    at: now,
    id: "m1",
    message: "receipt",
    to: "C-17",
    audience: "customer",
    channel: "email",
    language: "en",
    subject: "We have received your message",
    text: "We have received your message A. Agent 7 is handling it."
  },
  "message-handed-over": { event: "message-handed-over", at: now, id: "m1" },
  "message-bounced": { event: "message-bounced", at: now, id: "m1", reason: "mailbox full" }
}

/** The view of somebody in Shanghai under a limit of 500 CNY a case. */
export const view: LineContext = {
  zone: shanghai,
  place: (rule) => (rule.startsWith("authority.limits.agent") ? "policy.yaml:12" : undefined),
  name: (id) => id,
  gateTitle: (gate) => gate,
  dimensionTitle: (dimension) => dimension,
  title: (_, name) => name,
  valueTitle: (_, value) => value,
  money: (minor) => money(minor, { code: "CNY", digits: 2 }, "en"),
  limit: (rule) => (rule.endsWith("per-case") ? { role: "agent", amount: "500 CNY", window: "per-case" } : undefined)
}

const person = { gate: "told", by: ["owner", "supervisor"], actor: "agent-8", owner: "agent-7" }

export const reasons: Readonly<Record<RefusalCode, RefusalReason["says"]>> = {
  "case/unknown": { case: "C-1", waits: "it says neither words nor a score", "waits.zh-CN": "没有文字，也没有评分" },
  "case/closed": {},
  "case/expired": {},
  "case/moved-on": { version: 12 },
  "case/exists": { case: "C-1" },
  "intake/no-words": {},
  "intake/off-scale": { channel: "nps", score: 12, low: 0, high: 10 },
  "intake/automatic": {},
  "address/unknown-channel": { channel: "emial", known: ["email", "phone"] },
  "address/unusable": { channel: "email" },
  "intake/unknown-event": { event: "delivred", known: ["delivered", "installed"] },
  "merge/itself": { case: "2611-A" },
  "merge/not-open": { case: "2611-A" },
  "merge/owes-more": { gate: "investigated", case: "B", actor: "agent-7", roles: ["director"] },
  "split/no-words": {},
  "asking/unknown-consent": { consent: "survey", known: ["surveys"] },
  "asking/no-opt-out": {},
  "gate/unknown": { gate: "tol", known: ["agreed", "told"] },
  "gate/not-open": { gate: "told", status: "waiting" },
  "gate/order": { gate: "told", after: ["agreed", "corrected"] },
  "gate/settled": { gate: "told", status: "passed" },
  "gate/wrong-person": person,
  "gate/same-person": { gate: "verified", other: "corrected", actor: "agent-7" },
  "gate/fields-missing": { gate: "told", missing: ["amount", "tier"] },
  "gate/not-yet-known": { gate: "verified" },
  "gate/signature-not-asked": { gate: "told", asked: ["supervisor", "department:finance"] },
  "gate/cannot-explain": { gate: "told" },
  "classification/unknown": { category: "bills", known: ["billing", "delivery"] },
  "root-cause/method": { method: "", allowed: ["five-whys", "fishbone"] },
  "root-cause/depth": { found: 2, depth: 5 },
  "root-cause/field": { field: "person", method: "fishbone", known: ["man", "machine"] },
  "root-cause/surface": { word: "operator error" },
  "root-cause/evidence": {},
  "root-cause/undecided": {},
  "action/none": {},
  "action/nobody": { action: 1, owner: "nobody" },
  "action/no-date": { action: 1, due: "soon" },
  "action/not-smart": { action: 1, missing: ["metric", "due"] },
  "action/unknown": { action: 3 },
  "action/open": { gate: "prevented" },
  "proposal/none": { gate: "agreed" },
  "proposal/awaiting-reply": { round: 1 },
  "proposal/rounds-over": { rounds: 3, arbiter: "supervisor" },
  "decision/no-date": { until: "yesterday" },
  "decision/not-offered": { decision: "maybe", allowed: ["adopted", "later", "declined"] },
  "result/missing": {},
  "reason/missing": {},
  "effectiveness/too-early": { until: "2027-02-18 24:00" },
  "effectiveness/proof": {},
  "effectiveness/no-metric": {},
  "confirmation/no-reply": {},
  "reply/not-understood": { says: "agree", gate: "confirmed" },
  "ownership/not-owner": { owner: "agent-7", actor: "agent-8" },
  "ownership/unknown-person": { person: "agent-99", known: ["agent-7", "agent-8"] },
  "ownership/away": { person: "agent-8", until: "2026-11-20 24:00", deputy: "agent-9" },
  "ownership/to-oneself": { person: "agent-7" },
  "ownership/offer-pending": { to: "agent-8" },
  "ownership/no-offer": { to: "agent-8", actor: "agent-9" },
  "ownership/too-many-handovers": { hops: 2, arbiter: "supervisor" },
  "ownership/outside-department": { to: "clerk-1" },
  "ownership/recused": { actor: "agent-7", owner: "agent-8" },
  "ownership/not-yours-to-lend": { actor: "agent-7", role: "supervisor" },
  "ownership/already-over": { until: "2026-11-01" },
  "ownership/no-part": { actor: "agent-7", open: ["finance", "support"] },
  "authority/gate-lost": { actor: "agent-7", gate: "investigated", roles: ["director"] },
  "authority/grade-weaker": { actor: "agent-7", dimension: "priority", from: "P2", to: "P4", roles: ["supervisor"] },
  "authority/deadline-later": {
    actor: "agent-7",
    clock: "told",
    from: "2026-11-16 17:00",
    to: "2026-11-20 17:00",
    roles: ["supervisor"]
  },
  "authority/over-limit": {
    actor: "agent-7",
    asked: "compensate",
    amount: "600.00 CNY",
    limit: "500 CNY",
    window: "per-case"
  },
  "authority/none": { actor: "agent-7", by: ["quality", "quinn"] },
  "authority/self-approval": { actor: "agent-7" },
  "authority/apart": { actor: "agent-7", duty: "approval", other: "spot-check" },
  "authority/nobody": { asked: "compensate" },
  "authority/no-request": { open: ["a1", "a2"], ended: "withdrawn" },
  "authority/no-rate": { amount: "500 EUR", currency: "CNY" },
  "authority/not-drawn": { open: ["g1"] },
  "authority/own-decision": { actor: "agent-7" },
  "authority/amount": { amount: "5.001", unit: "CNY" },
  "grade/unknown-level": { level: "P9", known: ["P0", "P1", "P2"] },
  "grade/derived": { dimension: "priority" },
  "clock/unknown": { clock: "tol", known: ["agreed", "told"] },
  "clock/not-running": { clock: "told" },
  "clock/pause-not-allowed": { reason: "holiday", allowed: ["waiting-on-customer"] },
  "clock/pause-used-up": { reason: "waiting-on-customer", clock: "told" },
  "clock/not-extendable": { clock: "told" },
  "clock/extended-enough": { clock: "told", times: 1 },
  "clock/already-due": { clock: "told" },
  "clock/no-date": { clock: "told", until: "soon" },
  "clock/date-past": { clock: "told", until: "2026-11-01" },
  "clock/too-far": { clock: "told", until: "2026-12-24", most: "2026-11-27 17:00" },
  "loop/gates-open": { gate: "told", status: "open" },
  "loop/not-reopenable": { cause: "recurrence", known: ["dissatisfied"] },
  "loop/not-reopened-now": { cause: "dissatisfied" },
  "loop/reopen-too-late": { cause: "dissatisfied", within: "30 days", "within.zh-CN": "30 天" },
  "loop/reopened-too-fast": { times: 5 },
  "loop/ended-early": { outcome: "withdrawn" },
  "loop/reopened-enough": { times: 2 },
  "ending/not-offered": { ending: "withdrawn" },
  "fact/unknown": { fact: "amont", known: ["amount", "tier"] },
  "fact/wrong-person": { fact: "design-flaw", by: ["owner", "quality"], actor: "agent-7", owner: "agent-9" },
  "findings/none": {},
  "survey/unanswered": { questions: ["resolved", "ease"] },
  "survey/not-asked": { question: "missing", asked: ["resolved", "ease"] },
  "fact/wrong-type": { fact: "ease", value: "9", expected: "scale", allowed: ["1", "2", "3"] },
  "people/unknown": { person: "nobody-9" },
  "publish/other-currency": { currency: "CNY", other: "EUR" },
  "governing/other-policy": { policy: "retail", other: "service" },
  "governing/unsaid": { act: "move", actor: "agent-7" },
  "governing/wrong-person": { act: "erase", actor: "agent-7", by: ["manager", "customer"] },
  "publish/in-force": { content: "3fa9c2d0" },
  "publish/same-person": { actor: "manager-3", by: ["director"] },
  "publish/waits": { content: "3fa9c2d0", asker: "manager-3", by: ["director"] },
  "command/wrong-person": { command: "note", by: ["staff"] },
  "command/unknown": { argument: "do", expected: ["pass", "close"], found: '"finish"' },
  "command/shape": { argument: "says", expected: ["agree", "counter", "refuse"], found: '"maybe"' }
}
