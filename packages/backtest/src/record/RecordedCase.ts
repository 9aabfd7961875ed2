/** One case as a record tells it: what was known when, what happened, what was decided then, and what came of it. */
import type { Happened, Submission } from "@hearback/core"
import type { Doing } from "./CaseActs.ts"

export type Facts = Submission.Facts

/** What came with the feedback. An absent member: this case has none. Whether a record would tell it says `Known`. */
export interface RecordedFeedback {
  readonly channel?: string
  readonly customer?: string
  readonly kind?: string
  readonly category?: string
  readonly verbatim?: string
  readonly score?: number
  /** Contacts of this customer about the same matter, this one included. */
  readonly contacts?: number
}

/** Something that happened to a case.  Units: ms since 1970. */
export interface RecordedMoment {
  readonly at: number
  readonly what: Happened.Happened
}

/** What was decided then, as far as the record tells it. */
export interface DecidedThen {
  /** Levels by dimension. */
  readonly grades: Readonly<Record<string, string>>
  /** By clock: whether the promise was kept. */
  readonly kept: Readonly<Record<string, boolean>>
}

export interface RecordedCase {
  readonly id: string
  /** Units: ms since 1970. */
  readonly receivedAt: number
  readonly said: RecordedFeedback
  /** Known at the receipt. */
  readonly facts: Facts
  /** In the order of their instants. */
  readonly moments: readonly RecordedMoment[]
  /** What people and customers did, in the order of its instants; empty where the record does not tell it. */
  readonly doings: readonly Doing[]
  readonly decided: DecidedThen
  /** What came of it: `reopened`, `escalated` … */
  readonly outcomes: readonly string[]
  /** How often the case went from one owner to another; absent where the record does not tell its owners. */
  readonly handedOver?: number
  /** What the customer was given, in whole units of the policy's currency. */
  readonly compensated?: number
}

/** What a record tells of its cases at all: what it never tells was not recorded, what it leaves empty is known to be absent. */
export interface RecordScope {
  /** Everything that a policy can read was recorded. */
  readonly all?: true
  readonly said: ReadonlySet<keyof RecordedFeedback>
  /** What happened can be of these kinds, by `keyOf`. */
  readonly happened: ReadonlySet<string>
}

/** Returns a name for a kind of happening: what of two of one name happened is the same. */
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

/** Stands for words that were not recorded: a case is opened by words or a score. */
export const wordless = "–"
