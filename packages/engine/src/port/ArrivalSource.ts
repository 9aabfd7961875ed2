/** The place of an arrival in a file, and what is needed to read it again. */
export interface ArrivalSource {
  /** The id of its row, however the file is read. */
  readonly row?: string
  readonly file?: string
  /** Whether the file contains feedback that was answered before its import. */
  readonly history?: boolean
  /** The number of its line, from 1. */
  readonly line?: number
  /** The bytes in base64, if they were not text in the given encoding. */
  readonly bytes?: string
  /** The first line of its table, and the sign that separates cells. */
  readonly head?: string
  readonly delimiter?: string
}
