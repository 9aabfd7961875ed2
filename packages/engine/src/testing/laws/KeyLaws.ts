/** Laws of a key store: each customer has one key, which is the same for everyone and is gone after its destruction. */
import assert from "node:assert/strict"
import type { KeyStore } from "../../port/KeyStore.ts"
import { seal, unseal } from "../../record/Seal.ts"
import { type Disposable, type Law, law } from "./Law.ts"

/** A key store under test. */
export interface KeyFixture extends Disposable {
  readonly keys: KeyStore
}

const keyLaw = (name: string, because: string, body: (fixture: KeyFixture) => Promise<void>): Law<KeyFixture, never> =>
  law<KeyFixture>({ name, because, needs: [] }, body)

/** The laws of key stores. */
export const keyLaws: readonly Law<KeyFixture, never>[] = [
  keyLaw(
    "a customer has one key of 32 bytes, also for two who ask at once",
    "what is sealed under a second key is lost, or outlives the erasure of the first",
    async ({ keys }) => {
      const [one, two] = await Promise.all([keys.keyOf("acme", "c-1"), keys.keyOf("acme", "c-1")])
      assert.equal(one.length, 32)
      assert.deepEqual([...one], [...two])
      assert.deepEqual([...(await keys.keyOf("acme", "c-1"))], [...one])
      assert.deepEqual([...((await keys.find("acme", "c-1")) ?? [])], [...one])
    }
  ),

  keyLaw(
    "no two customers and no two tenants share a key",
    "erasing one customer would erase another",
    async ({ keys }) => {
      const pairs = [
        ["acme", "c-1"],
        ["acme", "c-2"],
        ["other", "c-1"],
        ["ac", "me-c-1"]
      ] as const
      // One key exists before the others are asked for.
      await keys.keyOf("acme", "c-1")
      const made = await Promise.all(pairs.map(([tenant, customer]) => keys.keyOf(tenant, customer)))
      assert.equal(new Set(made.map((key) => Buffer.from(key).toString("hex"))).size, pairs.length)
    }
  ),

  keyLaw(
    "reading makes no key",
    "a customer who was erased would have a key again because somebody looked",
    async ({ keys }) => {
      assert.equal(await keys.find("acme", "c-1"), undefined)
      assert.equal(await keys.find("acme", "c-1"), undefined)
    }
  ),

  keyLaw(
    "a destroyed key is gone, and whoever comes back is given another",
    "this is what erases a customer in every copy",
    async ({ keys }) => {
      const before = [...(await keys.keyOf("acme", "c-1"))]
      const kept = [...(await keys.keyOf("acme", "c-2"))]
      await keys.destroy("acme", "c-1")
      await keys.destroy("acme", "never-there")
      assert.equal(await keys.find("acme", "c-1"), undefined)
      const after = [...(await keys.keyOf("acme", "c-1"))]
      assert.notDeepEqual(after, before)
      assert.deepEqual([...((await keys.find("acme", "c-1")) ?? [])], after)
      assert.deepEqual([...((await keys.find("acme", "c-2")) ?? [])], kept)
    }
  ),

  keyLaw(
    "destroying a key of one tenant leaves the same customer's key of another",
    "one tenant's erasure would erase what another must keep",
    async ({ keys }) => {
      const kept = [...(await keys.keyOf("other", "c-1"))]
      await keys.keyOf("acme", "c-1")
      await keys.destroy("acme", "c-1")
      assert.deepEqual([...((await keys.find("other", "c-1")) ?? [])], kept)
      assert.equal(await keys.find("acme", "c-1"), undefined)
    }
  ),

  keyLaw(
    "a mark takes the place of the one that was read, and of no other",
    "a record that was put back would be marked over, and nobody would notice",
    async ({ keys }) => {
      assert.equal(await keys.mark("acme"), undefined)
      const both = await Promise.all([keys.setMark("acme", undefined, "a"), keys.setMark("acme", undefined, "b")])
      assert.deepEqual(both.filter(Boolean), [true])
      const first = both[0] ? "a" : "b"
      assert.equal(await keys.mark("acme"), first)
      assert.equal(await keys.mark("other"), undefined)
      assert.equal(await keys.setMark("acme", "never", "c"), false)
      assert.equal(await keys.setMark("acme", undefined, "c"), false)
      assert.equal(await keys.setMark("acme", first, "c"), true)
      assert.equal(await keys.mark("acme"), "c")
    }
  ),

  keyLaw(
    "what was sealed opens until the key is destroyed, and not after a new one was made",
    "an erased customer who writes again must not make their past readable",
    async ({ keys }) => {
      const sealed = await seal(keys, "acme", "c-1", { verbatim: "发票又错了" })
      assert.deepEqual(await unseal(keys, "acme", sealed), { ok: true, value: { verbatim: "发票又错了" } })
      await keys.destroy("acme", "c-1")
      assert.deepEqual(await unseal(keys, "acme", sealed), { ok: false, reason: "erased" })
      await keys.keyOf("acme", "c-1")
      assert.deepEqual(await unseal(keys, "acme", sealed), { ok: false, reason: "erased" })
    }
  )
]
