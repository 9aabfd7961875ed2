/**
 * Who may do what concerns more than one case: publish a version of the policy, move cases to another, erase a customer.
 * The policy in force says it by roles. The host always may, and where the policy says nothing nobody else may.
 * Source: docs/decisions/0024-who-governs.md
 */
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import { type Actor, nameOf, rolesOf } from "../people/Actor.ts"
import type { AuthorityRule } from "../policy/Bundle.ts"

export type Governing = "publish" | "move" | "erase"

/** Returns why an actor may not; `by` as the policy in force says it, absent where it names nobody. */
export const againstGoverning = (
  act: Governing,
  by: readonly string[] | undefined,
  actor: Actor,
  isAmong: (who: string) => boolean = (role) => rolesOf(actor).includes(role)
): readonly RefusalReason[] => {
  if (actor.kind === "system") return []
  if (by === undefined || by.length === 0) return [reason("governing/unsaid", undefined, { act, actor: nameOf(actor) })]
  return by.some(isAmong)
    ? []
    : [reason("governing/wrong-person", `authority.${act}`, { act, actor: nameOf(actor), by })]
}

/** What is asked: whose data is made unreadable, and whether also where it is still kept. */
export interface Erasing {
  readonly customer: string
  readonly reason: string
  readonly evenIfKept: boolean
}

/**
 * Returns why an actor may not erase a customer. Where `erase.by` names `customer`, customers may ask for their own
 * erasure, and for that of nothing that is still kept.
 */
export const againstErasing = (
  { erase }: Pick<AuthorityRule, "erase">,
  { customer, reason: why, evenIfKept }: Erasing,
  actor: Actor
): readonly RefusalReason[] => {
  const by = evenIfKept ? erase?.by.filter((who) => who !== "customer") : erase?.by
  const reasons = againstGoverning("erase", by, actor, (who) =>
    who === "customer" ? actor.kind === "customer" && actor.id === customer : rolesOf(actor).includes(who)
  )
  return reasons.length === 0 ? againstSilence(why) : reasons
}

/** Returns why an actor may not move cases to another version of the policy. */
export const againstMoving = ({ move }: Pick<AuthorityRule, "move">, actor: Actor): readonly RefusalReason[] =>
  againstGoverning("move", move?.by, actor)

/** Whatever is done to more than one case stands on record with a reason. */
export const againstSilence = (why: string, rule?: string): readonly RefusalReason[] =>
  why.trim() === "" ? [reason("reason/missing", rule)] : []
