/**
 * Names of claims in memory: what was claimed, and under which lease.
 *
 * Invariant: `parse(render(name))` is the name.
 */
import type { ClaimId, ClaimKind } from "../port/EventStore.ts"

/** The kind of claimed work, and its lease. */
export interface LeaseClaim {
  readonly kind: ClaimKind
  readonly lease: string
}

/** Returns the name of a claim as text. */
export const render = ({ kind, lease }: LeaseClaim): ClaimId => `${kind}/${lease}`

/** Returns the name of a claim; undefined for a claim of another store. */
export const parse = (claim: ClaimId): LeaseClaim | undefined => {
  const end = claim.indexOf("/")
  const kind = claim.slice(0, Math.max(0, end))
  return kind === "due" || kind === "outbox" ? { kind, lease: claim.slice(end + 1) } : undefined
}
