/** Adapters that break a law, at least one for each law, since a law that none of them fails would prove nothing. */
import { memoryKeyStore } from "../memory/MemoryKeyStore.ts"
import type { KeyStore } from "../port/KeyStore.ts"
import { brokenAppends } from "./broken/BrokenAppends.ts"
import { brokenAudits } from "./broken/BrokenAudits.ts"
import { brokenEntries } from "./broken/BrokenEntries.ts"
import { brokenHosts } from "./broken/BrokenHosts.ts"
import { brokenIndexes } from "./broken/BrokenIndexes.ts"
import { brokenLetters } from "./broken/BrokenLetters.ts"
import { brokenLists } from "./broken/BrokenLists.ts"
import { brokenProjections } from "./broken/BrokenProjections.ts"
import { brokenReads } from "./broken/BrokenReads.ts"
import type { BrokenStore } from "./broken/BrokenStore.ts"
import { brokenTenants } from "./broken/BrokenTenants.ts"
import { brokenWork } from "./broken/BrokenWork.ts"
import type { KeyFixture } from "./laws/KeyLaws.ts"

export type { BrokenStore } from "./broken/BrokenStore.ts"

/** Stores that break a law. */
export const brokenStores: readonly BrokenStore[] = [
  ...brokenAppends,
  ...brokenReads,
  ...brokenEntries,
  ...brokenWork,
  ...brokenLetters,
  ...brokenLists,
  ...brokenIndexes,
  ...brokenProjections,
  ...brokenHosts,
  ...brokenTenants,
  ...brokenAudits
]

/** A key store that breaks a law. */
export interface BrokenKeyStore {
  readonly law: string
  readonly fault: string
  readonly make: () => Promise<KeyFixture>
}

const broken = (law: string, fault: string, change: (keys: KeyStore) => Partial<KeyStore>): BrokenKeyStore => ({
  law,
  fault,
  make: async () => {
    const keys = memoryKeyStore()
    return { keys: { ...keys, ...change(keys) } }
  }
})

/** Key stores that break a law. */
export const brokenKeyStores: readonly BrokenKeyStore[] = [
  broken("a customer has one key of 32 bytes, also for two who ask at once", "a key for each call", (keys) => {
    let count = 0
    return { keyOf: (tenant, customer) => keys.keyOf(tenant, `${customer}/${++count}`) }
  }),
  broken("no two customers and no two tenants share a key", "joins the names", (keys) => ({
    keyOf: (tenant, customer) => keys.keyOf("", tenant.replace("-", "") + customer.replaceAll("-", ""))
  })),
  broken("reading makes no key", "makes one to read", (keys) => ({ find: keys.keyOf })),
  broken("a destroyed key is gone, and whoever comes back is given another", "keeps a copy", () => ({
    destroy: async () => ({ complete: true })
  })),
  broken("destroying a key of one tenant leaves the same customer's key of another", "is blind to tenants", (keys) => ({
    destroy: async (_, customer) => {
      for (const tenant of ["acme", "other"]) await keys.destroy(tenant, customer)
      return { complete: true }
    }
  })),
  broken("a mark takes the place of the one that was read, and of no other", "marks whatever was before", (keys) => ({
    setMark: async (tenant, _, mark) => keys.setMark(tenant, await keys.mark(tenant), mark)
  })),
  broken("a mark takes the place of the one that was read, and of no other", "one mark for all", (keys) => ({
    mark: () => keys.mark(""),
    setMark: (_, before, mark) => keys.setMark("", before, mark)
  })),
  broken(
    "what was sealed opens until the key is destroyed, and not after a new one was made",
    "one key for all",
    (keys) => ({
      keyOf: () => keys.keyOf("", ""),
      find: () => keys.find("", "")
    })
  )
]
