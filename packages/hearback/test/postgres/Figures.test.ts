/** Rows of figures in PostgreSQL are the same step by step as at once. */
import { memory } from "hearback"
import { postgres } from "hearback/postgres"
import { afterAll, describe, expect, inject, it } from "vitest"
import { atOnce, chancesOf, live, stepByStep } from "../FigureWays.ts"
import { dropSchemas, freshSchema } from "./Schemas.ts"

const server = inject("postgres")

describe.skipIf(server === undefined)("rows of figures in PostgreSQL", () => {
  const schema = freshSchema()
  afterAll(() => dropSchemas(server, [schema]))

  it("F-T6 · are the same step by step as at once in memory (LE-2)", { timeout: 120_000 }, async () => {
    await live()
    const store = await postgres({ url: server ?? "", schema, listen: false })
    expect(await stepByStep(store, chancesOf(7919))).toEqual(await atOnce(memory()))
  })
})
