/**
 * Which texts of each event are in the clear. Every text of a sample is replaced by what a person might type. The texts
 * that stay are ids and names that the engine gave, and each of them is listed here.
 */

import { Case, Policy, Text } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { samples, view } from "../../../core/test/text/samples.ts"
import type { Json } from "../../src/port/Event.ts"
import { wordsOf } from "../../src/record/clear/PolicyWords.ts"
import { type Body, join, split } from "../../src/record/clear/Split.ts"
import { streamFields } from "../../src/record/clear/StreamEvents.ts"

const { case: caseFields } = streamFields
const words = wordsOf(Policy.load(Build.bundle()))

/** Text of a person. Texts of a closed union stay clear, since the command's own check refuses others. */
const typed = "Zhang San, 138 0013 8000"

const bodyOf = ({ event: _, at: __, ...body }: Case.CaseEvent): Body => body as unknown as Body

/** Replaces each text by what somebody typed. */
const overwritten = (value: Json): Json => {
  if (typeof value === "string") return typed
  if (Array.isArray(value)) return value.map(overwritten)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, overwritten(inner)]))
}

/** Returns the paths of the texts in a value. */
const textsIn = (value: Json, path = ""): readonly string[] => {
  if (typeof value === "string") return [path]
  if (typeof value !== "object" || value === null) return []
  const entries = Array.isArray(value) ? value.map((inner) => ["*", inner] as const) : Object.entries(value)
  return [...new Set(entries.flatMap(([name, inner]) => textsIn(inner, path === "" ? name : `${path}.${name}`)))]
}

/** The texts of each event that are in the clear, whatever is typed. */
const clearTexts: Readonly<Record<Case.EventName, string>> = {
  "case-opened": "policy.id policy.content policy.calendars receipt.customer receipt.receiver",
  "feedback-joined": "",
  "question-asked": "question missing.*",
  "category-suggested": "",
  "event-happened": "name by",
  "survey-due": "customer",
  "case-split": "to as by",
  "case-followed": "to as by",
  "case-merged": "into by",
  "override-ended": "dimension",
  classified: "understanding.decidedBy",
  "review-asked": "of",
  reclassified: "understanding.decidedBy by",
  "facts-recorded": "cause by",
  "facts-suggested": "by",
  "customer-wrote": "",
  "customer-told": "by",
  "note-added": "by",
  "case-linked": "to as",
  "case-unlinked": "from",
  "problem-told": "problem",
  "problem-progressed": "problem gate progress",
  "problem-closed": "problem by",
  graded:
    "grades.urgency.level grades.urgency.rule grades.urgency.points.*.rule grades.priority.level grades.priority.rule grades.priority.lifted.from grades.priority.lifted.rule",
  regraded: "dimension from grade.level grade.rule",
  "owner-assigned": "owner as",
  "taken-up": "by",
  "department-asked": "department contact",
  "collaborator-joined": "by owner",
  "deputy-acted": "by for as",
  "staff-named": "people.*",
  recused: "person",
  "on-call-asked": "id to owner asked.*",
  "on-call-accepted": "id to from",
  "on-call-lapsed": "id to",
  "department-answered": "department by",
  "team-formed": "owner departments.* members.*",
  delegated: "from to roles.*",
  "handover-offered": "id from to",
  "handover-accepted": "id to",
  "handover-declined": "id by",
  "handover-lapsed": "id",
  "arbiter-called": "arbiter",
  "gate-opened": "gate",
  "gate-evidence-shown": "gate by",
  "gate-signed": "gate by as",
  "gate-passed": "gate by",
  "explanation-given": "gate by id",
  "gate-explained": "gate by",
  "gate-waived": "gate by",
  "gate-lapsed": "gate",
  "gate-not-needed": "gate reason",
  "gate-reopened": "gate",
  "order-violated": "gate after.*",
  "proposal-made": "gate by",
  "proposal-agreed": "gate by",
  "proposal-countered": "gate by",
  "proposal-refused": "gate by",
  "action-planned": "gate actions.*.owner by",
  "action-done": "gate by",
  "attempt-made": "gate by",
  "silence-ended": "gate",
  "survey-answered": "gate by onBehalfOf",
  "case-flagged": "case",
  "verification-failed": "gate",
  "clock-started": "clock target._tag calendar",
  "clock-paused": "clock",
  "clock-resumed": "clock",
  "pause-capped": "clock",
  "clock-reminded": "clock mark",
  "clock-escalated": "clock mark told.*",
  "clock-met": "clock",
  "clock-missed": "clock cause",
  "miss-refuted": "clock",
  "clock-extended": "clock by target._tag",
  "deadline-moved": "clock cause target._tag",
  "clock-kept": "clock target._tag",
  "clock-cancelled": "clock",
  "policy-moved": "policy.id policy.content policy.calendars from.id from.content from.calendars by",
  "calendars-moved": "calendars from by",
  "record-expired": "",
  "customer-erased": "by",
  compensated: "id by approvedBy",
  discounted: "id by",
  "resources-granted": "id by",
  "approval-asked": "approval.id approval.command.do approval.by approval.from approval.person approval.rules.*",
  approved: "id by policy",
  denied: "id by",
  "approval-ended": "id",
  "approval-lapsed": "id",
  "spot-check-drawn": "id of by person",
  "spot-check-found": "id by finding",
  "demands-reduced": "id by gates.* grades.*.dimension grades.*.from grades.*.to clocks.*.clock powers.*",
  "command-refused": "by rules.*",
  "loop-chosen": "loop",
  "customer-loop-closed": "outcome",
  "system-loop-closed": "",
  "case-closed": "outcome",
  "case-reopened": "gate side cause",
  "customer-confirmed": "gate by",
  "customer-dissatisfied": "by",
  "case-forwarded": "by",
  "case-turned-away": "by",
  "reopening-parked": "cause by",
  "reopening-dismissed": "by",
  "alarm-raised": "alarm told.*",
  "alarm-cleared": "alarm",
  "assumption-broken": "assumption",
  "case-withdrawn": "by",
  "message-queued": "id message to audience language",
  "message-handed-over": "id",
  "message-bounced": "id"
}

/** The words of a policy that has every name of the samples. */
const everyName = { has: () => true, isClearFact: () => true }

const clearOf = (name: string, body: Body) => split(body, caseFields[name as Case.EventName], words)

const hit = { word: "invoice", start: 4, end: 11 }
const understood: Case.EventNamed<"classified">["understanding"] = {
  ...samples.classified.understanding,
  hits: [{ ...hit, category: "billing" }],
  candidates: [{ category: "billing", hits: [{ ...hit, category: "billing" }] }],
  emotionHits: [{ ...hit, level: "furious", moved: "stronger", by: "very" }],
  signals: ["danger"],
  signalHits: [{ ...hit, signal: "danger" }],
  kindHits: [{ ...hit, kind: "complaint" }]
}

/** The samples, and further ones for fields that these lack. */
const events: readonly (readonly [string, Case.CaseEvent])[] = [
  ...Object.entries(samples),
  ["classified", { ...samples.classified, understanding: understood }],
  ["reclassified", { ...samples.reclassified, understanding: understood, words: ["late"] }],
  ["regraded", { ...samples.regraded, reason: typed, grade: { level: "P1", rule: "regrade", by: "ann" } }],
  ["deadline-moved", { ...samples["deadline-moved"], cause: "manual", reason: typed, by: "ann" }],
  ["deadline-moved", { ...samples["deadline-moved"], cause: "regraded", reason: typed }]
]

describe("F-E1 · what a person types is sealed, event by event", () => {
  it.each(Object.entries(samples))("%s", (name, event) => {
    const { clear } = clearOf(name, overwritten(bodyOf(event)) as Body)
    expect(textsIn(clear).join(" ")).toBe(clearTexts[name as Case.EventName])
  })

  it.each(events)("%s is put together again as it was", (name, event) => {
    for (const body of [bodyOf(event), overwritten(bodyOf(event)) as Body]) {
      const { clear, secret } = clearOf(name, body)
      expect(secret === undefined ? clear : join(clear, secret)).toEqual(body)
    }
  })

  it.each(events)("%s is still folded and told after its key is gone", (name, event) => {
    const { clear } = split(bodyOf(event), caseFields[name as Case.EventName], everyName)
    const erased = { event: name, at: event.at, ...clear } as unknown as Case.CaseEvent
    expect(() => Case.evolve(Case.evolve(Case.empty("A"), samples["case-opened"]), erased)).not.toThrow()
    for (const language of ["en", "zh-CN"] as const)
      expect(Text.event(erased, language, view)).not.toMatch(/undefined|NaN/)
  })

  it("found words are the customer's and sealed; their places and meanings stay", () => {
    const { clear } = clearOf("classified", { understanding: understood as unknown as Json })
    expect(clear).toMatchObject({
      understanding: {
        hits: [{ start: 4, end: 11, category: "billing" }],
        emotionHits: [{ start: 4, end: 11, level: "furious", moved: "stronger" }]
      }
    })
    expect(JSON.stringify(clear)).not.toMatch(/invoice|very/)
  })

  it("a field without a rule is sealed, and so is an event without rules", () => {
    expect(split({ gate: "told", by: "ann", said: typed }, caseFields["gate-opened"], words)).toEqual({
      clear: { gate: "told" },
      secret: { by: "ann", said: typed }
    })
    expect(split({ gate: "told", why: "loops.1" }, {}, words)).toEqual({
      clear: { why: "loops.1" },
      secret: { gate: "told" }
    })
    expect(split({ constructor: "x" }, {}, words).clear).toEqual({})
  })

  it("a fact is clear if the policy declares it, it is not personal, and its value is not free text", () => {
    const fact = (name: string, value: Json): boolean => words.isClearFact(name, value)
    const declared = Object.entries(Build.bundle().facts)
    for (const [name, { type, personal }] of declared) {
      expect(fact(name, typed), name).toBe(false)
      if (type._tag === "OneOf") expect(fact(name, type.values[0] ?? ""), name).toBe(personal === undefined)
      if (type._tag === "Amount") expect(fact(name, 12), name).toBe(personal === undefined)
    }
    expect(declared.some(([, { type }]) => type._tag === "OneOf")).toBe(true)
    expect(fact("no-such-fact", 1)).toBe(false)
    expect(fact("toString", 1)).toBe(false)
  })

  it("the engine's reasons, words of the policy, dates and amounts are clear; other texts in their place are not", () => {
    const denied = (reason: string) => split({ id: "a1", reason }, caseFields.denied, words).clear
    expect(denied("unanswered")).toEqual({ id: "a1", reason: "unanswered" })
    expect(denied("unanswered by Zhang San")).toEqual({ id: "a1" })
    const planned = (due: string) =>
      split({ actions: [{ what: typed, owner: "bob", due }] }, caseFields["action-planned"], words).clear
    expect(planned("2026-12-01")).toEqual({ actions: [{ owner: "bob", due: "2026-12-01" }] })
    expect(planned("2026-12-01, ask Zhang")).toEqual({ actions: [{ owner: "bob" }] })
    const wrote = (channel: string) => split({ channel, text: "?" }, caseFields["customer-wrote"], words).clear
    expect(wrote("mail")).toEqual({ channel: "mail" })
    expect(wrote("Zhang's phone")).toEqual({})
  })
})
