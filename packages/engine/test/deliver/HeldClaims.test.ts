/**
 * Claims that a process works on: their leases last until they are released, and a process that has lost one finds out.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { makeHeldClaims } from "../../src/deliver/HeldClaims.ts"
import type { ClaimId, EventStore } from "../../src/port/EventStore.ts"

const leaseMs = 60_000
const [one, two] = ["one", "two"] as unknown as readonly [ClaimId, ClaimId]

/** A store that records which leases it had to renew and when, and that can lose claims. */
const watched = () => {
  const asked: (readonly [at: number, claims: readonly ClaimId[]])[] = []
  const taken = new Set<ClaimId>()
  const store = {
    renew: async (_: string, claims: readonly ClaimId[]) => {
      asked.push([Date.now(), claims])
      return claims.filter((claim) => !taken.has(claim))
    }
  } as Pick<EventStore, "renew"> as EventStore
  const held = makeHeldClaims({
    store,
    tenant: "acme",
    clock: { now: () => Date.now() },
    delivery: { leaseMs } as Parameters<typeof makeHeldClaims>[0]["delivery"]
  })
  return { held, asked, taken }
}

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

describe("held claims", () => {
  it("are renewed before their lease ends as long as they are held, however slow the work is", async () => {
    const { held, asked } = watched()
    held.keep([one], Date.now())
    await vi.advanceTimersByTimeAsync(10 * leaseMs)
    held.letGo([one])
    const times = asked.map(([at]) => at)
    expect(times.length).toBeGreaterThan(10)
    for (const [n, at] of times.entries()) expect(at - (times[n - 1] ?? 0)).toBeLessThan(leaseMs)
  })
  it("are not renewed after their release; others are", async () => {
    const { held, asked } = watched()
    held.keep([one, two], Date.now())
    held.letGo([one])
    await vi.advanceTimersByTimeAsync(leaseMs)
    expect(asked.flatMap(([, claims]) => claims)).toContain(two)
    expect(asked.flatMap(([, claims]) => claims)).not.toContain(one)
    held.letGo([two])
    const before = asked.length
    await vi.advanceTimersByTimeAsync(10 * leaseMs)
    expect(asked).toHaveLength(before)
  })
  it("are released if the work on them throws", async () => {
    const { held, asked } = watched()
    held.keep([one, two], Date.now())
    await expect(held.during([one, two], () => Promise.reject(new Error("busy")))).rejects.toThrow("busy")
    await vi.advanceTimersByTimeAsync(10 * leaseMs)
    expect(asked).toEqual([])
  })
  it("are known to be held without asking the store while their lease lasts", async () => {
    const { held, asked } = watched()
    held.keep([one], Date.now())
    expect([await held.isHeld(one), asked]).toEqual([true, []])
    held.letGo([one])
  })
  it("that another process has taken are not held: the store is asked after their lease, or a renewal says so before", async () => {
    const { held, taken } = watched()
    held.keep([one, two], Date.now() - leaseMs)
    taken.add(one)
    expect([await held.isHeld(one), await held.isHeld(two)]).toEqual([false, true])
    taken.add(two)
    await vi.advanceTimersByTimeAsync(leaseMs)
    expect(await held.isHeld(two)).toBe(false)
    held.letGo([one, two])
  })
})
