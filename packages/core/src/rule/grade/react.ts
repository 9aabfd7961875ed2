/** Grades follow the facts: every dimension in the order of dependence, matrix and lift included. */

import type { Grade, GradeState } from "../../case/track/Grade.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { DimensionRule } from "../../policy/Bundle.ts"
import type { Inputs, Policy } from "../../policy/Policy.ts"
import { choose, holds } from "../../policy/Policy.ts"
import { encode, render, UNKNOWN } from "../../table/Fact.ts"
import { defined } from "../../value/Optional.ts"

/** Returns the level that an outcome names, or undefined where the input it points at is unknown. */
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

/** Returns one dimension's grade on inputs in which the dimensions before it are already filled in. */
const grade = (policy: Policy, dimension: DimensionRule, inputs: Inputs): Grade | undefined => {
  const chosen = choose(dimension.table, inputs)
  const level = chosen === undefined ? undefined : levelOf(policy, chosen.value, inputs)
  const base = level === undefined ? -1 : dimension.levels.indexOf(level)
  if (chosen === undefined || level === undefined || base < 0) return undefined
  const raised = lift(dimension, base, inputs)
  const to = raised === undefined ? undefined : dimension.levels[raised.to]
  return raised === undefined || to === undefined
    ? { level, rule: chosen.rule }
    : { level: to, rule: chosen.rule, lifted: { from: level, rule: raised.rule } }
}

/** Returns all grades that the policy gives these inputs; what a person set stands. Pure; also used for dry runs. */
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

/** Emits first grades, or one event for each dimension that changed. */
export const react = (d: Draft): void => {
  // A closed case keeps its grades; reopened, it is graded by what is known then.
  if (d.state.feedback.understanding === undefined || d.state.lifecycle.closedAt !== undefined) return
  const next = grades(d.policy, Drafts.vector(d), d.state.grades)
  if (Object.keys(d.state.grades).length === 0) {
    if (Object.keys(next).length > 0) Drafts.emit(d, "graded", { grades: next }, "grading")
    return
  }
  const before = d.state.grades
  const counted = d.because === "stream" ? d.state.relations.problem?.customers : undefined
  for (const [dimension, now] of Object.entries(next)) {
    const was = before[dimension]
    if (was?.level === now.level) continue
    Drafts.emit(
      d,
      "regraded",
      defined({ dimension, from: was?.level ?? "", grade: now, reason: d.because, customers: counted }),
      now.lifted?.rule ?? now.rule
    )
  }
}
