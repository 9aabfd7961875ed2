/**
 * The claims on which this process works. Their leases are renewed until they are released, so slow work stays
 * reserved. A process that was stopped for longer than a lease finds out before it repeats what another one may have
 * done.
 *
 * Effect repeats the renewal; exported functions return plain promises.
 */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type { EngineContext } from "../context/Context.ts"
import type { ClaimId } from "../port/EventStore.ts"

/** The claims that a process holds. */
export interface HeldClaims {
  /** Adds claims that were made at an instant. */
  keep(claims: readonly ClaimId[], claimedAt: number): void
  letGo(claims: readonly ClaimId[]): void
  /** Does work on claims. If it throws, the remaining claims are released, and are done by others after their lease. */
  during<T>(claims: readonly ClaimId[], work: () => Promise<T>): Promise<T>
  /** Returns whether a claim is still this process's. */
  isHeld(claim: ClaimId): Promise<boolean>
}

/**
 * The shortest pause between renewals; a shorter lease is one of virtual time, which does not pass.  Units: ms of real
 * time.
 */
const shortestPause = 20

/** Makes the held claims of an engine. */
export const makeHeldClaims = (context: Pick<EngineContext, "store" | "tenant" | "clock" | "delivery">): HeldClaims => {
  const { store, tenant, clock } = context
  const { leaseMs } = context.delivery
  const ends = new Map<ClaimId, number>()
  let renewing: AbortController | undefined

  const renew = async (claims: readonly ClaimId[]): Promise<void> => {
    const now = clock.now()
    const held = new Set(await store.renew(tenant, claims, { now, leaseMs }))
    for (const claim of claims)
      if (ends.has(claim)) ends.set(claim, held.has(claim) ? now + leaseMs : Number.NEGATIVE_INFINITY)
  }

  const renewAll = Effect.promise(() => renew([...ends.keys()]).catch(() => {}))
  const pause = Math.max(shortestPause, leaseMs / 3)

  const letGo = (claims: readonly ClaimId[]): void => {
    for (const claim of claims) ends.delete(claim)
    if (ends.size > 0) return
    renewing?.abort()
    renewing = undefined
  }

  return {
    keep: (claims, claimedAt) => {
      for (const claim of claims) ends.set(claim, claimedAt + leaseMs)
      if (ends.size === 0 || renewing !== undefined) return
      renewing = new AbortController()
      const { signal } = renewing
      Effect.runPromise(Effect.repeat(Effect.delay(renewAll, pause), Schedule.forever), { signal }).catch(() => {})
    },
    letGo,
    during: async (claims, work) => {
      try {
        return await work()
      } catch (cause) {
        letGo(claims)
        throw cause
      }
    },
    isHeld: async (claim) => {
      const isFresh = (): boolean => (ends.get(claim) ?? Number.NEGATIVE_INFINITY) > clock.now()
      if (isFresh()) return true
      await renew([claim])
      return isFresh()
    }
  }
}
