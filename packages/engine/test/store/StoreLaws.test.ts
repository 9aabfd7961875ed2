import { describe, expect, it, test } from "vitest"
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import { brokenKeyStores, brokenStores, keyLaws, register, storeLaws } from "../../src/testing/index.ts"

const { capabilities } = memoryStore()
register(
  storeLaws,
  { title: "memory store", capabilities, make: async () => ({ store: memoryStore() }) },
  { describe, test }
)
register(
  keyLaws,
  { title: "memory key store", capabilities: {}, make: async () => ({ keys: memoryKeyStore() }) },
  { describe, test }
)

describe("laws are alive", () => {
  it("every law has its own name, and a broken store that it catches", () => {
    for (const [laws, stores] of [
      [storeLaws, brokenStores],
      [keyLaws, brokenKeyStores]
    ] as const) {
      const names = laws.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect([...new Set(stores.map(({ law }) => law))].sort()).toEqual([...names].sort())
    }
  })

  for (const { law, fault, make } of brokenStores)
    it(`"${law}" catches a store that ${fault}`, async () => {
      const found = storeLaws.find(({ name }) => name === law)
      await expect(found?.run(make)).rejects.toMatchObject({ name: "AssertionError" })
    })

  for (const { law, fault, make } of brokenKeyStores)
    it(`"${law}" catches a key store that ${fault}`, async () => {
      const found = keyLaws.find(({ name }) => name === law)
      await expect(found?.run(make)).rejects.toMatchObject({ name: "AssertionError" })
    })
})

describe("register", () => {
  it("names what it skips, and why", () => {
    const ran: string[] = []
    const skipped: string[] = []
    const runner = {
      describe: (_: string, body: () => void) => body(),
      test: Object.assign((title: string) => ran.push(title), { skip: (title: string) => skipped.push(title) })
    }
    register(storeLaws, { title: "memory", capabilities, make: async () => ({ store: memoryStore() }) }, runner)
    expect(ran.length + skipped.length).toBe(storeLaws.length)
    expect(skipped).toContain("a transaction over other data is refused (needs hostTransaction)")
  })
})
