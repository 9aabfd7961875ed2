/** Calls inside transactions of hosts on PostgreSQL, by each driver and query builder. */
import { randomBytes } from "node:crypto"
import { sql as drizzleSql } from "drizzle-orm"
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres"
import { drizzle as drizzleJs } from "drizzle-orm/postgres-js"
import { Hearback, type Loop } from "hearback"
import { postgres } from "hearback/postgres"
import { fromDrizzle, fromKysely, fromPg, fromPostgresJs, type Querier } from "hearback/tx"
import { Kysely, sql as kyselySql, PostgresDialect } from "kysely"
import pg from "pg"
import postgresJs from "postgres"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { people, policy, words } from "../First.ts"

const server = inject("postgres")
const name = `within_${randomBytes(6).toString("hex")}`

/** Each order is of another customer, so that each opens a case. */
const from = (customer: string) => ({ ...words, customer })

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 20_000; !(await holds()); ) {
    if (Date.now() > end) throw new Error("it did not come")
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A transaction of the host: it inserts an order, and calls the loop. */
type Transaction = (order: string, run: (tx: Querier) => Promise<void>) => Promise<unknown>

describe.skipIf(server === undefined)("a call within a transaction of the host", () => {
  let loop: Loop
  let pool: pg.Pool
  let js: postgresJs.Sql
  let kysely: Kysely<unknown>
  beforeAll(async () => {
    pool = new pg.Pool({ connectionString: server })
    js = postgresJs(server ?? "", { onnotice: () => {} })
    kysely = new Kysely({ dialect: new PostgresDialect({ pool }) })
    loop = await Hearback.open({ policy, people, store: await postgres({ pool, schema: name }) })
    await pool.query(`CREATE TABLE ${name}.orders (id text)`)
  })
  afterAll(async () => {
    await loop.close()
    await pool.query(`DROP SCHEMA ${name} CASCADE; DROP SCHEMA ${name}_keys CASCADE`)
    await js.end()
    await kysely.destroy()
  })

  const insert = `INSERT INTO ${name}.orders VALUES`
  const transactions: Readonly<Record<string, Transaction>> = {
    pg: async (order, run) => {
      const client = await pool.connect()
      try {
        await client.query("BEGIN")
        await client.query(`${insert} ($1)`, [order])
        await run(fromPg(client))
        await client.query("COMMIT")
      } catch (error) {
        await client.query("ROLLBACK")
        throw error
      } finally {
        client.release()
      }
    },
    "postgres.js": (order, run) =>
      js.begin(async (sql) => {
        await sql.unsafe(`${insert} ($1)`, [order])
        await run(fromPostgresJs(sql))
      }),
    Kysely: (order, run) =>
      kysely.transaction().execute(async (trx) => {
        await kyselySql`${kyselySql.raw(insert)} (${order})`.execute(trx)
        await run(fromKysely(trx))
      }),
    "Drizzle over pg": (order, run) =>
      drizzlePg(pool).transaction(async (tx) => {
        await tx.execute(drizzleSql`${drizzleSql.raw(insert)} (${order})`)
        await run(fromDrizzle(tx, drizzleSql))
      }),
    "Drizzle over postgres.js": (order, run) =>
      drizzleJs(js).transaction(async (tx) => {
        await tx.execute(drizzleSql`${drizzleSql.raw(insert)} (${order})`)
        await run(fromDrizzle(tx, drizzleSql))
      })
  }
  const listeners = "SELECT 1 FROM pg_stat_activity WHERE query = $1 AND state = 'idle'"
  const isThere = async (order: string): Promise<boolean> =>
    (await pool.query(`SELECT 1 FROM ${name}.orders WHERE id = $1`, [order])).rows.length > 0

  describe.each(Object.entries(transactions))("by %s", (way, transaction) => {
    it("stores an order and its case together", async () => {
      let id = ""
      await transaction(`${way} 1`, async (tx) => {
        const desk = loop.within(tx)
        id = (await desk.submit(from(`${way} 1`), { key: `${way} 1` })).case ?? ""
        const noted = await desk.for({ actor: { id: "agent-7" } }).execute(id, { do: "note", text: "see the order" })
        expect(noted.ok).toBe(true)
        expect(await loop.get(id)).toBeUndefined()
      })
      expect([await isThere(`${way} 1`), (await loop.get(id))?.id]).toEqual([true, id])
    })

    it("tells another process at the commit, and not before", async () => {
      const { events } = await postgres({ pool, schema: name })
      let [told, isCommitted] = [0, false]
      const heard = new Promise<boolean>((resolve) => {
        const stop = events.watch?.("default", () => {
          told += 1
          resolve(isCommitted)
          stop?.()
        })
      })
      await until(async () => (await pool.query(listeners, [`LISTEN "${name}"`])).rows.length > 0)
      await transaction(`${way} 4`, async (tx) => {
        await loop.within(tx).submit(from(`${way} 4`), { key: `${way} 4` })
        await new Promise((resolve) => setTimeout(resolve, 100))
        expect(told).toBe(0)
        isCommitted = true
      })
      expect(await heard).toBe(true)
      await events.close()
    })

    it("stores neither if it is undone", async () => {
      let id = ""
      const undone = transaction(`${way} 2`, async (tx) => {
        id = (await loop.within(tx).submit(from(`${way} 2`), { key: `${way} 2` })).case ?? ""
        throw new Error("out of stock")
      })
      await expect(undone).rejects.toThrow("out of stock")
      expect([await isThere(`${way} 2`), await loop.get(id)]).toEqual([false, undefined])
    })

    it("leaves the transaction usable after a refusal", async () => {
      await transaction(`${way} 3`, async (tx) => {
        const desk = loop.within(tx)
        const { case: id = "" } = await desk.submit(from(`${way} 3`), { key: `${way} 3` })
        const refused = await desk.for({ actor: { id: "agent-7" } }).execute(id, { do: "close", reason: "x" } as never)
        expect(refused.ok).toBe(false)
        await expect(desk.submit({ ...words, verbatim: "another" }, { key: `${way} 3` })).rejects.toMatchObject({
          code: "key/reused"
        })
      })
      expect(await isThere(`${way} 3`)).toBe(true)
    })

    it("one that only reads is refused, with what the server said", async () => {
      const refused = transaction(`${way} 5`, async (tx) => {
        await tx.query("SET TRANSACTION READ ONLY", [])
        await loop.within(tx).submit(from(`${way} 5`))
      })
      // postgres.js ends a transaction by the first error of the server, whoever has caught it.
      const message = /(?:^the host's transaction refused a statement: |^)cannot .* read-only transaction$/
      await expect(refused).rejects.toThrow(message)
      await refused.catch((error) => expect(error.code).toMatch(/^(?:tx\/unsupported|25006)$/))
    })
  })
})
