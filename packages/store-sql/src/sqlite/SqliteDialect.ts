/** The dialect of SQLite. */
import type { Dialect, SqlColumn } from "../sql/Dialect.ts"
import { number, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram } from "../sql/SqlProgram.ts"

/** Returns the next positions. There is one writer, so they continue after the last stored one. */
function* nextPositions(_tenant: string, sizes: readonly number[]): SqlProgram<readonly number[]> {
  const [row] = yield* query("SELECT max(position) AS position FROM hearback_entry")
  let last = row ? number(row, "position") : 0
  return sizes.map((size) => {
    last += size
    return last - size
  })
}

/** Returns the last position. Readers see commits in their order. */
// biome-ignore lint/correctness/useYield: a program that has nothing to ask
function* allSettled(): SqlProgram<number> {
  return Number.MAX_SAFE_INTEGER
}

function* hasTable(table: string): SqlProgram<boolean> {
  return (yield* query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table)).length > 0
}

/** Returns the columns of a table. A computed column has a `hidden` of 2 or 3. */
function* columnsOf(table: string): SqlProgram<readonly SqlColumn[]> {
  const rows = yield* query("SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0", table)
  return rows.map((row) => ({ name: text(row, "name"), kind: kinds[text(row, "type")] ?? "text" }))
}

const kinds: Readonly<Record<string, SqlColumn["kind"]>> = { INTEGER: "number", BLOB: "bytes" }

/** Does nothing, since only this transaction can write. */
function* none(): SqlProgram<void> {}

/** The dialect of SQLite. There is one writer at a time, which `BEGIN IMMEDIATE` chooses, so rows need no locks. */
export const sqliteDialect: Dialect = {
  transaction: { begin: "BEGIN IMMEDIATE", commit: ["COMMIT"], undo: ["ROLLBACK"] },
  text: (sql) => sql,
  // With the default conflict handling SQLite would copy each page that a statement of several rows changes.
  insert: "INSERT OR FAIL INTO",
  rowsPerStatement: 16,
  lock: "",
  skipLocked: "",
  takePositions: nextPositions,
  returnsEntries: false,
  settledPosition: allSettled,
  // Bodies are in the same process, so reading them takes less time than decompressing.
  packed: (body) => body,
  unpacked: (stored) => stored,
  hasLine: (column) => `instr(${column}, char(10) || ? || char(10)) > 0`,
  isAmong: (column, select) => `${column} IN (${select})`,
  hasTable,
  holdTables: none,
  beforeTables: [],
  columnsOf,
  afterImport: []
}
