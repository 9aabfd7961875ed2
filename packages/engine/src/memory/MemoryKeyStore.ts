import { randomBytes } from "node:crypto"
import type { KeyStore } from "../port/KeyStore.ts"

/** Makes a key store in memory, for tests, simulations and hosts that keep nothing. */
export const memoryKeyStore = (): KeyStore => {
  const keys = new Map<string, Uint8Array>()
  const marks = new Map<string, string>()
  const name = (tenant: string, customer: string): string => JSON.stringify([tenant, customer])
  return {
    keyOf: async (tenant, customer) => {
      const key = keys.get(name(tenant, customer)) ?? Uint8Array.from(randomBytes(32))
      keys.set(name(tenant, customer), key)
      return Uint8Array.from(key)
    },
    find: async (tenant, customer) => {
      const key = keys.get(name(tenant, customer))
      return key && Uint8Array.from(key)
    },
    mark: async (tenant) => marks.get(tenant),
    setMark: async (tenant, before, mark) => {
      const isLast = marks.get(tenant) === before
      if (isLast) marks.set(tenant, mark)
      return isLast
    },
    destroy: async (tenant, customer) => {
      keys.get(name(tenant, customer))?.fill(0)
      keys.delete(name(tenant, customer))
      return { complete: true }
    }
  }
}
