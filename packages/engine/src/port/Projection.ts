/**
 * What somebody derives from the record and keeps beside it, such as what counts of each case: rows, and a mark that says
 * how far the record was read for them. It can be derived anew at any time.
 */

/** A row of a projection; it carries no personal data beyond ids. */
export interface ProjectedRow {
  readonly key: string
  /** The row is about what lies between two numbers, such as instants; both are within. */
  readonly first: number
  readonly last: number
  /** As whoever derives it writes it. */
  readonly body: Uint8Array
}

/** Rows to be put in the place of those of the same keys, rows to be taken out, and how far the record was read for them. */
export interface ProjectionStep {
  /** The mark on which the step goes on; null where there is none. With another one standing nothing is changed. */
  readonly from: string | null
  /** Null takes out the mark and every row. */
  readonly to: string | null
  readonly rows: readonly ProjectedRow[]
  /** The keys of rows that are taken out. */
  readonly out?: readonly string[]
}

export interface ProjectionState {
  /** Null where nothing was projected yet. */
  readonly mark: string | null
  /** The last position of the tenant before which no event appears any more. */
  readonly settled: number
}

/** Which rows: about anything from `from` up to, but without, `before`. */
export interface ProjectedQuery {
  readonly from: number
  readonly before: number
  /** Rows behind this key alone. */
  readonly after?: string
  readonly limit: number
}
