/**
 * Claims on work: cases that are due, and messages of the outbox. `ready_at` is the later one of "due" and "leased
 * until", so one index finds what can be claimed. A claim names its lease and not only the work, so a late settlement
 * changes nothing.
 */
import type { Claim, ClaimId, ClaimKind, ClaimOptions, Lease, OutboxMessage, Settlement } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { messageColumns, messages, messageValues } from "../sql/MessageRow.ts"
import { has, number, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlRow, type SqlValue } from "../sql/SqlProgram.ts"
import { insertRows } from "../sql/TableInserts.ts"
import { emptyMessage, messagesOf } from "./Messages.ts"
import * as ClaimName from "./TenantClaim.ts"

interface Queue {
  readonly table: string
  /** The condition of rows that are work, which is also the condition of the index. */
  readonly live: string
  readonly set: string
  readonly columns: string
  readonly claim: (id: string, row: SqlRow, message: OutboxMessage) => Claim
  readonly at: (claim: Claim) => number
}

const queues: Readonly<Record<ClaimKind, Queue>> = {
  due: {
    table: "hearback_case",
    live: "due_at IS NOT NULL",
    set: "",
    columns: "id, due_at",
    claim: (id, row) => ({ kind: "due", id, case: text(row, "id"), dueAt: number(row, "due_at") }),
    at: (claim) => (claim.kind === "due" ? claim.dueAt : 0)
  },
  outbox: {
    table: "hearback_outbox",
    live: "dead IS NULL",
    set: "attempts = attempts + 1, ",
    columns: `${messageColumns}, attempts`,
    claim: (id, row, message) => ({ kind: "outbox", id, message, attempts: number(row, "attempts") - 1 }),
    at: (claim) => (claim.kind === "outbox" ? claim.message.notBefore : 0)
  }
}

/**
 * Returns whether a tenant has work to claim, so that a poll without work needs no transaction. The order makes a
 * server use the index; otherwise it would read the table if it expects many due rows.
 */
export function* isWaiting(tenant: string, what: ClaimKind, { now, lanes }: ClaimOptions): SqlProgram<boolean> {
  const { table, live } = queues[what]
  const served = servedBy(what, lanes)
  const rows = yield* query(
    `SELECT 1 AS one FROM ${table} WHERE tenant = ? AND ready_at <= ? AND ${live}${served.sql} ORDER BY ready_at LIMIT 1`,
    tenant,
    now,
    ...served.params
  )
  return rows.length > 0
}

/** Returns the condition that a message is of some lanes. */
const servedBy = (what: ClaimKind, lanes: readonly string[] | undefined) =>
  what === "due" || lanes === undefined
    ? { sql: "", params: [] }
    : lanes.length === 0
      ? { sql: " AND 1 = 0", params: [] }
      : { sql: ` AND lane IN (${lanes.map(() => "?").join(", ")})`, params: lanes }

/**
 * Leases work of a tenant, the longest waiting first. The limit is not a parameter, since a server would then expect
 * many rows.
 */
export function* claim(
  dialect: Dialect,
  tenant: string,
  what: ClaimKind,
  { now, leaseMs, limit, lanes }: ClaimOptions,
  holder: string
): SqlProgram<readonly Claim[]> {
  const { table, live, set, columns, claim: read, at } = queues[what]
  const served = servedBy(what, lanes)
  const rows = yield* query(
    `WITH picked AS MATERIALIZED (
       SELECT id FROM ${table} WHERE tenant = ? AND ready_at <= ? AND ${live}${served.sql}
       ORDER BY ready_at LIMIT ${limit}${dialect.skipLocked}
     ) UPDATE ${table} SET ${set}holder = ?, lease_until = ? WHERE tenant = ? AND id IN (SELECT id FROM picked)
     RETURNING ${columns}`,
    tenant,
    now,
    ...served.params,
    holder,
    now + leaseMs,
    tenant
  )
  const messages = what === "outbox" ? yield* messagesOf(rows) : []
  return rows
    .map((row, index) =>
      read(
        ClaimName.render({ kind: what, tenant, id: text(row, "id"), holder }),
        row,
        traced(row, messages[index] ?? emptyMessage(row))
      )
    )
    .sort((a, b) => at(a) - at(b))
}

const traced = (row: SqlRow, message: OutboxMessage): OutboxMessage =>
  has(row, "trace") ? { ...message, trace: text(row, "trace") } : message

/** Begins leases again from now on; returns the claims that are still held. */
export function* renew(
  tenant: string,
  claims: readonly ClaimId[],
  { now, leaseMs }: Lease
): SqlProgram<readonly ClaimId[]> {
  const held: ClaimId[] = []
  for (const claim of claims) {
    const name = ClaimName.parse(claim)
    if (name.tenant !== tenant) continue
    const { table } = queues[name.kind]
    const rows = yield* query(
      `UPDATE ${table} SET lease_until = ? ${whereHeld} RETURNING id`,
      now + leaseMs,
      ...paramsOf(name)
    )
    if (rows.length > 0) held.push(claim)
  }
  return held
}

/** Replaces several claimed messages by one. The caller has to undo it if it returns false. */
export function* join(
  dialect: Dialect,
  tenant: string,
  claims: readonly ClaimId[],
  message: OutboxMessage
): SqlProgram<boolean> {
  for (const claim of claims) {
    const name = ClaimName.parse(claim)
    if (name.tenant !== tenant || name.kind !== "outbox") return false
    const rows = yield* query(`DELETE FROM hearback_outbox ${whereHeld} RETURNING id`, ...paramsOf(name))
    if (rows.length === 0) return false
  }
  yield* insertRows(dialect, messages, [messageValues(tenant, message, undefined)])
  return true
}

/** Settles claims. */
export function* settle(tenant: string, results: readonly Settlement[]): SqlProgram<void> {
  for (const { claim, outcome } of results) {
    const name = ClaimName.parse(claim)
    if (name.tenant !== tenant) continue
    if (name.kind === "due") yield* settleDue(name, outcome)
    else yield* settleMessage(name, outcome)
  }
}

const whereHeld = "WHERE tenant = ? AND id = ? AND holder = ?"
const paramsOf = ({ tenant, id, holder }: ClaimName.TenantClaim): readonly SqlValue[] => [tenant, id, holder]

function* settleDue(name: ClaimName.TenantClaim, outcome: Settlement["outcome"]): SqlProgram<void> {
  const until = outcome === "done" ? 0 : "dead" in outcome ? Number.MAX_SAFE_INTEGER : offeredAt(outcome)
  yield* query(`UPDATE hearback_case SET holder = NULL, lease_until = ? ${whereHeld}`, until, ...paramsOf(name))
}

const offeredAt = (outcome: { readonly retryAt: number } | { readonly untried: number }): number =>
  "untried" in outcome ? outcome.untried : outcome.retryAt

function* settleMessage(name: ClaimName.TenantClaim, outcome: Settlement["outcome"]): SqlProgram<void> {
  if (outcome === "done") yield* query(`DELETE FROM hearback_outbox ${whereHeld}`, ...paramsOf(name))
  else if ("dead" in outcome)
    yield* query(
      `UPDATE hearback_outbox SET holder = NULL, lease_until = 0, error = ?, dead = ?, dead_at = ? ${whereHeld}`,
      outcome.error ?? null,
      outcome.dead,
      outcome.at,
      ...paramsOf(name)
    )
  else if ("untried" in outcome)
    yield* query(
      `UPDATE hearback_outbox SET holder = NULL, lease_until = 0, attempts = attempts - 1, not_before = ? ${whereHeld}`,
      outcome.untried,
      ...paramsOf(name)
    )
  else
    yield* query(
      `UPDATE hearback_outbox SET holder = NULL, lease_until = 0, error = ?, not_before = ? ${whereHeld}`,
      outcome.error ?? null,
      outcome.retryAt,
      ...paramsOf(name)
    )
}
