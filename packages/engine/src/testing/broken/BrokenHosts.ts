import { memoryStore } from "../../memory/MemoryStore.ts"
import type { EventStore, Querier } from "../../port/EventStore.ts"
import { type BrokenStore, broken } from "./BrokenStore.ts"

const noData: Querier = { query: async () => [] }

/** A host's transaction that the store ignores. */
const transaction = { transaction: async <T>(run: (tx: Querier) => Promise<T>): Promise<T> => run(noData) }

/** Returns a second handle that does not see the first one's data. */
const alone = () => ({ another: async () => memoryStore() })

const within = (law: string, fault: string, inside: (store: EventStore) => EventStore): BrokenStore =>
  broken(
    law,
    fault,
    (store) => ({ within: () => inside(store) }),
    () => transaction
  )

/** Stores that break the laws about the host's own transactions and about other processes. */
export const brokenHosts: readonly BrokenStore[] = [
  broken("what is kept with the store is given back", "keeps the first value", (store) => ({
    setMeta: async (tenant, key, value) => store.setMeta(tenant, key, (await store.meta(tenant, key)) ?? value)
  })),
  broken("a closed store answers nothing more, and closing twice is no error", "never closes", () => ({
    close: async () => {}
  })),
  broken("a watcher is told of its tenant's commits until it stops", "never stops telling", (store) => ({
    watch: (tenant, listener) => {
      store.watch?.(tenant, listener)
      return () => {}
    }
  })),
  broken("a watcher is told of its tenant's commits until it stops", "tells of everybody's commits", (store) => ({
    watch: (tenant, listener) => {
      const stops = [tenant, "other"].map((each) => store.watch?.(each, listener))
      return () => {
        for (const stop of stops) stop?.()
      }
    }
  })),
  broken("two handles on the same data share fence, keys, leases and order", "keeps all to itself", () => ({}), alone),
  broken("everything is still there when it is opened again", "keeps nothing", () => ({}), alone),
  within("inside a host's transaction a unit commits with it", "commits nowhere", () => memoryStore()),
  within("inside a host's transaction a unit vanishes with it", "a second transaction in silence", (store) => store),
  within("a conflict leaves the host's transaction alive and its other units in it", "raises a conflict", (store) => ({
    ...store,
    append: async (unit) => {
      const outcome = await store.append(unit)
      if (outcome.result === "conflict") throw new Error("duplicate key value violates unique constraint")
      return outcome
    }
  })),
  within("a transaction over other data is refused", "takes any transaction", (store) => store)
]
