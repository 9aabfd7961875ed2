/** Where a row of a file came from. */
/** Its place, and what is needed to read it again. */
export interface ArrivalSource {
  /** Which row it is, however it is read. */
  readonly row?: string
  readonly file?: string
  /** What the file holds was answered before it came here. */
  readonly history?: boolean
  /** Counted from 1. */
  readonly line?: number
  /** The bytes in base64, where they were no text in the encoding in which they were read. */
  readonly bytes?: string
  /** The first line of its table, and what stands between the cells. */
  readonly head?: string
  readonly delimiter?: string
}
