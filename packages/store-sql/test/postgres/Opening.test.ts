/**
 * How a store in PostgreSQL is opened: by several at once, with few rights, with keys elsewhere, and what is refused.
 */
import { Sample } from "@hearback/engine/testing"
import pg from "pg"
import { afterEach, describe, expect, it } from "vitest"
import { type PostgresOptions, type PostgresStore, postgres } from "../../src/index.ts"
import { asAdmin, dropSchemas, freshSchema, server } from "./Fixture.ts"

const pools: pg.Pool[] = []
const schemas: string[] = []
const poolAt = (url = server ?? ""): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  pool.on("error", () => {})
  pools.push(pool)
  return pool
}
const newSchema = (): string => {
  const schema = freshSchema()
  schemas.push(schema)
  return schema
}
const open = (schema: string, more: Partial<PostgresOptions> = {}): Promise<PostgresStore> =>
  postgres({ pool: poolAt(), schema, ...more })
const unit = (name: string) => Sample.unit(name, [Sample.write(`case/${name}`, 0)])

describe.skipIf(server === undefined)("a store in PostgreSQL", () => {
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.end()))
    for (const schema of schemas.splice(0)) await dropSchemas(schema)
  })

  it("has its tables made once if several open it at once", async () => {
    const schema = newSchema()
    const stores = await Promise.all([1, 2, 3, 4].map(() => open(schema)))
    expect(new Set(stores.map(({ storeId }) => storeId)).size).toBe(1)
    await stores[0]?.append(unit("1"))
    expect((await stores[3]?.status("acme"))?.position).toBeGreaterThan(0)
  })

  it("opens by its address, and ends the connections that it opened", async () => {
    const schema = newSchema()
    const store = await postgres({ url: server ?? "", schema })
    expect((await store.append(unit("1"))).result).toBe("appended")
    await store.close()
    const left = await asAdmin((client) =>
      client.query("SELECT 1 FROM pg_stat_activity WHERE query LIKE $1 AND pid <> pg_backend_pid()", [`%${schema}%`])
    )
    expect(left.rows).toEqual([])
  })

  it("is not made if that is not allowed", async () => {
    const refused = expect.objectContaining({ code: "store/missing" })
    await expect(open(newSchema(), { migrate: false })).rejects.toEqual(refused)
  })

  it("is refused in another version, with other keys, and with an invalid name", async () => {
    const [schema, other] = [newSchema(), newSchema()]
    await open(schema)
    await open(other)
    const withOthers = open(schema, { keys: { schema: `${other}_keys` } })
    await expect(withOthers).rejects.toMatchObject({ code: "store/keys" })
    await asAdmin((client) => client.query(`UPDATE ${schema}.hearback_schema SET version = 99, oldest = 99`))
    await expect(open(schema)).rejects.toMatchObject({ code: "store/schema" })
    for (const name of ["a'b", 'a"b', "a b", "1a", "", "a".repeat(64)])
      await expect(open(name)).rejects.toMatchObject({ code: "store/schema" })
  })

  it("without its keys is refused, and no others are made", async () => {
    const schema = newSchema()
    await open(schema)
    await asAdmin((client) => client.query(`DROP SCHEMA ${schema}_keys CASCADE`))
    await expect(open(schema)).rejects.toMatchObject({ code: "store/keys" })
    const made = await asAdmin((client) => client.query("SELECT to_regnamespace($1) AS keys", [`${schema}_keys`]))
    expect(made.rows).toEqual([{ keys: null }])
  })

  it("F-T11 · reports what the server refuses, and that trying again does not help", async () => {
    const schema = newSchema()
    await asAdmin((client) => client.query(`CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.hearback_case (id text)`))
    const refused: readonly (readonly [opening: () => Promise<unknown>, says: string])[] = [
      [() => open(schema), "name another `schema`"],
      [() => open("pg_loop"), "unacceptable"],
      [() => open(schema, { pool: poolAt((server ?? "").replace("postgres@", "nobody@")) }), "a user and a password"],
      [() => open(schema, { pool: poolAt((server ?? "").replace(/[^/]*$/, "none")) }), "make the database"],
      [() => postgres({ url: "postgres://ann:secret@host:port/desk" }), "cannot read the address"],
      [() => postgres({ url: `${server}?sslmode=verify-full` }), "name an address without it"]
    ]
    for (const [opening, says] of refused)
      await expect(opening()).rejects.toMatchObject({
        code: "store/refused",
        retryable: false,
        message: expect.stringContaining(says)
      })
  })

  it("without its tables reports that something has changed them; without a pool, that it is closed", async () => {
    const [schema, pool] = [newSchema(), poolAt()]
    const store = await open(schema, { pool })
    await dropSchemas(schema)
    await expect(store.append(unit("1"))).rejects.toMatchObject({ code: "store/schema" })
    await pools.splice(pools.indexOf(pool), 1)[0]?.end()
    await expect(store.append(unit("1"))).rejects.toMatchObject({ code: "store/closed" })
    await expect(open(schema, { pool: new pg.Client(server) as never })).rejects.toMatchObject({ code: "store/driver" })
  })

  it("with one connection in its pool returns it while listening, if a call needs it", async () => {
    const pool = new pg.Pool({ connectionString: server, max: 1 })
    pools.push(pool)
    const store = await open(newSchema(), { pool })
    const stop = store.watch?.("acme", () => {})
    await expect.poll(() => pool.idleCount + pool.waitingCount).toBe(0)
    expect((await store.append(unit("1"))).result).toBe("appended")
    stop?.()
  })

  it("keeps its keys in another database if one is named", async () => {
    const schema = newSchema()
    const elsewhere = (server ?? "").replace(/\/[^/]*$/, `/${schema}`)
    await asAdmin((client) => client.query(`CREATE DATABASE ${schema}`))
    try {
      const store = await open(schema, { keys: { pool: poolAt(elsewhere) } })
      const key = await store.keys.keyOf("acme", "c-1")
      const again = await open(schema, { keys: { pool: poolAt(elsewhere) } })
      expect([...((await again.keys.find("acme", "c-1")) ?? [])]).toEqual([...key])
      const here = await asAdmin((client) => client.query("SELECT to_regnamespace($1) AS keys", [`${schema}_keys`]))
      expect(here.rows).toEqual([{ keys: null }])
    } finally {
      await Promise.all(pools.splice(0).map((pool) => pool.end()))
      await asAdmin((client) => client.query(`DROP DATABASE ${schema}`))
    }
  })

  it("works with no more rights than the page on hosting names", async () => {
    const schema = newSchema()
    await open(schema)
    const role = `${schema}_host`
    await asAdmin(async (client) => {
      await client.query(`CREATE ROLE ${role} LOGIN`)
      for (const one of [schema, `${schema}_keys`]) {
        await client.query(`GRANT USAGE ON SCHEMA ${one} TO ${role}`)
        await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${one} TO ${role}`)
        await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${one} TO ${role}`)
      }
    })
    try {
      const store = await open(schema, { pool: poolAt((server ?? "").replace("postgres@", `${role}@`)) })
      expect((await store.append(unit("1"))).result).toBe("appended")
      expect((await store.read("acme", null, 10)).events).toHaveLength(1)
      expect(await store.keys.keyOf("acme", "c-1")).toHaveLength(32)
    } finally {
      await Promise.all(pools.splice(0).map((pool) => pool.end()))
      await dropSchemas(schema)
      await asAdmin((client) => client.query(`DROP ROLE ${role}`))
    }
  })

  it("stops preparing statements once a pooler refuses them", async () => {
    const pool = poolAt()
    let refused = 0
    // A pooler gives a statement to another connection than the one that has prepared it.
    const pooler = {
      connect: async () => {
        const client = await pool.connect()
        return {
          query: async (statement: { readonly text: string; readonly values: unknown[]; readonly name?: string }) => {
            const { name, ...plain } = statement
            if (name !== undefined && !/^(?:BEGIN|ROLLBACK)/.test(plain.text)) {
              refused += 1
              throw Object.assign(new Error("prepared statement does not exist"), { code: "26000" })
            }
            return client.query(plain)
          },
          release: (error?: boolean | Error) => client.release(error),
          on: () => client
        }
      }
    }
    const store = await postgres({ pool: pooler, schema: newSchema() })
    const before = refused
    for (const name of ["1", "2", "3"]) expect((await store.append(unit(name))).result).toBe("appended")
    // The store and its keys each notice it once.
    expect([before, refused]).toEqual([2, 2])
  })
})
