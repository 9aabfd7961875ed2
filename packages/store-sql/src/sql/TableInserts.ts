/**
 * Inserts into the tables of the store: the columns and values of each, several rows in a statement, because most of
 * the cost of a small insert is the statement and not the row.
 */

import crypto from "node:crypto"
import { canonical } from "@hearback/core"
import type { CaseListRow, IntakeRow, Unit } from "@hearback/engine"
import { lastSort, tagsOf } from "@hearback/engine"
import type { Dialect } from "./Dialect.ts"
import { has, json, maybeNumber, number, text } from "./RowDecoding.ts"
import { type SqlProgram, type SqlRow, type SqlValue, stretchOf } from "./SqlProgram.ts"

/** A table for inserts, and what happens if a row with the same key exists. */
export interface InsertTarget {
  readonly table: string
  readonly columns: readonly string[]
  readonly onMeeting: string
}

/** Inserts rows into a table in order. Returns what the statements return, in no particular order. */
export function* insertRows(
  dialect: Dialect,
  into: InsertTarget,
  rows: readonly (readonly SqlValue[])[]
): SqlProgram<readonly SqlRow[]> {
  const back: SqlRow[] = []
  for (let from = 0; from < rows.length; ) {
    const size = stretchOf(rows.length - from, dialect.rowsPerStatement)
    const params: SqlValue[] = []
    for (const end = from + size; from < end; from++) params.push(...(rows[from] ?? []))
    back.push(...(yield { sql: insertText(dialect, into, size), params }))
  }
  return back
}

const renderedTexts = new WeakMap<Dialect, Map<InsertTarget, Map<number, string>>>()

const insertText = (dialect: Dialect, into: InsertTarget, rows: number): string => {
  const all = renderedTexts.get(dialect) ?? new Map<InsertTarget, Map<number, string>>()
  renderedTexts.set(dialect, all)
  const known = all.get(into) ?? new Map<number, string>()
  all.set(into, known)
  const text = known.get(rows) ?? renderInsert(dialect, into, rows)
  known.set(rows, text)
  return text
}

const renderInsert = ({ insert }: Dialect, { table, columns, onMeeting }: InsertTarget, rows: number): string => {
  const row = `(${columns.map(() => "?").join(", ")})`
  return `${insert} ${table} (${columns.join(", ")}) VALUES ${new Array(rows).fill(row).join(", ")} ${onMeeting}`
}

/** The table of units. Inserts return the keys that were free. */
export const units: InsertTarget = {
  table: "hearback_unit",
  columns: ["tenant", "key", "fingerprint", "position", "events", "answer"],
  onMeeting: "ON CONFLICT DO NOTHING RETURNING key"
}

/** Returns the row of a unit. `last`: the position before the first of the unit's events, which are consecutive. */
export const unitValues = ({ tenant, key, fingerprint, writes, answer }: Unit, last: number): readonly SqlValue[] => {
  const count = eventCount(writes)
  const kept = answer === undefined ? null : canonical(answer)
  return [tenant, shortHash(key), shortHash(fingerprint), last + count, count, kept]
}

/** Returns the number of events in writes. */
export const eventCount = (writes: Unit["writes"]): number => writes.reduce((sum, { events }) => sum + events.length, 0)

/** Returns 160 bits of a text's hash, for texts that are only compared. */
export const shortHash = (text: string): Uint8Array => crypto.hash("sha256", text, "buffer").subarray(0, 20)

/** The table of heads, for streams that may be new. Inserts return the streams that had no head. */
export const newHeads: InsertTarget = {
  table: "hearback_stream",
  columns: ["tenant", "stream", "version", "hash"],
  onMeeting: "ON CONFLICT DO NOTHING RETURNING stream"
}

/** The table of heads, for streams whose head was read before. */
export const heads: InsertTarget = {
  ...newHeads,
  onMeeting: "ON CONFLICT (tenant, stream) DO UPDATE SET version = excluded.version, hash = excluded.hash"
}

const caseColumns = [
  "owner",
  "state",
  "kind",
  "category",
  "customer",
  "problem",
  "received_at",
  "promise_at",
  "tags",
  "awaits",
  "body",
  "due_at"
]

/** The table of cases. A lease stays with its holder; a postponed case is free again, since the reason may be gone. */
export const cases: InsertTarget = {
  table: "hearback_case",
  columns: ["tenant", "id", ...caseColumns],
  onMeeting: `ON CONFLICT (tenant, id) DO UPDATE SET ${caseColumns.map((name) => `${name} = excluded.${name}`).join(", ")},
    lease_until = CASE WHEN hearback_case.holder IS NULL THEN 0 ELSE hearback_case.lease_until END`
}

/** Returns the row of a case. */
export const caseValues = (tenant: string, row: CaseListRow): readonly SqlValue[] => [
  tenant,
  row.id,
  row.owner,
  row.state,
  row.kind,
  row.category,
  row.customer ?? null,
  row.problem ?? null,
  row.receivedAt,
  row.promiseAt ?? lastSort,
  linesOf(tagsOf(row)),
  row.awaits === undefined ? null : linesOf(row.awaits.map(({ who }) => who)),
  restOf(row),
  row.dueAt
]

/** Returns the values of a case that have no column. */
const restOf = (row: CaseListRow): string => {
  const { id, owner, state, kind, category, customer, problem, receivedAt, promiseAt, dueAt, ...rest } = row
  return canonical(rest)
}

/** Returns a case from its columns and the other values. */
export const caseOf = (row: SqlRow): CaseListRow => {
  const promiseAt = number(row, "promise_at")
  return {
    ...(json(row, "body") as unknown as Omit<CaseListRow, "id">),
    id: text(row, "id"),
    owner: text(row, "owner"),
    state: text(row, "state") as CaseListRow["state"],
    kind: text(row, "kind"),
    category: text(row, "category"),
    ...(has(row, "customer") ? { customer: text(row, "customer") } : {}),
    ...(has(row, "problem") ? { problem: text(row, "problem") } : {}),
    receivedAt: number(row, "received_at"),
    promiseAt: promiseAt === lastSort ? null : promiseAt,
    dueAt: maybeNumber(row, "due_at")
  }
}

/** Returns texts without line breaks as one text, each between two line breaks. */
const linesOf = (texts: readonly string[]): string => `\n${texts.map((text) => `${text}\n`).join("")}`

/** The table of arrivals. */
export const intakes: InsertTarget = {
  table: "hearback_intake",
  columns: ["tenant", "key", "channel", "state", "received_at", "reason", "case_id"],
  onMeeting: `ON CONFLICT (tenant, key) DO UPDATE SET channel = excluded.channel, state = excluded.state,
    received_at = excluded.received_at, reason = excluded.reason, case_id = excluded.case_id`
}

/** Returns the row of an arrival. */
export const intakeValues = (tenant: string, row: IntakeRow): readonly SqlValue[] => [
  tenant,
  row.key,
  row.channel,
  row.state,
  row.receivedAt,
  row.reason ?? null,
  row.caseId ?? null
]

/** Returns an arrival from its row. */
export const intakeOf = (row: SqlRow): IntakeRow => ({
  key: text(row, "key"),
  channel: text(row, "channel"),
  receivedAt: number(row, "received_at"),
  state: text(row, "state") as IntakeRow["state"],
  ...(has(row, "reason") ? { reason: text(row, "reason") } : {}),
  ...(has(row, "case_id") ? { caseId: text(row, "case_id") } : {})
})
