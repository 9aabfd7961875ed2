/** Projections as rows. The mark of a projection is its row without a key, which comes before all others. */
import type { ProjectedQuery, ProjectedRow, ProjectionState, ProjectionStep } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { bytes, number, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlRow } from "../sql/SqlProgram.ts"
import { type InsertTarget, insertRows } from "../sql/TableInserts.ts"
import { lastPositionOf } from "./RecordReads.ts"

const rowsInto: InsertTarget = {
  table: "hearback_projection",
  columns: ["tenant", "projection", "key", "first", "last", "body"],
  onMeeting: `ON CONFLICT (tenant, projection, key) DO UPDATE SET
    first = excluded.first, last = excluded.last, body = excluded.body`
}

/** The key of the row of the mark; no other row has it. */
const ofMark = ""
const markAt = Number.MIN_SAFE_INTEGER

/**
 * Returns the state of a projection. The settled position is read first, since nothing appears before it afterwards.
 */
export function* projection({ settledPosition }: Dialect, tenant: string, name: string): SqlProgram<ProjectionState> {
  const settled = yield* settledPosition(tenant)
  const last = yield* lastPositionOf(tenant)
  return { mark: yield* markOf(tenant, name, ""), settled: Math.min(settled, last) }
}

function* markOf(tenant: string, name: string, lock: string): SqlProgram<string | null> {
  const [row] = yield* query(
    `SELECT body FROM hearback_projection WHERE tenant = ? AND projection = ? AND key = ?${lock}`,
    tenant,
    name,
    ofMark
  )
  return row === undefined ? null : Buffer.from(bytes(row, "body")).toString()
}

/** Stores one step of a projection; returns false if the mark is another one. */
export function* project(
  dialect: Dialect,
  tenant: string,
  name: string,
  { from, to, rows, out = [] }: ProjectionStep
): SqlProgram<boolean> {
  if ((yield* markOf(tenant, name, dialect.lock)) !== from) return false
  if (to === null) {
    yield* query("DELETE FROM hearback_projection WHERE tenant = ? AND projection = ?", tenant, name)
    return true
  }
  if (!(yield* setMark(tenant, name, from, to))) return false
  if (out.length > 0)
    yield* query(
      `DELETE FROM hearback_projection WHERE tenant = ? AND projection = ? AND key IN (${out.map(() => "?").join(", ")})`,
      tenant,
      name,
      ...out
    )
  yield* insertRows(
    dialect,
    rowsInto,
    rows.map(({ key, first, last, body }) => [tenant, name, key, first, last, dialect.packed(body)])
  )
  return true
}

/** Replaces the mark; returns false if another process was faster. */
function* setMark(tenant: string, name: string, from: string | null, to: string): SqlProgram<boolean> {
  const body = Buffer.from(to)
  const rows: readonly SqlRow[] =
    from === null
      ? yield* query(
          `INSERT INTO hearback_projection (tenant, projection, key, first, last, body) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT DO NOTHING RETURNING key`,
          tenant,
          name,
          ofMark,
          markAt,
          markAt,
          body
        )
      : yield* query(
          "UPDATE hearback_projection SET body = ? WHERE tenant = ? AND projection = ? AND key = ? RETURNING key",
          body,
          tenant,
          name,
          ofMark
        )
  return rows.length > 0
}

/** Returns rows of a projection in order of key. */
export function* projected(
  { unpacked }: Dialect,
  tenant: string,
  name: string,
  { from, before, after = ofMark, limit }: ProjectedQuery
): SqlProgram<readonly ProjectedRow[]> {
  // A `+` before a column keeps the database from using its index, since pages are in the order of keys.
  const rows = yield* query(
    `SELECT key, first, last, body FROM hearback_projection
     WHERE tenant = ? AND projection = ? AND key > ? AND +last >= ? AND first < ? ORDER BY key LIMIT ${limit}`,
    tenant,
    name,
    after,
    from,
    before
  )
  return rows.map((row) => ({
    key: text(row, "key"),
    first: number(row, "first"),
    last: number(row, "last"),
    // A body may be large, and no other caller has it, so it is not copied.
    body: unpacked(row["body"] as Uint8Array)
  }))
}
