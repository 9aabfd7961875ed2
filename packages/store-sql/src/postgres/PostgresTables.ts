import { makeStoreTables, type StoreTables, type TablesPlace } from "../tables/Administration.ts"
import { checkedSchema } from "./Names.ts"
import { makePools } from "./OwnPools.ts"
import { postgresDialect } from "./PostgresDialect.ts"
import { keyTables } from "./PostgresKeys.ts"
import type { PostgresPool } from "./PostgresPool.ts"
import { makePostgresRunner } from "./PostgresRunner.ts"
import type { PostgresOptions } from "./PostgresStore.ts"
import { recordTables } from "./RecordTables.ts"

/** The tables of a store in a database, for an operator: nothing is made or migrated unless that is asked for. */
export const postgresTables = async (
  options: Pick<PostgresOptions, "url" | "pool" | "schema" | "keys">
): Promise<StoreTables> => {
  const schema = checkedSchema(options.schema ?? "hearback")
  const keySchema = checkedSchema(options.keys?.schema ?? `${schema}_keys`)
  const pools = makePools()
  const pool = await pools.of(options)
  const keyPool = await pools.ofKeys(options.keys, pool)
  const places = { record: placeAt(pool, schema, recordTables), keys: placeAt(keyPool, keySchema, keyTables) }
  return makeStoreTables(places, pools.end)
}

const placeAt = (pool: PostgresPool, schema: string, tables: TablesPlace["tables"]): TablesPlace => {
  const dialect = postgresDialect(schema)
  const runner = makePostgresRunner({ pool, dialect, waitMs: 5000, prepare: false })
  const transaction: TablesPlace["transaction"] = (kind, work) => runner.transaction(begin[kind], work)
  return { dialect, tables, transaction }
}

const begin = {
  read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  write: "BEGIN ISOLATION LEVEL READ COMMITTED"
}
