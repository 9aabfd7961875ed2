/** Reads messages from rows. What a row leaves out is read from its event. */
import type { OutboxMessage, StoredEvent } from "@hearback/engine"
import { entryAt } from "../entry/EntryReads.ts"
import { isSaidBy, messageInRow, messageOfEvent, messageValues, placeOf } from "../sql/MessageRow.ts"
import { has, text } from "../sql/RowDecoding.ts"
import type { SqlProgram, SqlRow, SqlValue } from "../sql/SqlProgram.ts"

/**
 * Returns the message of each row; undefined if its event is missing.  Errors: throws if the event is not valid JSON.
 */
export function* messagesOf(rows: readonly SqlRow[]): SqlProgram<readonly (OutboxMessage | undefined)[]> {
  const entries = new Map<string, readonly StoredEvent[]>()
  const found: (OutboxMessage | undefined)[] = []
  for (const row of rows) {
    if (has(row, "body")) found.push(messageInRow(row))
    else {
      const event = yield* eventOf(row, entries)
      found.push(event && messageOfEvent(text(row, "id"), event))
    }
  }
  return found
}

/** Returns the event of a row. Messages of one entry are mostly read together, so entries are kept. */
function* eventOf(row: SqlRow, entries: Map<string, readonly StoredEvent[]>): SqlProgram<StoredEvent | undefined> {
  const place = placeOf(text(row, "id"))
  if (place === undefined) return undefined
  const isIt = ({ version }: StoredEvent): boolean => version === place.version
  const known = entries.get(place.stream)?.find(isIt)
  if (known !== undefined) return known
  const events = yield* entryAt(text(row, "tenant"), place.stream, place.version)
  entries.set(place.stream, events)
  return events.find(isIt)
}

/** Returns the row of a message that is written again, without what its event contains. */
export function* messageRow(tenant: string, message: OutboxMessage): SqlProgram<readonly SqlValue[]> {
  const place = placeOf(message.id)
  const entry = place === undefined ? [] : yield* entryAt(tenant, place.stream, place.version)
  const event = entry.find(({ version }) => version === place?.version)
  return messageValues(tenant, message, event && isSaidBy(message, event) ? message : undefined)
}

/** Returns what is left of a message whose event is missing. It cannot be sent and is given up. */
export const emptyMessage = (row: SqlRow): OutboxMessage => ({
  id: text(row, "id"),
  kind: "message",
  lane: text(row, "lane"),
  to: "",
  body: {},
  notBefore: 0
})
