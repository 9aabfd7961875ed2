/** Statements of the store on many cases: indexes serve each of them, by the server's `EXPLAIN`. */
import { Sample } from "@hearback/engine/testing"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type PostgresStore, postgres } from "../../src/index.ts"
import { dropSchemas, freshSchema, server } from "./Fixture.ts"
import { now, putCases, readWhole, tenant } from "./ManyCases.ts"

interface Sent {
  readonly text: string
  readonly values: unknown[]
}

const growing = new Set(["entry", "stream", "unit", "case", "outbox"].map((name) => `hearback_${name}`))

describe.skipIf(server === undefined)("on 20,000 cases with clocks", () => {
  const schema = freshSchema()
  const sent: Sent[] = []
  let pool: pg.Pool
  let store: PostgresStore
  beforeAll(async () => {
    pool = new pg.Pool({ connectionString: server })
    const noting = {
      connect: async () => {
        const client = await pool.connect()
        return {
          query: async (statement: Sent) => {
            sent.push(statement)
            return client.query(statement)
          },
          release: (error?: boolean | Error) => client.release(error),
          on: () => client
        }
      }
    }
    store = await postgres({ pool: noting, schema, listen: false })
    await putCases(pool, schema, 20_000, 2_000)
  }, 120_000)
  afterAll(async () => {
    await pool.end()
    await dropSchemas(schema)
  })

  const lease = { now, leaseMs: 60_000, limit: 50 }
  const append = (id: string, at: number, dueAt: number) => {
    const writes = [Sample.write(`case/${id}`, at, { row: Sample.row(id, { dueAt }) })]
    return store.append(Sample.unit(`${id}@${at}`, writes, { outbox: [Sample.message(`${id}/${at}`)] }))
  }
  const concerns = { owner: "agent-7", names: ["person:agent-6", "role:lead"] }
  const verbs: Readonly<Record<string, () => Promise<unknown>>> = {
    "claims cases that are due": async () => expect(await store.claim(tenant, "due", lease)).toHaveLength(50),
    "claims messages": async () => expect(await store.claim(tenant, "outbox", lease)).not.toHaveLength(0),
    "claims messages of a lane": () => store.claim(tenant, "outbox", { ...lease, lanes: ["staff", "command"] }),
    "settles what it holds": async () => {
      const held = await store.claim(tenant, "due", { ...lease, limit: 3 })
      await store.settle(
        tenant,
        held.map(({ id }) => ({ claim: id, outcome: "done" as const }))
      )
    },
    "says when there is next work": () => store.status(tenant),
    "opens a case": () => append("new", 0, now),
    "goes on with a case": () => append("case-5000", 1, now + 1),
    "answers a key again": () => append("new", 0, now),
    "loads a case": () => store.load({ tenant, stream: "case/case-7000" }),
    "reads on": () => store.read(tenant, 15_000 * 65_536, 50),
    "lists cases": () => store.list(tenant, { limit: 20 }),
    "lists cases of an owner": () => store.list(tenant, { owner: "agent-7", limit: 20 }),
    "lists cases of a category": () => store.list(tenant, { category: "category-7", limit: 20 }),
    "lists what concerns a person": async () =>
      expect((await store.list(tenant, { concerns, limit: 20 })).items).toHaveLength(20),
    "lists what came last of it": () => store.list(tenant, { concerns, order: "latest", limit: 20 }),
    "counts what concerns a person": () => store.count(tenant, { concerns }),
    "lists cases of a customer": () => store.list(tenant, { customer: "c-7", limit: 20 }),
    "finds the last cases of a customer": () => store.latest(tenant, "c-7", now, 5),
    "lists what failed": () => store.undelivered(tenant, { state: "failing" }),
    "lists what was given up": () => store.undelivered(tenant, { state: "dead" })
  }

  it.each(Object.entries(verbs))("%s: no table that grows is read whole", async (_, run) => {
    sent.length = 0
    await run()
    const asked = sent.filter(({ text, values }) => values.length > 0 && /hearback_/.test(text))
    expect(asked).not.toEqual([])
    for (const { text, values } of asked) {
      const whole = (await readWhole(pool, text, values)).filter((name) => growing.has(name))
      expect([text, whole]).toEqual([text, []])
    }
  })

  it("and a query without an index is noticed", async () => {
    const text = `SELECT id FROM ${schema}.hearback_case WHERE body = $1`
    expect(new Set(await readWhole(pool, text, ["x"]))).toEqual(new Set(["hearback_case"]))
  })
})
