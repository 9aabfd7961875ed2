/**
 * Reads the feedback of a Hearback store as a table: one row for each case, columns named like the fields of
 * feedback.
 */
import { basename } from "node:path"
import { defined, type Fact } from "@hearback/core"
import { defaultTenant, isStoreError, readRecord } from "@hearback/engine"
import { sqlite } from "@hearback/store-sql"
import { said } from "../text/TranslatedTexts.ts"
import type { Unread } from "./FilesBeside.ts"
import { storeTrouble } from "./StoreTrouble.ts"

/** Thrown because customers' words cannot be decrypted, which does not mean that there are none. */
class NoKeys extends Error {
  readonly why: Unread["why"]

  constructor(path: string) {
    super(`its key file \`${basename(path)}\` is not beside it`)
    this.why = said((t) => t.store.noKeys(basename(path)))
  }
}

type Row = Readonly<Record<string, Fact.FactValue>>

/** Returns a row for each case of a store whose keys are in the file beside it, or why it cannot be read. */
export const readArrivals = async (path: string): Promise<readonly Row[] | Unread> => {
  try {
    return await rowsOf(path)
  } catch (error) {
    if (error instanceof NoKeys) return { why: error.why }
    if (isStoreError(error))
      return { why: error.code === "store/keys" ? said((t) => t.store.otherKeys) : storeTrouble(error.code) }
    throw error
  }
}

/** Returns the row of a case, without erased values.  Errors: `NoKeys`. */
const rowsOf = async (path: string): Promise<readonly Row[]> => {
  const store = sqlite(path)
  const rows: Row[] = []
  try {
    if (!((await store.keys.isThere?.()) ?? true)) throw new NoKeys(`${path}.keys`)
    for await (const { event } of readRecord({ store, keys: store.keys, tenant: defaultTenant })) {
      if (event.event !== "case-opened") continue
      const { receivedAt, channel, customer, kind, score, verbatim, description } = event.receipt
      const facts = Object.entries(event.facts).map(([name, value]) => [`facts.${name}`, value] as const)
      const received = new Date(receivedAt).toISOString()
      rows.push({
        ...defined({ received, channel, customer, kind, score, verbatim: verbatim ?? description }),
        ...Object.fromEntries(facts)
      })
    }
  } finally {
    await store.close()
  }
  return rows
}
