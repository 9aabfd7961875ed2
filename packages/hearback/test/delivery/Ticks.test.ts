/** How long a tick takes, and what closing waits for, if adapters do not answer. */
import type { CustomerDirectory, Directory } from "@hearback/engine"
import { Hearback, type Loop, memory, type OpenOptions, type Store } from "hearback"
import { describe, expect, it, onTestFinished, vi } from "vitest"
import { heldChannel, makeHosts, minute, quickChannel, settled } from "./Hosts.ts"

const policy = new URL("../../../../examples/first/first.policy.yaml", import.meta.url).pathname
const words = { channel: "phone", customer: "C-17", verbatim: "Third time my invoice is wrong." }
const forever = () => new Promise<never>(() => {})

const open = async (more: Partial<OpenOptions>): Promise<Loop> => {
  const loop = await Hearback.open({ policy, store: memory(), timeouts: { channel: 100 }, ...more })
  onTestFinished(() => loop.close())
  return loop
}

/** Makes a directory and customers that can stop answering. */
const hanging = () => {
  let isHanging = false
  const answer = async <T>(value: T): Promise<T> => (isHanging ? forever() : value)
  const people: Directory = {
    person: () => answer(undefined),
    withRole: (role) => answer([{ id: `${role}-1`, roles: [role] }]),
    absence: () => answer(undefined)
  }
  const customers: CustomerDirectory = { customer: () => answer(undefined) }
  return {
    people,
    customers,
    hang: () => {
      isHanging = true
    }
  }
}

describe("F-D10 · the budget and the signal bound a tick", () => {
  it("if a channel ignores its signal", async () => {
    const post = heldChannel()
    const loop = await open({ channels: [post.channel] })
    await loop.submit(words)
    expect(await loop.tick({ budgetMs: 20 })).toMatchObject({ more: true, sent: 0 })
    const leaving = new AbortController()
    const tick = loop.tick({ signal: leaving.signal })
    leaving.abort(new Error("enough"))
    await expect(tick).rejects.toThrow("enough")
    await expect(loop.tick({ signal: AbortSignal.abort(new Error("before")) })).rejects.toThrow("before")
  })

  it("if a directory and customers do not answer", async () => {
    let now = Date.parse("2026-11-16T01:40:00Z")
    const { people, customers, hang } = hanging()
    const post = quickChannel()
    const loop = await open({
      people,
      customers,
      channels: [post.channel],
      clock: { now: () => now },
      timeouts: { directory: 100, customers: 100 }
    })
    await loop.submit(words)
    await loop.submit({ ...words, customer: "C-18" })
    hang()
    now += 90 * 24 * 60 * minute
    expect(await loop.tick({ budgetMs: 20 })).toMatchObject({ more: true })
    const leaving = new AbortController()
    const tick = loop.tick({ signal: leaving.signal })
    setImmediate(() => leaving.abort(new Error("enough")))
    await expect(tick).rejects.toThrow("enough")
  })

  it("if a store does not answer", async () => {
    const store = memory()
    let isHanging = false
    const events = {
      ...store.events,
      claim: (...given: Parameters<typeof store.events.claim>) => (isHanging ? forever() : store.events.claim(...given))
    } as Store["events"]
    const loop = await open({ store: { events, keys: store.keys }, timeouts: { store: 100 } })
    isHanging = true
    expect(await loop.tick({ budgetMs: 20 })).toMatchObject({ more: true })
    const leaving = new AbortController()
    const tick = loop.tick({ signal: leaving.signal })
    setImmediate(() => leaving.abort(new Error("enough")))
    await expect(tick).rejects.toThrow("enough")
  })

  it("if there is much work without pauses, which the next tick continues", async () => {
    let now = Date.parse("2026-11-16T01:40:00Z")
    const post = quickChannel()
    const loop = await open({ channels: [post.channel], clock: { now: () => now } })
    for (let n = 0; n < 40; n++) await loop.submit({ ...words, customer: `C-${n}` })
    now += 24 * 60 * minute
    let ticks = 0
    for (let more = true; more; ticks++) more = (await loop.tick({ budgetMs: 1 })).more
    expect(ticks).toBeGreaterThan(1)
    const keys = post.given.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(post.given.map(({ to }) => to.id ?? "").filter((to) => to.startsWith("C-"))).size).toBe(40)
  })

  it("and there is more to do if the budget ends before everything was checked", async () => {
    const store = memory()
    let [isLong, later] = [false, 0]
    const events = {
      ...store.events,
      claim: (...given: Parameters<typeof store.events.claim>) => {
        if (!isLong) return store.events.claim(...given)
        // Another process has the requested work, and the budget ends before the next request.
        isLong = false
        later = 3_600_000
        return Promise.resolve([])
      }
    } as Store["events"]
    const post = quickChannel()
    const loop = await open({ store: { events, keys: store.keys }, channels: [post.channel] })
    await loop.submit(words)
    const really = performance.now.bind(performance)
    const clock = vi.spyOn(performance, "now").mockImplementation(() => really() + later)
    onTestFinished(() => clock.mockRestore())
    isLong = true
    expect(await loop.tick({ budgetMs: 60_000 })).toMatchObject({ more: true, sent: 0 })
    expect(await loop.tick()).toMatchObject({ more: false })
    expect(post.given.some(({ to }) => to.id === words.customer)).toBe(true)
  })

  it("and a tick is not complete while an earlier one has work", async () => {
    const post = heldChannel()
    const loop = await open({ channels: [post.channel], timeouts: { channel: 60_000 } })
    await loop.submit(words)
    while (post.given.length === 0) await loop.tick({ budgetMs: 20 })
    expect((await loop.tick({ budgetMs: 50 })).more).toBe(true)
    const rest = loop.tick()
    while (post.answerAll() > 0) await settled()
    expect((await rest).more).toBe(false)
    expect((await loop.health()).outbox.waiting).toBe(0)
  })

  it("and the last message is settled when its channel answers, and not sent again", async () => {
    const post = heldChannel()
    const loop = await open({ channels: [post.channel], timeouts: { channel: 60_000 } })
    await loop.submit(words)
    while (post.given.length === 0) await loop.tick({ budgetMs: 20 })
    await loop.tick({ budgetMs: 20 })
    while (post.answerAll() > 0) await settled()
    const keys = post.given.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    await expect.poll(async () => (await loop.health()).outbox.waiting).toBe(0)
  })
})

describe("F-D10 · `close` finishes the current work and then releases the store", () => {
  it("a message that is being sent is settled, and nobody sends it again", async () => {
    const store = memory()
    const post = heldChannel()
    const loop = await open({ store, channels: [post.channel], timeouts: { channel: 60_000 } })
    const other = quickChannel()
    const second = await open({ store, channels: [other.channel] })
    await loop.submit(words)
    const tick = loop.tick()
    await post.hasGiven(1)
    let isClosed = false
    const closing = loop.close().then(() => {
      isClosed = true
    })
    const again = loop.close()
    await expect(loop.tick()).rejects.toMatchObject({ code: "closed" })
    await settled()
    expect(isClosed).toBe(false)
    const count = post.given.length
    post.answerAll()
    await Promise.all([closing, again])
    expect(await tick).toMatchObject({ more: true })
    expect(post.given).toHaveLength(count)
    await second.tick()
    const keys = [...post.given, ...other.given].map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect((await second.health()).outbox.waiting).toBe(0)
  })

  it("a channel that never answers is left when its time is over", async () => {
    const post = heldChannel()
    const loop = await open({ channels: [post.channel], timeouts: { channel: 50 } })
    await loop.submit(words)
    void loop.tick()
    await post.hasGiven(1)
    await loop.close()
    expect(post.open[0]?.signal.aborted).toBe(true)
  })

  it("no new work begins, and waiting messages are available to other processes at once", async () => {
    const hosts = makeHosts()
    const slow = heldChannel()
    const a = await hosts.open(slow.channel, { delivery: { concurrency: 1 } })
    for (let n = 0; n < 5; n++) await hosts.submit(a, `c-${n}`)
    void a.work.tick()
    await slow.hasGiven(1)
    const stopping = a.work.stop()
    slow.answerAll()
    await stopping
    expect(slow.given).toHaveLength(1)
    const other = quickChannel()
    const b = await hosts.open(other.channel)
    await b.work.tick()
    expect(other.given.filter(({ to }) => to.id?.startsWith("c-"))).toHaveLength(4)
  })

  it("the same store can be opened while another handle closes it", async () => {
    const post = heldChannel()
    const store: Store = { ...memory(), name: "shared-while-closing" }
    const first = await open({ store, channels: [post.channel], timeouts: { channel: 60_000 } })
    await first.submit(words)
    void first.tick()
    await post.hasGiven(1)
    const closing = first.close()
    const second = await open({ store, channels: [post.channel], timeouts: { channel: 60_000 } })
    expect(second).not.toBe(first)
    expect((await second.list()).items).toHaveLength(1)
    while (post.answerAll() > 0) await settled()
    await closing
    expect((await second.list()).items).toHaveLength(1)
    expect(await open({ store, channels: [post.channel], timeouts: { channel: 60_000 } })).toBe(second)
  })
})
