/** A person regrades, by authority and with a reason. The level of a matrix is never set. */

import { grades } from "../../case/Grading.ts"
import type { CommandOf } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { nameOf } from "../../people/Actor.ts"
import type { DimensionRule } from "../../policy/Bundle.ts"
import { overridden } from "../feedback/override.ts"

const dimensionOf = (situation: Situation, level: string): DimensionRule | undefined =>
  situation.policy.bundle.grading.find((dimension) => dimension.levels.includes(level))

/** Returns why a dimension cannot be set to this level. */
export const againstRegrading = (situation: Situation, command: CommandOf<"regrade">): readonly RefusalReason[] => {
  const dimension = dimensionOf(situation, command.to)
  if (dimension === undefined)
    return [
      reason("grade/unknown-level", "grading", {
        level: command.to,
        known: situation.policy.bundle.grading.flatMap((one) => one.levels)
      })
    ]
  const reasons: RefusalReason[] = []
  if (dimension.by === "matrix")
    reasons.push(reason("grade/derived", `grading.${dimension.name}.matrix`, { dimension: dimension.name }))
  if (command.reason.trim() === "") reasons.push(reason("reason/missing", `grading.${dimension.name}`))
  return reasons
}

/** Returns the levels before and after of every dimension that would change, also of those derived by a matrix. */
export const levelsConcerned = (situation: Situation, to: string): readonly string[] => {
  const dimension = dimensionOf(situation, to)
  const before = situation.state.grades
  if (dimension === undefined) return []
  const set = {
    ...before,
    [dimension.name]: { level: to, rule: `grading.${dimension.name}`, by: nameOf(situation.meta.actor) }
  }
  const after = grades(situation.policy, Drafts.vector(situation), set)
  const derived = situation.policy.bundle.grading.filter((one) => one.by === "matrix")
  const judged = derived.length > 0 ? derived : [dimension]
  return judged.flatMap(({ name }) => [before[name]?.level, after[name]?.level]).filter((level) => level !== undefined)
}

/** Sets the level of a dimension. */
export const regrade = (draft: Draft, command: CommandOf<"regrade">, by: string): void => {
  const dimension = dimensionOf(draft, command.to)
  if (dimension === undefined) return
  draft.because = command.reason
  const rule = `grading.${dimension.name}`
  Drafts.emit(
    draft,
    "regraded",
    {
      dimension: dimension.name,
      from: draft.state.grades[dimension.name]?.level ?? "",
      grade: { level: command.to, rule, by },
      reason: command.reason
    },
    rule
  )
  overridden(draft, dimension.name)
}
