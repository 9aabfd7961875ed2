/** Calls inside a transaction of the host on the file of the store. */
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Hearback, type Loop, memory } from "hearback"
import { sqlite } from "hearback/sqlite"
import { fromSqlite } from "hearback/tx"
import { beforeEach, describe, expect, it } from "vitest"
import { ofEachTest, people, policy, words } from "./First.ts"

const own = ofEachTest()
let loop: Loop
let database: DatabaseSync
beforeEach(async () => {
  const file = join(own.folder, "loop.db")
  loop = own.keep(await Hearback.open({ policy, people, store: sqlite(file) }))
  database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec("CREATE TABLE orders (id TEXT)")
})

const inTransaction = async (run: () => Promise<void>): Promise<void> => {
  database.exec("BEGIN IMMEDIATE")
  try {
    await run()
    database.exec("COMMIT")
  } catch (error) {
    database.exec("ROLLBACK")
    throw error
  }
}
const orders = () => database.prepare("SELECT id FROM orders").all().length

describe("a call within a transaction of the host", () => {
  it("is refused if it is no transaction on this database, with the error", async () => {
    const other = new DatabaseSync(":memory:")
    const wrong: Readonly<Record<string, readonly [query: () => unknown, said: string]>> = {
      "answers no rows": [async () => ({ rows: [] }), "hearback/tx"],
      throws: [() => database.prepare("no SQL"), "syntax error"],
      "is another's": [() => other.prepare("SELECT 1 FROM hearback_schema"), "no such table"],
      "has no store": [async () => [], "does not reach"]
    }
    for (const [name, [query, said]] of Object.entries(wrong))
      await expect(loop.within({ query } as never).submit(words), name).rejects.toMatchObject({
        code: "tx/unsupported",
        message: expect.stringContaining(said)
      })
    other.close()
  })

  it("commits feedback and commands with the host's rows", async () => {
    let id = ""
    const desk = loop.within(fromSqlite(database))
    await inTransaction(async () => {
      database.exec("INSERT INTO orders VALUES ('A-1')")
      const receipt = await desk.submit(words, { key: "A-1" })
      id = receipt.case ?? ""
      const noted = await desk.for({ actor: { id: "agent-7" } }).execute(id, { do: "note", text: "see order A-1" })
      expect(noted.ok).toBe(true)
      expect((await desk.get(id))?.id).toBe(id)
    })
    expect((await loop.get(id))?.id).toBe(id)
    expect((await loop.verify()).ok).toBe(true)
    expect(orders()).toBe(1)
    for (const ended of [desk, loop.within(fromSqlite(database))])
      await expect(ended.submit(words)).rejects.toMatchObject({
        code: "tx/unsupported",
        message: expect.stringContaining("BEGIN IMMEDIATE")
      })
  })

  it("has no effect if the host undoes it, and the same key is free", async () => {
    const undone = inTransaction(async () => {
      database.exec("INSERT INTO orders VALUES ('A-1')")
      await loop.within(fromSqlite(database)).submit(words, { key: "A-1" })
      throw new Error("out of stock")
    })
    await expect(undone).rejects.toThrow("out of stock")
    expect({ cases: (await loop.count()).count, orders: orders() }).toEqual({ cases: 0, orders: 0 })
    expect((await loop.submit(words, { key: "A-1" })).outcome).toBe("opened")
  })

  it("is refused for a transaction on other data, and for a store that supports none", async () => {
    const elsewhere = new DatabaseSync(":memory:")
    const refused = { code: "tx/unsupported" }
    await expect(loop.within(fromSqlite(elsewhere)).submit(words)).rejects.toMatchObject(refused)
    const forgetful = own.keep(await Hearback.open({ policy, people, store: memory() }))
    expect(() => forgetful.within(fromSqlite(database))).toThrow(expect.objectContaining(refused))
    expect(() => loop.within({} as never)).toThrow(expect.objectContaining({ code: "call/invalid" }))
  })
})
