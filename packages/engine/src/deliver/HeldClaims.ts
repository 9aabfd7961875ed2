/**
 * Claims that this process works on. Their leases are renewed until they are let go of, so that what is slow stays its
 * own; and whoever was held up for longer than a lease finds out before it does what another one may have done.
 *
 * Effect repeats the renewal; what is exported are plain promises.
 */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type { EngineContext } from "../context/Context.ts"
import type { ClaimId } from "../port/EventStore.ts"

export interface HeldClaims {
  /** Takes note of claims that were made at an instant. */
  keep(claims: readonly ClaimId[], claimedAt: number): void
  letGo(claims: readonly ClaimId[]): void
  /** Does work on claims. Those that it leaves behind where it throws are let go of: who comes after their lease does them. */
  during<T>(claims: readonly ClaimId[], work: () => Promise<T>): Promise<T>
  /** Whether a claim is still this process's. */
  isHeld(claim: ClaimId): Promise<boolean>
}

/** Units: ms of real time; a lease that lasts less is one of virtual time, which stands still meanwhile. */
const shortestPause = 20

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
