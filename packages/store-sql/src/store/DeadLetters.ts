/** Messages that were given up: listed by when, and offered again. */
import type { DeadLetter, EventStore, Page } from "@hearback/engine"
import { decodeCursor, encodeCursor, pageSize } from "@hearback/engine"
import { message, number, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram } from "../sql/SqlProgram.ts"

export function* listDeadLetters(
  tenant: string,
  filter: NonNullable<Parameters<EventStore["dead"]>[1]>
): SqlProgram<Page<DeadLetter>> {
  const after = decodeCursor(tenant, "dead", filter.after)
  const size = pageSize(filter.limit)
  const rows = yield* query(
    `SELECT id, dead, dead_at, body, customer, sealed, attempts FROM hearback_outbox
     WHERE tenant = ? AND dead IS NOT NULL${after ? " AND (dead_at, id) > (?, ?)" : ""}
     ORDER BY dead_at, id LIMIT ${size + 1}`,
    tenant,
    ...(after ? [after.sort, after.id] : [])
  )
  const items = rows.slice(0, size).map((row) => ({
    message: message(row),
    reason: text(row, "dead"),
    at: number(row, "dead_at"),
    attempts: number(row, "attempts")
  }))
  const end = items.at(-1)
  return end && rows.length > size
    ? { items, next: encodeCursor(tenant, "dead", { sort: end.at, id: end.message.id }) }
    : { items }
}

export function* reviveDeadLetters(tenant: string, ids: readonly string[], at: number): SqlProgram<number> {
  let count = 0
  for (const id of ids) {
    const rows = yield* query(
      `UPDATE hearback_outbox SET dead = NULL, dead_at = NULL, attempts = 0, not_before = ?
       WHERE tenant = ? AND id = ? AND dead IS NOT NULL RETURNING id`,
      at,
      tenant,
      id
    )
    count += rows.length
  }
  return count
}
