/**
 * Who may act on more than one case: publish a version of the policy, move cases to another version, erase a customer.
 * The policy in force names the roles. The host always may; without a rule of the policy nobody else may.
 *
 * Source: docs/decisions/0024-who-governs.md
 */
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import { type Actor, nameOf, rolesOf } from "../people/Actor.ts"
import type { AuthorityRule } from "../policy/Bundle.ts"

/** An act on more than one case. */
export type Governing = "publish" | "move" | "erase"

/** Returns why an actor may not do such an act. `by`: the roles of the policy in force; undefined if it names none. */
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

/** The request to erase a customer. `evenIfKept`: also records whose retention time is not over. */
export interface Erasing {
  readonly customer: string
  readonly reason: string
  readonly evenIfKept: boolean
}

/**
 * Returns why an actor may not erase a customer. If `erase.by` names `customer`, customers may ask for their own
 * erasure, but not of records that must still be kept.
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

/** Returns why an act on more than one case is refused that has no reason. */
export const againstSilence = (why: string, rule?: string): readonly RefusalReason[] =>
  why.trim() === "" ? [reason("reason/missing", rule)] : []
