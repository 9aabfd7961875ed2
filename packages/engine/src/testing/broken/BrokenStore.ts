/** A store that is wrong in one way, to show that a law fails for it. */
import { memoryStore } from "../../memory/MemoryStore.ts"
import type { EventStore } from "../../port/EventStore.ts"
import type { StoreFixture } from "../laws/StoreFixture.ts"

/** A store that is wrong in one way. */
export interface BrokenStore {
  /** The name of the law that it must fail. */
  readonly law: string
  /** What is wrong with it. */
  readonly fault: string
  readonly make: () => Promise<StoreFixture>
}

/** Returns the store in memory with some of its methods replaced. */
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
