/** The differences between databases. Another database needs another `Dialect`; the programs stay the same. */
import type { Bracket, SqlProgram } from "./SqlProgram.ts"

/** What is different in a database. */
export interface Dialect {
  readonly transaction: Bracket
  /** Replaces `?` by the database's own placeholders. */
  readonly text: (sql: string) => string
  /** The beginning of an insert. A failed insert is undone with its transaction, so it need not be undone by itself. */
  readonly insert: string
  /** The most rows of one insert, a power of two. */
  readonly rowsPerStatement: number
  /** Appended to a select whose rows must not change until the commit. */
  readonly lock: string
  /** Appended to a select of work; rows that another worker is claiming are skipped. */
  readonly skipLocked: string
  /**
   * Takes the next positions of a tenant: `sizes` consecutive ones for each unit. Returns the position before the first
   * of each. Unused positions are never given again.
   */
  readonly takePositions: (tenant: string, sizes: readonly number[]) => SqlProgram<readonly number[]>
  /**
   * Whether an insert of entries returns their positions; otherwise they are counted, which requires a single writer.
   */
  readonly returnsEntries: boolean
  /** Returns the last position up to which all events of a tenant are visible, so that none can appear before it. */
  readonly settledPosition: (tenant: string) => SqlProgram<number>
  /** Returns a condition with one parameter: the column, which contains lines between line breaks, has this line. */
  readonly hasLine: (column: string) => string
  /**
   * Returns a condition: the column has one of the values of a select, which runs once, and an index of the column is
   * used.
   */
  readonly isAmong: (column: string, select: string) => string
  readonly hasTable: (table: string) => SqlProgram<boolean>
  /** Keeps other processes from making or changing these tables until the commit. */
  readonly holdTables: (versionTable: string) => SqlProgram<void>
  /** Statements that run before the first table is made. */
  readonly beforeTables: readonly string[]
  /** Returns the columns of a table in order, without computed ones. */
  readonly columnsOf: (table: string) => SqlProgram<readonly SqlColumn[]>
  /** Returns a projection's body as the store keeps it; `unpacked` returns the original. */
  readonly packed: (body: Uint8Array) => Uint8Array
  readonly unpacked: (stored: Uint8Array) => Uint8Array
  /** Statements that run after the import of a record. */
  readonly afterImport: readonly string[]
}

/** A column of a table. */
export interface SqlColumn {
  readonly name: string
  readonly kind: "number" | "text" | "bytes"
}
