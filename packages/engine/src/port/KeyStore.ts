/** Keys that make personal data readable. Destroying one erases all that was sealed under it, wherever it was copied. */
import type { Querier } from "./EventStore.ts"

export interface KeyStore {
  /** The customer's key (32 bytes), made when there is none. Two callers at once are given the same. */
  keyOf(tenant: string, customer: string): Promise<Uint8Array>
  /** The key if there is one: reading never makes one. */
  find(tenant: string, customer: string): Promise<Uint8Array | undefined>
  /** Forgets the key for ever. A customer who comes back is given a new one. */
  destroy(tenant: string, customer: string): Promise<void>
  /** The same keys inside the host's transaction, where they live in its database. */
  within?(tx: Querier): KeyStore
}
