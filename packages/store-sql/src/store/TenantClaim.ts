/**
 * Names of claims: the claimed work, and who holds it.
 *
 * Invariant: `parse(render(name))` is the name.
 */
import type { ClaimId, ClaimKind } from "@hearback/engine"

/** The parts of a claim's name. */
export interface TenantClaim {
  readonly kind: ClaimKind
  readonly tenant: string
  /** The id of the case or the message. */
  readonly id: string
  readonly holder: string
}

/** Returns the name of a claim as text. */
export const render = ({ kind, tenant, id, holder }: TenantClaim): ClaimId => JSON.stringify([kind, tenant, id, holder])

/** Returns the parts of the name of a claim of this store. */
export const parse = (claim: ClaimId): TenantClaim => {
  const [kind, tenant, id, holder] = JSON.parse(claim) as [ClaimKind, string, string, string]
  return { kind, tenant, id, holder }
}
