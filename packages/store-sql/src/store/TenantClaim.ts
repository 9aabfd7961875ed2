/**
 * Names of claims on work: the piece of work, and who holds it.
 * Invariant: `parse(render(name))` is the name.
 */
import type { ClaimId, ClaimKind } from "@hearback/engine"

export interface TenantClaim {
  readonly kind: ClaimKind
  readonly tenant: string
  /** Of the case or the message. */
  readonly id: string
  readonly holder: string
}

export const render = ({ kind, tenant, id, holder }: TenantClaim): ClaimId => JSON.stringify([kind, tenant, id, holder])

/** Returns the name of a claim that this store gave. */
export const parse = (claim: ClaimId): TenantClaim => {
  const [kind, tenant, id, holder] = JSON.parse(claim) as [ClaimKind, string, string, string]
  return { kind, tenant, id, holder }
}
