/** One row of an input file: its values by column, or why it could not be read. */
export interface Row {
  /** Where it ends, counted from 1. */
  readonly line: number
  /** As it stands in the file. */
  readonly raw: string
  readonly values?: Readonly<Record<string, unknown>>
  /** A slug with words. */
  readonly problem?: string
}
