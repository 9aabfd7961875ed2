/** A store as `open` takes it: the event store and the keys that seal personal data in it. */
import { type EventStore, type KeyStore, memoryKeyStore, memoryStore } from "@hearback/engine"

/** Where a loop keeps its record and the keys of its customers. */
export interface Store {
  readonly events: EventStore
  readonly keys: KeyStore
  /** Two `open`s of the same name and tenant in one process share one handle. */
  readonly name?: string
}

/** A store that forgets: for tests and a first look. */
export const memory = (): Store => ({ events: memoryStore(), keys: memoryKeyStore() })
