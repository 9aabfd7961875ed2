/**
 * Which fields of every event of every kind of stream are in the clear, whatever somebody types: one row for each
 * event. What is not listed is sealed. A row lists ids that the engine gave and words of closed lists, and nothing that
 * a person said.
 */
import { Policy } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import { expect, it } from "vitest"
import type { Json } from "../../src/port/Event.ts"
import type { AnyFields } from "../../src/record/clear/FieldRule.ts"
import { wordsOf } from "../../src/record/clear/PolicyWords.ts"
import { type Body, split } from "../../src/record/clear/Split.ts"
import { streamFields } from "../../src/record/clear/StreamEvents.ts"
import { eventShapes } from "../../src/record/generated/EventShapes.ts"
import type { EventShape } from "../../src/record/shape/Shape.ts"
import { variantsOf } from "./Variants.ts"

const clearTexts: readonly (readonly [kind: string, event: string, texts: string])[] = [
  [
    "case",
    "case-opened",
    "of.as of.case policy.calendars policy.content policy.id receipt.customer receipt.customerLanguage receipt.receiver receipt.suggested.failed"
  ],
  ["case", "category-suggested", ""],
  ["case", "classified", "understanding.classifier understanding.decidedBy understanding.emotionHits.*.moved"],
  ["case", "review-asked", "of"],
  ["case", "reclassified", "by understanding.classifier understanding.decidedBy understanding.emotionHits.*.moved"],
  ["case", "facts-recorded", "by cause"],
  ["case", "facts-suggested", "by"],
  ["case", "feedback-joined", "customer from language links.* siblings.*"],
  ["case", "question-asked", "missing.* question"],
  ["case", "event-happened", "by name"],
  ["case", "survey-due", "customer"],
  ["case", "customer-wrote", "as customer"],
  ["case", "customer-told", "by"],
  ["case", "note-added", "by"],
  ["case", "case-split", "as by customer to"],
  ["case", "case-followed", "as by customer to"],
  ["case", "case-merged", "by into"],
  ["case", "case-linked", "as to"],
  ["case", "case-unlinked", "from"],
  ["case", "problem-told", "by problem progress"],
  ["case", "problem-progressed", "gate problem progress"],
  ["case", "problem-closed", "by problem"],
  [
    "case",
    "graded",
    "grades.urgency.by grades.urgency.level grades.urgency.lifted.from grades.urgency.lifted.rule grades.urgency.points.*.rule grades.urgency.rule"
  ],
  [
    "case",
    "regraded",
    "dimension from grade.by grade.level grade.lifted.from grade.lifted.rule grade.points.*.rule grade.rule"
  ],
  ["case", "override-ended", "dimension"],
  ["case", "owner-assigned", "as owner"],
  ["case", "taken-up", "by"],
  ["case", "collaborator-joined", "by owner"],
  ["case", "deputy-acted", "as by for"],
  ["case", "staff-named", "people.*"],
  ["case", "recused", "person"],
  ["case", "on-call-asked", "asked.* id owner to"],
  ["case", "on-call-accepted", "from id to"],
  ["case", "on-call-lapsed", "id to"],
  ["case", "department-asked", "contact department"],
  ["case", "department-answered", "by department"],
  ["case", "team-formed", "departments.* members.* owner"],
  ["case", "delegated", "from roles.* to"],
  ["case", "handover-offered", "from id to"],
  ["case", "handover-accepted", "id to"],
  ["case", "handover-declined", "by id"],
  ["case", "handover-lapsed", "id"],
  ["case", "arbiter-called", "arbiter"],
  ["case", "gate-opened", "gate"],
  ["case", "gate-evidence-shown", "by evidence.actions.*.owner evidence.cause gate"],
  ["case", "gate-signed", "as by gate"],
  ["case", "gate-passed", "by evidence.actions.*.owner evidence.cause gate"],
  ["case", "explanation-given", "by gate id"],
  ["case", "gate-explained", "by gate"],
  ["case", "gate-waived", "by gate"],
  ["case", "gate-lapsed", "gate"],
  ["case", "gate-not-needed", "gate reason"],
  ["case", "gate-reopened", "gate"],
  ["case", "order-violated", "after.* gate"],
  ["case", "proposal-made", "by gate"],
  ["case", "proposal-agreed", "by gate onBehalfOf"],
  ["case", "proposal-countered", "by gate onBehalfOf"],
  ["case", "proposal-refused", "by gate onBehalfOf"],
  ["case", "action-planned", "actions.*.owner by gate"],
  ["case", "action-done", "by gate"],
  ["case", "survey-answered", "by gate onBehalfOf"],
  ["case", "attempt-made", "by gate"],
  ["case", "silence-ended", "gate"],
  ["case", "verification-failed", "case gate"],
  ["case", "case-flagged", "case"],
  [
    "case",
    "clock-started",
    "calendar cause clock extensions.*._tag legs.*.calendar marks.*.name points.*.at._tag points.*.at.by._tag points.*.name target._tag timer._tag timer.approval timer.call timer.department timer.gate timer.of timer.offer"
  ],
  ["case", "clock-paused", "clock marks.*.name"],
  ["case", "clock-resumed", "clock marks.*.name"],
  ["case", "pause-capped", "clock marks.*.name"],
  ["case", "clock-reminded", "clock mark"],
  ["case", "clock-escalated", "clock mark told.*"],
  ["case", "clock-met", "clock"],
  ["case", "clock-missed", "cause clock"],
  ["case", "miss-refuted", "clock"],
  ["case", "clock-extended", "by clock marks.*.name target._tag"],
  ["case", "deadline-moved", "by calendar cause clock legs.*.calendar marks.*.name target._tag"],
  ["case", "clock-kept", "clock marks.*.name target._tag"],
  ["case", "clock-cancelled", "clock"],
  ["case", "compensated", "approvedBy by exchanged.currency id"],
  ["case", "discounted", "approvedBy by exchanged.currency id"],
  ["case", "resources-granted", "approvedBy by exchanged.currency id"],
  [
    "case",
    "approval-asked",
    "approval.by approval.command.do approval.exchanged.currency approval.from approval.id approval.person approval.policy approval.rules.*"
  ],
  ["case", "approved", "by id policy"],
  ["case", "denied", "by id"],
  ["case", "approval-lapsed", "id"],
  ["case", "approval-ended", "id"],
  ["case", "spot-check-drawn", "approvedBy by id of person"],
  ["case", "spot-check-found", "by finding id"],
  [
    "case",
    "demands-reduced",
    "by clocks.*.clock gates.* grades.*.dimension grades.*.from grades.*.to id part powers.*"
  ],
  ["case", "command-refused", "by rules.*"],
  ["case", "loop-chosen", "loop"],
  ["case", "customer-loop-closed", "by outcome"],
  ["case", "system-loop-closed", "by"],
  ["case", "case-closed", "outcome"],
  ["case", "case-reopened", "cause gate side"],
  ["case", "reopening-parked", "by cause"],
  ["case", "reopening-dismissed", "by"],
  ["case", "customer-confirmed", "by gate onBehalfOf"],
  ["case", "customer-dissatisfied", "by gate onBehalfOf"],
  ["case", "case-withdrawn", "by onBehalfOf"],
  ["case", "case-forwarded", "by"],
  ["case", "case-turned-away", "by"],
  ["case", "alarm-raised", "alarm told.*"],
  ["case", "alarm-cleared", "alarm"],
  ["case", "assumption-broken", "assumption"],
  ["case", "policy-moved", "by from.calendars from.content from.id policy.calendars policy.content policy.id"],
  ["case", "calendars-moved", "by calendars from"],
  ["case", "record-expired", ""],
  ["case", "customer-erased", "by customer"],
  ["case", "message-queued", "audience gate id language message party to"],
  ["case", "message-handed-over", "by id party to"],
  ["case", "message-bounced", "id"],
  ["problem", "case-counted", "case customer"],
  ["problem", "case-uncounted", "case"],
  ["problem", "problem-opened", ""],
  ["problem", "members-told", ""],
  ["problem", "problem-progressed", "case"],
  ["problem", "problem-closed", "case"],
  ["authority", "authority-used", "case power"],
  ["links", "case-linked-from", "case"],
  ["survey", "consent-given", "name"],
  ["survey", "consent-withdrawn", "name"],
  ["survey", "questions-refused", ""],
  ["survey", "questions-welcomed", ""],
  ["survey", "customer-asked", "case channel language period"],
  ["survey", "customer-spared", "because case channel period"],
  ["survey", "customer-erased", "by"],
  ["arrival", "feedback-received", ""],
  ["arrival", "feedback-opened", "case"],
  ["arrival", "feedback-joined", "case"],
  ["arrival", "released", "case"],
  ["arrival", "quarantined", "reason"],
  ["arrival", "message-queued", "audience gate id language message party to"],
  ["policy", "policy-published", "by content policy signedBy"],
  ["policy", "publication-asked", "by content policy"]
]

type ByName<T> = Readonly<Record<string, T>>
const shapes = eventShapes as unknown as ByName<ByName<readonly EventShape[]>>
const rules = streamFields as unknown as ByName<ByName<AnyFields>>
const words = wordsOf(Policy.load(Build.bundle()))
const typed = "Zhang San, 138 0013 8000"

/** Replaces each text by what somebody typed. */
const overwritten = (value: Json): Json => {
  if (typeof value === "string") return typed
  if (Array.isArray(value)) return value.map(overwritten)
  if (typeof value !== "object" || value === null) return value
  // The name of a grade is its dimension.
  const named = (name: string): string => (/^name-\d$/.test(name) ? "urgency" : name)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [named(name), overwritten(inner)]))
}

const textsIn = (value: Json, path = ""): readonly string[] => {
  if (typeof value === "string") return [path]
  if (typeof value !== "object" || value === null) return []
  const entries = Array.isArray(value) ? value.map((inner) => ["*", inner] as const) : Object.entries(value)
  return entries.flatMap(([name, inner]) => textsIn(inner, path === "" ? name : `${path}.${name}`))
}

it.each(clearTexts)("F-E1 · %s %s", (kind, event, texts) => {
  const all = variantsOf(shapes[kind]?.[event]?.at(-1) ?? "nothing")
  const clear = all.flatMap((body) =>
    textsIn(split(overwritten(body) as Body, rules[kind]?.[event] ?? {}, words).clear)
  )
  expect([...new Set(clear)].sort().join(" ")).toBe(texts)
})

it("F-E1 · every event has its row", () => {
  const listed = clearTexts.map(([kind, event]) => `${kind} ${event}`)
  const all = Object.entries(shapes).flatMap(([kind, events]) => Object.keys(events).map((name) => `${kind} ${name}`))
  expect(listed).toEqual(all)
})
