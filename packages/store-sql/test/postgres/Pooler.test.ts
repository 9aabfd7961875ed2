/** A store behind PgBouncer in transaction mode, which uses another connection of the server for each transaction. */
import { verify } from "@hearback/engine"
import { Sample } from "@hearback/engine/testing"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { poolerProgram, startPooler } from "../../../../test/postgres/Pooler.ts"
import { postgres } from "../../src/index.ts"
import { drivers, dropSchemas, freshSchema, openPool, server } from "./Fixture.ts"

const program = poolerProgram()
const tenant = "acme"
if (program === undefined)
  process.stderr.write("no pgbouncer: the tests behind it are skipped (install it to run them)\n")

describe.skipIf(server === undefined || program === undefined).each(drivers)("over %s", (driver) => {
  let pooler: Awaited<ReturnType<typeof startPooler>>
  const schema = freshSchema()
  beforeAll(async () => {
    pooler = await startPooler(program ?? "", server ?? "", 2)
  })
  afterAll(async () => {
    await pooler.stop()
    await dropSchemas(schema)
  })

  it("eight writers on two connections of the server: each unit is stored once, and followers get all", async () => {
    const pool = openPool(driver, 8, pooler.url)
    const store = await postgres({ pool: pool.pool, schema })
    const names = Array.from({ length: 8 }, (_, n) => `case/${n}`)
    const append = (name: string, at: number) => store.append(Sample.unit(`${name}@${at}`, [Sample.write(name, at)]))
    await Promise.all(
      names.map(async (name) => {
        for (let at = 0; at < 6; at++) expect((await append(name, at)).result).toBe("appended")
        expect((await append(name, 5)).result).toBe("replayed")
      })
    )
    const { events } = await store.read(tenant, null, 1_000)
    expect(events.map(({ stream, version }) => `${stream}@${version}`).sort()).toEqual(
      names.flatMap((name) => [1, 2, 3, 4, 5, 6].map((version) => `${name}@${version}`)).sort()
    )
    expect((await verify(store, tenant)).ok).toBe(true)
    expect(await store.keys.keyOf(tenant, "c-1")).toEqual(await store.keys.find(tenant, "c-1"))
    await store.close()
    await pool.end()
  })
})
