/** The statement of docs/operating.md by which an operator removes expired cases from a store in PostgreSQL. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { postgres } from "hearback/postgres"
import { testLoop } from "hearback/testing"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { putCases } from "../../../store-sql/test/postgres/ManyCases.ts"
import { dropSchemas, freshSchema } from "./Schemas.ts"

const server = inject("postgres")
const policy = join(import.meta.dirname, "../retention/kept.policy.yaml")
const page = readFileSync(join(import.meta.dirname, "../../../../docs/operating.md"), "utf8")
const [remove = "", vacuum = ""] = (/```sql\n(WITH gone[^`]*)```/.exec(page)?.[1] ?? "").split(";\n")

describe.skipIf(server === undefined)("removing expired cases", () => {
  const schemas: string[] = []
  let pool: pg.Pool
  let alone: pg.Pool | undefined
  const database = freshSchema()
  const open = () => {
    const schema = freshSchema()
    schemas.push(schema)
    return postgres({ pool, schema }).then((store) => ({ schema, store }))
  }
  /**
   * A separate database, because VACUUM does not free rows that a transaction of another test in the same database
   * may still see.
   */
  const openAlone = async () => {
    const own = new URL(server ?? "")
    own.pathname = `/${database}`
    await pool.query(`CREATE DATABASE ${database}`)
    alone = new pg.Pool({ connectionString: own.href })
    await postgres({ pool: alone, schema: "kept" })
    return { schema: "kept", pool: alone }
  }
  const inSchema = (text: string, schema: string): string => text.replaceAll("hearback.", `${schema}.`)
  beforeAll(() => {
    pool = new pg.Pool({ connectionString: server })
  })
  afterAll(async () => {
    await alone?.end()
    await pool.query(`DROP DATABASE IF EXISTS ${database}`)
    await pool.end()
    await dropSchemas(server, schemas)
  })

  it("removes them completely, and no others; the record is signed again, and their messages open no second case", async () => {
    const { schema, store } = await open()
    const loop = await testLoop(policy, { at: "2023-11-16 09:00", store })
    const ann = loop.for({ actor: { id: "ann" } })
    const submit = (n: number) => ann.submit({ channel: "phone", verbatim: `teapot ${n}` }, { key: `k${n}` })
    const ids: string[] = []
    for (const n of [1, 2]) ids.push((await submit(n)).case)
    const [old = "", other = ""] = ids
    await ann.execute(old, { do: "pass", gate: "told", result: "glued" })
    await loop.advance("40 days")
    expect((await pool.query(inSchema(remove, schema))).rowCount).toBe(1)
    expect((await pool.query(inSchema(remove, schema))).rowCount).toBe(0)
    const [gone] = (await loop.verify()).breaks
    expect(gone).toMatchObject({ stream: `case/${old}`, problem: "deleted" })
    await loop.record.rebuild({ restored: true })
    expect(await loop.verify()).toMatchObject({ ok: true })
    expect([await loop.get(old), (await loop.get(other))?.state]).toEqual([undefined, "open"])
    expect(await submit(1)).toMatchObject({ case: old, replayed: true })
    expect((await loop.list()).items.map(({ id }) => id)).toEqual([other])
    await loop.close()
  })

  it("frees space for later cases", async () => {
    const { schema, pool } = await openAlone()
    const tables = ["case", "entry", "stream"].map((name) => `${schema}.hearback_${name}`)
    const size = async () =>
      Number(
        (await pool.query(`SELECT ${tables.map((name) => `pg_total_relation_size('${name}')`).join(" + ")} AS size`))
          .rows[0].size
      )
    // Autovacuum can hold the rows for a short time.
    const freed = async () => {
      const kept = `SELECT sum(n_dead_tup) AS rows FROM pg_stat_user_tables WHERE relid = ANY ($1::regclass[])`
      for (let tries = 0; tries < 50; tries++) {
        await pool.query(inSchema(vacuum, schema))
        if (Number((await pool.query(kept, [tables])).rows[0].rows) === 0) return
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error("VACUUM freed no rows for five seconds")
    }
    await putCases(pool, schema, 6_000, 0)
    const full = await size()
    for (let month = 0; month < 3; month++) {
      await pool.query(
        `UPDATE ${schema}.hearback_case SET state = 'expired', received_at = 0 WHERE id LIKE 'case-%' AND right(id, 1) IN ('1', '2', '3')`
      )
      let taken = 0
      for (let count = 1_000; count === 1_000; taken += count) {
        count = (await pool.query(inSchema(remove, schema).replace("'default'", "'acme'"))).rowCount ?? 0
        await freed()
      }
      expect(taken).toBe(1_800)
      await putCases(pool, schema, 6_000, 0)
    }
    expect((await size()) / full).toBeLessThan(1.5)
  })
})
