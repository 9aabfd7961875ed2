/**
 * Laws of data that is kept beside the record. Index of cases: segments are returned as they were added, and a case
 * that is in none is named. Projections: a step is stored completely or not at all, and only on the mark from which it
 * continues.
 */
import assert from "node:assert/strict"
import type { IndexedCustomer } from "../../port/CaseIndex.ts"
import type { Sealed } from "../../port/Event.ts"
import type { EventStore } from "../../port/EventStore.ts"
import type { ProjectedRow } from "../../port/Projection.ts"
import { row, unit, write } from "./Sample.ts"
import { acme, append, type StoreLaw, storeLaw } from "./StoreFixture.ts"

const edition = 2 ** 48 - 1

/** Opens cases of a customer, or of anonymous customers. */
const open = async (store: EventStore, of: IndexedCustomer, ids: readonly string[], tenant = acme): Promise<void> => {
  const customer = of === null ? {} : { customer: of }
  const writes = ids.map((id) => write(`case/${id}`, 0, { row: row(id, customer), saysMore: true }))
  await append(store, unit(`opens ${ids.join()}`, writes, { tenant }))
}

const sealedAs = (byte: number): Sealed => ({ customer: "customer:c-1", ciphertext: Uint8Array.of(byte, 0, 255) })

const index = (
  store: EventStore,
  of: IndexedCustomer,
  ids: readonly string[],
  { version = 1, byte = 1, tenant = acme }: { version?: number; byte?: number; tenant?: string } = {}
): Promise<void> =>
  store.index(tenant, {
    of,
    edition,
    cases: ids.map((id) => ({ id, stream: `case/${id}`, version })),
    sealed: sealedAs(byte)
  })

/** Returns the first bytes of the segments. */
const found = async (store: EventStore, of: IndexedCustomer, tenant = acme): Promise<readonly (number | undefined)[]> =>
  (await store.segments(tenant, of, 0, 10)).map(({ sealed }) => sealed.ciphertext[0])

const without = async (store: EventStore, of: IndexedCustomer, by = edition): Promise<readonly string[]> =>
  [...(await store.coverage(acme, of, by)).without].sort()

/** Laws of the index of cases. */
export const indexLaws: readonly StoreLaw[] = [
  storeLaw(
    "the latest cases of a customer are given with the versions of their streams",
    "feedback would be set beside a case as it was, or open another one about the same matter",
    [],
    async ({ store }) => {
      const opened = (id: string, customer: string, receivedAt: number, tenant = acme) =>
        append(store, unit(id, [write(`case/${id}`, 0, { row: row(id, { customer, receivedAt }) })], { tenant }))
      assert.deepEqual(await store.latest(acme, "c-1", 9, 5), [])
      await opened("2", "c-1", 3)
      await opened("1", "c-1", 5)
      await opened("3", "c-1", 5)
      await opened("4", "c-2", 5)
      await opened("5", "c-1", 5, "other")
      await append(store, unit("more", [write("case/1", 1, { row: row("1", { customer: "c-1", receivedAt: 5 }) })]))
      const [third, first, second] = [
        { id: "3", version: 1 },
        { id: "1", version: 2 },
        { id: "2", version: 1 }
      ]
      assert.deepEqual(await store.latest(acme, "c-1", 6, 5), [third, first, second])
      assert.deepEqual(await store.latest(acme, "c-1", 6, 2), [third, first])
      assert.deepEqual(await store.latest(acme, "c-1", 5, 5), [second])
    }
  ),

  storeLaw(
    "segments of a subject are given as they were added, in that order, after any of them",
    "what a customer says again would open another case, and nobody would learn that it is the same matter",
    [],
    async ({ store }) => {
      assert.deepEqual(await store.segments(acme, "c-1", 0, 10), [])
      await open(store, "c-1", ["1", "2"])
      const mine = sealedAs(1)
      await store.index(acme, { of: "c-1", edition, cases: [], sealed: mine })
      mine.ciphertext[0] = 9
      await index(store, "c-2", [], { byte: 2 })
      await index(store, "c-1", ["1"], { byte: 3 })
      await index(store, null, [], { byte: 4 })
      await index(store, "c-1", ["2"], { byte: 5 })
      const all = await store.segments(acme, "c-1", 0, 10)
      assert.deepEqual(
        all.map(({ sealed }) => sealed),
        [1, 3, 5].map(sealedAs)
      )
      assert.ok(all.every(({ number }, n) => number > (all[n - 1]?.number ?? 0)))
      assert.deepEqual(await store.segments(acme, "c-1", 0, 2), all.slice(0, 2))
      assert.deepEqual(await store.segments(acme, "c-1", all[0]?.number ?? 0, 10), all.slice(1))
      assert.deepEqual(await store.segments(acme, "c-1", all[2]?.number ?? 0, 10), [])
      assert.deepEqual([await found(store, "c-2"), await found(store, null)], [[2], [4]])
      assert.deepEqual(await found(store, "c-1", "other"), [])
    }
  ),

  storeLaw(
    "a case is named until it is indexed, and again once it says more",
    "a case that is neither read nor in the index is overlooked",
    [],
    async ({ store }) => {
      assert.deepEqual(await store.coverage(acme, "c-1", edition), { isBegun: false, without: [] })
      await open(store, "c-1", ["1", "2"])
      await open(store, null, ["3"])
      assert.deepEqual(await store.coverage(acme, "c-1", edition), { isBegun: false, without: ["1", "2"] })
      await index(store, "c-1", ["1", "2"])
      assert.deepEqual(await store.coverage(acme, "c-1", edition), { isBegun: true, without: [] })
      assert.deepEqual(await without(store, null), ["3"])
      for (const by of [edition - 1, edition + 1])
        assert.deepEqual(await store.coverage(acme, "c-1", by), { isBegun: false, without: ["1", "2"] })
      await append(store, unit("a", [write("case/1", 1, { row: row("1", { customer: "c-1", owner: "b" }) })]))
      assert.deepEqual(await without(store, "c-1"), [], "a case that says nothing more has left the index")
      await append(store, unit("b", [write("case/1", 2, { row: row("1", { customer: "c-1" }), saysMore: true })]))
      assert.deepEqual(await without(store, "c-1"), ["1"])
      const { items } = await store.list(acme, { customer: "c-1" })
      const none = { case: [], arrival: [], message: [] }
      await store.refile(acme, { put: { ...none, case: items }, out: none })
      assert.deepEqual(await without(store, "c-1"), ["1", "2"], "a row that was put in place counts as indexed")
    }
  ),

  storeLaw(
    "a case that has moved on since it was read is not indexed",
    "what was said in between would be in no segment, and the case would count as one that is",
    [],
    async ({ store }) => {
      await open(store, "c-1", ["1", "2"])
      await append(store, unit("a", [write("case/1", 1, { row: row("1", { customer: "c-1" }), saysMore: true })]))
      await index(store, "c-1", ["1", "2"])
      assert.deepEqual(await without(store, "c-1"), ["1"])
      await index(store, "c-1", ["1"], { version: 2 })
      assert.deepEqual(await without(store, "c-1"), [])
    }
  ),

  storeLaw(
    "an index that is dropped has no segments any more, and those of others stay",
    "what an erased customer said would stay, sealed as it is",
    [],
    async ({ store }) => {
      await open(store, "c-1", ["1"])
      await open(store, null, ["2"])
      await open(store, "c-1", ["1"], "other")
      await index(store, "c-1", ["1"], { byte: 1 })
      await index(store, null, ["2"], { byte: 2 })
      await index(store, "c-1", ["1"], { byte: 3, tenant: "other" })
      await store.dropIndex(acme, "c-1")
      const left = async () => [await found(store, "c-1"), await found(store, null), await found(store, "c-1", "other")]
      assert.deepEqual(await left(), [[], [2], [3]])
      await store.dropIndex(acme, null)
      assert.deepEqual(await left(), [[], [], [3]])
    }
  )
]

const projection = "counts.1"
const rowAt = (key: string, first: number, last = first, body = `of ${key}`): ProjectedRow => ({
  key,
  first,
  last,
  body: new TextEncoder().encode(body)
})
const all = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER, limit: 10 }

const rowsOf = async (
  store: EventStore,
  query = {},
  of = projection,
  tenant = acme
): Promise<readonly ProjectedRow[]> =>
  // A store may return bytes in a class of its own.
  (await store.projected(tenant, of, { ...all, ...query })).map((row) => ({ ...row, body: Uint8Array.from(row.body) }))

const markOf = async (store: EventStore, of = projection, tenant = acme): Promise<string | null> =>
  (await store.projection(tenant, of)).mark

/** Laws of projections. */
export const projectionLaws: readonly StoreLaw[] = [
  storeLaw(
    "a projection goes on from its own mark alone, with all rows of a step or none",
    "of two processes the slower one would put old rows in the place of new ones",
    [],
    async ({ store }) => {
      const [one, two] = [rowAt("1", 5), rowAt("2", 7)]
      assert.equal(await markOf(store), null)
      assert.equal(await store.project(acme, projection, { from: "0", to: "1", rows: [one] }), false)
      assert.equal(await store.project(acme, projection, { from: null, to: "1", rows: [one] }), true)
      assert.equal(await store.project(acme, projection, { from: null, to: "1", rows: [two] }), false)
      assert.deepEqual([await markOf(store), await rowsOf(store)], ["1", [one]])
      const newer = rowAt("1", 4, 9, "newer")
      assert.equal(await store.project(acme, projection, { from: "1", to: "2", rows: [newer, two] }), true)
      assert.equal(await store.project(acme, projection, { from: "1", to: "2", rows: [one] }), false)
      assert.deepEqual([await markOf(store), await rowsOf(store)], ["2", [newer, two]])
      const packed = { from: "2", to: "3", rows: [rowAt("0", 4, 9)], out: ["1", "3"] }
      assert.equal(await store.project(acme, projection, { ...packed, from: "1" }), false)
      assert.deepEqual(await rowsOf(store), [newer, two])
      assert.equal(await store.project(acme, projection, packed), true)
      assert.deepEqual([await markOf(store), await rowsOf(store)], ["3", [rowAt("0", 4, 9), two]])
    }
  ),

  storeLaw(
    "rows are found by what they are about, in the order of their keys, page by page",
    "a figure would miss a case, or count it twice",
    [],
    async ({ store }) => {
      const rows = [rowAt("b", 1, 5), rowAt("a", 2, 5), rowAt("c", -3, -1), rowAt("d", 6, 8)]
      await store.project(acme, projection, { from: null, to: "1", rows })
      const keys = async (query: object): Promise<string> => (await rowsOf(store, query)).map(({ key }) => key).join("")
      assert.equal(await keys({}), "abcd")
      assert.equal(await keys({ from: 5 }), "abd")
      assert.equal(await keys({ from: 6 }), "d")
      assert.equal(await keys({ before: 2 }), "bc")
      assert.equal(await keys({ before: 6, from: 0 }), "ab")
      assert.equal(await keys({ limit: 2 }), "ab")
      assert.equal(await keys({ after: "b" }), "cd")
      assert.equal(await keys({ after: "bb", from: 0 }), "d")
    }
  ),

  storeLaw(
    "a projection is of one tenant and one name, and is forgotten as a whole",
    "figures of one tenant would count the cases of another, or an old program those of a new one",
    [],
    async ({ store }) => {
      const [mine, other, theirs] = [rowAt("1", 1), rowAt("1", 2), rowAt("1", 3)]
      await store.project(acme, projection, { from: null, to: "1", rows: [mine] })
      await store.project(acme, "counts.2", { from: null, to: "2", rows: [other] })
      await store.project("other", projection, { from: null, to: "3", rows: [theirs] })
      assert.deepEqual(await rowsOf(store), [mine])
      assert.deepEqual(await rowsOf(store, {}, "counts.2"), [other])
      assert.deepEqual(await rowsOf(store, {}, projection, "other"), [theirs])
      assert.equal(await store.project(acme, projection, { from: "0", to: null, rows: [] }), false)
      assert.equal(await store.project(acme, projection, { from: "1", to: null, rows: [] }), true)
      assert.deepEqual([await markOf(store), await rowsOf(store)], [null, []])
      assert.deepEqual(await rowsOf(store, {}, "counts.2"), [other])
      assert.deepEqual(await rowsOf(store, {}, projection, "other"), [theirs])
    }
  ),

  storeLaw(
    "a projection is told how far the record of its tenant is settled",
    "an event that appears behind the mark would be counted by nobody",
    [],
    async ({ store }) => {
      const settled = async (tenant = acme): Promise<number> => (await store.projection(tenant, projection)).settled
      assert.equal(await settled(), 0)
      const { position } = await append(store, unit("a", [write("case/1", 0)]))
      assert.equal(await settled(), position)
      await append(store, unit("b", [write("case/1", 0)], { tenant: "other" }))
      assert.equal(await settled(), position)
    }
  )
]
