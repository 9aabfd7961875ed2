/** One row of an input file: its values by column, or why it could not be read. */
export interface FileRow {
  /** Where it begins, counted from 1. */
  readonly line: number
  /** As it stands in the file, without its line end. */
  readonly raw: string
  /** How many bytes of the file it takes, with its line end. */
  readonly extent: number
  /** The bytes of it, without its line end. */
  readonly bytes: Uint8Array
  /** Whether the bytes are no text in the encoding of the file. */
  readonly isBroken?: boolean
  readonly values?: Readonly<Record<string, unknown>>
  /** Columns that stand twice in the head and say different things in this row; `values` has the first. */
  readonly twice?: readonly string[]
  /** A slug with words. */
  readonly problem?: string
}

/** The rows of a file. Every byte of it is in one row, or stands besides them. */
export interface FileRows {
  readonly each: AsyncIterable<FileRow>
  /** How many bytes hold no row: what stands above the head, the head, blank lines. Known when all rows are read. */
  readonly besides: () => number
}

/** A row longer than this is kept apart, since no feedback is so long.  Units: characters. */
export const LONGEST = 1_000_000

/** Returns why a row could not be decoded. */
export const undecodable = (encoding: string): string =>
  encoding === "utf-8" ? "row/not-utf-8" : `row/not-decoded ${encoding}`
