/**
 * Keys of customers in a schema of their own, so that a dump of the store has none; or in another database. A destroyed key
 * is overwritten. The log of the server and its backups hold the old page until they are gone, and nobody can tell here
 * when that is: the answer of `destroy` says so.
 */
import { randomUUID } from "node:crypto"
import { type KeyStore, storeError } from "@hearback/engine"
import { text } from "../sql/RowDecoding.ts"
import { makeSqlKeyStore } from "../store/SqlKeyStore.ts"
import { preparedTables, type Tables, versionRow } from "../tables/Tables.ts"
import { postgresDialect } from "./PostgresDialect.ts"
import type { PostgresPool } from "./PostgresPool.ts"
import { makePostgresRunner } from "./PostgresRunner.ts"

export interface PostgresKeys {
  readonly id: string
  readonly keys: KeyStore
  readonly close: () => void
}

interface Options {
  readonly pool: PostgresPool
  readonly schema: string
  /** Whether there is no record yet: else its keys have to be there. */
  readonly isNew: boolean
  readonly migrate: boolean
  readonly prepare: boolean
  readonly waitMs: number
}

export const keyTables: Tables = {
  versionTable: "hearback_keys",
  witness: "hearback_key",
  version: 2,
  migrations: [
    { to: 2, expand: ["ALTER TABLE hearback_keys ADD COLUMN oldest bigint NOT NULL DEFAULT 1"], contract: [] }
  ],
  make: [
    "CREATE TABLE hearback_keys (version bigint NOT NULL, oldest bigint NOT NULL, id text NOT NULL)",
    // A key that is overwritten stays in its page, where the next vacuum clears it.
    `CREATE TABLE hearback_key (
      tenant text COLLATE "C" NOT NULL,
      customer text COLLATE "C" NOT NULL,
      secret bytea NOT NULL,
      PRIMARY KEY (tenant, customer)
    ) WITH (fillfactor = 80)`,
    `CREATE TABLE hearback_mark (tenant text COLLATE "C" PRIMARY KEY, mark text NOT NULL)`
  ]
}

/** Opens the keys, making their tables where there are none and that is allowed.  Errors: `store/keys` where those of a record are missing. */
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
