/** The order of all events while transactions are open, and notices of commits between processes. */
import type { EventStore, Querier } from "@hearback/engine"
import { Sample } from "@hearback/engine/testing"
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest"
import type { PostgresStore } from "../../src/index.ts"
import { asAdmin, drivers, emptied, hostTransaction, server } from "./Fixture.ts"

const tenant = "acme"
const unit = (name: string, expected = 0, whose = tenant) =>
  Sample.unit(`${name}@${expected}`, [Sample.write(name, expected)], { tenant: whose })
const streamsIn = async (store: EventStore, whose = tenant) =>
  (await store.read(whose, null, 100)).events.map(({ stream }) => stream)

/** Runs something while a transaction is open, and then lets it commit. */
const whileOpen = async (open: (tx: Querier) => Promise<unknown>, run: () => Promise<void>): Promise<void> => {
  let release = (): void => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let begun = (): void => {}
  const isOpen = new Promise<void>((resolve) => {
    begun = resolve
  })
  const transaction = hostTransaction(async (tx) => {
    await open(tx)
    begun()
    await released
  })
  await Promise.race([isOpen, transaction])
  await run().finally(release)
  await transaction
}

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 20_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error("it did not come")
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe.skipIf(server === undefined).each(drivers)("over %s", (driver) => {
  const { schema, make, drop } = emptied(driver)
  let store: PostgresStore
  let another: () => Promise<PostgresStore>
  let dispose: () => Promise<void>
  beforeEach(async () => {
    const made = await make()
    store = made.store
    another = made.another
    dispose = made.dispose
  })
  afterEach(() => dispose())
  afterAll(drop)

  it("a reader waits for a transaction that has a position and has not ended, and misses nothing", async () => {
    await store.append(unit("case/before"))
    await whileOpen(
      async (tx) => store.within?.(tx).append(unit("case/slow")),
      async () => {
        await store.append(unit("case/quick"))
        expect(await streamsIn(store)).toEqual(["case/before"])
        expect((await store.moved(tenant, null, 100)).heads.map(({ stream }) => stream)).toEqual(["case/before"])
        // A reader of the stream itself need not wait.
        expect((await store.load({ tenant, stream: "case/quick" })).version).toBe(1)
      }
    )
    expect(await streamsIn(store)).toEqual(["case/before", "case/slow", "case/quick"])
  })

  it("names the transaction that delays readers, and the one with a lock for which a write waits", async () => {
    await store.append(unit("case/1"))
    let waiting: Promise<unknown> = Promise.resolve()
    await whileOpen(
      async (tx) => {
        await tx.query("SET LOCAL application_name = 'billing'", [])
        await store.within?.(tx).append(unit("case/1", 1))
      },
      async () => {
        const holdsUp = async () =>
          (await store.holders?.(tenant))?.map(({ application, holdsUp }) => [application, holdsUp])
        expect(await holdsUp()).toEqual([["billing", ["events"]]])
        // It waits for the head of the stream.
        waiting = store.append(Sample.unit("later", [Sample.write("case/1", 1)]))
        await until(async () => (await holdsUp())?.[0]?.[1]?.includes("writes") === true)
        expect((await holdsUp())?.[0]).toEqual(["billing", ["events", "writes"]])
      }
    )
    expect(await waiting).toMatchObject({ result: "conflict", version: 2 })
    expect(await store.holders?.(tenant)).toEqual([])
  })

  it("a transaction delays only readers of the tenants for which it writes", async () => {
    await whileOpen(
      async (tx) => store.within?.(tx).append(unit("case/slow")),
      async () => {
        await store.append(unit("case/quick", 0, "other"))
        expect([await streamsIn(store), await streamsIn(store, "other")]).toEqual([[], ["case/quick"]])
        expect([await store.holders?.(tenant), await store.holders?.("other")]).toMatchObject([
          [{ holdsUp: ["events"] }],
          []
        ])
        expect((await store.projection("other", "p")).settled).toBe((await store.status("other")).position)
      }
    )
    await whileOpen(
      async (tx) => {
        await store.within?.(tx).append(unit("case/slow", 1))
        await store.within?.(tx).append(unit("case/slow", 0, "other"))
      },
      async () => {
        await store.append(unit("case/late", 0, "other"))
        expect(await streamsIn(store, "other")).toEqual(["case/quick"])
      }
    )
    expect(await streamsIn(store, "other")).toEqual(["case/quick", "case/slow", "case/late"])
  })

  it("a transaction of a program that names no tenant delays all readers", async () => {
    await whileOpen(
      (tx) =>
        tx.query(`SELECT pg_advisory_xact_lock_shared('${schema}.hearback_position'::regclass::oid::integer, 0)`, []),
      async () => {
        await asAdmin((client) => client.query(`SELECT setval('${schema}.hearback_position', 1)`))
        await store.append(unit("case/1"))
        expect(await streamsIn(store)).toEqual([])
      }
    )
    expect(await streamsIn(store)).toEqual(["case/1"])
  })

  it("a transaction that writes no event delays no reader", async () => {
    await whileOpen(
      (tx) => tx.query("SELECT pg_current_xact_id()", []),
      async () => {
        await store.append(unit("case/1"))
        expect(await streamsIn(store)).toEqual(["case/1"])
      }
    )
  })

  it("a rolled-back transaction leaves a gap, and readers continue", async () => {
    const undone = hostTransaction(async (tx) => {
      await store.within?.(tx).append(unit("case/undone"))
      throw new Error("no")
    })
    await expect(undone).rejects.toThrow("no")
    await store.append(unit("case/1"))
    expect(await streamsIn(store)).toEqual(["case/1"])
  })

  it("eight writers for two tenants: a follower gets every event once, in one order, and none too late", async () => {
    const names = Array.from({ length: 8 }, (_, n) => `case/${n}`)
    const tenants = [tenant, "other"] as const
    const handles = await Promise.all([another(), another()])
    let isOver = false
    const follow = async (whose: string): Promise<readonly string[]> => {
      const met: string[] = []
      let after: number | null = null
      for (let isEnd = false; !isEnd; ) {
        isEnd = isOver
        const { events, next }: Awaited<ReturnType<EventStore["read"]>> = await store.read(whose, after, 50)
        met.push(...events.map(({ stream, version }) => `${stream}@${version}`))
        after = next
        if (events.length > 0) isEnd = false
      }
      return met
    }
    const following = Promise.all(tenants.map(follow))
    await Promise.all(
      names.map(async (name, n) => {
        for (let at = 0; at < 12; at++) await handles[n % 2]?.append(unit(name, at, tenants[n >> 2]))
      })
    )
    isOver = true
    for (const [t, met] of (await following).entries()) {
      const theirs = names.filter((_, n) => n >> 2 === t)
      expect([...met].sort()).toEqual(
        theirs.flatMap((name) => Array.from({ length: 12 }, (_, at) => `${name}@${at + 1}`)).sort()
      )
      const { events } = await store.read(tenants[t] ?? "", null, 1_000)
      expect(met).toEqual(events.map(({ stream, version }) => `${stream}@${version}`))
    }
  })

  it("units that lock the same streams in another order both succeed", async () => {
    await store.append(unit("case/a"))
    await store.append(unit("case/b"))
    const crossed = async (name: string, streams: readonly string[]): Promise<void> => {
      for (let n = 0; n < 10; ) {
        const versions = await Promise.all(
          streams.map(async (stream) => (await store.load({ tenant, stream })).version)
        )
        const writes = streams.map((stream, at) => Sample.write(stream, versions[at] ?? 0))
        if ((await store.append(Sample.unit(`${name}-${n}`, writes))).result === "appended") n++
      }
    }
    await Promise.all([crossed("x", ["case/a", "case/b"]), crossed("y", ["case/b", "case/a"])])
    expect((await store.load({ tenant, stream: "case/a" })).version).toBe(21)
  })

  it("a watcher is told of commits of another process, also after its connection was lost", async () => {
    const other = await another()
    let told = 0
    const stop = store.watch?.(tenant, () => {
      told += 1
    })
    const listeners = () =>
      asAdmin(async (client) => {
        const { rows } = await client.query("SELECT pid FROM pg_stat_activity WHERE query ILIKE $1", [
          `listen %${schema}%`
        ])
        return rows.map(({ pid }) => Number(pid))
      })
    await until(async () => (await listeners()).length > 0)
    await other.append(unit("case/1"))
    await until(() => told > 0)
    await asAdmin(async (client) => {
      for (const pid of await listeners()) await client.query("SELECT pg_terminate_backend($1)", [pid])
    })
    const before = told
    let n = 0
    await until(async () => {
      await other.append(unit("case/1", ++n))
      return told > before
    })
    stop?.()
  })
})
