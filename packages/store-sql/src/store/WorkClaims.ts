/**
 * Claims on work: cases that are due and messages in the outbox. `ready_at` is the later of "due" and "leased until", so
 * one index finds what can be claimed. A claim names its lease and not the work, so a late settlement changes nothing.
 */
import type { Claim, ClaimKind, ClaimOptions, Settlement } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { message, number, text } from "../sql/RowDecoding.ts"
import { query, type Row, type SqlProgram, type Value } from "../sql/SqlProgram.ts"
import * as ClaimName from "./ClaimName.ts"

interface Queue {
  readonly table: string
  /** Which rows are work at all; the condition of the index. */
  readonly live: string
  readonly set: string
  readonly columns: string
  readonly claim: (id: string, row: Row) => Claim
  readonly at: (claim: Claim) => number
}

const queues: Readonly<Record<ClaimKind, Queue>> = {
  due: {
    table: "hearback_case",
    live: "due_at IS NOT NULL",
    set: "",
    columns: "tenant, id, due_at",
    claim: (id, row) => ({
      kind: "due",
      id,
      tenant: text(row, "tenant"),
      case: text(row, "id"),
      dueAt: number(row, "due_at")
    }),
    at: (claim) => (claim.kind === "due" ? claim.dueAt : 0)
  },
  outbox: {
    table: "hearback_outbox",
    live: "dead IS NULL",
    set: "attempts = attempts + 1, ",
    columns: "tenant, id, body, customer, sealed, attempts",
    claim: (id, row) => ({
      kind: "outbox",
      id,
      tenant: text(row, "tenant"),
      message: message(row),
      attempts: number(row, "attempts") - 1
    }),
    at: (claim) => (claim.kind === "outbox" ? claim.message.notBefore : 0)
  }
}

/** Names tenants by hopping along an index, so that it costs a step for each tenant and not for each row. */
export const tenantsWith = (table: string, live: string): string =>
  `WITH RECURSIVE t(tenant) AS (
     SELECT min(tenant) FROM ${table} WHERE ${live}
     UNION ALL
     SELECT (SELECT min(tenant) FROM ${table} WHERE ${live} AND tenant > t.tenant) FROM t WHERE t.tenant IS NOT NULL
   )`

/** Tenants that have something to claim. A poll that finds none needs no transaction. */
export function* tenantsDue(what: ClaimKind, now: number): SqlProgram<readonly string[]> {
  const { table, live } = queues[what]
  const rows = yield* query(
    `${tenantsWith(table, live)}
     SELECT tenant FROM t WHERE tenant IS NOT NULL
       AND EXISTS (SELECT 1 FROM ${table} w WHERE w.tenant = t.tenant AND w.ready_at <= ? AND ${live})`,
    now
  )
  return rows.map((row) => text(row, "tenant"))
}

/** Leases work: an equal share for each tenant, then what room is left to whoever has more. */
export function* claim(
  dialect: Dialect,
  what: ClaimKind,
  options: ClaimOptions,
  holder: string
): SqlProgram<readonly Claim[]> {
  const tenants = yield* tenantsDue(what, options.now)
  const share = Math.max(1, Math.floor(options.limit / tenants.length))
  const claims: Claim[] = []
  for (const most of [share, options.limit])
    for (const tenant of tenants) {
      const room = Math.min(most, options.limit - claims.length)
      if (room > 0) claims.push(...(yield* take(dialect, what, tenant, room, options, holder)))
    }
  return claims.sort((a, b) => queues[what].at(a) - queues[what].at(b))
}

function* take(
  dialect: Dialect,
  what: ClaimKind,
  tenant: string,
  room: number,
  { now, leaseMs }: ClaimOptions,
  holder: string
): SqlProgram<readonly Claim[]> {
  const { table, live, set, columns, claim } = queues[what]
  const rows = yield* query(
    `UPDATE ${table} SET ${set}holder = ?, lease_until = ? WHERE tenant = ? AND id IN (
       SELECT id FROM ${table} WHERE tenant = ? AND ready_at <= ? AND ${live}
       ORDER BY ready_at LIMIT ?${dialect.skipLocked}
     ) RETURNING ${columns}`,
    holder,
    // A lease of nothing would let the second round take the same again.
    now + Math.max(1, leaseMs),
    tenant,
    tenant,
    now,
    room
  )
  return rows.map((row) => claim(ClaimName.render({ kind: what, tenant, id: text(row, "id"), holder }), row))
}

export function* settle(results: readonly Settlement[]): SqlProgram<void> {
  for (const { claim, outcome } of results) {
    const name = ClaimName.parse(claim)
    if (name.kind === "due") yield* settleDue(name, outcome)
    else yield* settleMessage(name, outcome)
  }
}

const whereHeld = "WHERE tenant = ? AND id = ? AND holder = ?"
const paramsOf = ({ tenant, id, holder }: ClaimName.ClaimName): readonly Value[] => [tenant, id, holder]

function* settleDue(name: ClaimName.ClaimName, outcome: Settlement["outcome"]): SqlProgram<void> {
  const until = outcome === "done" ? 0 : "dead" in outcome ? Number.MAX_SAFE_INTEGER : outcome.retryAt
  yield* query(`UPDATE hearback_case SET holder = NULL, lease_until = ? ${whereHeld}`, until, ...paramsOf(name))
}

function* settleMessage(name: ClaimName.ClaimName, outcome: Settlement["outcome"]): SqlProgram<void> {
  if (outcome === "done") yield* query(`DELETE FROM hearback_outbox ${whereHeld}`, ...paramsOf(name))
  else if ("dead" in outcome)
    yield* query(
      `UPDATE hearback_outbox SET holder = NULL, lease_until = 0, dead = ?, dead_at = ? ${whereHeld}`,
      outcome.dead,
      outcome.at,
      ...paramsOf(name)
    )
  else
    yield* query(
      `UPDATE hearback_outbox SET holder = NULL, lease_until = 0, not_before = ? ${whereHeld}`,
      outcome.retryAt,
      ...paramsOf(name)
    )
}
