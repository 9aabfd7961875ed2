import type { Claim, ClaimKind, ClaimOptions, EventStore, Unit } from "../../port/EventStore.ts"
import { type BrokenStore, broken } from "./BrokenStore.ts"

const tenants = ["acme", "other"]
const law = "no call of one tenant observes or changes another"

const blind = (fault: string, change: (store: EventStore) => Partial<EventStore>): BrokenStore =>
  broken(law, fault, change)

const least = (instants: readonly (number | null)[]): number | null => {
  const known = instants.filter((at) => at !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** Stores that mix up their tenants. */
export const brokenTenants: readonly BrokenStore[] = [
  broken("a tenant with one thing to do is served beside one with a thousand", "serves who came first", (store) => ({
    claim: async <K extends ClaimKind>(tenant: string, what: K, options: ClaimOptions) => {
      // There is room for all claims, but the other tenant's older work takes it.
      const ahead = tenant === "acme" ? 0 : (await store.claim("acme", what, options)).length
      return store.claim(tenant, what, { ...options, limit: options.limit - ahead })
    }
  })),
  blind("hands out anybody's work", (store) => ({
    claim: async <K extends ClaimKind>(_: string, what: K, options: ClaimOptions) => {
      const claims: Extract<Claim, { kind: K }>[] = []
      for (const tenant of tenants) claims.push(...(await store.claim(tenant, what, options)))
      return claims.slice(0, options.limit)
    }
  })),
  blind("settles anybody's claims", (store) => ({
    settle: async (_, results) => {
      for (const tenant of tenants) await store.settle(tenant, results)
    }
  })),
  blind("says what is due of all", (store) => ({
    status: async (mine) => {
      const all = await Promise.all(tenants.map((tenant) => store.status(tenant)))
      const own = await store.status(mine)
      return { ...own, oldestDueAt: least(all.map(({ oldestDueAt }) => oldestDueAt)) }
    }
  })),
  blind("counts the messages of all", (store) => ({
    status: async (mine) => {
      const all = await Promise.all(tenants.map((tenant) => store.status(tenant)))
      const own = await store.status(mine)
      const waiting = all.reduce((sum, { outbox }) => sum + outbox.waiting, 0)
      return { ...own, outbox: { ...own.outbox, waiting } }
    }
  })),
  blind("tells the position of the whole store", (store) => ({
    status: async (mine) => {
      const all = await Promise.all(tenants.map((tenant) => store.status(tenant)))
      return { ...(await store.status(mine)), position: Math.max(...all.map(({ position }) => position)) }
    }
  })),
  blind("keeps one set of values for all", (store) => ({
    meta: (_, key) => store.meta("acme", key),
    setMeta: (_, key, value) => store.setMeta("acme", key, value)
  })),
  blind("revives anybody's messages", (store) => ({
    revive: async (_, ids, at) => {
      for (const tenant of tenants) await store.revive(tenant, ids, at)
      return ids.length
    }
  })),
  blind("lists what anybody gave up", (store) => ({ undelivered: (_, query) => store.undelivered("acme", query) })),
  blind("reads anybody's events", (store) => ({ read: (_, after, limit) => store.read("acme", after, limit) })),
  blind("names anybody's streams", (store) => ({
    streams: (_, after, limit) => store.streams("acme", after, limit)
  })),
  blind("remembers keys for all", (store) => {
    const first = new Map<string, Unit>()
    return {
      append: (unit) => {
        const known = first.get(unit.key) ?? unit
        first.set(unit.key, known)
        return store.append(known.tenant === unit.tenant ? unit : { ...known, fingerprint: unit.fingerprint })
      }
    }
  })
]
