import assert from "node:assert/strict"
import type { StoredEvent } from "../../port/Event.ts"
import { verify } from "../../record/Verification.ts"
import { event, events, message, monday, unit, write } from "./Sample.ts"
import { acme, append, claimOutbox, readAll, type StoreLaw, storeLaw } from "./StoreFixture.ts"

const odd = event({
  type: "feedback-received",
  at: -1,
  clear: { 中文: "发票又错了 🙃", "": [null, true, 0.1, -0, 1e21], __proto__x: "\u0000\n" },
  sealed: { customer: "c-1", ciphertext: Uint8Array.from({ length: 256 }, (_, n) => n) }
})

/** Laws of reading: stored events are returned unchanged, in one order, without gaps, and the hash chain is valid. */
export const readLaws: readonly StoreLaw[] = [
  storeLaw(
    "events come back as they were given",
    "a case is nothing but its events: a changed event is another decision",
    [],
    async ({ store }) => {
      await append(store, unit("k", [write("case/1", 0, { events: [odd, event()] })]))
      const { events: loaded } = await store.load({ tenant: acme, stream: "case/1" })
      const given = loaded.map(({ tenant: _, stream: __, version: ___, position: ____, hash: _____, ...rest }) => rest)
      assert.deepEqual(given, [{ ...odd, clear: JSON.parse(JSON.stringify(odd.clear)) }, event()])
      assert.deepEqual(await readAll(store), loaded)
    }
  ),

  storeLaw(
    "what a caller does with what it gave or was given changes nothing stored",
    "the record would change without an event",
    [],
    async ({ store }) => {
      const ciphertext = Uint8Array.of(1, 2, 3)
      const clear = { owner: "agent-7" }
      const given = event({ clear, sealed: { customer: "c-1", ciphertext } })
      await append(store, unit("k", [write("case/1", 0, { events: [given] })], { outbox: [message("m")] }))
      clear.owner = "agent-8"
      ciphertext.fill(0)
      const taken = await store.load({ tenant: acme, stream: "case/1" })
      taken.events[0]?.sealed?.ciphertext.fill(9)
      const [stored] = (await store.load({ tenant: acme, stream: "case/1" })).events
      assert.deepEqual(stored?.clear, { owner: "agent-7" })
      assert.deepEqual([...(stored?.sealed?.ciphertext ?? [])], [1, 2, 3])
    }
  ),

  storeLaw(
    "a message comes back as it was given, sealed part and all",
    "the customer would be sent another text, or none",
    [],
    async ({ store }) => {
      const given = message("case/1/1/1", {
        kind: "command",
        lane: "command",
        channel: "email",
        body: { 模板: ["回执"] },
        sealed: { customer: "c-1", ciphertext: Uint8Array.of(0, 255) }
      })
      await append(store, unit("k", [write("case/1", 0)], { outbox: [given] }))
      assert.deepEqual((await claimOutbox(store, monday))[0]?.message, given)
    }
  ),

  storeLaw(
    "a stream is loaded in order of version, after a version if asked",
    "a case is folded in this order, and the cache reads on from a version",
    [],
    async ({ store }) => {
      await append(store, unit("a", [write("case/1", 0, { events: events(12) })]))
      const at = { tenant: acme, stream: "case/1" }
      const versions = async (after?: number) => (await store.load(at, after)).events.map((each) => each.version)
      assert.deepEqual(await versions(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      assert.deepEqual(await versions(10), [11, 12])
      assert.deepEqual(await store.load(at, 12), { version: 12, events: [] })
      assert.deepEqual(await store.load({ tenant: acme, stream: "case/none" }), { version: 0, events: [] })
    }
  ),

  storeLaw(
    "a follower meets every event once, in order, while others write",
    "whoever reads on by position would miss for ever what appears behind it",
    [],
    async ({ store }) => {
      const streams = Array.from({ length: 6 }, (_, n) => `case/${n}`)
      let writing = streams.length
      const writers = streams.map(async (stream) => {
        for (let at = 0; at < 20; at += 2)
          await append(store, unit(`${stream}@${at}`, [write(stream, at, { events: events(2) })]))
        writing -= 1
      })
      const seen: StoredEvent[] = []
      const follow = async () => {
        let after: number | null = null
        for (;;) {
          const last: boolean = writing === 0
          const page: Awaited<ReturnType<typeof store.read>> = await store.read(acme, after, 7)
          seen.push(...page.events)
          after = page.next
          if (last && page.events.length === 0) return
        }
      }
      await Promise.all([...writers, follow()])
      assert.equal(seen.length, 120)
      assert.ok(
        seen.every(({ position }, n) => n === 0 || position > (seen[n - 1]?.position ?? 0)),
        "positions grow"
      )
      for (const stream of streams)
        assert.deepEqual(
          seen.filter((each) => each.stream === stream).map((each) => each.version),
          Array.from({ length: 20 }, (_, n) => n + 1)
        )
    }
  ),

  storeLaw(
    "at the end a read gives nothing and stays where it is",
    "a follower would begin again or stop for good",
    [],
    async ({ store }) => {
      assert.deepEqual(await store.read(acme, null, 10), { events: [], next: null })
      await append(store, unit("a", [write("case/1", 0, { events: events(3) })]))
      const page = await store.read(acme, null, 10)
      assert.equal(page.events.length, 3)
      assert.deepEqual(await store.read(acme, page.next, 10), { events: [], next: page.next })
      await append(store, unit("b", [write("case/2", 0)]))
      assert.deepEqual(
        (await store.read(acme, page.next, 10)).events.map(({ stream }) => stream),
        ["case/2"]
      )
    }
  ),

  storeLaw("no tenant ever sees another's", "one tenant would read the record of another", [], async ({ store }) => {
    await append(store, unit("k", [write("case/1", 0, { events: events(2) })]))
    await append(store, unit("k", [write("case/1", 0)], { tenant: "other" }))
    assert.equal((await store.load({ tenant: "other", stream: "case/1" })).version, 1)
    assert.deepEqual(
      (await store.read("other", null, 10)).events.map(({ tenant }) => tenant),
      ["other"]
    )
    assert.deepEqual(await store.read("nobody", null, 1).then(({ events: none }) => none), [])
    assert.equal((await store.streams("other", null, 10))[0]?.version, 1)
  }),

  storeLaw(
    "a tenant's events are all met, however many of others lie between",
    "an empty page is taken for the end",
    [],
    async ({ store }) => {
      for (let n = 0; n < 10; n++)
        await append(
          store,
          unit("k", [write("case/1", 0, { events: events(3) })], { tenant: n % 5 ? `t-${n}` : `mine-${n}` })
        )
      const met: StoredEvent[] = []
      let after: number | null = null
      for (;;) {
        const page: Awaited<ReturnType<typeof store.read>> = await store.read("mine-5", after, 2)
        if (page.events.length === 0) break
        met.push(...page.events)
        after = page.next
      }
      assert.deepEqual(
        met.map((each) => [each.tenant, each.version]),
        [1, 2, 3].map((version) => ["mine-5", version])
      )
    }
  ),

  storeLaw(
    "heads name every stream's last version and hash, in pages",
    "a tail that was cut off shows by its head alone",
    [],
    async ({ store }) => {
      for (const stream of ["case/3", "case/1", "problem/2"])
        await append(store, unit(stream, [write(stream, 0, { events: events(2) })]))
      await append(store, unit("more", [write("case/1", 2), write("case/4", 0, { events: [] })]))
      const first = await store.streams(acme, null, 2)
      const second = await store.streams(acme, first[1]?.stream ?? null, 2)
      assert.deepEqual(
        [...first, ...second].map(({ stream, version }) => [stream, version]),
        [
          ["case/1", 3],
          ["case/3", 2],
          ["problem/2", 2]
        ]
      )
      const { events: loaded } = await store.load({ tenant: acme, stream: "case/1" })
      assert.equal(first[0]?.hash, loaded[2]?.hash)
    }
  ),

  storeLaw(
    "streams come as wholes, in pages by name, whole or in the clear",
    "figures would be reckoned from half a case",
    [],
    async ({ store }) => {
      await append(store, unit("a", [write("case/1", 0, { events: [odd, event()] }), write("problem/2", 0)]))
      await append(store, unit("b", [write("case/3", 0, { events: events(3) })]))
      await append(store, unit("c", [write("case/1", 2), write("case/2", 0)]))
      await append(store, unit("k", [write("case/1", 0)], { tenant: "other" }))
      const loaded = async (stream: string) => ({ stream, events: (await store.load({ tenant: acme, stream })).events })
      const first = await store.histories(acme, null, 2)
      const rest = await store.histories(acme, first[1]?.stream ?? null, 10)
      const names = ["case/1", "case/2", "case/3", "problem/2"]
      assert.deepEqual([...first, ...rest], await Promise.all(names.map(loaded)))
      assert.deepEqual(await store.histories(acme, "problem/2", 10), [])
      const [, , ...clear] = await store.clearHistories(acme, null, 10)
      const open = (await Promise.all(["case/3", "problem/2"].map(loaded))).map(({ stream, events: all }) => ({
        stream,
        events: all.map(({ version, type, at, recordedAt, clear }) => ({ version, type, at, recordedAt, clear }))
      }))
      assert.deepEqual(clear, open)
      assert.deepEqual(await store.clearHistories(acme, "problem/2", 10), [])
    }
  ),

  storeLaw(
    "the record of every stream verifies",
    "nobody could prove afterwards that nothing was changed",
    [],
    async ({ store }) => {
      await append(store, unit("a", [write("case/1", 0, { events: [odd, event()] }), write("case/2", 0)]))
      await append(store, unit("b", [write("case/1", 2)]))
      const { ok, streams, events: checked, breaks } = await verify(store, acme)
      assert.deepEqual({ ok, streams, checked, breaks }, { ok: true, streams: 2, checked: 4, breaks: [] })
    }
  )
]
