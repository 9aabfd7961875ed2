/**
 * Connections that are lost while they are in use: the call fails, may be tried again, and nothing else ends. Over `pg`
 * only, since postgres.js throws an error that cannot be caught if one is lost between two statements.
 */
import { Sample } from "@hearback/engine/testing"
import pg from "pg"
import { afterAll, describe, expect, it } from "vitest"
import { postgres } from "../../src/index.ts"
import { asAdmin, emptied, server } from "./Fixture.ts"

describe.skipIf(server === undefined)("over pg", () => {
  const { schema, make, drop } = emptied("pg")
  afterAll(drop)

  it("a server that ends all connections interrupts calls, and the store then works again", async () => {
    const { store, dispose } = await make()
    const outcomes: string[] = []
    let isOver = false
    const working = Array.from({ length: 4 }, async (_, writer) => {
      for (let n = 0; !isOver; ) {
        const unit = Sample.unit(`${writer}/${n}`, [Sample.write(`case/${writer}-${n}`, 0)])
        const outcome = await store.append(unit).then(
          ({ result }) => result,
          (error: { readonly code: string }) => error.code
        )
        outcomes.push(outcome)
        if (outcome !== "store/unavailable") n++
      }
    })
    for (let round = 0; round < 5; round++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      await asAdmin((client) =>
        client.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ILIKE $1 AND pid <> pg_backend_pid()",
          [`%${schema}%`]
        )
      )
    }
    isOver = true
    await Promise.all(working)
    expect(outcomes).toContain("appended")
    expect(outcomes.filter((one) => !["appended", "replayed", "store/unavailable"].includes(one))).toEqual([])
    await dispose()
  })

  it("a process that hangs in a transaction delays the others only for a few seconds", async () => {
    const { store, dispose } = await make()
    const pool = new pg.Pool({ connectionString: server })
    pool.on("error", () => {})
    let standsStill: (() => void) | undefined
    const stood = new Promise<void>((resolve) => {
      standsStill = resolve
    })
    let isFrozen = false
    const connect = async () => {
      const client = await pool.connect()
      return {
        query: (statement: { readonly text: string; readonly values: unknown[] }) => {
          if (!isFrozen || statement.text !== "COMMIT") return client.query(statement)
          standsStill?.()
          client.once("end", () => client.release(true))
          return new Promise<never>(() => {})
        },
        release: (isBroken?: boolean) => client.release(isBroken),
        on: client.on.bind(client)
      }
    }
    const frozen = await postgres({ schema, pool: { connect } })
    isFrozen = true
    void frozen.append(Sample.unit("frozen", [Sample.write("case/held", 0)]))
    await stood
    const { result } = await store.append(Sample.unit("other", [Sample.write("case/held", 0)]))
    expect(result).toBe("appended")
    await pool.end()
    await dispose()
  })
})
