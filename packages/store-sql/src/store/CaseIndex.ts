/** The index of cases as rows. The row of a case has the edition in which it is indexed; 0 if it is not. */
import {
  type CaseHead,
  type IndexCoverage,
  type IndexedCustomer,
  type Indexing,
  type Segment,
  Stream,
  type Write
} from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { number, sealed, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlValue } from "../sql/SqlProgram.ts"

/** Returns the latest cases of a customer. The database index contains everything that is asked of the cases. */
export function* latest(
  tenant: string,
  customer: string,
  before: number,
  limit: number
): SqlProgram<readonly CaseHead[]> {
  const rows = yield* query(
    `SELECT id, (SELECT version FROM hearback_stream AS head
       WHERE head.tenant = one.tenant AND head.stream = '${Stream.ofCase("")}' || one.id) AS version
     FROM hearback_case AS one WHERE tenant = ? AND customer = ? AND received_at < ?
     ORDER BY received_at DESC, id DESC LIMIT ${limit}`,
    tenant,
    customer,
    before
  )
  return rows.map((row) => ({ id: text(row, "id"), version: number(row, "version") }))
}

/** Returns how far the cases are indexed. It reads two ranges of one database index, since `<>` would read all rows. */
export function* coverage(tenant: string, of: IndexedCustomer, edition: number): SqlProgram<IndexCoverage> {
  const theirs = `FROM hearback_case WHERE tenant = ? AND ${isOf(of)} AND indexed >= 0 AND indexed`
  const whom = [tenant, ...whose(of), edition]
  const rows = yield* query(`SELECT id ${theirs} < ? UNION ALL SELECT id ${theirs} > ?`, ...whom, ...whom)
  const any = yield* query(`SELECT 1 ${theirs} = ? LIMIT 1`, ...whom)
  return { isBegun: any.length > 0, without: rows.map((row) => text(row, "id")) }
}

/** Adds a segment and marks its cases as indexed. */
export function* index(dialect: Dialect, tenant: string, indexing: Indexing): SqlProgram<void> {
  const { of, edition, cases, sealed: content } = indexing
  const [last] = yield* query(
    "SELECT max(number) AS number FROM hearback_segment WHERE tenant = ? AND customer = ?",
    tenant,
    of ?? nobody
  )
  yield* query(
    "INSERT INTO hearback_segment (tenant, customer, number, key, sealed) VALUES (?, ?, ?, ?, ?)",
    tenant,
    of ?? nobody,
    last === undefined ? 1 : number(last, "number") + 1,
    content.customer,
    content.ciphertext
  )
  for (const { id, stream, version } of cases) {
    const [head] = yield* query(
      `SELECT version FROM hearback_stream WHERE tenant = ? AND stream = ?${dialect.lock}`,
      tenant,
      stream
    )
    if (head !== undefined && number(head, "version") === version)
      yield* query("UPDATE hearback_case SET indexed = ? WHERE tenant = ? AND id = ?", edition, tenant, id)
  }
}

/** Returns segments of a customer after a number. */
export function* segments(
  tenant: string,
  of: IndexedCustomer,
  after: number,
  limit: number
): SqlProgram<readonly Segment[]> {
  const rows = yield* query(
    `SELECT number, key AS customer, sealed FROM hearback_segment
     WHERE tenant = ? AND customer = ? AND number > ? ORDER BY number LIMIT ${limit}`,
    tenant,
    of ?? nobody,
    after
  )
  return rows.map((row) => ({ number: number(row, "number"), sealed: sealed(row) }))
}

/** Removes the segments of a customer. */
export function* dropIndex(tenant: string, of: IndexedCustomer): SqlProgram<void> {
  yield* query("DELETE FROM hearback_segment WHERE tenant = ? AND customer = ?", tenant, of ?? nobody)
}

/** Marks cases whose words have changed as not indexed. A new case never was. */
export function* leaveIndex(tenant: string, writes: readonly Write[]): SqlProgram<void> {
  for (const { row, saysMore, expected } of writes)
    if (row !== undefined && saysMore === true && expected > 0) yield* leave(tenant, row.id)
}

/** Marks a case as not indexed. */
export function* leave(tenant: string, id: string): SqlProgram<void> {
  yield* query("UPDATE hearback_case SET indexed = 0 WHERE tenant = ? AND id = ? AND indexed <> 0", tenant, id)
}

/** The id that stands for anonymous customers. No customer has it, and the key of a table cannot be NULL. */
const nobody = ""

const isOf = (of: IndexedCustomer): string => (of === null ? "customer IS NULL" : "customer = ?")
const whose = (of: IndexedCustomer): readonly SqlValue[] => (of === null ? [] : [of])
