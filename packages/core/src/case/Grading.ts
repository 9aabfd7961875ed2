/**
 * Computes the grades of a case by the policy: each dimension after those that it depends on, with matrices and lifts.
 */

import type { DimensionRule } from "../policy/Bundle.ts"
import type { Inputs, Policy } from "../policy/Policy.ts"
import { choose, holds } from "../policy/Policy.ts"
import { encode, render, UNKNOWN } from "../table/Fact.ts"
import * as Points from "../table/Points.ts"
import { defined } from "../value/Optional.ts"
import type { Grade, GradeState } from "./track/Grade.ts"

/** Returns the level that a row's outcome gives; undefined if the outcome refers to an input that is not known. */
const levelOf = (
  policy: Policy,
  outcome: { readonly level: string } | { readonly input: string },
  inputs: Inputs
): string | undefined => {
  if ("level" in outcome) return outcome.level
  const slot = policy.slots.get(outcome.input) ?? -1
  const type = policy.bundle.inputs[slot]?.type
  const code = inputs[slot]
  return type === undefined || code === undefined || code === UNKNOWN || Number.isNaN(code)
    ? undefined
    : render(type, code)
}

const lift = (
  dimension: DimensionRule,
  base: number,
  inputs: Inputs
): { readonly to: number; readonly rule: string } | undefined => {
  let best: { to: number; rule: string } | undefined
  for (const raise of dimension.lift) {
    if (holds(raise.when, inputs) !== "yes") continue
    const to =
      raise.atLeast === undefined
        ? Math.max(0, base - (raise.up ?? 0))
        : Math.min(base, dimension.levels.indexOf(raise.atLeast))
    if (to < (best?.to ?? base)) best = { to, rule: raise.rule }
  }
  return best
}

/** Returns the grade of one dimension; `inputs` already hold the dimensions that it depends on. */
const grade = (policy: Policy, dimension: DimensionRule, inputs: Inputs): Grade | undefined => {
  const chosen = choose(dimension.table, inputs)
  const level = chosen === undefined ? undefined : levelOf(policy, chosen.value, inputs)
  const base = level === undefined ? -1 : dimension.levels.indexOf(level)
  if (chosen === undefined || level === undefined || base < 0) return undefined
  const raised = lift(dimension, base, inputs)
  const to = raised === undefined ? undefined : dimension.levels[raised.to]
  const given = defined({ level, rule: chosen.rule, points: pointsOf(dimension, inputs) })
  return raised === undefined || to === undefined
    ? given
    : { ...given, level: to, lifted: { from: level, rule: raised.rule } }
}

/** Returns the points that were added up; undefined if the dimension has none, or if a factor is not known. */
const pointsOf = ({ points }: DimensionRule, inputs: Inputs): Grade["points"] => {
  if (points === undefined || Points.sumOf(points, inputs) === UNKNOWN) return undefined
  return Points.addedBy(points, inputs).map(({ row: { rule }, points: added }) => ({ rule, points: added }))
}

/**
 * Returns all grades that the policy gives to the inputs; a grade that a person set is kept. Also used for dry runs.
 */
export const grades = (policy: Policy, inputs: Inputs, set: GradeState): GradeState => {
  const vector = [...inputs]
  const result: Record<string, Grade> = {}
  for (const dimension of policy.bundle.grading) {
    const kept = set[dimension.name]
    const found = kept?.by === undefined ? grade(policy, dimension, vector) : kept
    const slot = policy.slots.get(dimension.name)
    if (found !== undefined) result[dimension.name] = found
    const type = slot === undefined ? undefined : policy.bundle.inputs[slot]?.type
    if (slot !== undefined && type !== undefined)
      vector[slot] = found === undefined ? UNKNOWN : (encode(type, found.level) ?? UNKNOWN)
  }
  return result
}
