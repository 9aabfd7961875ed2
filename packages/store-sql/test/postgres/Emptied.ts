/** Stores one after the other in the same schemas, each found empty: to make the tables takes longer than most laws. */
import { randomBytes } from "node:crypto"
import pg from "pg"
import { type PostgresStore, postgres } from "../../src/index.ts"

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

export interface EmptiedStores {
  /** Returns a store that holds nothing; the one before is of no use any more. */
  readonly make: () => Promise<PostgresStore>
  readonly end: () => Promise<void>
}

/** Stores in fresh schemas of a server, over `pg`. */
export const emptiedStores = (url: string): EmptiedStores => {
  const schema = freshSchema()
  const pool = new pg.Pool({ connectionString: url, options: "-c synchronous_commit=off" })
  // A server that is stopped ends idle connections, too.
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
