/** Notices that are sent together, with processes that are killed and in large numbers. */
import { describe, expect, it } from "vitest"
import { heldChannel, joining, makeHosts, minute, mortal, quickChannel, settled } from "./Hosts.ts"

const to = <M extends { readonly to: { readonly id?: string } }>(person: string, messages: readonly M[]) =>
  messages.filter((message) => message.to.id === person)

describe("a digest is stored before it is sent", () => {
  it("F-D5 · if the process is killed after sending and a notice joins, the same digest is sent again, and the notice in the next", async () => {
    const hosts = makeHosts()
    const life = mortal(hosts.store)
    const lost = heldChannel()
    const next = quickChannel()
    const b = await hosts.open(next.channel, { delivery: { leaseMs: minute } })
    const cases = [await hosts.submit(b, "c-1"), await hosts.submit(b, "c-2"), await hosts.submit(b, "c-3")] as const
    await hosts.asks(b, cases[0], "1")
    await b.work.tick()
    expect(to("sue", next.given)).toHaveLength(1)
    await hosts.asks(b, cases[1], "2")
    await hosts.asks(b, cases[2], "3")
    await b.work.tick()
    expect(to("sue", next.given)).toHaveLength(1)

    hosts.passes(31 * minute)
    const a = await hosts.open(lost.channel, { store: life.store, delivery: { leaseMs: minute } })
    void a.work.tick().catch(() => {})
    await lost.hasGiven(1)
    while (to("sue", lost.given).length === 0) {
      lost.answerAll()
      await settled()
    }
    const [accepted = expect.fail()] = to("sue", lost.given)
    expect(accepted.contains?.map((one) => one.case)).toEqual([cases[1], cases[2]])
    life.kill()
    lost.answerAll()

    await hosts.asks(b, cases[0], "4")
    hosts.passes(2 * minute)
    await b.work.tick()
    const again = to("sue", next.given).slice(1)
    expect(again[0]).toEqual(accepted)
    // The new notice follows the digest within its time, and waits for others.
    expect(again).toHaveLength(1)
    hosts.passes(31 * minute)
    await b.work.tick()
    const last = to("sue", next.given).slice(2)
    expect(last).toHaveLength(1)
    expect(last[0]).toMatchObject({ message: "approval-asked", thread: cases[0] })
    expect(last[0]?.key).not.toBe(accepted.key)
  })

  it("F-D5 · if the channel delays it, it stays unchanged, whatever follows", async () => {
    const hosts = makeHosts()
    let isDown = false
    const post = quickChannel(() =>
      isDown ? { delivery: "deferred", retryAfterMs: 7 * minute } : { delivery: "sent" }
    )
    const engine = await hosts.open(post.channel)
    const id = await hosts.submit(engine, "c-1")
    await hosts.asks(engine, id, "1")
    await engine.work.tick()
    isDown = true
    for (const key of ["2", "3"]) await hosts.asks(engine, id, key)
    hosts.passes(31 * minute)
    await engine.work.tick()
    const [digest = expect.fail()] = to("sue", post.given).slice(1)
    expect(digest.contains).toHaveLength(2)
    await hosts.asks(engine, id, "4")
    isDown = false
    hosts.passes(6 * minute)
    await engine.work.tick()
    expect(to("sue", post.given).filter(({ key }) => key === digest.key)).toHaveLength(1)
    hosts.passes(minute)
    await engine.work.tick()
    expect(to("sue", post.given).filter(({ key }) => key === digest.key)).toEqual([digest, digest])
  })
})

describe("a digest is per person", () => {
  it("F-D9 · 400 overdue notices are sent at once, each to its receiver, and each once", async () => {
    const hosts = makeHosts()
    const post = quickChannel()
    const engine = await hosts.open(post.channel)
    const cases: string[] = []
    for (let n = 0; n < 140; n++) cases.push(await hosts.submit(engine, `c-${n}`))
    await engine.work.tick()
    hosts.goTo("2026-11-16T18:00:00Z")
    await engine.work.tick()
    for (const person of ["ann", "sue"]) {
      const digests = to(person, post.given)
      const contained = digests.flatMap(({ contains = [] }) => contains)
      expect(new Set(contained.map((one) => one.case))).toEqual(new Set(cases))
      // Nobody reads more than a hundred in one message.
      for (const { contains = [] } of digests) expect(contains.length).toBeLessThanOrEqual(100)
      expect(new Set(digests.map(({ key }) => key)).size).toBe(digests.length)
    }
    const overdue = to("sue", post.given).flatMap(({ contains = [] }) =>
      contains.filter(({ message }) => message === "overdue")
    )
    expect(overdue).toHaveLength(420)
    expect((await hosts.store.undelivered("default", { state: "failing" })).items).toEqual([])
    const { waiting, nextAt } = (await hosts.store.status("default")).outbox
    expect(waiting === 0 || (nextAt ?? 0) > hosts.now()).toBe(true)
  })

  it("F-D9 · overdue notices come first, even if others have waited longer", async () => {
    const hosts = makeHosts()
    const post = quickChannel()
    const engine = await hosts.open(post.channel)
    const cases = [await hosts.submit(engine, "c-1"), await hosts.submit(engine, "c-2")]
    for (const [n, id] of cases.entries()) await hosts.asks(engine, id, `${n}`)
    hosts.goTo("2026-11-16T18:00:00Z")
    await engine.work.tick()
    const [digest = expect.fail()] = to("sue", post.given)
    const names = (digest.contains ?? []).map(({ message }) => message)
    expect(names).toContain("approval-asked")
    // Two promises of each case were missed; the notice that an alarm was raised is sent with the others.
    expect(names.slice(0, 4)).toEqual(["overdue", "overdue", "overdue", "overdue"])
  })

  it("F-D9 · notices to one person that two processes claimed are all sent once", async () => {
    const hosts = makeHosts()
    const posts = [quickChannel(), quickChannel()] as const
    const [a, b] = await Promise.all(posts.map(({ channel }) => hosts.open(channel)))
    if (a === undefined || b === undefined) return expect.fail()
    for (let n = 0; n < 20; n++) await hosts.submit(a, `c-${n}`)
    await a.work.tick()
    hosts.goTo("2026-11-16T18:00:00Z")
    await Promise.all([a.work.tick(), b.work.tick()])
    hosts.passes(31 * minute)
    await Promise.all([a.work.tick(), b.work.tick()])
    const told = to("sue", [...posts[0].given, ...posts[1].given]).flatMap(({ contains = [] }) =>
      contains.filter(({ message }) => message === "overdue").map((one) => one.case)
    )
    // Three promises of each case were missed.
    expect(told).toHaveLength(60)
    expect(new Set(told).size).toBe(20)
  })
})

describe("a digest is sent in time", () => {
  it("a reminder is sent before the due date that it warns of", async () => {
    const hosts = makeHosts()
    const post = quickChannel()
    const engine = await hosts.open(post.channel, { bundle: joining("2 hours") })
    const at = async (time: string): Promise<readonly (readonly string[])[]> => {
      hosts.goTo(`2026-11-16T${time}:00Z`)
      const before = to("ann", post.given).length
      await engine.work.tick()
      return to("ann", post.given)
        .slice(before)
        .map(({ message, contains }) => contains?.map((one) => one.message) ?? [message])
    }
    const id = await hosts.submit(engine, "c-1")
    hosts.goTo("2026-11-16T11:30:00Z")
    await hosts.writes(engine, id, "c-1", "1")
    expect(await at("11:30")).toEqual([["word-to-read"]])
    await hosts.writes(engine, id, "c-1", "2")
    expect(await at("11:40")).toEqual([])
    // The case is due at 13:00; the two hours end at 13:30.
    expect(await at("12:00")).toEqual([["reminder"]])
    expect(await at("12:59")).toEqual([])
    expect(await at("14:00")).toEqual([["word-to-read", "overdue"]])
    expect(to("ann", post.given).find(({ message }) => message === "reminder")?.text).toContain(
      "16 November 2026 at 13:00"
    )
  })
})
