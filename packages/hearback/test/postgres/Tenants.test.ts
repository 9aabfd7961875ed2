/** Two tenants of one store in PostgreSQL. */
import type { Store } from "hearback"
import { postgres } from "hearback/postgres"
import pg from "pg"
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest"
import { ofEachTest } from "../First.ts"
import { observedOnServer } from "../isolation/Interleaving.ts"
import { twoTenants } from "../isolation/TwoTenants.ts"
import { dropSchemas, freshSchema } from "./Schemas.ts"

const server = inject("postgres")
const lives = 2

describe.skipIf(server === undefined)("two tenants of one store in PostgreSQL", () => {
  const own = ofEachTest()
  const schemas: string[] = []
  let pool: pg.Pool
  const store = async (schema: string): Promise<Store> => postgres({ pool, schema })
  const fresh = (): Promise<Store> => {
    const schema = freshSchema()
    schemas.push(schema)
    return store(schema)
  }
  beforeAll(() => {
    pool = new pg.Pool({ connectionString: server })
  })
  afterAll(async () => {
    await pool.end()
    await dropSchemas(server, schemas)
  })

  describe("F-T2 · do only their own work in a tick", () => {
    let schema = ""
    beforeEach(() => {
      schema = freshSchema()
      schemas.push(schema)
    })
    twoTenants(own, () => store(schema))
  })

  it(`have the same answers as each alone, in ${lives} lives`, async () => {
    // Ticks of two tenants are tested above.
    for (let seed = 1; seed <= lives; seed++)
      expect([seed, await observedOnServer(seed, fresh)]).toEqual([seed, undefined])
  })
})
