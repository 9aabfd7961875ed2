/**
 * The dialect of PostgreSQL. Many transactions write at once there, and two things
 * follow: rows that are looked at to decide are locked, and positions come from a sequence.
 *
 * A reader of the order of a tenant must not pass a transaction that has taken a position for it and not ended. Whoever takes
 * one holds shared advisory locks until the end of the transaction: one names the tenant, one the last position that was
 * given before. A reader asks for the last position given, then for the lowest that such a lock of its tenant's names, and
 * reads up to the lower one. Transactions that write nothing for the tenant hold up no reader of it.
 */
import type { Dialect, SqlColumn } from "../sql/Dialect.ts"
import { number, text as textOf } from "../sql/RowDecoding.ts"
import { query, type SqlProgram } from "../sql/SqlProgram.ts"
import { quoted } from "./Names.ts"
import { packed, unpacked } from "./PackedBody.ts"

/** Positions that one number of the sequence stands for: a unit has fewer events, and they follow on each other. */
const block = 65_536

function* takePositions(tenant: string, sizes: readonly number[]): SqlProgram<readonly number[]> {
  const rows = yield* query("SELECT hearback_take(?, ?) AS number", tenant, sizes.length)
  return rows.map((row) => (number(row, "number") - 1) * block)
}

function* settledPosition(tenant: string): SqlProgram<number> {
  const [row] = yield* query("SELECT hearback_settled(?) AS number", tenant)
  return row === undefined ? 0 : number(row, "number") * block
}

/** A name in a parameter is not written by the dialect: it is given with its schema. */
const named = (schema: string, table: string): string => `${quoted(schema)}.${table}`

/** By the catalogue: a connection that was told before that there is none, as by `to_regclass`, may be told so again. */
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

/** Numbers that the database gives go on behind those that are there. */
const afterImport = [
  `SELECT setval('hearback_position', (SELECT coalesce(max(position), 0) / ${block} + 1 FROM hearback_entry))`,
  "SELECT setval(pg_get_serial_sequence('hearback_policy', 'id'), (SELECT coalesce(max(id), 1) FROM hearback_policy))"
]

/**
 * Statements name each table by its schema, so that the settings of a host's connection do not matter. What is quoted is a
 * schema itself.
 */
const qualified = (sql: string, schema: string): string =>
  sql.replaceAll(/(?<!["\w])hearback_[a-z_]+/g, `${quoted(schema)}.$&`)

/** Writes parameters as `$1`, `$2` …; no text of the store has a question mark in it. */
const numbered = (sql: string): string => {
  let count = 0
  return sql.replaceAll("?", () => `$${++count}`)
}

/** A process that stands still in a transaction, frozen or cut off, holds what it has locked from the others no longer. */
const standstillMs = 5_000

/** Returns the dialect for tables in a schema. */
export const postgresDialect = (schema: string): Dialect => {
  const known = new Map<string, string>()
  const text = (sql: string): string => {
    const found = known.get(sql)
    if (found !== undefined) return found
    const made = numbered(qualified(sql, schema))
    // Lists have as many texts as they have combinations of questions.
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
    // A statement costs a way to the server and back.
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
