/** What came into a store of ours, as a table has it: one row a case, columns called like the fields of feedback. */
import { defined, type Fact } from "@hearback/core"
import { defaultTenant, isStoreError, readRecord } from "@hearback/engine"
import { sqlite } from "@hearback/store-sql"

/** What customers wrote cannot be read, which is not to say that they wrote nothing. */
class NoKeys extends Error {}

type Row = Readonly<Record<string, Fact.FactValue>>

/** Returns a row for each case of a store, its keys in the file beside it, or why it cannot be read. */
export const readArrivals = async (path: string): Promise<readonly Row[] | { readonly why: string }> => {
  try {
    return await rowsOf(path)
  } catch (error) {
    if (isStoreError(error) || error instanceof NoKeys) return { why: error.message }
    throw error
  }
}

/** What was erased is left out of its row.  Errors: `NoKeys`. */
const rowsOf = async (path: string): Promise<readonly Row[]> => {
  const store = sqlite(path)
  const rows: Row[] = []
  try {
    if (!((await store.keys.isThere?.()) ?? true)) throw new NoKeys(`there is no key file \`${path}.keys\``)
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
