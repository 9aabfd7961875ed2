/** One row of an input file: its values by column, or the reason why it could not be read. */
export interface FileRow {
  /** The line where it begins, counted from 1. */
  readonly line: number
  /** The text in the file, without its line end. */
  readonly raw: string
  /** The number of bytes in the file, with its line end. */
  readonly extent: number
  /** The bytes in the file, without its line end. */
  readonly bytes: Uint8Array
  /** Whether the bytes are no text in the encoding of the file. */
  readonly isBroken?: boolean
  readonly values?: Readonly<Record<string, unknown>>
  /** Columns that the header has twice and that differ in this row; `values` has the first. */
  readonly twice?: readonly string[]
  /** The reason: a code with words. */
  readonly problem?: string
}

/** The rows of a file. Every byte of the file is in a row or counted beside the rows. */
export interface FileRows {
  readonly each: AsyncIterable<FileRow>
  /**
   * The number of bytes without a row: lines above the header, the header, and blank lines. Known when all rows are
   * read.
   */
  readonly besides: () => number
}

/** A longer row goes into quarantine, because no feedback is that long.  Units: characters. */
export const LONGEST = 1_000_000

/** Returns the reason why a row could not be decoded. */
export const undecodable = (encoding: string): string =>
  encoding === "utf-8" ? "row/not-utf-8" : `row/not-decoded ${encoding}`
