/** Leases of work. Work whose lease has ended is free again, and a later settlement changes nothing. */
import type { ClaimId, ClaimOptions, Lease as LeaseTime } from "../port/EventStore.ts"

/** A piece of work that may be done from an instant on. */
export interface LeasedWork {
  readonly key: string
  readonly at: number
}

interface Lease {
  /** Absent: nobody works on it, and it is only postponed. */
  readonly holder?: ClaimId
  readonly until: number
}

/** The leases of a store. */
export interface Leases {
  /** Leases free work that is due, earliest first. */
  readonly claim: <W extends LeasedWork>(
    work: readonly W[],
    options: ClaimOptions
  ) => readonly (readonly [ClaimId, W])[]
  /** Returns the work that a claim still holds. */
  readonly holding: (claim: ClaimId) => string | undefined
  /** Begins the lease of a claim again from now on; returns false if the work belongs to somebody else. */
  readonly renew: (claim: ClaimId, lease: LeaseTime) => boolean
  readonly release: (key: string) => void
  /** Postpones work until an instant, without a holder. */
  readonly postpone: (key: string, until: number) => void
  /** Returns from when work can be claimed: when it is due, and neither leased nor postponed. */
  readonly readyAt: (work: LeasedWork) => number
  /** Ends a postponement; leased work stays with its holder. */
  readonly wake: (key: string) => void
}

/** Makes leases; `name` returns a new name for each. */
export const makeLeases = (name: () => string): Leases => {
  const leases = new Map<string, Lease>()
  const holders = new Map<ClaimId, string>()
  const release = (key: string): void => {
    const holder = leases.get(key)?.holder
    if (holder !== undefined) holders.delete(holder)
    leases.delete(key)
  }
  const readyAt = ({ key, at }: LeasedWork): number => Math.max(at, leases.get(key)?.until ?? at)
  return {
    readyAt,
    claim: (work, { now, leaseMs, limit }) => {
      return work
        .filter((each) => readyAt(each) <= now)
        .sort((a, b) => a.at - b.at)
        .slice(0, limit)
        .map((each) => {
          release(each.key)
          const holder = name()
          leases.set(each.key, { holder, until: now + leaseMs })
          holders.set(holder, each.key)
          return [holder, each] as const
        })
    },
    holding: (claim) => holders.get(claim),
    renew: (holder, { now, leaseMs }) => {
      const key = holders.get(holder)
      if (key !== undefined) leases.set(key, { holder, until: now + leaseMs })
      return key !== undefined
    },
    release,
    postpone: (key, until) => {
      release(key)
      leases.set(key, { until })
    },
    wake: (key) => {
      if (leases.get(key)?.holder === undefined) leases.delete(key)
    }
  }
}
