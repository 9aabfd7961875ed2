/** Reads the rows of entries and returns their events. */
import type { StoredEvent } from "@hearback/engine"
import { number } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlRow, type SqlValue } from "../sql/SqlProgram.ts"
import { entryColumns, storedEvents } from "./EntryRow.ts"
import { policiesOf } from "./PolicyNames.ts"

/** Returns the events of the entries for which a condition holds, in the condition's order. */
export function* eventsWhere(condition: string, ...params: readonly SqlValue[]): SqlProgram<readonly StoredEvent[]> {
  const rows = yield* query(`SELECT ${entryColumns} FROM hearback_entry WHERE ${condition}`, ...params)
  return yield* eventsIn(rows)
}

function* eventsIn(rows: readonly SqlRow[]): SqlProgram<readonly StoredEvent[]> {
  const policies = yield* policiesOf(rows)
  return rows.flatMap((row) => storedEvents(row, policies.get(number(row, "policy"))))
}

/** Returns the events of the entry that contains a version of a stream. */
export const entryAt = (tenant: string, stream: string, version: number): SqlProgram<readonly StoredEvent[]> =>
  eventsWhere("tenant = ? AND stream = ? AND version >= ? ORDER BY version LIMIT 1", tenant, stream, version)
