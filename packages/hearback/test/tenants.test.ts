import { join, relative } from "node:path"
import { Hearback, type Loop, memory, type OpenOptions } from "hearback"
import { fileChannel } from "hearback/channels"
import { sqlite } from "hearback/sqlite"
import { describe, expect, it } from "vitest"
import { example, ofEachTest, people, policy, words } from "./First.ts"
import { twoTenants } from "./isolation/TwoTenants.ts"

const own = ofEachTest()

const file = (): string => join(own.folder, "x.db")
const open = async (more: Partial<OpenOptions> = {}): Promise<Loop> => {
  const loop = await Hearback.open({ policy, people, store: sqlite(file()), ...more })
  return own.keep(loop)
}

describe("F-T1 · two tenants of one file are two loops", () => {
  it("a second handle of the same tenant is the first one, by any path of the file", async () => {
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
  ])("another `%s` than the open handle's is refused, and the handle continues", async (option, more) => {
    const loop = await open({ language: "en" })
    await expect(open(more)).rejects.toMatchObject({ code: "open/differs", message: expect.stringContaining(option) })
    expect((await loop.submit(words)).outcome).toBe("opened")
  })

  it("the same options, given again, are the same", async () => {
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

describe("F-T2 · a tick of one tenant does no work of the other", () => twoTenants(own, () => sqlite(file())))
