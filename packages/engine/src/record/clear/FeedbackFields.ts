import type { Case } from "@hearback/core"
import type { ClearFields } from "./FieldRule.ts"

type Conversation = Pick<
  Case.Bodies,
  | "feedback-joined"
  | "question-asked"
  | "event-happened"
  | "survey-due"
  | "customer-wrote"
  | "customer-told"
  | "note-added"
>
type Feedback = Pick<
  Case.Bodies,
  | "case-opened"
  | "category-suggested"
  | "classified"
  | "review-asked"
  | "reclassified"
  | "facts-recorded"
  | "facts-suggested"
>
type Relations = Pick<
  Case.Bodies,
  | "case-split"
  | "case-followed"
  | "case-merged"
  | "case-linked"
  | "case-unlinked"
  | "problem-told"
  | "problem-progressed"
  | "problem-closed"
>

/** A found word is the customer's own and is sealed; its place and its meaning are not. */
const found = { word: "sealed", start: "plain", end: "plain" } as const
const categoryHits = { each: { members: { ...found, category: "name" } } } as const
const understanding = {
  members: {
    kind: "name",
    category: "name",
    confidence: "plain",
    sure: "plain",
    hits: categoryHits,
    second: { members: { category: "name", confidence: "plain" } },
    candidates: { each: { members: { category: "name", hits: categoryHits } } },
    emotion: "name",
    emotionHits: { each: { members: { ...found, level: "name", moved: "plain", by: "sealed" } } },
    signals: { each: "name" },
    signalHits: { each: { members: { ...found, signal: "name" } } },
    kindHits: { each: { members: { ...found, kind: "name", tone: "plain" } } },
    classifier: "plain",
    chosen: "plain",
    decidedBy: "id"
  }
} as const

/** The rules of what comes with the customer's words. */
const brought = {
  happenedAt: "sealed",
  where: "sealed",
  demand: "sealed",
  hopedForBy: "sealed",
  score: "plain",
  consent: { each: "name" },
  attachments: "sealed",
  facts: "facts",
  addresses: "sealed"
} as const

const feedback: ClearFields<Feedback> = {
  "case-opened": {
    policy: { members: { id: "id", content: "id", calendars: "id" } },
    receipt: {
      members: {
        channel: "name",
        customer: "id",
        customerName: "sealed",
        customerLanguage: "plain",
        verbatim: "sealed",
        description: "sealed",
        kind: "name",
        category: "name",
        ...brought,
        suggested: {
          members: { category: "name", confidence: "plain", spans: "plain", runnerUp: "name", failed: "plain" }
        },
        history: "plain",
        receiver: "id",
        receivedAt: "plain",
        loggedAt: "plain"
      }
    },
    facts: "facts",
    contacts: "plain",
    customerName: "sealed",
    of: { members: { case: "id", as: "plain" } }
  },
  "category-suggested": { kind: "name", category: "name", confidence: "plain", hits: categoryHits },
  classified: { understanding },
  "review-asked": { of: "id", candidates: { each: "name" } },
  reclassified: { understanding, by: "id", reason: "reason", words: "sealed" },
  "facts-recorded": { facts: "facts", addresses: "sealed", score: "plain", cause: "plain", reason: "reason", by: "id" },
  "facts-suggested": { facts: "facts", by: "id" }
}

const conversation: ClearFields<Conversation> = {
  "feedback-joined": {
    channel: "name",
    receivedAt: "plain",
    contacts: "plain",
    text: "sealed",
    customer: "id",
    customerName: "sealed",
    language: "plain",
    from: "id",
    links: { each: "id" },
    siblings: { each: "id" },
    ...brought,
    again: "plain"
  },
  "question-asked": { question: "id", text: "sealed", missing: { each: "id" } },
  "event-happened": { name: "id", by: "id" },
  "survey-due": { channel: "name", customer: "id" },
  "customer-wrote": { text: "sealed", channel: "name", as: "plain", customer: "id", ...brought },
  "customer-told": { text: "sealed", by: "id" },
  "note-added": { text: "sealed", by: "id" }
}

const offshoot = {
  to: "id",
  as: "plain",
  text: "sealed",
  receivedAt: "plain",
  by: "id",
  channel: "name",
  kind: "name",
  category: "name",
  customer: "id",
  ...brought
} as const

const relations: ClearFields<Relations> = {
  "case-split": { ...offshoot, reason: "reason" },
  "case-followed": offshoot,
  "case-merged": { into: "id", by: "id", reason: "reason" },
  "case-linked": { to: "id", as: "plain" },
  "case-unlinked": { from: "id" },
  "problem-told": { problem: "id", customers: "plain", cases: "plain", open: "plain", progress: "plain", by: "id" },
  "problem-progressed": { problem: "id", gate: "id", progress: "plain" },
  "problem-closed": { problem: "id", by: "id" }
}

/** The fields that may be in the clear of events about feedback, the conversation and relations. */
export const feedbackFields: ClearFields<Feedback & Conversation & Relations> = {
  ...feedback,
  ...conversation,
  ...relations
}
