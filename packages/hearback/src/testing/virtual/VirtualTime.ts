/**
 * Virtual time, which moves from one due instant to the next, so that everything happens when it is due and in order.
 */
import { type Policy, Routine } from "@hearback/core"
import type { Engine } from "@hearback/engine"

/** A clock that a test moves. */
export interface MovableClock {
  now(): number
  set(to: number): void
}

/** The most due instants of one move. More mean that something is due again and again. */
const most = 100_000

/** Moves the clock to `to`, and ticks at every instant for which the engine waits. */
export const travel = async (
  { store, tenant, routes, policy }: Pick<Engine, "store" | "tenant" | "routes"> & { readonly policy: Policy.Policy },
  clock: MovableClock,
  to: number,
  tick: () => Promise<void>
): Promise<void> => {
  for (let stops = 0; ; stops++) {
    const { nextDueAt, outbox } = await store.status(tenant)
    // Nothing here sends messages of another lane, however long ago they were due.
    const served = outbox.lanes.filter(({ lane }) => routes.served([lane]).length > 0)
    const dues = [nextDueAt, Routine.nextOf(policy, clock.now())].map((due) => due ?? Number.POSITIVE_INFINITY)
    const next = Math.min(...dues, ...served.map(({ nextAt }) => nextAt))
    if (next > to) break
    if (stops > most)
      throw new Error(`time stands still: something is due at ${new Date(next).toISOString()} without end`)
    clock.set(Math.max(clock.now(), next))
    await tick()
  }
  clock.set(Math.max(clock.now(), to))
  await tick()
}
