import { join } from "node:path"
import { Hearback, type Loop, memory, type OpenOptions, type Store } from "hearback"
import { sqlite } from "hearback/sqlite"
import { describe, expect, it } from "vitest"
import { ofEachTest, people, policy, words } from "./First.ts"

const own = ofEachTest()

const open = async (store: Store, more: Partial<OpenOptions> = {}): Promise<Loop> => {
  const loop = await Hearback.open({ policy, people, store, ...more })
  return own.keep(loop)
}
const fast = (): Store => sqlite(join(own.folder, "loop.db"), { synchronous: "normal" })
const all = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

/** Opens a case for each of many customers. */
const casesOf = async (loop: Loop, count: number): Promise<readonly string[]> => {
  const feedback = Array.from({ length: count }, (_, n) => ({ feedback: { ...words, customer: `C-${n}` } }))
  return (await all(loop.submitMany(feedback))).map((receipt) => receipt.case)
}

describe("F-T3 · commands at the same time", () => {
  it("1,000 commands of one agent on 1,000 cases all succeed", async () => {
    const loop = await open(fast())
    const cases = await casesOf(loop, 1_000)
    const desk = loop.for({ actor: { id: "agent-7" } })
    const answers = await Promise.all(
      cases.map((id) => desk.execute(id, { do: "compensate", amount: 5, reason: "stamps" }))
    )
    expect(answers.filter((answer) => !answer.ok)).toEqual([])
    // 5,000 a month is exactly a thousand times 5.
    const [over = expect.fail()] = await casesOf(loop, 1)
    const last = await desk.execute(over, { do: "compensate", amount: 5, reason: "one more" })
    expect(last).toMatchObject({ ok: true, pending: { from: "supervisor" } })
  }, 120_000)

  it.each<readonly [string, () => Store]>([
    ["memory", memory],
    ["SQLite", fast]
  ])(
    "300 commands on one case all succeed, each once (%s)",
    async (_, store) => {
      const loop = await open(store())
      const { case: id } = await loop.submit(words)
      const desk = loop.for({ actor: { id: "agent-7" } })
      const answers = await Promise.all(
        Array.from({ length: 300 }, (_, n) =>
          desk.execute(id, { do: "note", text: `note ${n}` }, { key: `k-${n % 290}` })
        )
      ).catch((error: unknown) => error)
      // The last ten have another text under a used key, so only these are refused.
      expect(answers).toMatchObject({ code: "key/reused" })
      const again = await Promise.all(
        Array.from({ length: 300 }, (_, n) => desk.execute(id, { do: "note", text: `again ${n}` }))
      )
      expect(again.every((answer) => answer.ok)).toBe(true)
      const lines = (await loop.explain(id)).lines.filter(({ event }) => event === "note-added")
      expect(new Set(lines.map(({ message }) => message)).size).toBe(590)
      expect(await loop.verify()).toMatchObject({ ok: true })
    },
    120_000
  )

  it("limits hold for any number of grants, on one case and on many", async () => {
    const loop = await open(memory())
    const cases = await casesOf(loop, 60)
    const desk = loop.for({ actor: { id: "agent-7" } })
    const [first = ""] = cases
    const onOne = await Promise.all(
      Array.from({ length: 20 }, () => desk.execute(first, { do: "compensate", amount: 100, reason: "x" }))
    )
    expect(onOne.filter((answer) => answer.ok && answer.pending === undefined)).toHaveLength(5)
    expect((await loop.get(first))?.compensated).toBe(500)
    const onMany = await Promise.all(
      cases.slice(1).map((id) => desk.execute(id, { do: "compensate", amount: 300, reason: "x" }))
    )
    // 4,500 of the month are left.
    expect(onMany.filter((answer) => answer.ok && answer.pending === undefined)).toHaveLength(15)
  }, 60_000)

  it("three handles on one file, each with many commands on one case: all succeed", async () => {
    const [a, b, c] = await Promise.all(
      [1, 2, 3].map(async () => ({ ...fast(), name: undefined as never })).map(async (store) => open(await store))
    )
    if (!a || !b || !c) throw new Error("three loops")
    const { case: id } = await a.submit(words)
    const answers = await Promise.all(
      [a, b, c].flatMap((loop, n) =>
        Array.from({ length: 40 }, (_, i) =>
          loop.for({ actor: { id: "agent-7" } }).execute(id, { do: "note", text: `note ${n}/${i}` })
        )
      )
    )
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect((await a.explain(id)).lines.filter(({ event }) => event === "note-added")).toHaveLength(120)
  }, 60_000)

  it("the same matter from one customer, many times, is one case", async () => {
    const loop = await open(memory())
    const receipts = await Promise.all(Array.from({ length: 40 }, () => loop.submit(words)))
    expect(receipts.filter(({ outcome }) => outcome === "opened")).toHaveLength(1)
    expect(new Set(receipts.map((receipt) => receipt.case)).size).toBe(1)
  }, 60_000)

  it("commands that wait for one case run in the order in which they came", async () => {
    const loop = await open(memory())
    const { case: id } = await loop.submit(words)
    const desk = loop.for({ actor: { id: "agent-7" } })
    await Promise.all(Array.from({ length: 50 }, (_, n) => desk.execute(id, { do: "note", text: `${n}` })))
    const texts = (await all(loop.events({ case: id }))).flatMap(({ event, body }) =>
      event === "note-added" ? [Number(body["text"])] : []
    )
    expect(texts).toEqual(texts.toSorted((a, b) => a - b))
  })
})

describe("F-T9 · a caller who aborts", () => {
  const hanging = {
    person: async (id: string) => ({ id, roles: ["agent"] }),
    withRole: () => new Promise<never>(() => {}),
    absence: async () => undefined
  }

  it("before the commit: nothing is stored, even right after the call", async () => {
    const loop = await open(memory())
    const leaving = new AbortController()
    const submitted = loop.submit(words, { signal: leaving.signal })
    leaving.abort(new Error("left"))
    await expect(submitted).rejects.toThrow("left")
    expect((await loop.list()).items).toEqual([])
    expect((await loop.quarantine.list()).length).toBe(0)
    const { case: id } = await loop.submit(words)
    const before = (await loop.get(id))?.version
    const other = new AbortController()
    const executed = loop.execute(id, { do: "event", name: "x" }, { signal: other.signal })
    other.abort(new Error("left"))
    await expect(executed).rejects.toThrow("left")
    expect((await loop.get(id))?.version).toBe(before)
  })

  it("while waiting for a turn: it ends at once, and the others continue", async () => {
    const loop = await open(memory())
    const { case: id } = await loop.submit(words)
    const desk = loop.for({ actor: { id: "agent-7" } })
    const leaving = new AbortController()
    const first = desk.execute(id, { do: "note", text: "first" })
    const waiting = desk.execute(id, { do: "note", text: "left" }, { signal: leaving.signal })
    const last = desk.execute(id, { do: "note", text: "last" })
    leaving.abort()
    await expect(waiting).rejects.toThrow(/abort/i)
    expect([(await first).ok, (await last).ok]).toEqual([true, true])
    expect(JSON.stringify((await loop.explain(id)).lines)).not.toContain("left")
  })

  it("while a directory does not answer: the command ends with its signal, and the feedback stays received", async () => {
    const loop = await open(memory(), { people: hanging })
    const leaving = new AbortController()
    const submitted = loop.submit(words, { signal: leaving.signal })
    setTimeout(() => leaving.abort(), 20)
    expect(await submitted).toMatchObject({ outcome: "received" })
    const desk = loop.for({ actor: { id: "agent-7" } })
    await expect(desk.execute("2611-A", { do: "accept" }, { signal: AbortSignal.timeout(20) })).rejects.toThrow(
      /timeout|abort/i
    )
  })
})
