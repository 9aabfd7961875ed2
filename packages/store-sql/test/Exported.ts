/** A store with a row in every table, and its export. */

import type { EventStore, KeyStore } from "@hearback/engine"
import { Sample } from "@hearback/engine/testing"
import { parts, type StoreTables, type TablesPart } from "../src/index.ts"

/** The lines of an export. */
export type Exported = Readonly<Record<TablesPart, readonly string[]>>

/** Yields lines. */
export async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

/** Returns the export of a store. */
export const exportOf = async (tables: StoreTables): Promise<Exported> => {
  const lines: Record<TablesPart, string[]> = { record: [], keys: [] }
  for (const part of parts)
    await tables.exportTo(part, async (line) => {
      lines[part].push(line)
    })
  return lines
}

/** Leaves a row in every table, of two tenants, with more in one of them than one page. */
export const filled = async (open: () => EventStore & { readonly keys: KeyStore }): Promise<void> => {
  const { event, intakeRow, message, monday, row, unit, write } = Sample
  const store = open()
  const sealed = { customer: "c-1", ciphertext: new Uint8Array([0, 1, 255]) }
  await store.keys.keyOf("acme", "c-1")
  await store.keys.setMark("acme", undefined, "first")
  await store.append(
    unit(
      "1",
      [
        write("case/1", 0, {
          events: [event({ sealed })],
          row: row("1", { dueAt: monday, customer: "c-1" }),
          intake: intakeRow("1")
        }),
        write("case/2", 0)
      ],
      { outbox: [message("1")], answer: { text: "以中文 · \u{1f600}\n" } }
    )
  )
  await store.appendMany?.(
    Array.from({ length: 600 }, (_, n) => unit(`many-${n}`, [write(`case/many-${n}`, 0)], { tenant: "other" }))
  )
  const cases = [{ id: "1", stream: "case/1", version: 1 }]
  await store.index("acme", { of: "c-1", edition: 1, cases, sealed })
  await store.setMeta("acme", "cursor:crm", 7)
  await store.close()
}
