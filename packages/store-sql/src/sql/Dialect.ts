/** Differences between databases. For a second database write a second `Dialect`; the programs stay as they are. */
import type { Bracket, SqlProgram } from "./SqlProgram.ts"

export interface Dialect {
  readonly transaction: Bracket
  /** Rewrites `?` into the database's own placeholders. */
  readonly text: (sql: string) => string
  /** How an insert begins. One that fails is undone with its transaction: it need not be able to undo itself alone. */
  readonly insert: string
  /** How many rows an insert has at most, a power of two. */
  readonly rowsPerStatement: number
  /** Appended to a select whose rows must stand still until the commit. */
  readonly lock: string
  /** Appended to a select of work: what another worker is just taking is passed over. */
  readonly skipLocked: string
  /**
   * Takes the next positions for a tenant, so many for each unit, those of a unit one after the other. Returns for each the
   * position before its first. What is not used is never given again.
   */
  readonly takePositions: (tenant: string, sizes: readonly number[]) => SqlProgram<readonly number[]>
  /** Whether an insert of entries gives back their positions; else they are counted, which takes that nobody else writes. */
  readonly returnsEntries: boolean
  /** Returns the last position up to which nothing of a tenant is still being written: no event of it appears before it any more. */
  readonly settledPosition: (tenant: string) => SqlProgram<number>
  /** A condition with one parameter: the line stands in a column of lines, each between two line breaks. */
  readonly hasLine: (column: string) => string
  /** A condition: the column has one of the values of a select that is asked once, and an index of the column is used. */
  readonly isAmong: (column: string, select: string) => string
  readonly hasTable: (table: string) => SqlProgram<boolean>
  /** Keeps others from making or changing these tables until the commit. */
  readonly holdTables: (versionTable: string) => SqlProgram<void>
  /** Statements before the first table of all. */
  readonly beforeTables: readonly string[]
  /** Returns the columns of a table in their order, without those that are computed. */
  readonly columnsOf: (table: string) => SqlProgram<readonly SqlColumn[]>
  /** Returns a body of a projection as the store keeps it; `unpacked` gives back what was given. */
  readonly packed: (body: Uint8Array) => Uint8Array
  readonly unpacked: (stored: Uint8Array) => Uint8Array
  /** Statements behind the import of a record. */
  readonly afterImport: readonly string[]
}

export interface SqlColumn {
  readonly name: string
  readonly kind: "number" | "text" | "bytes"
}
