/**
 * Keys of customers in a schema of their own, or in another database, so that a dump of the store contains none. A
 * destroyed key is overwritten. The server's log and its backups contain the old page until they are deleted, and
 * nobody here knows when that is, so the answer of `destroy` says that a copy may be left.
 */
import { randomUUID } from "node:crypto"
import { type KeyStore, storeError } from "@hearback/engine"
import { text } from "../sql/RowDecoding.ts"
import { makeSqlKeyStore } from "../store/SqlKeyStore.ts"
import { preparedTables, type Tables, versionRow } from "../tables/Tables.ts"
import { postgresDialect } from "./PostgresDialect.ts"
import type { PostgresPool } from "./PostgresPool.ts"
import { makePostgresRunner } from "./PostgresRunner.ts"

/** The keys of a store in PostgreSQL. */
export interface PostgresKeys {
  readonly id: string
  readonly keys: KeyStore
  readonly close: () => void
}

interface Options {
  readonly pool: PostgresPool
  readonly schema: string
  /** Whether there is no record yet. An existing record must have its keys. */
  readonly isNew: boolean
  readonly migrate: boolean
  readonly prepare: boolean
  readonly waitMs: number
}

/** The tables of the keys. */
export const keyTables: Tables = {
  versionTable: "hearback_keys",
  witness: "hearback_key",
  version: 2,
  migrations: [
    { to: 2, expand: ["ALTER TABLE hearback_keys ADD COLUMN oldest bigint NOT NULL DEFAULT 1"], contract: [] }
  ],
  make: [
    "CREATE TABLE hearback_keys (version bigint NOT NULL, oldest bigint NOT NULL, id text NOT NULL)",
    // An overwritten key stays in its page until the next vacuum.
    `CREATE TABLE hearback_key (
      tenant text COLLATE "C" NOT NULL,
      customer text COLLATE "C" NOT NULL,
      secret bytea NOT NULL,
      PRIMARY KEY (tenant, customer)
    ) WITH (fillfactor = 80)`,
    `CREATE TABLE hearback_mark (tenant text COLLATE "C" PRIMARY KEY, mark text NOT NULL)`
  ]
}

/**
 * Opens the keys, making their tables if they are missing and that is allowed.  Errors: `store/keys` if the keys of a
 * record are missing.
 */
export const openPostgresKeys = async (options: Options): Promise<PostgresKeys> => {
  const { pool, schema, isNew, migrate, prepare, waitMs } = options
  const dialect = postgresDialect(schema)
  const runner = makePostgresRunner({ pool, dialect, waitMs, prepare })
  if (!isNew && (await runner.read(() => versionRow(dialect, keyTables))) === undefined)
    throw storeError(
      "store/keys",
      `there are no keys in schema \`${schema}\`: restore those of the store, or name where they are`
    )
  const row = await runner.write(() => preparedTables(dialect, keyTables, migrate, { id: randomUUID() }))
  const keys = makeSqlKeyStore({ runner, beforeSecret: [], scrub: async () => false })
  return { id: text(row, "id"), keys, close: runner.close }
}
