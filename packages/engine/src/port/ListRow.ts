/**
 * The rows that lists are made of: one per case, one per arrival. They are written in the same append as the
 * events they follow from, so a list shows what was just done. No row carries personal data beyond ids.
 */
import type { Case } from "@hearback/core"
import type { Json } from "./Event.ts"

export type CaseState = Case.Standing

/** Cases on which work may still be owed. */
export const openStates: readonly CaseState[] = ["open", "customer-loop-closed"]

/** A case in a list, and when time next matters to it.  Units: instants in ms since 1970. */
export interface CaseRow {
  readonly id: string
  readonly kind: string
  readonly category: string
  readonly loop: string
  readonly priority?: string
  readonly grades: Readonly<Record<string, string>>
  readonly owner: string
  readonly customer?: string
  readonly channel: string
  readonly state: CaseState
  readonly outcome?: string
  readonly receivedAt: number
  readonly updatedAt: number
  /** The next instant at which time itself is a command; null when there is none. */
  readonly dueAt: number | null
  /** The nearest promise to the customer; null when none is running. */
  readonly promiseAt: number | null
  readonly review?: string
  readonly problem?: string
  /** Added by a later version or a host; stored and given back, never searched. */
  readonly more?: Readonly<Record<string, Json>>
}

export interface CaseQuery {
  readonly owner?: string | readonly string[]
  readonly state?: CaseState | readonly CaseState[]
  readonly kind?: string
  readonly category?: string
  readonly customer?: string
  readonly problem?: string
  /** `due`: nearest promise first, those without one last. `received`: oldest first. Ties by id. Default `due`. */
  readonly order?: "due" | "received"
  /** `next` of the page before. */
  readonly after?: string
  /** Default 50, at most 200. */
  readonly limit?: number
}

export type IntakeState = "received" | "opened" | "joined" | "quarantined" | "released"

/** An arrival in a list. */
export interface IntakeRow {
  /** A hash of the channel's own key, which may be an address. */
  readonly key: string
  readonly channel: string
  readonly receivedAt: number
  readonly state: IntakeState
  /** Why it is in quarantine: a code. */
  readonly reason?: string
  /** The case that it opened or joined. */
  readonly caseId?: string
}

/** Oldest first. */
export interface IntakeQuery {
  readonly state?: IntakeState | readonly IntakeState[]
  readonly channel?: string
  readonly key?: string
  readonly after?: string
  readonly limit?: number
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Opaque; absent on the last page. Stays good while rows come, go and change. */
  readonly next?: string
}

export interface Count {
  readonly count: number
  /** True when there are more than `count`. */
  readonly capped: boolean
}

/** Counting stops here: nobody reads a larger number, and a store would have to walk it. */
export const countCap = 10_000
