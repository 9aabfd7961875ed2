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
export interface CaseListRow {
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
  /** Gates that can be worked on now. */
  readonly openGates?: readonly string[]
  /** Whom the case waits for beside its owner, by name, and for what. */
  readonly awaits?: readonly { readonly as: string; readonly who: string }[]
  /** Added by a later version or a host; stored and given back, never searched. */
  readonly more?: Readonly<Record<string, Json>>
}

export interface CaseListQuery {
  readonly owner?: string | readonly string[]
  readonly state?: CaseState | readonly CaseState[]
  readonly kind?: string
  readonly category?: string
  readonly customer?: string
  readonly problem?: string
  /** Of each of these dimensions the case has this level. */
  readonly grades?: Readonly<Record<string, string>>
  /** This gate can be worked on now. */
  readonly openGate?: string
  /** Received from then on, and before then.  Units: ms since 1970. */
  readonly receivedFrom?: number
  readonly receivedBefore?: number
  /** Open cases of this owner, and all cases that wait for one of these names. */
  readonly concerns?: { readonly owner: string; readonly names: readonly string[] }
  /**
   * `due`: nearest promise first, those without one last. `received`: oldest first, `latest`: the other way round. Ties by
   * id. Default `due`.
   */
  readonly order?: "due" | "received" | "latest"
  /** `next` of the page before. */
  readonly after?: string
  /** Default 50, at most 200. */
  readonly limit?: number
}

/**
 * Returns what a row can be found by beside its columns, each a text without a line break: its grades and its open gates,
 * sorted, so that equal rows have equal tags. A store that searches texts keeps these.
 */
export const tagsOf = ({ grades, openGates = [] }: Pick<CaseListRow, "grades" | "openGates">): readonly string[] =>
  [...Object.entries(grades).map(([dimension, level]) => gradeTag(dimension, level)), ...openGates.map(gateTag)].sort()

const gradeTag = (dimension: string, level: string): string => `grade ${JSON.stringify([dimension, level])}`
const gateTag = (gate: string): string => `gate ${JSON.stringify(gate)}`

/** Returns the tags that a row needs to answer a query. */
export const tagsAsked = ({ grades = {}, openGate }: CaseListQuery): readonly string[] =>
  tagsOf({ grades, openGates: openGate === undefined ? [] : [openGate] })

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

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  /**
   * Give it as `after` to read the next page; absent on the last page. It stays valid while rows come, go and change.
   */
  readonly next?: string
}

export interface RowCount {
  readonly count: number
  /** True when there are more than `count`. */
  readonly capped: boolean
}

/** Counting stops here: nobody reads a larger number, and a store would have to read every row. */
export const countCap = 10_000
