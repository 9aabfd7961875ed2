/** Leases of work. Work whose lease has ended is free again; a settlement that comes later changes nothing. */
import type { ClaimId, ClaimOptions, Lease as LeaseTime } from "../port/EventStore.ts"

/** A piece of work, to be done from an instant on. */
export interface LeasedWork {
  readonly key: string
  readonly at: number
}

interface Lease {
  /** Absent: nobody works on it, it is only kept back. */
  readonly holder?: ClaimId
  readonly until: number
}

export interface Leases {
  /** Leases work that is due and free, earliest first. */
  readonly claim: <W extends LeasedWork>(
    work: readonly W[],
    options: ClaimOptions
  ) => readonly (readonly [ClaimId, W])[]
  /** The work a claim still holds. */
  readonly holding: (claim: ClaimId) => string | undefined
  /** Makes the lease of a claim last from now on; `false` where the work went to somebody else. */
  readonly renew: (claim: ClaimId, lease: LeaseTime) => boolean
  readonly release: (key: string) => void
  /** Keeps work back until an instant, without a holder. */
  readonly postpone: (key: string, until: number) => void
  /** From when on work can be claimed: due, and neither leased nor kept back. */
  readonly readyAt: (work: LeasedWork) => number
  /** Lets go of work that is only kept back; a holder keeps it. */
  readonly wake: (key: string) => void
}

/** Makes leases; `name` gives each another name. */
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
