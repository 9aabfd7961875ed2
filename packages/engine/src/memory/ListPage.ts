/** Lists over rows in memory: filters, sorts, and returns one page. */
import { type CursorPlace, decodeCursor, encodeCursor, lastSort, pageSize } from "../port/Cursor.ts"
import {
  type CaseListQuery,
  type CaseListRow,
  type IntakeQuery,
  type IntakeRow,
  openStates,
  type Page,
  tagsAsked,
  tagsOf
} from "../port/ListRow.ts"

/** Returns whether a row matches a query. */
export const matches = (row: CaseListRow, query: CaseListQuery): boolean =>
  oneOf(query.owner, row.owner) &&
  oneOf(query.state, row.state) &&
  oneOf(query.kind, row.kind) &&
  oneOf(query.category, row.category) &&
  oneOf(query.customer, row.customer) &&
  oneOf(query.problem, row.problem) &&
  (query.receivedFrom ?? row.receivedAt) <= row.receivedAt &&
  (query.receivedBefore ?? Number.POSITIVE_INFINITY) > row.receivedAt &&
  tagsAsked(query).every((tag) => tagsOf(row).includes(tag)) &&
  isConcerned(row, query.concerns)

const isConcerned = ({ owner, state, awaits = [] }: CaseListRow, concerns: CaseListQuery["concerns"]): boolean =>
  concerns === undefined ||
  (owner === concerns.owner && openStates.includes(state)) ||
  awaits.some(({ who }) => concerns.names.includes(who))

/** Returns a page of the list of cases. */
export const pageOfCases = (tenant: string, rows: readonly CaseListRow[], query: CaseListQuery): Page<CaseListRow> => {
  const order = query.order ?? "due"
  return page(
    tenant,
    order,
    rows.filter((row) => matches(row, query)),
    (row) => ({ sort: order === "due" ? (row.promiseAt ?? lastSort) : row.receivedAt, id: row.id }),
    query
  )
}

/** Returns a page of the list of arrivals. */
export const pageOfIntake = (tenant: string, rows: readonly IntakeRow[], query: IntakeQuery): Page<IntakeRow> =>
  page(
    tenant,
    "intake",
    rows.filter(
      (row) => oneOf(query.state, row.state) && oneOf(query.channel, row.channel) && oneOf(query.key, row.key)
    ),
    (row) => ({ sort: row.receivedAt, id: row.key }),
    query
  )

const oneOf = (wanted: string | readonly string[] | undefined, value: string | undefined): boolean =>
  wanted === undefined || wanted === value || (Array.isArray(wanted) && value !== undefined && wanted.includes(value))

/** Returns one page of rows in the order of their places. */
export const page = <T>(
  tenant: string,
  order: string,
  rows: readonly T[],
  place: (row: T) => CursorPlace,
  query: { readonly after?: string; readonly limit?: number }
): Page<T> => {
  const after = decodeCursor(tenant, order, query.after)
  const size = pageSize(query.limit)
  const compare = order === "latest" ? (a: CursorPlace, b: CursorPlace): number => upwards(b, a) : upwards
  // Sorted from time to time, so that rows after the page can be dropped.
  let first: { readonly row: T; readonly at: CursorPlace }[] = []
  let last: CursorPlace | undefined
  const cut = (): void => {
    first = first.sort((a, b) => compare(a.at, b.at)).slice(0, size + 1)
    last = first[size]?.at
  }
  for (const row of rows) {
    const at = place(row)
    if (after !== undefined && compare(at, after) <= 0) continue
    if (last !== undefined && compare(at, last) > 0) continue
    if (first.push({ row, at }) >= 4 * size) cut()
  }
  cut()
  const items = first.slice(0, size).map(({ row }) => row)
  const end = first[size - 1]
  return end && first.length > size ? { items, next: encodeCursor(tenant, order, end.at) } : { items }
}

const upwards = (a: CursorPlace, b: CursorPlace): number => a.sort - b.sort || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
