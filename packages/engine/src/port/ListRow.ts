/**
 * The rows of lists: one for each case, one for each arrival. They are written in the same append as the events from
 * which they follow, so a list shows what was just done. No row contains personal data except ids.
 */
import type { Case } from "@hearback/core"
import type { Json } from "./Event.ts"

/** The state of a case in lists. */
export type CaseState = Case.Standing

/** The states of cases on which work may be open. */
export const openStates: readonly CaseState[] = ["open", "customer-loop-closed"]

/** A case in a list, with its next instants.  Units: instants in ms since 1970. */
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
  /** The next due instant; null if there is none. */
  readonly dueAt: number | null
  /** The promise to the customer that is due next; null if none is running. */
  readonly promiseAt: number | null
  readonly review?: string
  readonly problem?: string
  /** The gates that can be worked on now. */
  readonly openGates?: readonly string[]
  /** Whom the case waits for beside its owner, by name, and for what. */
  readonly awaits?: readonly { readonly as: string; readonly who: string }[]
  /** Further values of a later version or a host: stored and returned, never searched. */
  readonly more?: Readonly<Record<string, Json>>
}

/** Selects and sorts cases of a list. */
export interface CaseListQuery {
  readonly owner?: string | readonly string[]
  readonly state?: CaseState | readonly CaseState[]
  readonly kind?: string
  readonly category?: string
  readonly customer?: string
  readonly problem?: string
  /** Only cases with this level on each of these dimensions. */
  readonly grades?: Readonly<Record<string, string>>
  /** Only cases on which this gate can be worked on now. */
  readonly openGate?: string
  /** Only cases received in this interval, without its end.  Units: ms since 1970. */
  readonly receivedFrom?: number
  readonly receivedBefore?: number
  /** Open cases of this owner, and all cases that wait for one of these names. */
  readonly concerns?: { readonly owner: string; readonly names: readonly string[] }
  /**
   * `due`: the nearest promise first, cases without one last. `received`: oldest first; `latest`: newest first. Equal
   * ones are sorted by id. Default `due`.
   */
  readonly order?: "due" | "received" | "latest"
  /** The `next` of the page before. */
  readonly after?: string
  /** Default 50, at most 200. */
  readonly limit?: number
}

/**
 * Returns the tags by which a row is found, beside its columns: its grades and its open gates. Each is a text without a
 * line break, and they are sorted, so equal rows have equal tags. Stores that search texts keep these.
 */
export const tagsOf = ({ grades, openGates = [] }: Pick<CaseListRow, "grades" | "openGates">): readonly string[] =>
  [...Object.entries(grades).map(([dimension, level]) => gradeTag(dimension, level)), ...openGates.map(gateTag)].sort()

const gradeTag = (dimension: string, level: string): string => `grade ${JSON.stringify([dimension, level])}`
const gateTag = (gate: string): string => `gate ${JSON.stringify(gate)}`

/** Returns the tags that a row must have to match a query. */
export const tagsAsked = ({ grades = {}, openGate }: CaseListQuery): readonly string[] =>
  tagsOf({ grades, openGates: openGate === undefined ? [] : [openGate] })

/** The state of an arrival. */
export type IntakeState = "received" | "opened" | "joined" | "quarantined" | "released"

/** An arrival in a list. */
export interface IntakeRow {
  /** A hash of the channel's own key, which may contain an address. */
  readonly key: string
  readonly channel: string
  readonly receivedAt: number
  readonly state: IntakeState
  /** The code of the reason for which it is in quarantine. */
  readonly reason?: string
  /** The case that it opened or joined. */
  readonly caseId?: string
}

/** Selects arrivals, oldest first. */
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

/** A number of rows. */
export interface RowCount {
  readonly count: number
  /** Whether there are more rows than `count`. */
  readonly capped: boolean
}

/** The number at which counting stops. A larger one helps nobody, and a store would have to read every row. */
export const countCap = 10_000
