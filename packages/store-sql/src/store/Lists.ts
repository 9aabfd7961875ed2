/** Lists by keyset: `(sort, id)` greater than the last of the page before, along an index. */
import type { CaseQuery, CaseRow, Count, IntakeQuery, IntakeRow, Page } from "@hearback/engine"
import { countCap, decodeCursor, encodeCursor, openStates, type Place, pageSize, tagsAsked } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { number, text } from "../sql/RowDecoding.ts"
import { query, type Row, type SqlProgram, type Value } from "../sql/SqlProgram.ts"
import { caseOf, cases, type InsertTarget, intakeOf, intakes } from "../sql/TableInserts.ts"

interface Condition {
  readonly sql: string
  readonly params: readonly Value[]
}

export function* list(dialect: Dialect, tenant: string, filter: CaseQuery): SqlProgram<Page<CaseRow>> {
  const order = filter.order ?? "due"
  const listing = {
    into: cases,
    read: caseOf,
    order,
    sort: sortOf(filter),
    id: "id",
    conditions: conditions(dialect, tenant, filter)
  }
  return yield* page<CaseRow>(tenant, listing, filter)
}

/** Those of a customer, a problem or a person are few: they are found first and then sorted (`+ 0` hides the index of the order). */
const sortOf = ({ order, customer, problem, concerns }: CaseQuery): string => {
  const isFew = customer !== undefined || problem !== undefined || concerns !== undefined
  if (order === "received" || order === "latest") return concerns === undefined ? "received_at" : "received_at + 0"
  return isFew ? "promise_at + 0" : "promise_at"
}

export function* intake(tenant: string, filter: IntakeQuery): SqlProgram<Page<IntakeRow>> {
  const listing = {
    into: intakes,
    read: intakeOf,
    order: "intake",
    sort: "received_at",
    id: "key",
    conditions: [
      oneOf("tenant", tenant),
      oneOf("state", filter.state),
      oneOf("channel", filter.channel),
      oneOf("key", filter.key)
    ].flat()
  }
  return yield* page<IntakeRow>(tenant, listing, filter)
}

export function* count(dialect: Dialect, tenant: string, filter: CaseQuery): SqlProgram<Count> {
  const where = conditions(dialect, tenant, filter)
  const [row] = yield* query(
    `SELECT count(*) AS count FROM (SELECT 1 FROM hearback_case WHERE ${sqlOf(where)} LIMIT ${countCap + 1}) AS found`,
    ...paramsOf(where)
  )
  const found = row ? number(row, "count") : 0
  return { count: Math.min(found, countCap), capped: found > countCap }
}

interface Listing<T> {
  readonly into: InsertTarget
  readonly read: (row: Row) => T
  readonly order: string
  readonly sort: string
  readonly id: string
  readonly conditions: readonly Condition[]
}

function* page<T>(
  tenant: string,
  { into: { table, columns }, read, order, sort, id, conditions }: Listing<T>,
  filter: { readonly after?: string; readonly limit?: number }
): SqlProgram<Page<T>> {
  const after = decodeCursor(tenant, order, filter.after)
  const size = pageSize(filter.limit)
  const isDown = order === "latest"
  const way = isDown ? " DESC" : ""
  const where = after
    ? [...conditions, { sql: `(${sort}, ${id}) ${isDown ? "<" : ">"} (?, ?)`, params: [after.sort, after.id] }]
    : conditions
  // A limit that is a parameter makes SQLite prepare the statement anew each time.
  const rows = yield* query(
    `SELECT ${sort} AS sort, ${id} AS place, ${columns.join(", ")} FROM ${table} WHERE ${sqlOf(where)} ORDER BY ${sort}${way}, ${id}${way} LIMIT ${size + 1}`,
    ...paramsOf(where)
  )
  const items = rows.slice(0, size).map(read)
  const end = rows[size - 1]
  return end && rows.length > size ? { items, next: encodeCursor(tenant, order, place(end)) } : { items }
}

const place = (row: Row): Place => ({ sort: number(row, "sort"), id: text(row, "place") })

const conditions = (dialect: Dialect, tenant: string, filter: CaseQuery): readonly Condition[] =>
  [
    filter.concerns === undefined ? oneOf("tenant", tenant) : concerning(dialect, tenant, filter.concerns),
    oneOf("owner", filter.owner),
    oneOf("state", filter.state),
    oneOf("kind", filter.kind),
    oneOf("category", filter.category),
    oneOf("customer", filter.customer),
    oneOf("problem", filter.problem),
    bound("received_at >= ?", filter.receivedFrom),
    bound("received_at < ?", filter.receivedBefore),
    tagsAsked(filter).map((tag) => ({ sql: dialect.hasLine("tags"), params: [tag] }))
  ].flat()

const bound = (sql: string, value: number | undefined): readonly Condition[] =>
  value === undefined ? [] : [{ sql, params: [value] }]

/** Each side of the `OR` has an index of its own, which begins with the tenant. */
const concerning = (
  dialect: Dialect,
  tenant: string,
  { owner, names }: NonNullable<CaseQuery["concerns"]>
): readonly Condition[] => {
  const own = [oneOf("tenant", tenant), oneOf("owner", owner), oneOf("state", openStates)].flat()
  const named = names.map(() => dialect.hasLine("awaits")).join(" OR ")
  const waiting = names.length === 0 ? "" : ` OR (tenant = ? AND awaits IS NOT NULL AND (${named}))`
  const params = names.length === 0 ? [] : [tenant, ...names]
  return [{ sql: `((${sqlOf(own)})${waiting})`, params: [...paramsOf(own), ...params] }]
}

const oneOf = (column: string, wanted: string | readonly string[] | undefined): readonly Condition[] => {
  if (wanted === undefined) return []
  if (typeof wanted === "string") return [{ sql: `${column} = ?`, params: [wanted] }]
  if (wanted.length === 0) return [{ sql: "1 = 0", params: [] }]
  return [{ sql: `${column} IN (${wanted.map(() => "?").join(", ")})`, params: wanted }]
}

const sqlOf = (where: readonly Condition[]): string => where.map(({ sql }) => sql).join(" AND ")
const paramsOf = (where: readonly Condition[]): readonly Value[] => where.flatMap(({ params }) => params)
