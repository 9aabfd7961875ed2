/** The worklist: one row for each case. */
import type { AnyNames, Case, PolicyNames } from "@hearback/core"
import { defined } from "@hearback/core"
import type { CaseListRow as StoredRow } from "@hearback/engine"
import type { Session } from "../call/Call.ts"
import { dateOrNull } from "../call/Instant.ts"

/**
 * One case in a list of cases. It is written together with the events of the case, so a list shows each command at
 * once.
 */
export interface CaseRow<N extends PolicyNames = AnyNames> {
  readonly id: string
  readonly kind: N["kind"]
  readonly category?: N["category"]
  readonly grades: N["grades"]
  readonly owner: string
  /** The name of the owner, if it is not the id. */
  readonly ownerName?: string
  /** The id of the customer. */
  readonly customer?: string
  /** The name of the customer, if it is not the id. */
  readonly customerName?: string
  readonly channel: N["channel"]
  /** Open, customer loop closed, closed, or record expired. */
  readonly state: Case.Standing
  /** How the customer loop ended, such as `confirmed`. */
  readonly outcome?: string
  readonly receivedAt: Date
  /** The nearest instant at which anything of the case falls due; null if there is none. */
  readonly dueAt: Date | null
  /** The nearest deadline that was promised to the customer; null if none is running. */
  readonly promiseAt: Date | null
  /** When the last event of the case was recorded. */
  readonly updatedAt: Date
  /** The role that is asked to review how the feedback was read. */
  readonly review?: string
  /** The gates that can be worked on now. */
  readonly openGates: readonly N["gate"][]
  /** What people beside the owner have to do. In the worklist of a person (`for`): what this person has to do. */
  readonly waits: readonly string[]
}

/** Returns a row of the worklist. `mine`: the names of the person for whom it is. */
export const rowView = (
  { names }: Session,
  { category, receivedAt, dueAt, promiseAt, updatedAt, ...row }: StoredRow,
  mine?: readonly string[]
): CaseRow =>
  defined({
    id: row.id,
    kind: row.kind,
    category: category === "" ? undefined : category,
    grades: row.grades,
    owner: row.owner,
    ownerName: otherThan(row.owner, names(row.owner)),
    customer: row.customer,
    customerName: row.customer === undefined ? undefined : otherThan(row.customer, names(row.customer)),
    channel: row.channel,
    state: row.state,
    outcome: row.outcome,
    receivedAt: new Date(receivedAt),
    dueAt: dateOrNull(dueAt),
    promiseAt: dateOrNull(promiseAt),
    updatedAt: new Date(updatedAt),
    review: row.review,
    openGates: row.openGates ?? [],
    waits: [...new Set((row.awaits ?? []).flatMap(({ as, who }) => (mine?.includes(who) === false ? [] : [as])))]
  })

/** Returns a name if it differs from the id. */
export const otherThan = (id: string, name: string): string | undefined => (name === id ? undefined : name)
