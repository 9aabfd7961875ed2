/**
 * The store in a schema of a PostgreSQL database, for many processes and machines; keys of customers stand in a schema of
 * their own, or in another database.
 */
import { type EventStore, type KeyStore, storeError } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { text } from "../sql/RowDecoding.ts"
import { query } from "../sql/SqlProgram.ts"
import { makeSqlStore } from "../store/SqlStore.ts"
import { makeCommitNotices } from "./CommitNotices.ts"
import { checkedSchema } from "./Names.ts"
import { postgresDialect } from "./PostgresDialect.ts"
import { openPostgresKeys } from "./PostgresKeys.ts"
import { type PgPool, type PostgresJsSql, poolOf } from "./PostgresPool.ts"
import { makePostgresRunner } from "./PostgresRunner.ts"
import { preparedTables, type SchemaTables } from "./SchemaVersion.ts"

export interface PostgresOptions {
  /** A `Pool` of `pg`, or what `postgres` of postgres.js gives. The store does not close it. */
  readonly pool: PgPool | PostgresJsSql
  /** The schema of the tables. Default `hearback`. */
  readonly schema?: string
  /** Where the keys of customers are kept. Default: the same pool, the schema with `_keys` behind its name. */
  readonly keys?: { readonly pool?: PgPool | PostgresJsSql; readonly schema?: string }
  /** Whether to make the tables where there are none. Default: yes. Without it a store without tables is refused. */
  readonly migrate?: boolean
  /** Whether to be told of the commits of other processes by `LISTEN`. Default: yes; without it they are found by asking. */
  readonly listen?: boolean
  /** Whether statements are prepared. Default: yes; a pooler in transaction mode is noticed, and none are from then on. */
  readonly prepare?: boolean
  /** How long to begin anew a transaction that met another one, in ms. Default 5000. */
  readonly waitMs?: number
}

export interface PostgresStore extends EventStore {
  /** Keys of customers. */
  readonly keys: KeyStore
  /** Names the data: the database and the schema. */
  readonly storeId: string
}

/** The version of the schema that this code writes. */
const version = 1

/**
 * Opens a store, making its tables where there are none.
 *
 * Errors: throws `store/unavailable` when the server does not answer, `store/schema` when another version wrote the
 * tables or there are none and none are to be made, `store/keys` when the keys are those of another store.
 */
export const postgres = async (options: PostgresOptions): Promise<PostgresStore> => {
  const { migrate = true, listen = true, prepare = true, waitMs = 5000 } = options
  const schema = checkedSchema(options.schema ?? "hearback")
  const dialect = postgresDialect(schema)
  const pool = poolOf(options.pool)
  const keySchema = checkedSchema(options.keys?.schema ?? `${schema}_keys`)
  const keyPool = options.keys?.pool === undefined ? pool : poolOf(options.keys.pool)
  const keys = await openPostgresKeys({ pool: keyPool, schema: keySchema, migrate, prepare, waitMs })
  const runner = makePostgresRunner({ pool, dialect, waitMs, prepare })
  const row = await runner.write(() => preparedTables(tablesOf(schema, dialect, keys.id), migrate))
  if (text(row, "keys_id") !== keys.id) throw storeError("store/keys", "the keys are those of another store")
  const storeId = text(row, "store_id")
  const notices = makeCommitNotices(pool, runner, schema, listen)
  const close = async (): Promise<void> => {
    notices.close()
    await keys.close()
    await runner.close()
  }
  const store = makeSqlStore({ runner, dialect, storeId, close })
  return {
    ...store,
    capabilities: { ...store.capabilities, notify: listen },
    append: async (unit) => {
      const answer = await store.append(unit)
      notices.after(unit.tenant, [answer])
      return answer
    },
    appendMany: async (units) => {
      const answers = (await store.appendMany?.(units)) ?? []
      for (const tenant of new Set(units.map((unit) => unit.tenant))) notices.after(tenant, answers)
      return answers
    },
    ...(listen ? { watch: notices.watch } : {}),
    keys: keys.keys,
    storeId
  }
}

const tablesOf = (schema: string, dialect: Dialect, keysId: string): SchemaTables => ({
  schema,
  versionTable: "hearback_schema",
  version,
  make: [dialect.versionTable, ...dialect.schema],
  insertVersion: (id) =>
    query("INSERT INTO hearback_schema (version, store_id, keys_id) VALUES (?, ?, ?)", version, id, keysId)
})
