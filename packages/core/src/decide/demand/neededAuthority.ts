/** The authority that a step needs because of the demands that it removes. */
import type { Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { Holder } from "../../rule/approval/power.ts"
import { covers } from "../../who/Limits.ts"
import type { LaterDeadline, Reduction, WeakerGrade } from "./demands.ts"

/** One thing that a case does not demand any more, by the power that the direct command would use. */
export type Need =
  | { readonly power: "waive"; readonly gate: string }
  | ({ readonly power: "regrade" } & WeakerGrade)
  | ({ readonly power: "extend" } & LaterDeadline)

/** What a case demands less of, and under which policy. */
export interface Weighing extends Reduction {
  readonly before: Situation
  readonly after: Situation
  /** The case on which the command is given: of what is split off another one. */
  readonly given: Situation
}

/** Whoever regrades is judged by the dimensions that are derived; where the policy derives none, by those that changed. */
const judged = ({ after, grades }: Weighing): readonly WeakerGrade[] => {
  const derived = grades.filter(({ dimension }) => isDerived(after, dimension))
  return derived.length > 0 ? derived : grades
}

const isDerived = ({ policy }: Situation, dimension: string): boolean =>
  policy.bundle.grading.some(({ name, by }) => name === dimension && by === "matrix")

/** What follows from another grade, or from a gate that is owed no more, is decided with it. */
export const needsOf = (weighing: Weighing): readonly Need[] => [
  ...judged(weighing).map((grade) => ({ power: "regrade", ...grade }) as const),
  ...weighing.gates.flatMap((gate) => (weighing.following.gates.has(gate) ? [] : [{ power: "waive", gate } as const])),
  ...weighing.clocks.flatMap((late) =>
    weighing.following.clocks.has(late.clock) ? [] : [{ power: "extend", ...late } as const]
  )
]

/** Returns the levels that whoever regrades has to have authority over, those before and those after. */
const levelsOf = ({ before, after, grades }: Weighing): readonly string[] => {
  const { grading } = after.policy.bundle
  const derived = grading.flatMap(({ by, name }) => (by === "matrix" ? [name] : []))
  const changed = (grades.length > 0 ? grades : grading.map(({ name }) => ({ dimension: name }))).map(
    ({ dimension }) => dimension
  )
  const concerned = derived.length > 0 ? derived : changed
  return concerned.flatMap((name) =>
    [before.state.grades[name]?.level, after.state.grades[name]?.level].filter((level) => level !== undefined)
  )
}

export const extension = ({ before, after }: Weighing, clock: string) =>
  (Drafts.loop(after)?.clocks.get(clock) ?? Drafts.loop(before)?.clocks.get(clock))?.extend

const mayRegrade = (weighing: Weighing, { limit }: Pick<Holder, "limit">): boolean =>
  limit !== undefined && limit.regrade.length > 0 && levelsOf(weighing).every((level) => covers(limit.regrade, [level]))

/**
 * Whoever may extend a clock may let it lie later. One that the policy does not let be extended moves with the grade
 * alone, so whoever may regrade here may move it; nobody gives a deadline up but who may regrade, or waive its gates.
 */
const mayMove = (
  weighing: Weighing,
  { roles, limit }: Pick<Holder, "roles" | "limit">,
  { clock, to }: LaterDeadline
) => {
  const rule = extension(weighing, clock)
  if (rule !== undefined && to !== undefined) return rule.approve.some((role) => roles.includes(role))
  const gates = Drafts.loop(weighing.before)?.clocks.get(clock)?.metByGates ?? []
  return mayRegrade(weighing, { limit }) || (gates.length > 0 && gates.every((gate) => covers(limit?.waive, [gate])))
}

export const may = (weighing: Weighing, holder: Pick<Holder, "roles" | "limit">, need: Need): boolean => {
  switch (need.power) {
    case "waive":
      return covers(holder.limit?.waive, [need.gate])
    case "regrade":
      return mayRegrade(weighing, holder)
    case "extend":
      return mayMove(weighing, holder, need)
  }
}
