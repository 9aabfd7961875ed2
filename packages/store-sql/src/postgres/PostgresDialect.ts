/**
 * The dialect of PostgreSQL, and the tables of the store in it. Many transactions write at once there, and two things
 * follow: rows that are looked at to decide are locked, and positions come from a sequence.
 *
 * A reader of the order of all must not pass a transaction that has taken a position and not ended. Whoever takes one
 * holds a shared advisory lock until the end of the transaction, and the lock names the last position that was given before.
 * A reader asks for the last position given, then for the lowest that is named by a lock, and reads up to the lower one.
 * Transactions that write nothing here hold up no reader, as they would if it waited for the oldest transaction of all.
 */
import type { Dialect } from "../sql/Dialect.ts"
import { number } from "../sql/RowDecoding.ts"
import { query, type SqlProgram } from "../sql/SqlProgram.ts"
import { quoted } from "./Names.ts"

/** Positions that one number of the sequence stands for: a unit has fewer events, and they follow on each other. */
const block = 65_536

function* takePositions(sizes: readonly number[]): SqlProgram<readonly number[]> {
  const rows = yield* query("SELECT hearback_take(?) AS number", sizes.length)
  return rows.map((row) => (number(row, "number") - 1) * block)
}

function* settledPosition(): SqlProgram<number> {
  const [row] = yield* query("SELECT hearback_settled() AS number")
  return row === undefined ? 0 : number(row, "number") * block
}

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
    transaction: { begin: "BEGIN ISOLATION LEVEL READ COMMITTED", commit: ["COMMIT"], undo: ["ROLLBACK"] },
    text,
    insert: "INSERT INTO",
    // A statement costs a way to the server and back.
    rowsPerStatement: 256,
    lock: " FOR UPDATE",
    skipLocked: " FOR UPDATE SKIP LOCKED",
    takePositions,
    returnsEntries: true,
    settledPosition,
    hasLine: (column) => `position(chr(10) || ? || chr(10) in ${column}) > 0`,
    versionTable: `CREATE TABLE IF NOT EXISTS hearback_schema (
      version bigint NOT NULL, store_id text NOT NULL, keys_id text NOT NULL
    )`,
    schema: [...tables, ...functions]
  }
}

/** Names are ordered by their bytes, whatever the language of the database: pages of lists go on where they stopped. */
const name = `text COLLATE "C"`

const tables = [
  "CREATE SEQUENCE hearback_position AS bigint",
  `CREATE TABLE hearback_entry (
    position bigint PRIMARY KEY,
    tenant ${name} NOT NULL,
    stream ${name} NOT NULL,
    version bigint NOT NULL,
    events bigint NOT NULL,
    recorded_at bigint NOT NULL,
    actor text NOT NULL,
    command text NOT NULL,
    policy bigint NOT NULL,
    said bytea NOT NULL,
    customers text,
    sealed bytea,
    hash bytea NOT NULL,
    UNIQUE (tenant, stream, version)
  )`,
  // What is packed by the store itself is not packed once more.
  "ALTER TABLE hearback_entry ALTER said SET STORAGE EXTERNAL, ALTER sealed SET STORAGE EXTERNAL",
  "CREATE INDEX ON hearback_entry (tenant, position)",
  `CREATE TABLE hearback_policy (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant ${name} NOT NULL,
    policy text NOT NULL,
    sample bytea,
    UNIQUE (tenant, policy)
  )`,
  // Heads, cases and messages are written again and again: room in their pages keeps a new version beside the old one.
  `CREATE TABLE hearback_stream (
    tenant ${name} NOT NULL,
    stream ${name} NOT NULL,
    version bigint NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (tenant, stream)
  ) WITH (fillfactor = 80)`,
  `CREATE TABLE hearback_unit (
    tenant ${name} NOT NULL,
    key bytea NOT NULL,
    fingerprint bytea NOT NULL,
    position bigint NOT NULL,
    events bigint NOT NULL,
    answer text,
    PRIMARY KEY (tenant, key)
  )`,
  `CREATE TABLE hearback_case (
    tenant ${name} NOT NULL,
    id ${name} NOT NULL,
    owner text NOT NULL,
    state text NOT NULL,
    kind text NOT NULL,
    category text NOT NULL,
    customer text,
    problem text,
    received_at bigint NOT NULL,
    promise_at bigint NOT NULL,
    tags text NOT NULL,
    awaits text,
    body text NOT NULL,
    due_at bigint,
    holder text,
    lease_until bigint NOT NULL DEFAULT 0,
    indexed bigint NOT NULL DEFAULT 0,
    ready_at bigint GENERATED ALWAYS AS (greatest(due_at, lease_until)) STORED,
    PRIMARY KEY (tenant, id)
  ) WITH (fillfactor = 80)`,
  "CREATE INDEX ON hearback_case (tenant, promise_at, id)",
  "CREATE INDEX ON hearback_case (tenant, received_at, id)",
  "CREATE INDEX ON hearback_case (tenant, owner, promise_at, id)",
  "CREATE INDEX ON hearback_case (tenant, category, received_at, id)",
  "CREATE INDEX ON hearback_case (tenant, customer, received_at, id) WHERE customer IS NOT NULL",
  "CREATE INDEX ON hearback_case (tenant, customer, indexed) WHERE indexed >= 0",
  "CREATE INDEX ON hearback_case (tenant, problem, received_at, id) WHERE problem IS NOT NULL",
  "CREATE INDEX ON hearback_case (tenant, promise_at, id) WHERE awaits IS NOT NULL",
  "CREATE INDEX ON hearback_case (tenant, ready_at) WHERE due_at IS NOT NULL",
  "CREATE INDEX ON hearback_case (tenant, due_at) WHERE due_at IS NOT NULL",
  `CREATE TABLE hearback_segment (
    tenant ${name} NOT NULL,
    customer text NOT NULL,
    number bigint NOT NULL,
    key text NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (tenant, customer, number)
  )`,
  `CREATE TABLE hearback_intake (
    tenant ${name} NOT NULL,
    key ${name} NOT NULL,
    channel text NOT NULL,
    state text NOT NULL,
    received_at bigint NOT NULL,
    reason text,
    case_id text,
    PRIMARY KEY (tenant, key)
  ) WITH (fillfactor = 80)`,
  "CREATE INDEX ON hearback_intake (tenant, state, received_at, key)",
  "CREATE INDEX ON hearback_intake (tenant, received_at, key)",
  `CREATE TABLE hearback_outbox (
    tenant ${name} NOT NULL,
    id ${name} NOT NULL,
    lane ${name} NOT NULL,
    body text,
    customer text,
    sealed bytea,
    not_before bigint NOT NULL,
    attempts bigint NOT NULL DEFAULT 0,
    error text,
    dead text,
    dead_at bigint,
    holder text,
    lease_until bigint NOT NULL DEFAULT 0,
    ready_at bigint GENERATED ALWAYS AS (greatest(not_before, lease_until)) STORED,
    PRIMARY KEY (tenant, id)
  ) WITH (fillfactor = 80)`,
  "CREATE INDEX ON hearback_outbox (tenant, ready_at, lane) WHERE dead IS NULL",
  "CREATE INDEX ON hearback_outbox (tenant, ready_at, id) WHERE error IS NOT NULL AND dead IS NULL",
  "CREATE INDEX ON hearback_outbox (tenant, dead_at, id) WHERE dead IS NOT NULL",
  `CREATE TABLE hearback_meta (
    tenant ${name} NOT NULL,
    key ${name} NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (tenant, key)
  )`
]

/**
 * Advisory locks have two numbers of 32 bits: which store it is (the id of its sequence), and the last number given. Of the
 * latter the lower half is enough, since no transaction lives while four thousand million others take numbers.
 */
const functions = [
  `CREATE FUNCTION hearback_take(units integer) RETURNS SETOF bigint LANGUAGE plpgsql AS $take$
  DECLARE
    given bigint;
  BEGIN
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END INTO given FROM hearback_position;
    PERFORM pg_advisory_xact_lock_shared('hearback_position'::regclass::oid::integer, given::bit(32)::integer);
    RETURN QUERY SELECT nextval('hearback_position') FROM generate_series(1, units);
  END $take$`,
  `CREATE FUNCTION hearback_settled() RETURNS bigint LANGUAGE plpgsql AS $settled$
  DECLARE
    given bigint;
    behind bigint;
  BEGIN
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END INTO given FROM hearback_position;
    SELECT max((given - objid::bigint) & 4294967295) INTO behind FROM pg_locks
      WHERE locktype = 'advisory' AND objsubid = 2 AND classid = 'hearback_position'::regclass::oid
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
    RETURN given - coalesce(behind, 0);
  END $settled$`
]
