/** Pages of lists: rows whose `(sort, id)` is greater than that of the last row before, along an index. */
import type { CaseListQuery, CaseListRow, IntakeQuery, IntakeRow, IntakeState, Page, RowCount } from "@hearback/engine"
import {
  type CursorPlace,
  countCap,
  decodeCursor,
  encodeCursor,
  openStates,
  pageSize,
  tagsAsked
} from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { number, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlRow, type SqlValue } from "../sql/SqlProgram.ts"
import { caseOf, cases, type InsertTarget, intakeOf, intakes } from "../sql/TableInserts.ts"

interface Condition {
  readonly sql: string
  readonly params: readonly SqlValue[]
}

/** Returns a page of the list of cases. */
export function* list(dialect: Dialect, tenant: string, filter: CaseListQuery): SqlProgram<Page<CaseListRow>> {
  const order = filter.order ?? "due"
  const listing = {
    into: cases,
    read: caseOf,
    order,
    sort: order === "due" ? "promise_at" : "received_at",
    id: "id",
    ways: waysTo(dialect, tenant, filter)
  }
  return yield* page<CaseListRow>(tenant, listing, filter)
}

/** Returns a page of the list of arrivals. */
export function* intake(tenant: string, filter: IntakeQuery): SqlProgram<Page<IntakeRow>> {
  const listing = {
    into: intakes,
    read: intakeOf,
    order: "intake",
    sort: "received_at",
    id: "key",
    ways: [
      {
        conditions: [
          oneOf("tenant", tenant),
          oneOf("state", filter.state),
          oneOf("channel", filter.channel),
          oneOf("key", filter.key)
        ].flat()
      }
    ]
  }
  return yield* page<IntakeRow>(tenant, listing, filter)
}

/** Returns the number of cases of a query. */
export function* count(dialect: Dialect, tenant: string, filter: CaseListQuery): SqlProgram<RowCount> {
  const found = waysTo(dialect, tenant, filter).map(({ conditions }) => conditions)
  // Each condition is counted separately, so that it uses its own index.
  const each = found.map(
    (where) => `SELECT id FROM (SELECT id FROM hearback_case WHERE ${sqlOf(where)} LIMIT ${countCap + 1}) AS one`
  )
  const [row] = yield* query(
    `SELECT count(*) AS count FROM (${each.join(" UNION ")}) AS found`,
    ...paramsOf(found.flat())
  )
  const many = row ? number(row, "count") : 0
  return { count: Math.min(many, countCap), capped: many > countCap }
}

/** Counts along an index alone. */
export function* countIntake(tenant: string, state: IntakeState): SqlProgram<number> {
  const [row] = yield* query(
    "SELECT count(*) AS count FROM hearback_intake WHERE tenant = ? AND state = ?",
    tenant,
    state
  )
  return row ? number(row, "count") : 0
}

interface Listing<T> {
  readonly into: InsertTarget
  readonly read: (row: SqlRow) => T
  readonly order: string
  readonly sort: string
  readonly id: string
  readonly ways: readonly Way[]
}

/** One way to find rows of a list, by an index of its own. */
interface Way {
  readonly conditions: readonly Condition[]
  /** Whether few rows are found and then sorted. `+ 0` keeps the database from using the index of the order. */
  readonly isSorted?: boolean
  /** Whether it filters by columns that an index contains after its order. */
  readonly isFiltered?: boolean
}

/** Reads a page in one way or several ways, each of which returns as many rows as a page has. */
function* page<T>(
  tenant: string,
  { into: { table, columns }, read, order, sort, id, ways }: Listing<T>,
  filter: { readonly after?: string; readonly limit?: number }
): SqlProgram<Page<T>> {
  const after = decodeCursor(tenant, order, filter.after)
  const size = pageSize(filter.limit)
  const isDown = order === "latest"
  // If the limit were a parameter, SQLite would prepare the statement again each time.
  const ordered = (by: string): string => {
    const way = isDown ? " DESC" : ""
    return `ORDER BY ${by}${way}, ${id}${way} LIMIT ${size + 1}`
  }
  const behind = (by: string): readonly Condition[] =>
    after === undefined ? [] : [{ sql: `(${by}, ${id}) ${isDown ? "<" : ">"} (?, ?)`, params: [after.sort, after.id] }]
  const found = ways.map(({ conditions, isSorted = false }) => {
    const by = isSorted ? `${sort} + 0` : sort
    return { by, where: [...conditions, ...behind(by)] }
  })
  const [first] = found
  // Filtered rows are found in an index before cases are read.
  const only = found.length === 1 && ways[0]?.isFiltered !== true ? first : undefined
  const inner = found.map(
    ({ by, where }) => `SELECT ${id} FROM (SELECT ${id} FROM ${table} WHERE ${sqlOf(where)} ${ordered(by)}) AS one`
  )
  const all = only === undefined ? `tenant = ? AND ${id} IN (${inner.join(" UNION ")})` : sqlOf(only.where)
  const rows = yield* query(
    `SELECT ${sort} AS sort, ${id} AS place, ${columns.join(", ")} FROM ${table} WHERE ${all} ${ordered(only?.by ?? `${sort} + 0`)}`,
    ...(only === undefined ? [tenant] : []),
    ...paramsOf(found.flatMap(({ where }) => where))
  )
  const items = rows.slice(0, size).map(read)
  const end = rows[size - 1]
  return end && rows.length > size ? { items, next: encodeCursor(tenant, order, place(end)) } : { items }
}

const place = (row: SqlRow): CursorPlace => ({ sort: number(row, "sort"), id: text(row, "place") })

const waysTo = (dialect: Dialect, tenant: string, filter: CaseListQuery): readonly Way[] => {
  const asked = [
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
  const ofTenant = oneOf("tenant", tenant)
  const isByPromise = (filter.order ?? "due") === "due"
  const isFew = filter.customer !== undefined || filter.problem !== undefined
  const tags = tagsAsked(filter)
  const isFiltered = !isFew && (tags.length > 0 || filter.state !== undefined || filter.kind !== undefined)
  // Only the index of promises contains tags.
  const isSorted = isByPromise ? isFew : isFiltered && tags.length > 0
  if (filter.concerns === undefined) return [{ conditions: [...ofTenant, ...asked], isSorted, isFiltered }]
  const { owner, names } = filter.concerns
  const own = [...ofTenant, ...oneOf("owner", owner), ...oneOf("state", openStates), ...asked]
  const waiting = [...ofTenant, ...waitingFor(dialect, tenant, names), ...asked]
  return [
    { conditions: own, isSorted: !isByPromise || isFew },
    ...(names.length === 0 ? [] : [{ conditions: waiting, isSorted: true }])
  ]
}

const bound = (sql: string, value: number | undefined): readonly Condition[] =>
  value === undefined ? [] : [{ sql, params: [value] }]

/**
 * Returns conditions for cases that wait for some names. The column has few different texts, however many cases there
 * are. Each text is checked once, and cases are found by it.
 */
const waitingFor = (dialect: Dialect, tenant: string, names: readonly string[]): readonly Condition[] => {
  const named = names.map(() => dialect.hasLine("said.awaits")).join(" OR ")
  const sql = `awaits IS NOT NULL AND ${dialect.isAmong("awaits", `${whatAwaitsSays} WHERE ${named}`)}`
  return [{ sql, params: [tenant, tenant, ...names] }]
}

/** Selects each different text once: the next one is looked up after the one before. */
const whatAwaitsSays = `WITH RECURSIVE said(awaits) AS (
  SELECT min(awaits) FROM hearback_case WHERE tenant = ? AND awaits IS NOT NULL
  UNION ALL
  SELECT (SELECT min(next.awaits) FROM hearback_case AS next
    WHERE next.tenant = ? AND next.awaits IS NOT NULL AND next.awaits > said.awaits)
  FROM said WHERE said.awaits IS NOT NULL
) SELECT said.awaits FROM said`

const oneOf = (column: string, wanted: string | readonly string[] | undefined): readonly Condition[] => {
  if (wanted === undefined) return []
  if (typeof wanted === "string") return [{ sql: `${column} = ?`, params: [wanted] }]
  if (wanted.length === 0) return [{ sql: "1 = 0", params: [] }]
  return [{ sql: `${column} IN (${wanted.map(() => "?").join(", ")})`, params: wanted }]
}

const sqlOf = (where: readonly Condition[]): string => where.map(({ sql }) => sql).join(" AND ")
const paramsOf = (where: readonly Condition[]): readonly SqlValue[] => where.flatMap(({ params }) => params)
