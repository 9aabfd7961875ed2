/** One case as a record tells it: its facts, the events after it was opened, the past decisions and its outcomes. */
import type { Happened, Submission } from "@hearback/core"
import type { Doing } from "./CaseActs.ts"

/** Facts of a case by name. */
export type Facts = Submission.Facts

/**
 * The feedback that opened a case. If a member is absent, the case has none. `RecordScope` says whether the record
 * could tell it.
 */
export interface RecordedFeedback {
  readonly channel?: string
  readonly customer?: string
  readonly kind?: string
  readonly category?: string
  readonly verbatim?: string
  readonly score?: number
  /** The number of contacts of this customer about the same matter, this one included. */
  readonly contacts?: number
}

/** An event of a case and its instant.  Units: ms since 1970. */
export interface RecordedMoment {
  readonly at: number
  readonly what: Happened.Happened
}

/** The past decisions on a case, as far as the record tells them. */
export interface DecidedThen {
  /** The level of each dimension. */
  readonly grades: Readonly<Record<string, string>>
  /** For each clock, whether the promise was kept. */
  readonly kept: Readonly<Record<string, boolean>>
}

/** A case to be decided again by a policy. */
export interface RecordedCase {
  readonly id: string
  /** When the feedback was received.  Units: ms since 1970. */
  readonly receivedAt: number
  readonly said: RecordedFeedback
  /** Facts that were known when the feedback was received. */
  readonly facts: Facts
  /** Events after the receipt, in order of time. */
  readonly moments: readonly RecordedMoment[]
  /** Acts of people and customers, in order of time; empty if the record does not tell them. */
  readonly doings: readonly Doing[]
  readonly decided: DecidedThen
  /** The outcomes of the case, such as `reopened` or `escalated`. */
  readonly outcomes: readonly string[]
  /** How often the owner changed; absent if the record does not tell owners. */
  readonly handedOver?: number
  /** What the customer was given, in whole units of the policy's currency. */
  readonly compensated?: number
}

/**
 * Which things a record can tell of its cases. What is outside this scope is unknown; inside it, an absent value
 * means that the case has none.
 */
export interface RecordScope {
  /** Everything that a policy can read was recorded. */
  readonly all?: true
  readonly said: ReadonlySet<keyof RecordedFeedback>
  /** The kinds of events that were recorded, as names from `keyOf`. */
  readonly happened: ReadonlySet<string>
}

/** Returns the name of an event's kind. Two events with the same name are the same event for a policy. */
export const keyOf = (what: Happened.Happened): string => {
  switch (what._tag) {
    case "GatePassed":
      return `gate ${what.gate}`
    case "EventHappened":
      return `event ${what.event}`
    default:
      return what._tag
  }
}

/** Replaces words that were not recorded, because a case can only be opened with words or a score. */
export const wordless = "–"
