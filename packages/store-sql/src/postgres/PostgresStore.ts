/**
 * The store in a schema of a PostgreSQL database, for many processes and machines. Customers' keys are in a schema of
 * their own, or in another database.
 */
import { randomUUID } from "node:crypto"
import { type EventStore, type KeyStore, storeError } from "@hearback/engine"
import { text } from "../sql/RowDecoding.ts"
import { makeSqlStore } from "../store/SqlStore.ts"
import { preparedTables, versionRow } from "../tables/Tables.ts"
import { type CommitNotices, makeCommitNotices } from "./CommitNotices.ts"
import { holders } from "./Holders.ts"
import { checkedSchema } from "./Names.ts"
import { makePools } from "./OwnPools.ts"
import { postgresDialect } from "./PostgresDialect.ts"
import { openPostgresKeys } from "./PostgresKeys.ts"
import type { PgPool, PostgresJsSql } from "./PostgresPool.ts"
import { makePostgresRunner } from "./PostgresRunner.ts"
import { recordTables } from "./RecordTables.ts"

/** The options of a store in PostgreSQL: an address, or a pool of the host. */
export interface PostgresOptions {
  /** The address of the server, such as `postgres://user@host/database`. The store opens and closes the connections. */
  readonly url?: string
  /** A `Pool` of `pg`, or the `sql` function of postgres.js, instead of `url`. The store does not close it. */
  readonly pool?: PgPool | PostgresJsSql
  /** The schema of the tables. Default `hearback`. */
  readonly schema?: string
  /**
   * Where the keys of customers are kept. Default: the same pool, and the name of the schema with `_keys` at its end.
   */
  readonly keys?: Pick<PostgresOptions, "url" | "pool" | "schema">
  /** Whether to make and migrate the tables. Default true. With `false`, a store without tables is refused. */
  readonly migrate?: boolean
  /**
   * Whether to learn of commits of other processes by `LISTEN`. Default true. With `false`, the store asks regularly.
   */
  readonly listen?: boolean
  /**
   * Whether statements are prepared. Default true; behind a pooler in transaction mode the store notices and stops
   * preparing.
   */
  readonly prepare?: boolean
  /** How long a transaction that conflicts with another is tried again.  Units: ms. Default 5000. */
  readonly waitMs?: number
}

/** A store in PostgreSQL, with its keys. */
export interface PostgresStore extends EventStore {
  /** The keys of customers. */
  readonly keys: KeyStore
  /** Identifies the data: the database and the schema. */
  readonly storeId: string
}

/**
 * Opens a store, making its tables where there are none.
 *
 * Errors: throws `store/unavailable` when the server does not answer, `store/refused` when it takes no connection or grants no
 * rights, `store/driver` when no driver is installed or given,
 * `store/missing` when there are no tables and none are to be made, `store/schema` when another version wrote them or the
 * name of a schema is none, `store/keys` when the keys are those of another store.
 */
export const postgres = async (options: PostgresOptions): Promise<PostgresStore> => {
  const { migrate = true, listen = true, prepare = true, waitMs = 5000 } = options
  const schema = checkedSchema(options.schema ?? "hearback")
  const dialect = postgresDialect(schema)
  const keySchema = checkedSchema(options.keys?.schema ?? `${schema}_keys`)
  const pools = makePools()
  try {
    const pool = await pools.of(options)
    const keyPool = await pools.ofKeys(options.keys, pool)
    const runner = makePostgresRunner({ pool, dialect, waitMs, prepare })
    // Keys of an existing store are never made again, since its own must be restored.
    const isNew = (await runner.read(() => versionRow(dialect, recordTables))) === undefined
    const keys = await openPostgresKeys({ pool: keyPool, schema: keySchema, isNew, migrate, prepare, waitMs })
    const row = await runner.write(() =>
      preparedTables(dialect, recordTables, migrate, { store_id: randomUUID(), keys_id: keys.id })
    )
    if (text(row, "keys_id") !== keys.id)
      throw storeError(
        "store/keys",
        `the keys in schema \`${keySchema}\` are not those of the store in schema \`${schema}\``
      )
    const storeId = text(row, "store_id")
    const notices = makeCommitNotices(pool, runner, schema, listen)
    const close = async (): Promise<void> => {
      notices.close()
      keys.close()
      runner.close()
      await pools.end()
    }
    const told = listen ? { tell: notices.within } : {}
    const store = makeSqlStore({ runner, dialect, storeId, close, ...told })
    return noticed(
      { ...store, holders: (tenant) => runner.read(() => holders(tenant)) },
      notices,
      listen,
      keys.keys,
      storeId
    )
  } catch (error) {
    await pools.end()
    throw error
  }
}

/** Returns a store that sends notices of its commits to this process and others. */
const noticed = (
  store: EventStore,
  notices: CommitNotices,
  listens: boolean,
  keys: KeyStore,
  storeId: string
): PostgresStore => ({
  ...store,
  capabilities: { ...store.capabilities, notify: listens },
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
  ...(listens ? { watch: notices.watch } : {}),
  keys,
  storeId
})
