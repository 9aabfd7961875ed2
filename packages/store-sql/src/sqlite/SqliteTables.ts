/** The tables of a store in files, for an operator. They are made or migrated only on request. */
import { type Querier, storeError } from "@hearback/engine"
import { makeStoreTables, type StoreTables, type TablesPlace } from "../tables/Administration.ts"
import { type Connection, connect } from "./Connection.ts"
import { keyTables, makePrivate } from "./KeyFile.ts"
import { isBusy } from "./NodeSqlite.ts"
import { recordTables } from "./RecordTables.ts"
import { sqliteDialect } from "./SqliteDialect.ts"
import { keyPathOf, type SqliteOptions } from "./SqliteStore.ts"

/** Opens the tables. Files that are not there are made, without tables. */
export const sqliteTables = (
  path: string,
  { waitMs = 5000, keys = keyPathOf(path) }: Pick<SqliteOptions, "waitMs" | "keys"> = {}
): StoreTables => {
  const record = connect(path, "full", waitMs)
  try {
    makePrivate(keys)
    const keyFile = connect(keys, "full", waitMs)
    const places = { record: placeAt(record, recordTables, waitMs), keys: placeAt(keyFile, keyTables, waitMs) }
    return makeStoreTables(places, async () => {
      record.close()
      keyFile.close()
    })
  } catch (error) {
    record.close()
    throw error
  }
}

const placeAt = ({ execute }: Connection, tables: TablesPlace["tables"], waitMs: number): TablesPlace => {
  const querier: Querier = {
    query: async (sql, params) => execute({ sql, params: params as never })
  }
  const run = (sql: string): unknown => execute({ sql, params: [] })

  /**
   * Begins a transaction. It waits outside of SQLite, so that the holder of the lock can continue, also in this
   * process.
   */
  const begin = async (sql: string): Promise<void> => {
    for (const until = Date.now() + waitMs; ; await new Promise((resolve) => setTimeout(resolve, 10)))
      try {
        run(sql)
        return
      } catch (error) {
        if (!isBusy(error)) throw error
        if (Date.now() >= until) throw storeError("store/unavailable", "the file is locked by another writer", error)
      }
  }

  /** Undoes a transaction. A full disk may already have ended it. The first error says what went wrong. */
  const undo = (): void => {
    try {
      run("ROLLBACK")
    } catch {
      // There is nothing left to undo.
    }
  }

  return {
    dialect: sqliteDialect,
    tables,
    transaction: async (kind, work) => {
      await begin(kind === "read" ? "BEGIN" : "BEGIN IMMEDIATE")
      try {
        const answer = await work(querier)
        run("COMMIT")
        return answer
      } catch (error) {
        undo()
        throw error
      }
    }
  }
}
