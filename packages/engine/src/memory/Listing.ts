/** Lists over rows in memory: filter, sort, one page. */
import type { CaseQuery, CaseRow, IntakeQuery, IntakeRow, Page } from "../port/CaseRow.ts"
import * as Cursor from "../port/Cursor.ts"

export const matches = (row: CaseRow, query: CaseQuery): boolean =>
  oneOf(query.owner, row.owner) &&
  oneOf(query.state, row.state) &&
  oneOf(query.kind, row.kind) &&
  oneOf(query.category, row.category) &&
  oneOf(query.customer, row.customer) &&
  oneOf(query.problem, row.problem) &&
  (query.words ?? []).every((word) => row.text?.split(" ").includes(word))

export const pageOfCases = (tenant: string, rows: readonly CaseRow[], query: CaseQuery): Page<CaseRow> => {
  const order = query.order ?? "due"
  return page(
    tenant,
    order,
    rows.filter((row) => matches(row, query)),
    (row) => ({ sort: order === "due" ? (row.promiseAt ?? Cursor.last) : row.receivedAt, id: row.id }),
    query
  )
}

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

const page = <T>(
  tenant: string,
  order: string,
  rows: readonly T[],
  place: (row: T) => Cursor.Place,
  query: { readonly after?: string; readonly limit?: number }
): Page<T> => {
  const after = Cursor.decode(tenant, order, query.after)
  const size = Cursor.pageSize(query.limit)
  const rest = rows
    .map((row) => ({ row, at: place(row) }))
    .filter(({ at }) => after === undefined || compare(at, after) > 0)
    .sort((a, b) => compare(a.at, b.at))
  const taken = rest.slice(0, size)
  const end = taken.at(-1)
  const items = taken.map(({ row }) => row)
  return end && rest.length > size ? { items, next: Cursor.encode(tenant, order, end.at) } : { items }
}

const compare = (a: Cursor.Place, b: Cursor.Place): number =>
  a.sort - b.sort || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
