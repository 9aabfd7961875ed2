/**
 * The dialect of PostgreSQL, in which many transactions write at once. Rows that a decision reads are therefore locked,
 * and positions come from a sequence.
 *
 * A reader of a tenant's events must not pass a transaction that has taken a position and has not ended. Whoever takes
 * positions holds shared advisory locks until the end of the transaction: one names the tenant, one the last position
 * given before. A reader asks for the last position given, then for the lowest position that such a lock of its tenant
 * names, and reads up to the lower one. Transactions that write nothing for the tenant do not delay its readers.
 */
import type { Dialect, SqlColumn } from "../sql/Dialect.ts"
import { number, text as textOf } from "../sql/RowDecoding.ts"
import { query, type SqlProgram } from "../sql/SqlProgram.ts"
import { quoted } from "./Names.ts"
import { packed, unpacked } from "./PackedBody.ts"

/**
 * The number of positions for one number of the sequence. A unit has fewer events, and these have consecutive
 * positions.
 */
const block = 65_536

function* takePositions(tenant: string, sizes: readonly number[]): SqlProgram<readonly number[]> {
  const rows = yield* query("SELECT hearback_take(?, ?) AS number", tenant, sizes.length)
  return rows.map((row) => (number(row, "number") - 1) * block)
}

function* settledPosition(tenant: string): SqlProgram<number> {
  const [row] = yield* query("SELECT hearback_settled(?) AS number", tenant)
  return row === undefined ? 0 : number(row, "number") * block
}

/** Returns a table's name with its schema, for a parameter, in which the dialect does not add the schema. */
const named = (schema: string, table: string): string => `${quoted(schema)}.${table}`

/**
 * Returns whether a table exists, by the catalogue. `to_regclass` may repeat an outdated answer on the same connection.
 */
function* hasTable(schema: string, table: string): SqlProgram<boolean> {
  const [row] = yield* query(
    `SELECT EXISTS (SELECT FROM pg_class JOIN pg_namespace AS space ON space.oid = relnamespace
     WHERE nspname = ? AND relname = ?) AS is_there`,
    schema,
    table
  )
  return row?.["is_there"] === true
}

function* holdTables(schema: string, versionTable: string): SqlProgram<void> {
  yield* query("SELECT pg_advisory_xact_lock(hashtext(?))", `${schema}.${versionTable}`)
}

function* columnsOf(schema: string, table: string): SqlProgram<readonly SqlColumn[]> {
  const rows = yield* query(
    `SELECT attname, atttypid::regtype::text AS type FROM pg_attribute
     WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    named(schema, table)
  )
  return rows.map((row) => ({ name: textOf(row, "attname"), kind: kinds[textOf(row, "type")] ?? "text" }))
}

const kinds: Readonly<Record<string, SqlColumn["kind"]>> = { bigint: "number", integer: "number", bytea: "bytes" }

/** Sets the database's own numbers to continue after the imported ones. */
const afterImport = [
  `SELECT setval('hearback_position', (SELECT coalesce(max(position), 0) / ${block} + 1 FROM hearback_entry))`,
  "SELECT setval(pg_get_serial_sequence('hearback_policy', 'id'), (SELECT coalesce(max(id), 1) FROM hearback_policy))"
]

/**
 * Adds the schema to each table's name, so that settings of the host's connection do not matter. Quoted names are
 * schemas already.
 */
const qualified = (sql: string, schema: string): string =>
  sql.replaceAll(/(?<!["\w])hearback_[a-z_]+/g, `${quoted(schema)}.$&`)

/** Writes parameters as `$1`, `$2` …. No statement of the store contains a question mark otherwise. */
const numbered = (sql: string): string => {
  let count = 0
  return sql.replaceAll("?", () => `$${++count}`)
}

/** How long a frozen or disconnected process may keep a transaction, and with it locks, open.  Units: ms. */
const standstillMs = 5_000

/** Returns the dialect for tables in a schema. */
export const postgresDialect = (schema: string): Dialect => {
  const known = new Map<string, string>()
  const text = (sql: string): string => {
    const found = known.get(sql)
    if (found !== undefined) return found
    const made = numbered(qualified(sql, schema))
    // Statements of lists have as many texts as there are combinations of filters.
    if (known.size >= 1_000) known.clear()
    known.set(sql, made)
    return made
  }
  return {
    transaction: {
      begin: `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL idle_in_transaction_session_timeout = ${standstillMs}`,
      commit: ["COMMIT"],
      undo: ["ROLLBACK"]
    },
    text,
    insert: "INSERT INTO",
    // Each statement takes a round trip to the server.
    rowsPerStatement: 256,
    lock: " FOR UPDATE",
    skipLocked: " FOR UPDATE SKIP LOCKED",
    takePositions,
    returnsEntries: true,
    packed,
    unpacked,
    settledPosition,
    hasLine: (column) => `position(chr(10) || ? || chr(10) in ${column}) > 0`,
    isAmong: (column, select) => `${column} = ANY (ARRAY(${select}))`,
    hasTable: (table) => hasTable(schema, table),
    holdTables: (versionTable) => holdTables(schema, versionTable),
    beforeTables: [`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`],
    columnsOf: (table) => columnsOf(schema, table),
    afterImport
  }
}
