/** Several processes with slow channels, one of which is killed or delayed. */
import { Hearback, isHearbackError, memory, type OpenOptions } from "hearback"
import { describe, expect, it } from "vitest"
import { heldChannel, makeHosts, minute, mortal, quickChannel, settled } from "./Hosts.ts"

const keysOf = (messages: readonly { readonly key: string }[]) => messages.map(({ key }) => key)
const toCustomers = (messages: readonly { readonly key: string; readonly to: { readonly id?: string } }[]) =>
  messages.filter(({ to }) => to.id?.startsWith("c-"))

describe("each message is sent once", () => {
  it("F-D3 · by two processes with a slow channel: 30 messages of 5 s are sent 30 times", async () => {
    const hosts = makeHosts()
    const posts = [heldChannel(), heldChannel()] as const
    const engines = await Promise.all(
      posts.map(({ channel }) => hosts.open(channel, { delivery: { concurrency: 1, leaseMs: minute } }))
    )
    const [first = expect.fail()] = engines
    for (let n = 0; n < 30; n++) await hosts.submit(first, `c-${n}`)
    let isDone = false
    const ticks = Promise.all(engines.map((engine) => engine.work.tick())).finally(() => {
      isDone = true
    })
    while (!isDone) {
      await settled()
      hosts.passes(5_000)
      for (const post of posts) post.answerAll()
    }
    await ticks
    const sent = toCustomers(posts.flatMap(({ given }) => given))
    expect(sent).toHaveLength(30)
    expect(new Set(keysOf(sent)).size).toBe(30)
    expect((await hosts.store.status("default")).outbox.waiting).toBe(0)
  })

  it("F-D3 · and settled when it is answered, not when the others are", async () => {
    const hosts = makeHosts()
    const post = heldChannel()
    const engine = await hosts.open(post.channel)
    for (const customer of ["c-1", "c-2"]) await hosts.submit(engine, customer)
    const tick = engine.work.tick()
    await post.hasGiven(2)
    await settled()
    const before = (await hosts.store.status("default")).outbox.waiting
    post.open.shift()?.answer({ delivery: "sent" })
    await expect.poll(async () => (await hosts.store.status("default")).outbox.waiting).toBe(before - 1)
    while (post.answerAll() > 0) await settled()
    await tick
  })

  it("F-D3 · with at most `concurrency` at a time, and those of one case in order", async () => {
    const hosts = makeHosts()
    let most = 0
    let sending = 0
    const order: string[] = []
    const { channel } = quickChannel(async ({ key, thread = "" }) => {
      sending += 1
      most = Math.max(most, sending)
      await settled()
      sending -= 1
      order.push(`${thread} ${key}`)
      return { delivery: "sent" }
    })
    const engine = await hosts.open(channel, { delivery: { concurrency: 3 } })
    for (let n = 0; n < 12; n++) await hosts.submit(engine, `c-${n}`)
    await Promise.all([engine.work.tick(), engine.work.tick()])
    expect(most).toBe(3)
    expect(order.length).toBeGreaterThanOrEqual(12)
  })

  it("F-D3 · by the same process, which renews its lease, even if sending takes ten leases", async () => {
    const hosts = makeHosts()
    let renewals = 0
    const alive = mortal(hosts.store, {
      renew: () => {
        renewals += 1
        hosts.passes(30)
      }
    })
    const slow = heldChannel()
    const other = quickChannel()
    const a = await hosts.open(slow.channel, { store: alive.store, delivery: { leaseMs: 60 } })
    const b = await hosts.open(other.channel, { delivery: { leaseMs: 60 } })
    await hosts.submit(a, "c-1")
    const tick = a.work.tick()
    await slow.hasGiven(1)
    for (let seen = 0; seen < 20; seen = renewals) {
      await b.work.tick()
      await expect.poll(() => renewals, { interval: 1 }).toBeGreaterThan(seen)
    }
    expect(toCustomers(other.given)).toEqual([])
    while (slow.answerAll() > 0) await settled()
    await tick
    await b.work.tick()
    expect(toCustomers(other.given)).toEqual([])
    expect(toCustomers(slow.given)).toHaveLength(1)
  })

  it("F-D3 · by another process after the lease if the first was killed; a delayed process sends none of them", async () => {
    const hosts = makeHosts()
    const held = mortal(hosts.store)
    const slow = heldChannel()
    const other = quickChannel()
    const a = await hosts.open(slow.channel, {
      store: held.store,
      delivery: { concurrency: 2, leaseMs: minute },
      timeouts: { store: 50 }
    })
    const b = await hosts.open(other.channel, { delivery: { leaseMs: minute } })
    await hosts.submit(a, "c-1")
    await hosts.submit(a, "c-2")
    void a.work.tick().catch(() => {})
    await slow.hasGiven(2)
    await b.work.tick()
    expect(toCustomers(other.given)).toEqual([])
    held.kill()
    hosts.passes(minute)
    await b.work.tick()
    expect(toCustomers(other.given)).toHaveLength(2)
    slow.answerAll()
    await settled()
    expect(toCustomers(slow.given)).toHaveLength(2)
    await b.work.tick()
    expect(toCustomers(other.given)).toHaveLength(2)
  })
})

it("even if the store fails while work is settled: the next process settles it after the lease", async () => {
  const hosts = makeHosts()
  let isFailing = false
  const store: typeof hosts.store = {
    ...hosts.store,
    settle: async (...given) => {
      if (isFailing) throw new Error("down")
      return hosts.store.settle(...given)
    }
  }
  const a = await hosts.open(quickChannel().channel, { store, delivery: { leaseMs: 60 } })
  const b = await hosts.open(quickChannel().channel)
  for (const customer of ["c-1", "c-2", "c-3"]) await hosts.submit(a, customer)
  await a.work.tick()
  hosts.passes(30 * 24 * 60 * minute)
  isFailing = true
  await expect(a.work.tick()).rejects.toThrow("down")
  isFailing = false
  hosts.passes(60)
  // This is as long as renewing a lease takes.
  await new Promise((resolve) => setTimeout(resolve, 40))
  await b.work.tick()
  expect((await hosts.store.status("default")).oldestDueAt ?? hosts.now()).toBeGreaterThanOrEqual(hosts.now())
})

describe("F-D3 · the option `delivery` of `open`", () => {
  const policy = new URL("../../../../examples/first/first.policy.yaml", import.meta.url).pathname
  it.each<readonly [unknown, string]>([
    [{ concurency: 2 }, "did you mean `concurrency`"],
    [{ concurrency: 0 }, "a whole number above 0"],
    [{ concurrency: 1.5 }, "a whole number above 0"],
    [{ concurrency: "4" }, "a whole number above 0"],
    [{ leaseMs: 10 }, "at least 1000"],
    [{ leaseMs: Number.NaN }, "at least 1000"],
    [8, "takes an object"]
  ])("%j: %s", async (delivery, said) => {
    const options = { policy, store: memory(), delivery } as OpenOptions
    const refused = await Hearback.open(options).catch((error: unknown) => error)
    expect(isHearbackError(refused, "call/invalid") && refused.message).toContain(said)
  })

  it("accepts valid values", async () => {
    const loop = await Hearback.open({ policy, store: memory(), delivery: { concurrency: 2, leaseMs: 30_000 } })
    await loop.close()
  })
})
