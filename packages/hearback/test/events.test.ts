import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Failure } from "@hearback/engine"
import { Hearback, type Loop, type LoopEvent, memory, type OpenOptions, type Store } from "hearback"
import { sqlite } from "hearback/sqlite"
import { describe, expect, it } from "vitest"
import { ofEachTest, people, policy, words } from "./First.ts"

const own = ofEachTest()
const file = (): string => join(own.folder, "loop.db")
const open = async (store: Store = memory(), more: Partial<OpenOptions> = {}): Promise<Loop> => {
  const loop = await Hearback.open({ policy, people, store, ...more })
  return own.keep(loop)
}
/** Returns a separate handle, as another process has one. */
const another = (): Promise<Loop> => {
  const { events, keys } = sqlite(file())
  return open({ events, keys })
}
const all = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
const note = (loop: Loop, id: string, text: string) =>
  loop.for({ actor: { id: "agent-7" } }).execute(id, { do: "note", text })
const positions = (events: readonly LoopEvent[]): readonly number[] => events.map(({ position }) => position)
const until = async (done: () => boolean): Promise<void> => {
  for (let n = 0; n < 500 && !done(); n++) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(done()).toBe(true)
}

describe("F-T4 · events are read from a position", () => {
  it.each<readonly [string, () => Store]>([
    ["memory", memory],
    ["SQLite", () => sqlite(file())]
  ])("every event has its position, and `after` continues exactly behind it (%s)", async (_, store) => {
    const loop = await open(store())
    const { case: a } = await loop.submit(words)
    await loop.submit({ ...words, customer: "C-18", verbatim: "The parcel never arrived" })
    await note(loop, a, "called back")
    const events = await all(loop.events())
    expect(positions(events)).toEqual([...new Set(positions(events))].sort((one, other) => one - other))
    for (const [n, { position }] of events.entries()) {
      expect((await all(loop.events({ after: position }))).map(({ id }) => id)).toEqual(
        events.slice(n + 1).map(({ id }) => id)
      )
      expect(await all(loop.events({ after: `${position}` }))).toHaveLength(events.length - n - 1)
    }
    const own = events.filter((event) => event.case === a)
    for (const [n, { position }] of own.entries())
      expect(positions(await all(loop.events({ case: a, after: position })))).toEqual(positions(own.slice(n + 1)))
    expect(await all(loop.events({ case: "2611-NOSUCH" }))).toEqual([])
  })

  it.each(["", "x", "-1", "1.5", "case/2611-A/1", -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, {}, null])(
    "`after: %j` is an invalid position",
    async (after) => {
      const loop = await open()
      expect(() => loop.events({ after: after as never })).toThrow(expect.objectContaining({ code: "events/position" }))
    }
  )

  it("the events of one case are read from its own stream", async () => {
    const store = memory()
    let reads = 0
    const events: Store["events"] = {
      ...store.events,
      read: (...asked) => {
        reads += 1
        return store.events.read(...asked)
      }
    }
    const loop = await open({ ...store, events })
    const { case: id } = await loop.submit(words)
    expect((await all(loop.events({ case: id }))).length).toBeGreaterThan(3)
    expect(reads).toBe(0)
  })

  it("`follow` returns existing events and then new ones, without end, each once", async () => {
    const loop = await open(sqlite(file()))
    const other = await another()
    const { case: id } = await loop.submit(words)
    const seen: LoopEvent[] = []
    const leaving = new AbortController()
    const following = (async () => {
      for await (const event of loop.events({ follow: true, signal: leaving.signal })) seen.push(event)
    })()
    await until(() => seen.length > 3)
    await note(loop, id, "from here")
    await note(other, id, "from another process")
    await until(() => seen.filter(({ event }) => event === "note-added").length === 2)
    leaving.abort(new Error("enough"))
    await expect(following).rejects.toThrow("enough")
    expect(seen.map((event) => event.id)).toEqual((await all(loop.events())).map((event) => event.id))
  })

  it("`follow` of one case returns only that case", async () => {
    const loop = await open()
    const { case: id } = await loop.submit(words)
    const { case: other } = await loop.submit({ ...words, customer: "C-18" })
    const seen: LoopEvent[] = []
    const following = (async () => {
      for await (const event of loop.events({ case: id, follow: true })) {
        seen.push(event)
        if (event.event === "note-added") break
      }
    })()
    await note(loop, other, "not this")
    await note(loop, id, "this")
    await following
    expect(new Set(seen.map((event) => event.case))).toEqual(new Set([id]))
  })

  it("ends with the loop, and with the signal, also while it waits", async () => {
    const loop = await open()
    await loop.submit(words)
    const following = all(loop.events({ follow: true }))
    const left = all(loop.events({ follow: true, signal: AbortSignal.timeout(30) }))
    await expect(left).rejects.toThrow(/timeout|abort/i)
    await loop.close()
    expect((await following).length).toBeGreaterThan(3)
    expect(() => loop.events()).toThrow(expect.objectContaining({ code: "closed" }))
  })
})

describe("F-T4 · a consumer", () => {
  it("gets everything in order, then new events, and continues there after a restart", async () => {
    const loop = await open(sqlite(file()))
    const { case: id } = await loop.submit(words)
    const first: string[] = []
    const consumer = await loop.consume("erp", (event) => void first.push(event.id))
    expect(first).toEqual((await all(loop.events())).map((event) => event.id))
    await note(loop, id, "one")
    await until(() => consumer.position > 0 && first.length > 13)
    await consumer.stop()
    await note(loop, id, "two")
    await loop.close()
    const again = await open(sqlite(file()))
    const second: string[] = []
    await again.consume("erp", (event) => void second.push(event.id))
    const whole = (await all(again.events())).map((event) => event.id)
    expect([...first, ...second]).toEqual(whole)
    const third: string[] = []
    await again.consume("mailing", (event) => void third.push(event.id))
    expect(third).toEqual(whole)
  })

  it("at least once: what was not finished when the process stopped is passed again", async () => {
    const loop = await open(sqlite(file()))
    await loop.submit(words)
    const seen: string[] = []
    let wake = (): void => {}
    void loop.consume("erp", async (event) => {
      seen.push(event.id)
      // The process stops here.
      if (seen.length === 3) await new Promise<void>((resolve) => (wake = resolve))
    })
    await until(() => seen.length === 3)
    const other = await another()
    await other.consume("erp", (event) => void seen.push(event.id))
    const whole = (await all(other.events())).map((event) => event.id)
    expect(seen).toEqual([...whole.slice(0, 3), ...whole.slice(2)])
    wake()
  })

  it("is called again with the same event if it fails, and the host is told without personal data", async () => {
    const failures: Failure[] = []
    const loop = await open(memory(), { onError: (failure) => void failures.push(failure) })
    const { case: id } = await loop.submit({ ...words, verbatim: "Call Zoe Quill on 13800138000, my invoice is wrong" })
    const seen: string[] = []
    await loop.consume("erp", (event) => {
      seen.push(event.id)
      if (seen.length < 3) throw new Error(`cannot take ${JSON.stringify(event)}`)
    })
    const whole = (await all(loop.events())).map((event) => event.id)
    expect(seen).toEqual([whole[0], whole[0], ...whole])
    expect(failures).toMatchObject([
      { port: "consumer", operation: "erp", case: id, late: false },
      { port: "consumer", operation: "erp", case: id, late: false }
    ])
    expect(JSON.stringify(failures) + failures.map(({ cause }) => cause.stack)).not.toMatch(/Zoe|Quill|1380013/)
  })

  it("keeps its position in the host's own transaction: both are stored, or neither", async () => {
    const loop = await open(sqlite(file()))
    await loop.submit(words)
    const host = new DatabaseSync(join(own.folder, "loop.db"), { timeout: 5_000 })
    host.exec("CREATE TABLE mirror (id TEXT PRIMARY KEY)")
    const tx = {
      query: async (sql: string, params: readonly unknown[]) => host.prepare(sql).all(...(params as []))
    }
    let failed = false
    await loop.consume("mirror", async ({ id }, { commit }) => {
      host.exec("BEGIN IMMEDIATE")
      try {
        await tx.query("INSERT INTO mirror VALUES (?)", [id])
        await commit(tx)
        if (!failed) {
          failed = true
          throw new Error("the host changed its mind")
        }
        host.exec("COMMIT")
      } catch (error) {
        host.exec("ROLLBACK")
        throw error
      }
    })
    const whole = (await all(loop.events())).map((event) => event.id)
    expect(host.prepare("SELECT id FROM mirror ORDER BY rowid").all()).toEqual(whole.map((id) => ({ id })))
    expect(failed).toBe(true)
    host.close()
    const again: string[] = []
    await loop.close()
    const next = await open(sqlite(file()))
    await next.consume("mirror", (event) => void again.push(event.id))
    expect(again).toEqual([])
  })

  it("exists once for each name in a loop; stopping waits for the current event", async () => {
    const loop = await open()
    const { case: id } = await loop.submit(words)
    const consumer = await loop.consume("erp", () => {})
    await expect(loop.consume("erp", () => {})).rejects.toMatchObject({ code: "consumer/running" })
    await consumer.stop()
    let finished = 0
    const slow = await loop.consume("erp", async () => {
      await new Promise((resolve) => setTimeout(resolve, 60))
      finished += 1
    })
    await note(loop, id, "slow")
    await new Promise((resolve) => setTimeout(resolve, 20))
    await slow.stop()
    expect(finished).toBe(1)
    await expect(loop.consume("late", () => {}, { after: "x" })).rejects.toMatchObject({ code: "events/position" })
  })

  it("that begins after a position gets only later events, and never those of another tenant", async () => {
    const store = memory()
    const a = await open(store, { tenant: "a" })
    const b = await open(store, { tenant: "b" })
    const { case: id } = await a.submit(words)
    await b.submit(words)
    const [last] = (await all(a.events())).slice(-1)
    const seen: string[] = []
    await a.consume("erp", (event) => void seen.push(event.event), { after: last?.position ?? 0 })
    expect(seen).toEqual([])
    await note(a, id, "x")
    await until(() => seen.length > 0)
    expect(seen[0]).toBe("note-added")
  })
})
