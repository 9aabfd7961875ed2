/** The authority that a step needs because it removes demands. */
import type { Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { Holder } from "../../rule/approval/power.ts"
import { covers } from "../../who/Limits.ts"
import type { LaterDeadline, Reduction, WeakerGrade } from "./demands.ts"

/** One demand that a step removes, by the power that the direct command for it needs. */
export type Need =
  | { readonly power: "waive"; readonly gate: string }
  | ({ readonly power: "regrade" } & WeakerGrade)
  | ({ readonly power: "extend" } & LaterDeadline)

/** What a step removes from a case's demands, with the case before and after. */
export interface Weighing extends Reduction {
  readonly before: Situation
  readonly after: Situation
  /** The case on which the command is given. It differs from the weighed case when a part is split off. */
  readonly given: Situation
}

/** Returns the dimensions by which a regrade is judged: the derived ones, or those that changed if none is derived. */
const judged = ({ after, grades }: Weighing): readonly WeakerGrade[] => {
  const derived = grades.filter(({ dimension }) => isDerived(after, dimension))
  return derived.length > 0 ? derived : grades
}

const isDerived = ({ policy }: Situation, dimension: string): boolean =>
  policy.bundle.grading.some(({ name, by }) => name === dimension && by === "matrix")

/**
 * Returns the powers that a step needs. Losses that follow from another grade or lost gate need no power of their own.
 */
export const needsOf = (weighing: Weighing): readonly Need[] => [
  ...judged(weighing).map((grade) => ({ power: "regrade", ...grade }) as const),
  ...weighing.gates.flatMap((gate) => (weighing.following.gates.has(gate) ? [] : [{ power: "waive", gate } as const])),
  ...weighing.clocks.flatMap((late) =>
    weighing.following.clocks.has(late.clock) ? [] : [{ power: "extend", ...late } as const]
  )
]

/** Returns the levels that the actor must have authority over: those before and those after. */
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

/** Returns by how much the deadline of a clock has moved, as an extension would say it. */
export const extension = ({ before, after }: Weighing, clock: string) =>
  (Drafts.loop(after)?.clocks.get(clock) ?? Drafts.loop(before)?.clocks.get(clock))?.extend

const mayRegrade = (weighing: Weighing, { limit }: Pick<Holder, "limit">): boolean =>
  limit !== undefined && limit.regrade.length > 0 && levelsOf(weighing).every((level) => covers(limit.regrade, [level]))

/**
 * Returns whether an actor may let a deadline be later. Whoever may extend the clock may. If the policy allows no
 * extension of it, whoever may regrade may. A deadline may be given up only by who may regrade or waive its gates.
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

/** Returns whether somebody has the power that a removed demand needs. */
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
