/** Questions to a simulation: its figures, the effect of a change, the smallest staff, and what matters most. */
import { defined } from "@hearback/core"
import {
  askComparison,
  askReport,
  askSensitivity,
  askSmallestStaff,
  askSweep,
  type FigureBound,
  type Influence,
  type SimulationSubject,
  type Staffed
} from "@hearback/simulation"
import * as Shape from "../call/Shape.ts"
import type { ThreadOptions } from "../runtime/Replications.ts"
import { comparisonFrom, type FigureAsked, readAsked, type SimulationComparison } from "./Comparison.ts"
import { scaleOf } from "./Figure.ts"
import { amountOf, type Bound } from "./Judgement.ts"
import { checkName, namesOf } from "./KnownFigures.ts"
import { run } from "./ReplicationRun.ts"
import { reportFrom, type SimulationReport } from "./Report.ts"
import { subjectOf, type WhatIf } from "./WhatIf.ts"

/** Simulates a policy with its staff and customers. */
export const simulate = async (whatIf: WhatIf, options: ThreadOptions = {}): Promise<SimulationReport> => {
  const subject = await subjectOf(whatIf)
  return reportFrom({ subject, report: await run(askReport(subject), options) })
}

/** Simulates two subjects with the same customers, so that every difference comes from the change. */
export const compare = async (
  before: WhatIf,
  after: WhatIf,
  options: ThreadOptions = {}
): Promise<SimulationComparison> => {
  const [one, other] = [await subjectOf(before), await subjectOf(after)]
  return comparisonFrom(one, other, await run(askComparison(one, other), options))
}

/** Simulates each of several values with the same customers. */
export const sweep = async <T>(
  values: readonly T[],
  whatIfOf: (value: T) => WhatIf,
  options: ThreadOptions = {}
): Promise<readonly { readonly value: T; readonly report: SimulationReport }[]> => {
  const subjects = await Promise.all(values.map((value) => subjectOf(whatIfOf(value))))
  const tried = await run(
    askSweep(subjects, (subject) => subject),
    options
  )
  return tried.map(({ value: subject, report }, index) => ({
    value: values[index] as T,
    report: reportFrom({ subject, report })
  }))
}

/** The question of `smallestStaff`: whom to vary, up to how many, and the targets. */
export interface StaffQuestion {
  /** The name in `staff` of the people whose number varies. */
  readonly people: string
  /** The largest number to try. */
  readonly most: number
  /** The targets: each a figure with its bound. */
  readonly targets: readonly (FigureAsked & Bound)[]
}

/** The smallest number of people that meets the targets, and the assumptions. */
export type StaffNeeded = Omit<Staffed, "assumptions"> & Pick<SimulationReport, "assumptions">

/** Finds the smallest number of some people with which every target is surely met. */
export const smallestStaff = async (
  whatIf: WhatIf,
  question: StaffQuestion,
  options: ThreadOptions = {}
): Promise<StaffNeeded> => {
  Shape.required("smallestStaff", question, ["people", "most", "targets"])
  Shape.check("smallestStaff", question, { people: Shape.name, most: Shape.count, targets: Shape.listOf(Shape.object) })
  const { people, most, targets } = question
  // A staff of nobody keeps no target.
  if (targets.length === 0)
    throw Shape.invalid("`targets` of `smallestStaff` is empty; expected: a figure with a bound")
  const subject = await subjectOf(whatIf)
  const asked = targets.map(({ atLeast, atMost, ...figure }): FigureBound => {
    const { metric, about, statistic } = figureIn(subject, figure)
    const amount = (bound: Bound["atLeast"]) =>
      bound === undefined ? undefined : amountOf(metric, bound) * scaleOf(subject, metric)
    return defined({ metric, about, statistic, atLeast: amount(atLeast), atMost: amount(atMost) })
  })
  const staffed = await run(askSmallestStaff(subject, { worker: people, most, targets: asked }), options)
  return { ...staffed, assumptions: staffed.assumptions.map(({ en }) => en) }
}

/**
 * Returns how a figure changes with fewer and more arrivals, less and more work, and fewer and more staff, the greatest
 * influence first. `by`: the share of the change, default 0.1.
 */
export const sensitivity = async (
  whatIf: WhatIf,
  of: FigureAsked,
  { by = 0.1, ...options }: ThreadOptions & { readonly by?: number } = {}
): Promise<readonly Influence[]> => {
  const subject = await subjectOf(whatIf)
  const { influences } = await run(askSensitivity(subject, figureIn(subject, of), by), options)
  return influences
}

const figureIn = (subject: SimulationSubject, asked: FigureAsked) => {
  const names = namesOf(subject)
  return readAsked(asked, (dimension, name) => checkName(names, dimension, name))
}
