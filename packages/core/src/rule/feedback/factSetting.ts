/**
 * Who may set a fact: whoever its `by` names; without `by` the host, the owner, and whoever may correct a
 * classification. The `fields` of a gate or an ending are evidence, and whoever may show that evidence may set them.
 */

import type { Facts } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { isAutomatic, nameOf } from "../../people/Actor.ts"
import type { RuleId } from "../../policy/Bundle.ts"
import * as Who from "../../who/Who.ts"
import { correctors, mayCorrect } from "./override.ts"

const byOf = (situation: Situation, fact: string) => {
  const { facts } = situation.policy.bundle
  return Object.hasOwn(facts, fact) ? facts[fact]?.by : undefined
}

const isNamed = (situation: Situation, fact: string): boolean => {
  const by = byOf(situation, fact)
  return by !== undefined && Who.is(situation.policy, situation.state, by, situation.meta.actor)
}

/** Returns the facts that are not among the asked-for ones. */
export const beside = (facts: Facts | undefined, asked: readonly string[]): readonly string[] =>
  Object.keys(facts ?? {}).filter((name) => !asked.includes(name))

/** Returns why this actor may not set these facts. */
export const againstSetting = (situation: Situation, facts: readonly string[]): readonly RefusalReason[] => {
  const { actor } = situation.meta
  return facts.flatMap((fact) => {
    const by = byOf(situation, fact)
    const isAllowed =
      by === undefined ? isAutomatic(actor) || mayCorrect(situation).length === 0 : isNamed(situation, fact)
    if (isAllowed) return []
    const rule = by === undefined ? `facts.${fact}` : `facts.${fact}.by`
    const { owner } = situation.state.ownership
    return [
      reason("fact/wrong-person", rule, { fact, by: by ?? correctors(situation.policy), actor: nameOf(actor), owner })
    ]
  })
}

/** Returns the rule of the policy that lets this actor set all of them, even if that removes demands. */
export const setByRule = (situation: Situation, facts: readonly string[]): { readonly rule: RuleId } | undefined =>
  facts.length > 0 && facts.every((fact) => isNamed(situation, fact)) ? { rule: `facts.${facts[0]}.by` } : undefined

/** Divides reported facts into those that the actor may set and those that are only suggested. */
export const told = (situation: Situation, facts: Facts): { readonly set: Facts; readonly suggested: Facts } => {
  const entries = Object.entries(facts)
  const isTheirs = ([name]: readonly [string, unknown]): boolean =>
    byOf(situation, name) === undefined || isNamed(situation, name)
  if (entries.every(isTheirs)) return { set: facts, suggested: {} }
  return {
    set: Object.fromEntries(entries.filter(isTheirs)),
    suggested: Object.fromEntries(entries.filter((one) => !isTheirs(one)))
  }
}

/** Records facts as suggestions, if whoever reported them may not set them. */
export const suggest = (draft: Draft, facts: Facts, why?: RuleId): void => {
  if (Object.keys(facts).length > 0) Drafts.emit(draft, "facts-suggested", { facts, by: nameOf(draft.meta.actor) }, why)
}
