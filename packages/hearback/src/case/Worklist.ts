/** The worklist: one line a case, and how to ask for them. */
import type { Case } from "@hearback/core"
import { defined, Text } from "@hearback/core"
import type { CaseRow as StoredRow } from "@hearback/engine"
import { dateOrNull } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"

/** One line of the worklist; written in the same append as the events, so it reads its own writes. */
export interface CaseRow {
  readonly id: string
  readonly kind: string
  readonly category?: string
  readonly grades: Readonly<Record<string, string>>
  readonly owner: string
  readonly customer?: string
  readonly channel: string
  readonly state: Case.Standing
  readonly outcome?: string
  readonly receivedAt: Date
  readonly dueAt: Date | null
  readonly promiseAt: Date | null
  readonly updatedAt: Date
  readonly review?: string
}

export interface CaseQuery {
  readonly owner?: string
  readonly state?: Case.Standing
  readonly kind?: string
  readonly category?: string
  readonly customer?: string
  readonly order?: "due" | "received"
  readonly after?: string
  readonly limit?: number
}

const standings: readonly Case.Standing[] = ["open", "customer-loop-closed", "closed", "expired"]

const queryFields: Readonly<Record<keyof CaseQuery, Shape.Kind>> = {
  owner: Shape.text,
  state: Shape.oneOf(standings),
  kind: Shape.oneOf(Text.known("kind")),
  category: Shape.text,
  customer: Shape.text,
  order: Shape.oneOf(["due", "received"]),
  after: Shape.text,
  limit: Shape.positive
}

/** Throws where a question is not known.  Errors: `call/invalid`. */
export const checkQuery = (what: string, query: unknown): void => Shape.check(what, query, queryFields)

export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
}

/** Returns a line of the worklist. */
export const rowView = ({ category, receivedAt, dueAt, promiseAt, updatedAt, ...row }: StoredRow): CaseRow =>
  defined({
    id: row.id,
    kind: row.kind,
    category: category === "" ? undefined : category,
    grades: row.grades,
    owner: row.owner,
    customer: row.customer,
    channel: row.channel,
    state: row.state,
    outcome: row.outcome,
    receivedAt: new Date(receivedAt),
    dueAt: dateOrNull(dueAt),
    promiseAt: dateOrNull(promiseAt),
    updatedAt: new Date(updatedAt),
    review: row.review
  })
