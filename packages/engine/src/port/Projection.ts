/**
 * Data that is derived from the record and kept beside it, such as the figures of each case: rows, and a mark of how
 * far the record was read. It can be derived again at any time.
 */

/** A row of a projection. It contains no personal data except ids. */
export interface ProjectedRow {
  readonly key: string
  /** The first of the two numbers, such as instants, between which the row's data lies; both are included. */
  readonly first: number
  readonly last: number
  /** The data, in the form of whoever derives it. */
  readonly body: Uint8Array
}

/** Rows to write in place of those with the same keys, keys of rows to remove, and the new mark. */
export interface ProjectionStep {
  /** The mark that must be the present one; null if there is none. Otherwise nothing is changed. */
  readonly from: string | null
  /** The new mark. Null removes the mark and every row. */
  readonly to: string | null
  readonly rows: readonly ProjectedRow[]
  /** The keys of rows to remove. */
  readonly out?: readonly string[]
}

/** How far a projection is. */
export interface ProjectionState {
  /** Null if nothing was projected yet. */
  readonly mark: string | null
  /** The last position of the tenant up to which no further event can appear. */
  readonly settled: number
}

/** Selects rows with data from `from` up to, but without, `before`. */
export interface ProjectedQuery {
  readonly from: number
  readonly before: number
  /** Only rows after this key. */
  readonly after?: string
  readonly limit: number
}
