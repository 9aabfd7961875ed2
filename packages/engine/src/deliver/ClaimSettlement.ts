/**
 * Settles claims. Work that was done but not settled would be done again, so a failing store is asked again after a
 * pause, while the claims are held.
 */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type { EngineContext } from "../context/Context.ts"
import type { Claim, Settlement } from "../port/EventStore.ts"
import type { HeldClaims } from "./HeldClaims.ts"

/** Settles claims with one outcome and releases them.  Errors: what the store throws at last. */
export type Settle = (claims: readonly Claim[], outcome: Settlement["outcome"]) => Promise<void>

const pauses = Schedule.exponential("50 millis").pipe(Schedule.upTo({ times: 3 }))

/** Makes the function that settles claims. */
export const makeSettle =
  ({ store, tenant }: Pick<EngineContext, "store" | "tenant">, held: Pick<HeldClaims, "letGo">): Settle =>
  async (claims, outcome) => {
    const ids = claims.map(({ id }) => id)
    const results = ids.map((claim) => ({ claim, outcome }))
    const once = Effect.tryPromise({ try: () => store.settle(tenant, results), catch: (cause) => cause })
    try {
      await Effect.runPromise(Effect.retry(once, pauses))
    } finally {
      held.letGo(ids)
    }
  }
