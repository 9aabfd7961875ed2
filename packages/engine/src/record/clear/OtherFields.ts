/** The fields that may be in the clear of events of surveys, problems, publications, uses of authority and arrivals. */
import type { Case, Command, Gathered, Problem, Publication, Refusal, SurveyedCustomer } from "@hearback/core"
import type { ArrivalSource } from "../../port/ArrivalSource.ts"
import type { ClearFields } from "./FieldRule.ts"
import { messageQueued } from "./MessageFields.ts"

/** The fields of a customer's stream. */
export const surveyFields: ClearFields<SurveyedCustomer.CustomerEvents> = {
  "consent-given": { name: "id", until: "plain" },
  "consent-withdrawn": { name: "id" },
  "questions-refused": {},
  "questions-welcomed": {},
  "customer-asked": { channel: "id", subject: "sealed", text: "sealed", language: "plain", case: "id", period: "id" },
  "customer-spared": { channel: "id", because: "plain", case: "id", period: "id" },
  "customer-erased": { by: "id" }
}

/** The fields of a problem's stream. */
export const problemFields: ClearFields<Problem.ProblemEvents> = {
  "case-counted": { case: "id", customer: "id", at: "plain" },
  "case-uncounted": { case: "id" },
  "problem-opened": {},
  "members-told": { customers: "plain", cases: "plain", open: "plain" },
  "problem-progressed": { case: "id", failed: "plain" },
  "problem-closed": { case: "id" }
}

const publication = { policy: "id", content: "id", effectiveAt: "plain", by: "id", reason: "reason" } as const

/** The fields of publications. */
export const publicationFields: ClearFields<Publication.PublicationEvents> = {
  "policy-published": { ...publication, signedBy: "id" },
  "publication-asked": publication
}

/** The fields of uses of authority. */
export const ledgerFields: ClearFields<{ readonly "authority-used": Gathered.LedgerEntry }> = {
  "authority-used": { case: "id", power: "plain", amount: "plain", at: "plain" }
}

/** The fields of links: an event in the stream of a case to which another one was linked. */
export const linkFields: ClearFields<{ readonly "case-linked-from": { readonly case: string } }> = {
  "case-linked-from": { case: "id" }
}

/** The events of one arrival. */
export interface ArrivalEvents {
  "feedback-received": {
    /** The key of the channel's own message, often an address. */
    readonly key: string
    readonly channel: string
    readonly receivedAt: number
    readonly actor: string
    readonly problem?: string
    readonly thread?: string
    readonly automatic?: boolean
    readonly feedback?: Command.Submission
    readonly raw?: string
    readonly source?: ArrivalSource
  }
  "feedback-opened": { readonly case: string }
  "feedback-joined": { readonly case: string }
  /** The arrival was released; without a case if the same row came elsewhere. */
  released: { readonly case?: string }
  /**
   * The arrival went into quarantine. `reason`: the code alone; `said`: the whole reason, if it is more; `says`: the
   * values of its sentence. A row that was read is kept as it came.
   */
  quarantined: {
    readonly reason: string
    readonly said?: string
    readonly says?: Refusal.Says
    readonly raw?: string
    readonly source?: ArrivalSource
  }
  /** Whoever looks after the quarantine is notified. */
  "message-queued": Case.Bodies["message-queued"]
}

/** The fields of an arrival's stream. */
export const arrivalFields: ClearFields<ArrivalEvents> = {
  "feedback-received": {
    key: "sealed",
    channel: "name",
    receivedAt: "plain",
    actor: "sealed",
    problem: "sealed",
    thread: "sealed",
    automatic: "plain",
    feedback: "sealed",
    raw: "sealed",
    source: "sealed"
  },
  "feedback-opened": { case: "id" },
  "feedback-joined": { case: "id" },
  released: { case: "id" },
  quarantined: { reason: "id", said: "sealed", says: "sealed", raw: "sealed", source: "sealed" },
  "message-queued": messageQueued
}
