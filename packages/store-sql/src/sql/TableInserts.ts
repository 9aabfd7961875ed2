/**
 * Inserts into the tables of the store: columns and values of each, and several rows to a statement, because most of the
 * cost of a small insert is the statement and not the row.
 */

import { canonical } from "@hearback/core"
import type { CaseRow, IntakeRow, OutboxMessage, Unit } from "@hearback/engine"
import { lastSort, tagsOf } from "@hearback/engine"
import type { Dialect } from "./Dialect.ts"
import type { Row, SqlProgram, Value } from "./SqlProgram.ts"

/** A table to insert into, and what happens where a row with the same key exists. */
export interface InsertTarget {
  readonly table: string
  readonly columns: readonly string[]
  readonly onMeeting: string
}

/** At most. Statements have 1, 2, 4 … rows, so that there are few to prepare. */
const rowsPerStatement = 16

/** Puts rows into a table, in order; returns what the statements give back, in no order that counts. */
export function* insertRows(
  dialect: Dialect,
  into: InsertTarget,
  rows: readonly (readonly Value[])[]
): SqlProgram<readonly Row[]> {
  const back: Row[] = []
  for (let from = 0; from < rows.length; ) {
    const size = Math.min(rowsPerStatement, 2 ** Math.floor(Math.log2(rows.length - from)))
    const params: Value[] = []
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

/** Gives back the keys that were free. */
export const units: InsertTarget = {
  table: "hearback_unit",
  columns: ["tenant", "key", "fingerprint", "places", "answer"],
  onMeeting: "ON CONFLICT DO NOTHING RETURNING key"
}

export const unitValues = ({ tenant, key, fingerprint, writes, answer }: Unit): readonly Value[] => {
  const places = writes
    .filter(({ events }) => events.length > 0)
    .map(({ stream, expected, events }) => [stream, expected + 1, expected + events.length])
  return [tenant, key, fingerprint, JSON.stringify(places), answer === undefined ? null : canonical(answer)]
}

/** Gives back the streams that had no head. */
export const newHeads: InsertTarget = {
  table: "hearback_stream",
  columns: ["tenant", "stream", "version", "hash"],
  onMeeting: "ON CONFLICT DO NOTHING RETURNING stream"
}

/** Heads that were looked at before. */
export const heads: InsertTarget = {
  ...newHeads,
  onMeeting: "ON CONFLICT (tenant, stream) DO UPDATE SET version = excluded.version, hash = excluded.hash"
}

export const events: InsertTarget = {
  table: "hearback_event",
  columns: [
    "position",
    "tenant",
    "stream",
    "version",
    "type",
    "at",
    "recorded_at",
    "actor",
    "command",
    "policy",
    "clear",
    "customer",
    "sealed",
    "hash"
  ],
  onMeeting: "ON CONFLICT (tenant, stream, version) DO NOTHING"
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

/** A lease stays with its holder; what was only kept back is free again, since the reason may be gone. */
export const cases: InsertTarget = {
  table: "hearback_case",
  columns: ["tenant", "id", ...caseColumns],
  onMeeting: `ON CONFLICT (tenant, id) DO UPDATE SET ${caseColumns.map((name) => `${name} = excluded.${name}`).join(", ")},
    lease_until = CASE WHEN hearback_case.holder IS NULL THEN 0 ELSE hearback_case.lease_until END`
}

export const caseValues = (tenant: string, row: CaseRow): readonly Value[] => [
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
  canonical(row),
  row.dueAt
]

/** Texts without line breaks, each found between two of them. */
const linesOf = (texts: readonly string[]): string => `\n${texts.map((text) => `${text}\n`).join("")}`

export const intakes: InsertTarget = {
  table: "hearback_intake",
  columns: ["tenant", "key", "channel", "state", "received_at", "body"],
  onMeeting: `ON CONFLICT (tenant, key) DO UPDATE SET channel = excluded.channel, state = excluded.state,
    received_at = excluded.received_at, body = excluded.body`
}

export const intakeValues = (tenant: string, row: IntakeRow): readonly Value[] => [
  tenant,
  row.key,
  row.channel,
  row.state,
  row.receivedAt,
  canonical(row)
]

export const messages: InsertTarget = {
  table: "hearback_outbox",
  columns: ["tenant", "id", "lane", "body", "customer", "sealed", "not_before"],
  onMeeting: "ON CONFLICT DO NOTHING"
}

export const messageValues = (tenant: string, { sealed, ...message }: OutboxMessage): readonly Value[] => [
  tenant,
  message.id,
  message.lane,
  canonical(message),
  sealed?.customer ?? null,
  sealed?.ciphertext ?? null,
  message.notBefore
]
