/** The fields that may stand in the clear of events of surveys, problems, uses of authority and arrivals. */
import type { Case, Command, Gathered, Problem, Publication, Refusal, SurveyedCustomer } from "@hearback/core"
import type { ArrivalSource } from "../../port/ArrivalSource.ts"
import type { ClearFields } from "./FieldRule.ts"
import { messageQueued } from "./MessageFields.ts"

export const surveyFields: ClearFields<SurveyedCustomer.CustomerEvents> = {
  "consent-given": { name: "id", until: "plain" },
  "consent-withdrawn": { name: "id" },
  "questions-refused": {},
  "questions-welcomed": {},
  "customer-asked": { channel: "id", subject: "sealed", text: "sealed", language: "plain", case: "id", period: "id" },
  "customer-spared": { channel: "id", because: "plain", case: "id", period: "id" },
  "customer-erased": { by: "id" }
}

export const problemFields: ClearFields<Problem.ProblemEvents> = {
  "case-counted": { case: "id", customer: "id", at: "plain" },
  "case-uncounted": { case: "id" },
  "problem-opened": {},
  "members-told": { customers: "plain", cases: "plain", open: "plain" },
  "problem-progressed": { case: "id", failed: "plain" },
  "problem-closed": { case: "id" }
}

const publication = { policy: "id", content: "id", effectiveAt: "plain", by: "id", reason: "reason" } as const

export const publicationFields: ClearFields<Publication.PublicationEvents> = {
  "policy-published": { ...publication, signedBy: "id" },
  "publication-asked": publication
}

export const ledgerFields: ClearFields<{ readonly "authority-used": Gathered.LedgerEntry }> = {
  "authority-used": { case: "id", power: "plain", amount: "plain", at: "plain" }
}

/** A line in the stream of a case that another was linked to. */
export const linkFields: ClearFields<{ readonly "case-linked-from": { readonly case: string } }> = {
  "case-linked-from": { case: "id" }
}

/** Events of one arrival. */
export interface ArrivalEvents {
  "feedback-received": {
    /** Of the channel's own message: often an address. */
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
  /** Without a case where the same row stands elsewhere. */
  released: { readonly case?: string }
  /**
   * `reason`: the code alone; `said`: all that was said, where that is more; `says`: what its sentence needs. A row that
   * was read is kept as it came.
   */
  quarantined: {
    readonly reason: string
    readonly said?: string
    readonly says?: Refusal.Says
    readonly raw?: string
    readonly source?: ArrivalSource
  }
  /** Whoever sees to the quarantine is told. */
  "message-queued": Case.Bodies["message-queued"]
}

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
