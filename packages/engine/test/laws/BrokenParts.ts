/** Stores of events and of keys that are wrong on purpose: at least one for each law of the engine. */
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import type { Unit } from "../../src/port/EventStore.ts"
import type { Parts } from "./EngineLife.ts"

interface BrokenParts {
  readonly name: string
  /** The name of the law that they break. */
  readonly breaks: string
  readonly make: () => Parts
}

const isReceipt = ({ writes }: Unit): boolean => writes.some(({ intake }) => intake?.state === "received")

/** Stores and key stores that break a law. */
export const brokenParts: readonly BrokenParts[] = [
  {
    name: "a receipt is acknowledged and kept for later",
    breaks: "stored-first",
    make: () => {
      const store = memoryStore()
      const elsewhere = memoryStore()
      const append = async (unit: Unit) => (isReceipt(unit) ? elsewhere : store).append(unit)
      return { store: { ...store, append }, keys: memoryKeyStore() }
    }
  },
  {
    name: "the keys of units are forgotten",
    breaks: "same-command-twice",
    make: () => {
      const store = memoryStore()
      let n = 0
      const append = async (unit: Unit) => store.append({ ...unit, key: `${unit.key}#${n++}` })
      return { store: { ...store, append }, keys: memoryKeyStore() }
    }
  },
  {
    name: "a destroyed key is still there",
    breaks: "erasable",
    make: () => ({ store: memoryStore(), keys: { ...memoryKeyStore(), destroy: async () => ({ complete: true }) } })
  },
  {
    name: "all customers have one key",
    breaks: "erasable",
    make: () => {
      const keys = memoryKeyStore()
      return {
        store: memoryStore(),
        keys: {
          ...keys,
          keyOf: async (tenant) => keys.keyOf(tenant, "all"),
          find: async (tenant) => keys.find(tenant, "all"),
          destroy: async (tenant) => keys.destroy(tenant, "all")
        }
      }
    }
  }
]
