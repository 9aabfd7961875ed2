/** A store for `open`: the event store, and the keys that encrypt personal data in it. */
import { type EventStore, type KeyStore, memoryKeyStore, memoryStore } from "@hearback/engine"

/** Where a loop keeps its record and the keys of its customers. */
export interface Store {
  /** The record. */
  readonly events: EventStore
  /** The keys of customers. */
  readonly keys: KeyStore
  /** The name of the data: two `open`s of the same name and tenant in one process share one loop. */
  readonly name?: string
}

/** Makes a store in the memory of the process, for tests and first trials. It keeps nothing after the process ends. */
export const memory = (): Store => ({ events: memoryStore(), keys: memoryKeyStore() })
