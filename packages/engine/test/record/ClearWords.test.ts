/**
 * Which texts of every event are in the clear only under a condition: a word of the policy, a reason of the engine, a
 * date, an amount. Texts in no row here and in none of `Sealed.test.ts` are always sealed. Numbers and yes or no are
 * clear, except those that are part of what somebody said.
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

const rows: readonly (readonly [kind: string, event: string, texts: string])[] = [
  [
    "case",
    "case-opened",
    "facts.urgency:sealed receipt.category:word receipt.channel:word receipt.consent.*:word receipt.facts.urgency:sealed receipt.kind:word receipt.suggested.category:word receipt.suggested.runnerUp:word"
  ],
  ["case", "category-suggested", "category:word hits.*.category:word kind:word"],
  [
    "case",
    "classified",
    "understanding.candidates.*.category:word understanding.candidates.*.hits.*.category:word understanding.category:word understanding.emotion:word understanding.emotionHits.*.level:word understanding.hits.*.category:word understanding.kind:word understanding.kindHits.*.kind:word understanding.second.category:word understanding.signalHits.*.signal:word understanding.signals.*:word"
  ],
  ["case", "review-asked", "candidates.*:word"],
  [
    "case",
    "reclassified",
    "reason:reason understanding.candidates.*.category:word understanding.candidates.*.hits.*.category:word understanding.category:word understanding.emotion:word understanding.emotionHits.*.level:word understanding.hits.*.category:word understanding.kind:word understanding.kindHits.*.kind:word understanding.second.category:word understanding.signalHits.*.signal:word understanding.signals.*:word"
  ],
  ["case", "facts-recorded", "facts.urgency:sealed reason:reason"],
  ["case", "facts-suggested", "facts.urgency:sealed"],
  ["case", "feedback-joined", "channel:word consent.*:word facts.urgency:sealed"],
  ["case", "survey-due", "channel:word"],
  ["case", "customer-wrote", "channel:word consent.*:word facts.urgency:sealed"],
  ["case", "case-split", "category:word channel:word consent.*:word facts.urgency:sealed kind:word reason:reason"],
  ["case", "case-followed", "category:word channel:word consent.*:word facts.urgency:sealed kind:word"],
  ["case", "case-merged", "reason:reason"],
  ["case", "regraded", "reason:reason"],
  ["case", "owner-assigned", "reason:reason"],
  ["case", "deputy-acted", "asked:word"],
  ["case", "on-call-lapsed", "reason:reason"],
  ["case", "delegated", "reason:reason"],
  ["case", "handover-offered", "reason:reason"],
  ["case", "handover-declined", "reason:reason"],
  ["case", "handover-lapsed", "reason:reason"],
  [
    "case",
    "gate-evidence-shown",
    "evidence.actions.*.due:date evidence.category:word evidence.decision:word evidence.fields.urgency:sealed evidence.method:word evidence.until:date"
  ],
  [
    "case",
    "gate-passed",
    "evidence.actions.*.due:date evidence.category:word evidence.decision:word evidence.fields.urgency:sealed evidence.method:word evidence.until:date"
  ],
  ["case", "explanation-given", "reason:reason"],
  ["case", "gate-explained", "reason:reason"],
  ["case", "gate-waived", "reason:reason"],
  ["case", "gate-lapsed", "reason:reason"],
  ["case", "gate-reopened", "reason:reason"],
  ["case", "action-planned", "actions.*.due:date"],
  ["case", "survey-answered", "answers.urgency:sealed channel:word skipped.*:word"],
  ["case", "attempt-made", "channel:word"],
  ["case", "verification-failed", "reason:reason"],
  ["case", "clock-started", "switches.*.of.*:word switches.*.reason:word"],
  ["case", "clock-paused", "switch.of.*:word switch.reason:word"],
  ["case", "clock-resumed", "switch.of.*:word switch.reason:word"],
  ["case", "pause-capped", "reason:word"],
  ["case", "clock-extended", "reason:reason"],
  ["case", "deadline-moved", "reason:reason"],
  ["case", "clock-cancelled", "reason:reason"],
  ["case", "compensated", "exchanged.amount:amount exchanged.of:date exchanged.rate:amount reason:reason"],
  ["case", "discounted", "exchanged.amount:amount exchanged.of:date exchanged.rate:amount reason:reason"],
  ["case", "resources-granted", "exchanged.amount:amount exchanged.of:date exchanged.rate:amount reason:reason"],
  [
    "case",
    "approval-asked",
    "approval.command.amount:amount approval.command.clock:word approval.command.gate:word approval.command.reason:reason approval.command.to:word approval.command.until:date approval.exchanged.amount:amount approval.exchanged.of:date approval.exchanged.rate:amount"
  ],
  ["case", "denied", "asked:word reason:reason"],
  ["case", "approval-ended", "asked:word reason:reason"],
  ["case", "spot-check-found", "reason:reason"],
  ["case", "demands-reduced", "reason:reason"],
  ["case", "command-refused", "asked:word"],
  ["case", "case-reopened", "reason:reason"],
  ["case", "reopening-dismissed", "reason:reason"],
  ["case", "case-withdrawn", "reason:reason"],
  ["case", "case-forwarded", "reason:reason"],
  ["case", "case-turned-away", "reason:reason"],
  ["case", "assumption-broken", "because:word"],
  ["case", "policy-moved", "reason:reason"],
  ["case", "calendars-moved", "reason:reason"],
  ["case", "customer-erased", "reason:reason"],
  ["case", "message-queued", "channel:word"],
  ["case", "message-bounced", "reason:reason"],
  [
    "arrival",
    "feedback-received",
    "channel:word feedback.facts.slow:sealed feedback.facts.urgency:sealed feedback.history.answered:sealed feedback.history.closed:sealed feedback.score:sealed feedback.suggested.confidence:sealed feedback.suggested.spans.*.*:sealed source.history:sealed source.line:sealed"
  ],
  ["arrival", "quarantined", "says.urgency:sealed source.history:sealed source.line:sealed"],
  ["arrival", "message-queued", "channel:word"],
  ["policy", "policy-published", "reason:reason"],
  ["policy", "publication-asked", "reason:reason"]
]

type ByName<T> = Readonly<Record<string, T>>
const shapes = eventShapes as unknown as ByName<ByName<readonly EventShape[]>>
const fields = streamFields as unknown as ByName<ByName<AnyFields>>
const words = wordsOf(Policy.load(Build.bundle()))

const texts = { word: "billing", reason: "unanswered", date: "2026-12-01", amount: "1,200 CNY" } as const
/** The names of a dimension, which is no fact, and of a fact of yes or no. */
const names: ByName<string> = { "name-1": "urgency", "name-3": "slow", "name-4": "slow" }

const said = (value: Json, text: string): Json => {
  if (typeof value === "string") return text
  if (Array.isArray(value)) return value.map((item) => said(item, text))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [names[name] ?? name, said(inner, text)]))
}

type Leaf = readonly [path: string, isText: boolean]

const leavesOf = (value: Json | undefined, path = ""): readonly Leaf[] => {
  if (typeof value !== "object" || value === null) return value === undefined ? [] : [[path, typeof value === "string"]]
  const entries = Array.isArray(value) ? value.map((inner) => ["*", inner] as const) : Object.entries(value)
  return entries.flatMap(([name, inner]) => leavesOf(inner, path === "" ? name : `${path}.${name}`))
}

const textsOf = (leaves: readonly Leaf[]): readonly string[] =>
  leaves.flatMap(([path, isText]) => (isText ? [path] : []))
const othersOf = (leaves: readonly Leaf[]): readonly string[] =>
  leaves.flatMap(([path, isText]) => (isText ? [] : [path]))

/** Returns what may be in the clear, as `path:reason`, and what is sealed although it is not text, as `path:sealed`. */
const conditional = (kind: string, event: string): string => {
  const bodies = variantsOf(shapes[kind]?.[event]?.at(-1) ?? "nothing")
  const leaves = (text: string) => {
    const all = bodies.map((body) => said(body, text) as Body)
    const clear = all.flatMap((body) => leavesOf(split(body, fields[kind]?.[event] ?? {}, words).clear))
    return { all: all.flatMap((body) => leavesOf(body)), clear }
  }
  const always = leaves("Zhang San")
  const clearNumbers = new Set(othersOf(always.clear))
  const isAlways = new Set(textsOf(always.clear))
  const found = [
    ...othersOf(always.all).flatMap((path) => (clearNumbers.has(path) ? [] : [`${path}:sealed`])),
    ...Object.entries(texts).flatMap(([name, text]) =>
      textsOf(leaves(text).clear).flatMap((path) => (isAlways.has(path) ? [] : [`${path}:${name}`]))
    )
  ]
  const isWord = (one: string): boolean => one.endsWith(":reason") && found.includes(one.replace(/:reason$/, ":word"))
  return [...new Set(found)]
    .filter((one) => !isWord(one))
    .sort()
    .join(" ")
}

it.each(Object.entries(shapes).flatMap(([kind, events]) => Object.keys(events).map((event) => [kind, event] as const)))(
  "F-E1 · %s %s",
  (kind, event) => {
    const row = rows.find(([ofKind, name]) => ofKind === kind && name === event)
    expect(conditional(kind, event)).toBe(row?.[2] ?? "")
  }
)
