import assert from "node:assert/strict"
import { isStoreError } from "../../port/StoreError.ts"
import { verify } from "../../record/Verification.ts"
import { monday, row, unit, write } from "./Sample.ts"
import {
  acme,
  append,
  claimDue,
  ids,
  readAll,
  type StoreFixture,
  type StoreLaw,
  storeLaw,
  version
} from "./StoreFixture.ts"

const has = <K extends "another" | "transaction">(fixture: StoreFixture, name: K): NonNullable<StoreFixture[K]> => {
  const part = fixture[name]
  assert.ok(part, `a fixture with this capability offers \`${name}\``)
  return part
}

const within = (store: StoreFixture["store"], tx: Parameters<NonNullable<typeof store.within>>[0]) => {
  const inside = store.within?.(tx)
  assert.ok(inside, "a store with `hostTransaction` offers `within`")
  return inside
}

/** Laws of a store within a host: kept values, other processes, the host's own transaction, closing. */
export const hostLaws: readonly StoreLaw[] = [
  storeLaw(
    "what is kept with the store is given back",
    "the version of the policy in force and the last instant told are kept in this way",
    [],
    async ({ store }) => {
      assert.equal(await store.meta(acme, "time"), undefined)
      await store.setMeta(acme, "time", { virtual: true })
      await store.setMeta(acme, "time", { virtual: false })
      assert.deepEqual(await store.meta(acme, "time"), { virtual: false })
    }
  ),

  storeLaw(
    "a closed store answers nothing more, and closing twice is no error",
    "what is written after the end may be lost in silence",
    [],
    async ({ store }) => {
      await store.close()
      await store.close()
      const closed = (error: unknown) => isStoreError(error, "store/closed")
      await assert.rejects(async () => store.append(unit("k", [write("case/1", 0)])), closed)
      await assert.rejects(async () => store.load({ tenant: acme, stream: "case/1" }), closed)
      await assert.rejects(async () => store.list(acme), closed)
    }
  ),

  storeLaw(
    "a watcher is told of its tenant's commits until it stops",
    "followers wait for this call instead of polling, and a stopped one may hold what is gone",
    ["notify"],
    async ({ store }) => {
      let told = 0
      let wake = (): void => {}
      const stop = store.watch?.(acme, () => {
        told += 1
        wake()
      })
      const heard = new Promise<void>((resolve) => {
        wake = resolve
      })
      await append(store, unit("theirs", [write("case/1", 0)], { tenant: "other" }))
      await new Promise((resolve) => setImmediate(resolve))
      assert.equal(told, 0, "told of another tenant's commit")
      await append(store, unit("a", [write("case/1", 0)]))
      await heard
      stop?.()
      const before = told
      await append(store, unit("b", [write("case/1", 1)]))
      await new Promise((resolve) => setImmediate(resolve))
      assert.equal(told, before)
    }
  ),

  storeLaw(
    "two handles on the same data share fence, keys, leases and order",
    "two processes would both decide on the same version, or both send the same message",
    ["multiProcess"],
    async (fixture) => {
      const { store } = fixture
      const other = await has(fixture, "another")()
      const first = unit("k", [write("case/1", 0, { row: row("1", { dueAt: monday }) })])
      await append(store, first)
      assert.equal((await other.append(first)).result, "replayed")
      assert.equal((await other.append(unit("l", [write("case/1", 0)]))).result, "conflict")
      await append(other, unit("m", [write("case/1", 1)]))
      assert.equal(await version(store, "case/1"), 2)
      const claims = await Promise.all([claimDue(store, monday), claimDue(other, monday)])
      assert.equal(claims.flat().length, 1)
      const write20 = async (handle: typeof store, name: string) => {
        for (let at = 0; at < 20; at++) await append(handle, unit(`${name}@${at}`, [write(name, at)]))
      }
      await Promise.all([write20(store, "case/a"), write20(other, "case/b")])
      assert.deepEqual(await readAll(store), await readAll(other))
      assert.equal((await verify(other, acme)).ok, true)
      await other.close()
    }
  ),

  storeLaw(
    "everything is still there when it is opened again",
    "what was answered to a customer must survive a restart",
    ["multiProcess"],
    async (fixture) => {
      const { store } = fixture
      await append(store, unit("k", [write("case/1", 0, { row: row("1", { dueAt: monday }) })], { answer: "yes" }))
      await store.setMeta(acme, "time", "virtual")
      const before = await readAll(store)
      await store.close()
      const again = await has(fixture, "another")()
      assert.deepEqual(await readAll(again), before)
      assert.deepEqual(ids((await again.list(acme)).items), ["1"])
      assert.equal((await claimDue(again, monday)).length, 1)
      assert.equal(await again.meta(acme, "time"), "virtual")
      assert.equal((await again.append(unit("k", [write("case/1", 0)]))).result, "replayed")
      await again.close()
    }
  ),

  storeLaw(
    "inside a host's transaction a unit commits with it",
    "the host's order and its case are stored together or not at all",
    ["hostTransaction"],
    async (fixture) => {
      const { store } = fixture
      await has(
        fixture,
        "transaction"
      )(async (tx) => {
        const inside = within(store, tx)
        await append(inside, unit("a", [write("case/1", 0, { row: row("1") })]))
        await append(inside, unit("b", [write("case/1", 1)]))
        assert.equal(await version(inside, "case/1"), 2, "it reads its own writes")
        assert.deepEqual(ids((await inside.list(acme)).items), ["1"])
      })
      assert.equal(await version(store, "case/1"), 2)
      assert.equal((await verify(store, acme)).ok, true)
    }
  ),

  storeLaw(
    "inside a host's transaction a unit vanishes with it",
    "a case would remain of an order that the host has undone",
    ["hostTransaction"],
    async (fixture) => {
      const { store } = fixture
      const undone = has(
        fixture,
        "transaction"
      )(async (tx) => {
        await append(within(store, tx), unit("a", [write("case/1", 0, { row: row("1") })]))
        throw new Error("the host changed its mind")
      })
      await assert.rejects(undone, /changed its mind/)
      assert.equal(await version(store, "case/1"), 0)
      assert.deepEqual((await store.list(acme)).items, [])
      await append(store, unit("a", [write("case/1", 0)]))
    }
  ),

  storeLaw(
    "a conflict leaves the host's transaction alive and its other units in it",
    "an error of the database would end the host's transaction with everything in it",
    ["hostTransaction"],
    async (fixture) => {
      const { store } = fixture
      await append(store, unit("base", [write("case/1", 0)]))
      await has(
        fixture,
        "transaction"
      )(async (tx) => {
        const inside = within(store, tx)
        await append(inside, unit("a", [write("case/2", 0)]))
        const lost = await inside
          .append(unit("b", [write("case/3", 0), write("case/1", 0)]))
          .catch(() => assert.fail("a conflict is an answer, not an error"))
        assert.deepEqual(lost, { result: "conflict", stream: "case/1", version: 1 })
        assert.equal((await inside.append(unit("base", [write("case/1", 0)]))).result, "replayed")
        const reused = await inside.append(unit("a", [], { fingerprint: "of something else" }))
        assert.deepEqual(reused, { result: "key-reused" })
        await append(inside, unit("b", [write("case/3", 0), write("case/1", 1)]))
      })
      assert.deepEqual(
        await Promise.all(["case/1", "case/2", "case/3"].map((stream) => version(store, stream))),
        [2, 1, 1]
      )
    }
  ),

  storeLaw(
    "a transaction over other data is refused",
    "a unit would be stored where nobody looks for it",
    ["hostTransaction"],
    async ({ store }) => {
      const elsewhere = { query: async () => [] }
      const unsupported = (error: unknown) => isStoreError(error, "tx/unsupported")
      await assert.rejects(async () => within(store, elsewhere).append(unit("k", [write("case/1", 0)])), unsupported)
      assert.equal(await version(store, "case/1"), 0)
    }
  )
]
