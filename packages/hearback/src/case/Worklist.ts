/** The worklist: one row for each case. */
import type { AnyNames, Case, PolicyNames } from "@hearback/core"
import { defined } from "@hearback/core"
import type { CaseListRow as StoredRow } from "@hearback/engine"
import type { Session } from "../call/Call.ts"
import { dateOrNull } from "../call/Instant.ts"

/** One line of the worklist; written in the same append as the events, so it reads its own writes. */
export interface CaseRow<N extends PolicyNames = AnyNames> {
  readonly id: string
  readonly kind: N["kind"]
  readonly category?: N["category"]
  readonly grades: N["grades"]
  readonly owner: string
  /** What the people file calls the owner and the customer, where it has them. */
  readonly ownerName?: string
  readonly customer?: string
  readonly customerName?: string
  readonly channel: N["channel"]
  readonly state: Case.Standing
  readonly outcome?: string
  readonly receivedAt: Date
  readonly dueAt: Date | null
  readonly promiseAt: Date | null
  readonly updatedAt: Date
  readonly review?: string
  /** Gates that can be worked on now. */
  readonly openGates: readonly N["gate"][]
  /** What somebody beside the owner is asked for; of a worklist `for` somebody what they are asked for. */
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
