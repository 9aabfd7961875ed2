/** Stores that give out work wrongly. */
import * as ClaimName from "../../memory/LeaseClaim.ts"
import type { Claim, ClaimId, ClaimKind, ClaimOptions, EventStore, Settlement } from "../../port/EventStore.ts"
import { type BrokenStore, broken } from "./BrokenStore.ts"

/** Returns a store that claims with changed options. */
const claiming = (store: EventStore, change: (options: ClaimOptions) => ClaimOptions): Partial<EventStore> => ({
  claim: <K extends ClaimKind>(tenant: string, what: K, options: ClaimOptions) =>
    store.claim(tenant, what, change(options))
})

/** Returns a store that settles claims with a changed outcome. Claims of the store in memory begin with their kind. */
export const settling = (
  store: EventStore,
  change: (one: Settlement) => Settlement["outcome"]
): Partial<EventStore> => ({
  settle: (tenant, results) =>
    store.settle(
      tenant,
      results.map((one) => ({ ...one, outcome: change(one) }))
    )
})

const isDue = ({ claim }: Settlement): boolean => ClaimName.parse(claim)?.kind === "due"

/** Returns whether an outcome gives the work up. */
export const isDead = (outcome: Settlement["outcome"]) => typeof outcome === "object" && "dead" in outcome

/** Returns a store that changes claims after they were made. */
const handing = (store: EventStore, change: (claims: readonly Claim[], limit: number) => readonly Claim[]) => ({
  claim: async <K extends ClaimKind>(tenant: string, what: K, options: ClaimOptions) =>
    change(await store.claim(tenant, what, options), options.limit) as readonly Extract<Claim, { kind: K }>[]
})

/** Returns what a claim is for: the id of its case or message. */
export const place = (claim: Claim): string =>
  claim.kind === "due" ? `due/${claim.case}` : `outbox/${claim.message.id}`

/** Stores that give out work wrongly. */
export const brokenWork: readonly BrokenStore[] = [
  broken("a case is claimed when its time has come, earliest first", "is fast by a minute", (store) =>
    claiming(store, (options) => ({ ...options, now: options.now + 60_000 }))
  ),
  broken("a case is claimed when its time has come, earliest first", "in any order", (store) =>
    handing(store, (claims) => claims.toReversed())
  ),
  broken("a message is claimed when its time has come, earliest first", "in any order", (store) =>
    handing(store, (claims) => claims.toReversed())
  ),
  broken("an append frees a case that a retry kept back, and no message", "keeps the case back", (store) => {
    const given = new Map<ClaimId, string>()
    const until = new Map<string, number>()
    return {
      claim: async <K extends ClaimKind>(tenant: string, what: K, options: ClaimOptions) => {
        const claims = await store.claim(tenant, what, options)
        for (const claim of claims) given.set(claim.id, place(claim))
        return claims.filter((claim) => (until.get(place(claim)) ?? 0) <= options.now)
      },
      settle: (tenant, results) => {
        for (const { claim, outcome } of results)
          if (typeof outcome === "object" && "retryAt" in outcome) until.set(given.get(claim) ?? "", outcome.retryAt)
        return store.settle(tenant, results)
      }
    }
  }),
  broken("an append frees a case that a retry kept back, and no message", "frees the message", (store) => {
    const kept: Settlement[] = []
    const isKept = (one: Settlement) => !isDue(one) && typeof one.outcome === "object" && "retryAt" in one.outcome
    return {
      settle: (tenant, results) => {
        kept.push(...results.filter(isKept))
        return store.settle(
          tenant,
          results.filter((one) => !isKept(one))
        )
      },
      append: async (unit) => {
        await store.settle(
          unit.tenant,
          kept.map(({ claim }) => ({ claim, outcome: { retryAt: 0 } }))
        )
        return store.append(unit)
      }
    }
  }),
  broken("a claim of some lanes takes their messages alone", "takes whatever waits", (store) =>
    claiming(store, ({ lanes: _, ...options }) => options)
  ),
  broken("a claim of some lanes takes their messages alone", "does not say what waits", (store) => ({
    status: async (tenant) => {
      const status = await store.status(tenant)
      return { ...status, outbox: { ...status.outbox, lanes: [] } }
    }
  })),
  broken("a claim takes no more than its limit", "takes all there is", (store) =>
    claiming(store, (options) => ({ ...options, limit: 1000 }))
  ),
  broken("a claim is its holder's alone until the lease ends", "no leases", (store) =>
    claiming(store, (options) => ({ ...options, leaseMs: 0 }))
  ),
  broken("what a stopped worker held comes back when its lease ends", "leases for ever", (store) =>
    claiming(store, (options) => ({ ...options, leaseMs: 1e12 }))
  ),
  broken("who comes too late settles nothing that is now another's", "claims name the work, not the lease", (store) => {
    const newest = new Map<ClaimId, ClaimId>()
    return {
      ...handing(store, (claims) =>
        claims.map((claim) => {
          newest.set(place(claim), claim.id)
          return { ...claim, id: place(claim) }
        })
      ),
      settle: (tenant, results) =>
        store.settle(
          tenant,
          results.map((one) => ({ ...one, claim: newest.get(one.claim) ?? one.claim }))
        )
    }
  }),
  broken("settling a case only frees it: when it is due is what the last append wrote", "done is done", (store) =>
    settling(store, (one) => (isDue(one) && one.outcome === "done" ? { dead: "", at: 0 } : one.outcome))
  ),
  broken(
    "settling a case only frees it: when it is due is what the last append wrote",
    "due as first written",
    (store) => {
      const first = new Map<string, number | null>()
      return {
        append: (unit) =>
          store.append({
            ...unit,
            writes: unit.writes.map(({ row, ...write }) => {
              if (row === undefined) return write
              first.set(row.id, first.get(row.id) ?? row.dueAt)
              return { ...write, row: { ...row, dueAt: first.get(row.id) ?? null } }
            })
          })
      }
    }
  ),
  broken("an append does not take a case from who holds it", "an append frees the case", (store) => {
    const held: ClaimId[] = []
    return {
      ...handing(store, (claims) => {
        held.push(...claims.map(({ id }) => id))
        return claims
      }),
      append: async (unit) => {
        await store.settle(
          unit.tenant,
          held.map((claim) => ({ claim, outcome: "done" }))
        )
        return store.append(unit)
      }
    }
  }),
  broken("a retry is not offered before its time, and counts", "retries at once", (store) =>
    settling(store, ({ outcome }) => (typeof outcome === "object" && "retryAt" in outcome ? { retryAt: 0 } : outcome))
  ),
  broken("a case given up is offered again once an append has changed it", "gives up for good", (store) => {
    const given = new Map<ClaimId, string>()
    const up = new Set<string>()
    return {
      ...handing(store, (claims) => {
        for (const claim of claims) given.set(claim.id, place(claim))
        return claims.filter((claim) => !up.has(place(claim)))
      }),
      settle: (tenant, results) => {
        for (const { claim, outcome } of results) if (isDead(outcome)) up.add(given.get(claim) ?? "")
        return store.settle(tenant, results)
      }
    }
  }),
  broken("a message does not leave before its time, and is gone when done", "sends at once", (store) => ({
    append: (unit) => store.append({ ...unit, outbox: unit.outbox.map((each) => ({ ...each, notBefore: 0 })) })
  })),
  broken("a message does not leave before its time, and is gone when done", "sends again and again", (store) =>
    settling(store, ({ outcome }) => (outcome === "done" ? { retryAt: 0 } : outcome))
  )
]
