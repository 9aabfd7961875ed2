/** A store that is wrong in one way, to show that a law notices. */
import { memoryStore } from "../../memory/MemoryStore.ts"
import type { EventStore } from "../../port/EventStore.ts"
import type { StoreFixture } from "../laws/StoreFixture.ts"

export interface BrokenStore {
  /** Name of the law that it must fail. */
  readonly law: string
  /** What is wrong with it. */
  readonly fault: string
  readonly make: () => Promise<StoreFixture>
}

/** The store in memory, with some of its verbs replaced. */
export const broken = (
  law: string,
  fault: string,
  change: (store: EventStore) => Partial<EventStore>,
  around: (store: EventStore) => Omit<StoreFixture, "store"> = () => ({})
): BrokenStore => ({
  law,
  fault,
  make: async () => {
    const store = memoryStore()
    const wrong = { ...store, ...change(store) }
    return { store: wrong, ...around(wrong) }
  }
})
