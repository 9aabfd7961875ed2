/** Rows of figures are the same however the record is read, and wherever reading is interrupted. */
import type { EventStore } from "@hearback/engine"
import { beforeAll, expect, it } from "vitest"
import { freshFolder } from "../../store-sql/test/Fixture.ts"
import { memory } from "../src/index.ts"
import { sqlite } from "../src/sqlite.ts"
import { appending, asked, atOnce, chancesOf, entries, live, onLoop, rowsOf, stepByStep } from "./FigureWays.ts"

let expected: readonly unknown[]
beforeAll(async () => {
  await live()
  expected = await atOnce(memory())
}, 120_000)

it("is true for sixty ways to read the record in memory", { timeout: 120_000 }, async () => {
  for (let way = 1; way <= 40; way++)
    expect(await stepByStep(memory(), chancesOf(way * 7919)), `way ${way}`).toEqual(expected)
})

/** Each is wrong only if one step follows another. */
const broken: Readonly<Record<string, (store: EventStore) => Partial<EventStore>>> = {
  "forgets a stream that moved": (store) => ({
    moved: async (...asked) => {
      const { heads, ...moved } = await store.moved(...asked)
      return { ...moved, heads: heads.slice(0, -1) }
    }
  }),
  "keeps no first row of a step": (store) => ({
    project: (tenant, name, step) => store.project(tenant, name, { ...step, rows: step.rows.slice(1) })
  }),
  "gives blocks and what changed in them": (store) => ({
    projected: async (tenant, name, query) => {
      const rows = await store.projected(tenant, name, query)
      // Without rows of single cases, it is unknown which cases of a block are outdated.
      return query.limit === 1 || query.after?.startsWith("b") === true ? rows : rows.filter(({ key }) => key < "d")
    }
  })
}

it.each(Object.entries(broken))("is not true for a store that %s", async (_, breaks) => {
  const ways = await Promise.all(
    [1, 2, 3].map((way) => {
      const store = memory()
      return stepByStep({ ...store, events: { ...store.events, ...breaks(store.events) } }, chancesOf(way * 7919))
    })
  )
  expect(ways).not.toEqual([expected, expected, expected])
})

it("is true for a file", { timeout: 120_000 }, async () => {
  for (const way of [1, 2]) {
    const folder = freshFolder()
    const store = sqlite(folder.file, { synchronous: "normal" })
    expect(await stepByStep(store, chancesOf(way * 7919))).toEqual(expected)
    folder.remove()
  }
})

it("is true for rows that are computed again", async () => {
  const store = memory()
  const append = appending(store.events)
  for (const entry of entries) await append(entry)
  await onLoop(store, async (loop) => {
    const before = await asked(loop, store)
    await loop.record.rebuild()
    expect(await rowsOf(store)).toEqual([])
    expect(await asked(loop, store)).toEqual(before)
  })
})

it("needs no words or names of people", () => {
  const rows = JSON.stringify(expected.at(-1))
  expect(rows).toContain("delivery")
  for (const said of ["parcel", "Carla", "Moss", "sent again", "North", "South"]) expect(rows).not.toContain(said)
  // Figures by free text name it; changing the fact changes the group of the case.
  expect(expected[2]).toMatchObject({
    groups: [{ name: "North Gate" }, { name: "South Pier" }, { name: "" }],
    learnedLater: { groups: expect.arrayContaining([expect.objectContaining({ name: "North Gate" })]) }
  })
})
