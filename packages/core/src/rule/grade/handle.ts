/** A person regrades, within their authority and with a reason; the matrix is never set by hand. */

import { grades } from "../../case/Grading.ts"
import type { CommandOf } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { nameOf } from "../../people/Actor.ts"
import type { DimensionRule } from "../../policy/Bundle.ts"
import { overridden } from "../feedback/correct.ts"

const dimensionOf = (d: Situation, level: string): DimensionRule | undefined =>
  d.policy.bundle.grading.find((dimension) => dimension.levels.includes(level))

export const againstRegrading = (d: Situation, c: CommandOf<"regrade">): readonly Reason[] => {
  const dimension = dimensionOf(d, c.to)
  if (dimension === undefined)
    return [
      reason("grade/unknown-level", "grading", {
        level: c.to,
        known: d.policy.bundle.grading.flatMap((one) => one.levels)
      })
    ]
  const reasons: Reason[] = []
  if (dimension.by === "matrix")
    reasons.push(reason("grade/derived", `grading.${dimension.name}.matrix`, { dimension: dimension.name }))
  if (c.reason.trim() === "") reasons.push(reason("reason/missing", `grading.${dimension.name}`))
  return reasons
}

/** Returns the levels before and after, also those the matrix derives, of every dimension that would change. */
export const levelsConcerned = (d: Situation, to: string): readonly string[] => {
  const dimension = dimensionOf(d, to)
  const before = d.state.grades
  if (dimension === undefined) return []
  const set = {
    ...before,
    [dimension.name]: { level: to, rule: `grading.${dimension.name}`, by: nameOf(d.meta.actor) }
  }
  const after = grades(d.policy, Drafts.vector(d), set)
  const derived = d.policy.bundle.grading.filter((one) => one.by === "matrix")
  const judged = derived.length > 0 ? derived : [dimension]
  return judged.flatMap(({ name }) => [before[name]?.level, after[name]?.level]).filter((level) => level !== undefined)
}

export const regrade = (d: Draft, c: CommandOf<"regrade">, by: string): void => {
  const dimension = dimensionOf(d, c.to)
  if (dimension === undefined) return
  d.because = c.reason
  const rule = `grading.${dimension.name}`
  Drafts.emit(
    d,
    "regraded",
    {
      dimension: dimension.name,
      from: d.state.grades[dimension.name]?.level ?? "",
      grade: { level: c.to, rule, by },
      reason: c.reason
    },
    rule
  )
  overridden(d, dimension.name)
}
