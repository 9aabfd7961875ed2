/** Open transactions of the database for which a tenant of this store waits, of whatever program. */
import type { OpenTransaction } from "@hearback/engine"
import { number, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram } from "../sql/SqlProgram.ts"

/**
 * Returns these transactions, the oldest first. The server shows those of other users only to members of
 * `pg_read_all_stats`.
 */
export function* holders(tenant: string): SqlProgram<readonly OpenTransaction[]> {
  const rows = yield* query(
    `WITH writing AS (
       SELECT DISTINCT process AS pid FROM hearback_writing(?)
     ), ours AS (
       SELECT DISTINCT pid FROM pg_locks
       WHERE locktype = 'relation' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND relation IN (SELECT oid FROM pg_class
           WHERE relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'hearback_entry'::regclass))
     ), blocking AS (
       SELECT DISTINCT unnest(pg_blocking_pids(pid)) AS pid FROM ours JOIN pg_stat_activity USING (pid)
       WHERE wait_event_type = 'Lock'
     )
     SELECT pid, application_name, extract(epoch FROM clock_timestamp() - xact_start)::float8 AS seconds,
       writing.pid IS NOT NULL AS holds_events, blocking.pid IS NOT NULL AS holds_rows
     FROM pg_stat_activity LEFT JOIN writing USING (pid) LEFT JOIN blocking USING (pid)
     WHERE xact_start IS NOT NULL AND pid <> pg_backend_pid() AND (writing.pid IS NOT NULL OR blocking.pid IS NOT NULL)
     ORDER BY xact_start`,
    tenant
  )
  return rows.map((row) => ({
    pid: number(row, "pid"),
    application: text(row, "application_name"),
    seconds: Math.floor(number(row, "seconds")),
    holdsUp: [
      ...(row["holds_events"] === true ? ["events" as const] : []),
      ...(row["holds_rows"] === true ? ["writes" as const] : [])
    ]
  }))
}
