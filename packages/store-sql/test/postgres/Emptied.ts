/** Stores one after the other in the same schemas, each empty, since making the tables takes longer than most laws. */
import { randomBytes } from "node:crypto"
import pg from "pg"
import { type PostgresStore, postgres } from "../../src/index.ts"

/** Returns a new name of a schema. */
export const freshSchema = (): string => `test_${randomBytes(8).toString("hex")}`

/** Removes every row of a store and of its keys. */
export const emptyTables = async (client: pg.Client | pg.Pool, schema: string): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
     WHERE schemaname = ANY ($1) AND tablename NOT IN ('hearback_schema', 'hearback_keys')`,
    [[schema, `${schema}_keys`]]
  )
  await client.query(rows.map(({ name }) => `DELETE FROM ${name};`).join(""))
}

/** Empty stores one after the other. */
export interface EmptiedStores {
  /** Returns an empty store; the one before must not be used any more. */
  readonly make: () => Promise<PostgresStore>
  readonly end: () => Promise<void>
}

/** Makes empty stores in new schemas of a server, over `pg`. */
export const emptiedStores = (url: string): EmptiedStores => {
  const schema = freshSchema()
  const pool = new pg.Pool({ connectionString: url, options: "-c synchronous_commit=off" })
  // A server that is stopped also ends idle connections.
  pool.on("error", () => {})
  let last: PostgresStore | undefined
  return {
    make: async () => {
      await last?.close()
      if (last !== undefined) await emptyTables(pool, schema)
      last = await postgres({ pool, schema, listen: false })
      return last
    },
    end: async () => {
      await last?.close()
      await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; DROP SCHEMA IF EXISTS ${schema}_keys CASCADE`)
      await pool.end()
    }
  }
}
