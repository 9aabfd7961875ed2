/** The tables of a store in files, for an operator: nothing is made or migrated unless that is asked for. */
import type { Querier } from "@hearback/engine"
import { makeStoreTables, type StoreTables, type TablesPlace } from "../tables/Administration.ts"
import { type Connection, connect } from "./Connection.ts"
import { keyTables, makePrivate } from "./KeyFile.ts"
import { recordTables } from "./RecordTables.ts"
import { sqliteDialect } from "./SqliteDialect.ts"
import { keyPathOf, type SqliteOptions } from "./SqliteStore.ts"

/** Opens the tables. Files that are not there are made, without tables. */
export const sqliteTables = (
  path: string,
  { waitMs = 5000, keys = keyPathOf(path) }: Pick<SqliteOptions, "waitMs" | "keys"> = {}
): StoreTables => {
  const record = connect(path, "full", waitMs)
  makePrivate(keys)
  const keyFile = connect(keys, "full", waitMs)
  const places = { record: placeAt(record, recordTables), keys: placeAt(keyFile, keyTables) }
  return makeStoreTables(places, async () => {
    record.close()
    keyFile.close()
  })
}

const placeAt = ({ execute }: Connection, tables: TablesPlace["tables"]): TablesPlace => {
  const querier: Querier = {
    query: async (sql, params) => execute({ sql, params: params as never })
  }
  const run = (sql: string): unknown => execute({ sql, params: [] })
  return {
    dialect: sqliteDialect,
    tables,
    transaction: async (kind, work) => {
      run(kind === "read" ? "BEGIN" : "BEGIN IMMEDIATE")
      try {
        const answer = await work(querier)
        run("COMMIT")
        return answer
      } catch (error) {
        run("ROLLBACK")
        throw error
      }
    }
  }
}
