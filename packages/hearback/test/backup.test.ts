/** Copies of a file in use, made with SQLite as docs/operating.md describes: the store first, the keys last. */
import { join } from "node:path"
import { backup, DatabaseSync } from "node:sqlite"
import { setTimeout as pause } from "node:timers/promises"
import { Hearback } from "hearback"
import { sqlite } from "hearback/sqlite"
import { describe, expect, it } from "vitest"
import { ofEachTest, people, policy, words } from "./First.ts"

type Copy = (from: string, to: string) => Promise<unknown>

const ways: Readonly<Record<string, Copy>> = {
  "VACUUM INTO": async (from, to) => {
    const database = new DatabaseSync(from)
    database.prepare("VACUUM INTO ?").run(to)
    database.close()
  },
  "the backup of node:sqlite": async (from, to) => {
    const database = new DatabaseSync(from)
    await backup(database, to)
    database.close()
  }
}

describe.each(Object.entries(ways))("a copy by %s while a loop is working", (_, copy) => {
  const own = ofEachTest()

  it("is complete, can be read, and can be used further", async () => {
    const [file, copied] = [join(own.folder, "loop.db"), join(own.folder, "copy.db")]
    const loop = own.keep(await Hearback.open({ policy, people, store: sqlite(file) }))
    let count = 0
    const submit = () => loop.submit({ ...words, customer: `C-${++count}` }, { key: `k${count}` })
    const { case: id } = await submit()
    const working = (async () => {
      // A backup starts again when another process writes, and ends when there is a pause.
      while (count < 20) {
        await submit()
        await pause(1)
      }
    })()
    await copy(file, copied)
    await copy(`${file}.keys`, `${copied}.keys`)
    await working
    const restored = own.keep(await Hearback.open({ people, store: sqlite(copied) }))
    expect((await restored.get(id))?.verbatim).toBe(words.verbatim)
    expect(await restored.verify()).toMatchObject({ ok: true })
    const again = await restored.submit({ ...words, customer: `C-${count}` }, { key: `k${count}` })
    expect(again.case).not.toBe("")
    expect((await restored.submit({ ...words, customer: "C-1" }, { key: "k1" })).replayed).toBe(true)
  })
})
