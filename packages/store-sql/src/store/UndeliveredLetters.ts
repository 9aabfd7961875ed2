/** Messages that failed or were given up: lists them by time, and offers them again. */
import { defined } from "@hearback/core"
import type { Page, UndeliveredLetter, UndeliveredQuery } from "@hearback/engine"
import { decodeCursor, encodeCursor, pageSize } from "@hearback/engine"
import { messageColumns } from "../sql/MessageRow.ts"
import { has, number, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram } from "../sql/SqlProgram.ts"
import { emptyMessage, messagesOf } from "./Messages.ts"

/** The condition of each state, and the instant by which its messages are listed. */
const states: Readonly<Record<UndeliveredLetter["state"], { readonly rows: string; readonly at: string }>> = {
  dead: { rows: "dead IS NOT NULL", at: "dead_at" },
  failing: { rows: "error IS NOT NULL AND dead IS NULL", at: "ready_at" }
}

/** Returns a page of undelivered messages. */
export function* listUndelivered(
  tenant: string,
  { state, limit, after: cursor }: UndeliveredQuery
): SqlProgram<Page<UndeliveredLetter>> {
  const after = decodeCursor(tenant, state, cursor)
  const size = pageSize(limit)
  const { rows: inState, at } = states[state]
  const rows = yield* query(
    `SELECT ${messageColumns}, dead, error, ${at} AS at, attempts FROM hearback_outbox
     WHERE tenant = ? AND ${inState}${after ? ` AND (${at}, id) > (?, ?)` : ""}
     ORDER BY ${at}, id LIMIT ${size + 1}`,
    tenant,
    ...(after ? [after.sort, after.id] : [])
  )
  const shown = rows.slice(0, size)
  const messages = yield* messagesOf(shown)
  const items = shown.map((row, index): UndeliveredLetter => {
    const reason = has(row, "dead") ? text(row, "dead") : undefined
    const error = has(row, "error") ? text(row, "error") : undefined
    return defined({
      message: messages[index] ?? emptyMessage(row),
      state,
      reason,
      error,
      at: number(row, "at"),
      attempts: number(row, "attempts")
    })
  })
  const end = items.at(-1)
  return end && rows.length > size
    ? { items, next: encodeCursor(tenant, state, { sort: end.at, id: end.message.id }) }
    : { items }
}

/** Offers messages again from an instant on; returns how many there were. */
export function* revive(tenant: string, ids: readonly string[], at: number): SqlProgram<number> {
  let count = 0
  for (const id of ids) {
    const rows = yield* query(
      `UPDATE hearback_outbox SET dead = NULL, dead_at = NULL, error = NULL, attempts = 0, not_before = ?
       WHERE tenant = ? AND id = ? AND (dead IS NOT NULL OR error IS NOT NULL) RETURNING id`,
      at,
      tenant,
      id
    )
    count += rows.length
  }
  return count
}
