import { join, relative } from "node:path"
import { Hearback, type Loop, memory, type OpenOptions, orThrow } from "hearback"
import { fileChannel, filesOf } from "hearback/channels"
import { sqlite } from "hearback/sqlite"
import { describe, expect, it } from "vitest"
import { example, ofEachTest, people, policy, words } from "./First.ts"

const own = ofEachTest()

const file = (): string => join(own.folder, "x.db")
const open = async (more: Partial<OpenOptions> = {}): Promise<Loop> => {
  const loop = await Hearback.open({ policy, people, store: sqlite(file()), ...more })
  return own.keep(loop)
}

describe("F-T1 · two tenants of one file are two loops", () => {
  it("each sees its own cases alone", async () => {
    const [a, b] = [await open({ tenant: "a" }), await open({ tenant: "b" })]
    expect(b).not.toBe(a)
    const receipt = await a.submit(words, { key: "mail-1" })
    expect((await a.list()).items).toHaveLength(1)
    expect((await b.list()).items).toEqual([])
    expect(await b.get(receipt.case)).toBeUndefined()
    expect((await b.health()).timers.oldestDueMs).toBeNull()
    // The same key is another message of another tenant.
    expect(await b.submit(words, { key: "mail-1" })).toMatchObject({ outcome: "opened", replayed: false })
  })

  it("a second handle of the same tenant is the first one, by whichever path the file is named", async () => {
    const loop = await open({ tenant: "a" })
    const path = relative(process.cwd(), file())
    expect(await open({ tenant: "a", store: sqlite(path) })).toBe(loop)
    expect(await Hearback.open({ store: sqlite(file()), tenant: "a" })).toBe(loop)
    expect(await open({ tenant: "default" })).not.toBe(loop)
  })

  it.each<readonly [option: string, more: Partial<OpenOptions>]>([
    ["language", { language: "zh-CN" }],
    ["people", { people: join(example, "other-people.yaml") }],
    ["policy", { policy: join(example, "other.policy.yaml") }],
    ["virtualTime", { virtualTime: true }],
    ["channels", { channels: [fileChannel("outbox")] }],
    ["timeouts", { timeouts: { directory: 5 } }],
    ["rates", { rates: () => undefined }]
  ])("another `%s` than the open handle's is refused, and the handle goes on", async (option, more) => {
    const loop = await open({ language: "en" })
    await expect(open(more)).rejects.toMatchObject({ code: "open/differs", message: expect.stringContaining(option) })
    expect((await loop.submit(words)).outcome).toBe("opened")
  })

  it("the same options, given anew, are the same", async () => {
    const channels = [fileChannel(join(own.folder, "outbox"))]
    const more = { language: "en", channels, timeouts: { directory: 500 } } as const
    const loop = await open(more)
    expect(await open({ ...more, channels: [...channels], timeouts: { directory: 500 } })).toBe(loop)
  })

  it("closing one tenant leaves another open, also on the same store object", async () => {
    const store = sqlite(file())
    const [a, b] = [await open({ store, tenant: "a" }), await open({ store, tenant: "b" })]
    await a.close()
    expect((await b.submit(words)).outcome).toBe("opened")
    await b.close()
    await expect(store.events.status("b")).rejects.toMatchObject({ code: "store/closed" })
    expect(await open({ tenant: "a" })).not.toBe(a)
  })

  it("stores in memory are never the same", async () => {
    const one = await open({ store: sqlite(":memory:") })
    expect(await open({ store: sqlite(":memory:") })).not.toBe(one)
    expect(await open({ store: memory() })).not.toBe(await open({ store: memory() }))
  })
})

describe("F-T2 · one tenant's tick does the work of no other", () => {
  it.each(["tick of a first", "tick of b first"])(
    "%s: each sends its own messages, by its own channel",
    async (order) => {
      const outbox = (tenant: string) => join(own.folder, `outbox-${tenant}`)
      const loopOf = (tenant: string) => open({ tenant, channels: [fileChannel(outbox(tenant))] })
      const [a, b] = [await loopOf("a"), await loopOf("b")]
      await b.submit(words)
      await b.submit({ ...words, customer: "C-18", verbatim: "The parcel never arrived" })
      await a.submit(words)
      const loops = order === "tick of a first" ? [a, b] : [b, a]
      for (const loop of loops) expect((await loop.tick()).more).toBe(false)
      const [ofA, ofB] = [await filesOf(outbox("a")), await filesOf(outbox("b"))]
      // A receipt for each customer, and for the owner what is theirs now, in one message.
      expect([ofA.length, ofB.length]).toEqual([2, 3])
      for (const loop of loops) {
        expect(await loop.undelivered.list()).toEqual([])
        expect((await loop.health()).outbox).toMatchObject({ waiting: 0, dead: 0 })
      }
    }
  )

  it("erasing a customer of one leaves the customer of the same id of another", async () => {
    const [a, b] = [await open({ tenant: "a" }), await open({ tenant: "b" })]
    const [ofA, ofB] = [await a.submit(words), await b.submit(words)]
    await a.customers.erase("C-17", { by: "manager-3", reason: "asked for", evenIfKept: true })
    expect((await b.get(ofB.case))?.verbatim).toBe(words.verbatim)
    expect((await a.get(ofA.case))?.verbatim).not.toBe(words.verbatim)
  })

  it("a policy of one is in force for it alone, and so is virtual time", async () => {
    const a = await open({ tenant: "a", virtualTime: true })
    await a.tick({ at: "2031-01-01T00:00:00Z" })
    const b = await open({ tenant: "b" })
    await expect(b.tick({ at: "2031-01-01T00:00:00Z" })).rejects.toMatchObject({ code: "time/in-the-future" })
    expect((await b.health()).timers.lastTickAt).toBeNull()
    await expect(Hearback.open({ store: sqlite(file()), tenant: "c" })).rejects.toMatchObject({
      code: "policy/invalid"
    })
  })

  it("of many calls in any order none changes what another tenant sees", async () => {
    const [a, b] = [await open({ tenant: "a" }), await open({ tenant: "b" })]
    const { case: id } = await a.submit(words)
    const seen = async () => {
      // How long something waits grows by itself.
      const { oldestMs: _, ...outbox } = (await a.health()).outbox
      return JSON.stringify([await a.list(), await a.get(id), await a.explain(id), outbox])
    }
    const before = await seen()
    const { case: other } = await b.submit(words)
    orThrow(await b.for({ actor: { id: "agent-7" } }).execute(other, { do: "pass", gate: "acknowledged" }))
    await b.tick()
    await b.customers.set("C-17", { questions: "refused" })
    await b.undelivered.retry(["case/x/1/0"])
    await b.quarantine.put({ key: "q", channel: "phone", raw: "x", reason: "y" })
    expect(await seen()).toBe(before)
    expect((await a.customers.get("C-17")).refusesQuestions).toBe(false)
    expect(await a.quarantine.list()).toEqual([])
  })
})
