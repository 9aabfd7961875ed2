import { defined } from "@hearback/core"
import type { ClaimId, ClaimKind, ClaimOptions, Settlement, UndeliveredLetter } from "../../port/EventStore.ts"
import { type BrokenStore, broken } from "./BrokenStore.ts"
import { isDead, place, settling } from "./BrokenWork.ts"

const renewing = "a renewed lease lasts from then on, and is renewed for its holder alone"
const joining = "several claimed messages are joined into one, or none of them is"
const untried = "what was given back untried is not offered before, and does not count"
const failing = "a message that failed is listed with why, until it is done or tried otherwise"

/** Returns a store that changes the settlement of messages to be tried again. */
const retrying =
  (change: (outcome: { readonly retryAt: number; readonly error?: string }) => Settlement["outcome"]) =>
  ({ outcome }: Settlement): Settlement["outcome"] =>
    typeof outcome === "object" && "retryAt" in outcome ? change(outcome) : outcome

/** Stores that keep messages wrongly. */
export const brokenLetters: readonly BrokenStore[] = [
  broken("a dead message is kept and counted, but never offered again", "throws dead messages away", (store) =>
    settling(store, ({ outcome }) => (isDead(outcome) ? "done" : outcome))
  ),
  broken("a dead message is kept and counted, but never offered again", "tries for ever", (store) =>
    settling(store, ({ outcome }) => (isDead(outcome) ? { retryAt: 0 } : outcome))
  ),
  broken(
    "what was given up is listed with its reason, each tenant's own, the longest ago first",
    "forgets why",
    (store) => settling(store, ({ outcome }) => (isDead(outcome) ? { ...outcome, dead: "dead" } : outcome))
  ),
  broken(
    "what was given up is listed with its reason, each tenant's own, the longest ago first",
    "lists the first page over and over",
    (store) => ({
      undelivered: (tenant, { state, limit }) => store.undelivered(tenant, defined({ state, limit }))
    })
  ),
  broken("a revived message is offered like a new one, and is on the list no more", "offers it at once", (store) => ({
    revive: (tenant, ids) => store.revive(tenant, ids, 0)
  })),
  broken("a revived message is offered like a new one, and is on the list no more", "keeps it on the list", (store) => {
    const seen = new Map<string, UndeliveredLetter>()
    return {
      revive: async (tenant, ids, at) => {
        for (const one of (await store.undelivered(tenant, { state: "dead" })).items) seen.set(one.message.id, one)
        return store.revive(tenant, ids, at)
      },
      undelivered: async (tenant, query) => {
        const { items } = await store.undelivered(tenant, query)
        return { items: seen.size === 0 ? items : [...seen.values()] }
      }
    }
  }),
  broken(renewing, "renews nothing", () => ({ renew: async (_, claims) => claims })),
  broken(renewing, "says that all are held", (store) => ({
    renew: async (tenant, claims, lease) => {
      await store.renew(tenant, claims, lease)
      return claims
    }
  })),
  broken(renewing, "knows the work, not who holds it", (store) => {
    const newest = new Map<string, ClaimId>()
    const placeOf = new Map<ClaimId, string>()
    return {
      claim: async <K extends ClaimKind>(tenant: string, what: K, options: ClaimOptions) => {
        const claims = await store.claim(tenant, what, options)
        for (const claim of claims) {
          newest.set(place(claim), claim.id)
          placeOf.set(claim.id, place(claim))
        }
        return claims
      },
      renew: (tenant, claims, lease) =>
        store.renew(
          tenant,
          claims.map((claim) => newest.get(placeOf.get(claim) ?? "") ?? claim),
          lease
        )
    }
  }),
  broken(joining, "joins what it can", (store) => ({
    join: async (tenant, claims, message) => {
      const held = await store.renew(tenant, claims, { now: 0, leaseMs: Number.MAX_SAFE_INTEGER })
      return held.length === 0 ? false : store.join(tenant, held, message)
    }
  })),
  broken(joining, "keeps the parts", () => ({ join: async () => true })),
  broken(joining, "loses the whole", (store) => ({
    join: async (tenant, claims, message) => {
      const isJoined = await store.join(tenant, claims, message)
      if (isJoined)
        for (const { id } of await store.claim(tenant, "outbox", { now: message.notBefore, leaseMs: 1, limit: 1 }))
          await store.settle(tenant, [{ claim: id, outcome: "done" }])
      return isJoined
    }
  })),
  broken(untried, "counts it", (store) =>
    settling(store, ({ outcome }) =>
      typeof outcome === "object" && "untried" in outcome ? { retryAt: outcome.untried } : outcome
    )
  ),
  broken(untried, "offers it at once", (store) =>
    settling(store, ({ outcome }) => (typeof outcome === "object" && "untried" in outcome ? { untried: 0 } : outcome))
  ),
  broken(failing, "forgets why", (store) =>
    settling(
      store,
      retrying(({ retryAt }) => ({ retryAt }))
    )
  ),
  broken(failing, "takes every retry for a failure", (store) =>
    settling(
      store,
      retrying(({ retryAt, error = "" }) => ({ retryAt, error }))
    )
  ),
  broken(failing, "forgets why a message was given up", (store) =>
    settling(store, ({ outcome }) =>
      typeof outcome === "object" && "dead" in outcome ? { dead: outcome.dead, at: outcome.at } : outcome
    )
  ),
  broken(failing, "counts none", (store) => ({
    status: async (tenant) => {
      const status = await store.status(tenant)
      return { ...status, outbox: { ...status.outbox, failing: 0 } }
    }
  }))
]
