/** Stores on the test server, each in schemas of its own, over either driver; and a host's transaction. */
import type { Querier } from "@hearback/engine"
import pg from "pg"
import postgresJs from "postgres"
import { inject } from "vitest"
import { type PostgresOptions, type PostgresStore, postgres } from "../../src/index.ts"
import { emptyTables, freshSchema } from "./Emptied.ts"

/** The address of the server; undefined if there is none, and then its tests are skipped. */
export const server = inject("postgres")

/** The drivers. */
export const drivers = ["pg", "postgres.js"] as const
/** The name of a driver. */
export type Driver = (typeof drivers)[number]

interface Pool {
  readonly pool: NonNullable<PostgresOptions["pool"]>
  readonly end: () => Promise<void>
}

/** Opens a pool of a driver. */
export const openPool = (driver: Driver, max = 10, url = server ?? ""): Pool => {
  if (driver === "pg") {
    const pool = new pg.Pool({ connectionString: url, max })
    // A server that is stopped also ends idle connections.
    pool.on("error", () => {})
    return { pool, end: () => pool.end() }
  }
  const sql = postgresJs(url, { max, onnotice: () => {} })
  // The driver sometimes waits in vain for a connection that was just returned.
  return { pool: sql, end: () => sql.end({ timeout: 1 }) }
}

export { freshSchema }

/** Runs something on a connection apart from those of stores. */
export const asAdmin = async <T>(run: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** Removes the schemas of a store. */
export const dropSchemas = (schema: string): Promise<void> =>
  asAdmin(async (client) => {
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; DROP SCHEMA IF EXISTS ${schema}_keys CASCADE`)
  })

/** Runs something in a transaction of the host. */
export const hostTransaction = async <T>(run: (tx: Querier) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query("BEGIN")
    const answer = await run({ query: async (sql, params) => (await client.query(sql, [...params])).rows })
    await client.query("COMMIT")
    return answer
  } finally {
    // Ending the connection rolls back what was not committed.
    await client.end()
  }
}

/**
 * Makes stores one after the other in the same schemas, each empty, since making the tables takes longer than most
 * laws.
 */
export const emptied = (driver: Driver) => {
  const schema = freshSchema()
  const pools: Pool[] = []
  const open = async (): Promise<PostgresStore> => {
    const pool = openPool(driver)
    pools.push(pool)
    return postgres({ schema, pool: pool.pool })
  }
  const endPools = () => Promise.all(pools.splice(0).map(({ end }) => end()))
  return {
    schema,
    make: async () => {
      const store = await open()
      return {
        store,
        another: open,
        transaction: hostTransaction,
        dispose: async () => {
          await store.close()
          await endPools()
          await asAdmin((client) => emptyTables(client, schema))
        }
      }
    },
    drop: () => dropSchemas(schema)
  }
}
