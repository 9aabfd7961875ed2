/**
 * The measures of a period, in total and by group, as known at the end of the period; and what is known differently
 * now. Counted case by case.
 */
import type { Bundle } from "@hearback/core"
import { figuresOf, type MeasureFigure } from "../figure/Figures.ts"
import type { GroupOf } from "../figure/Grouping.ts"
import { makeKnownBoth } from "../figure/KnownBoth.ts"
import { makeKnownCounts } from "../figure/KnownCounts.ts"
import type { GroupName } from "../figure/MeasureCounts.ts"
import type { KnownCase } from "../story/Known.ts"
import type { Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import type { AnswerCount } from "./AnswerCounts.ts"
import type { CategoryCount } from "./CategoryCounts.ts"
import type { GrantTotal } from "./GrantTotals.ts"
import { changedAnswers, changedCounts, changedFigures, changedGrants } from "./LearnedLater.ts"
import { makeListCounts } from "./ListCounts.ts"

/** The measures of a period. */
export interface MeasureFindings {
  readonly figures: readonly MeasureFigure[]
  readonly heard: readonly CategoryCount[]
  readonly granted: readonly GrantTotal[]
  /** Answers to survey questions. */
  readonly answers: readonly AnswerCount[]
  /** Figures by the name of the group; empty if no grouping was given. */
  readonly groups: ReadonlyMap<string, readonly MeasureFigure[]>
}

/** The measures of a period, with later changes. */
export interface PeriodMeasures extends MeasureFindings {
  /** What is known differently now; absent if nothing is. */
  readonly learnedLater?: MeasureFindings
}

/** What is measured. */
export interface PeriodQuery {
  readonly period: Period
  readonly now: number
  readonly targets?: Bundle.LearningRule["targets"]
  readonly groupOf?: GroupOf
  /** Returns the targets of a group, if they differ from those of all cases. */
  readonly targetsOf?: (group: string) => Bundle.TargetsRule
}

/** Counts the measures of a period. */
export interface PeriodCounts {
  take(known: KnownCase<CaseSummary>): void
  /** `nameOf`: what groups are called; those of one name are one. */
  measures(nameOf?: GroupName): PeriodMeasures
}

/** Begins to count the measures of a period. */
export const makePeriodCounts = (query: PeriodQuery): PeriodCounts => {
  const counts = makeKnownCounts(query.period, query.now, query.groupOf)
  const lists = makeKnownBoth(() => makeListCounts(query.period, query.now))
  // If a period has not ended, nothing can have been learned later.
  const isOver = query.period.to <= query.now
  const found = (as: "atEnd" | "now", nameOf: GroupName | undefined): MeasureFindings => {
    const { targets, targetsOf = () => targets ?? {} } = query
    return {
      figures: figuresOf(counts[as].totals(), targets),
      ...lists.as(as).found(),
      groups: new Map(
        [...counts[as].groups(nameOf)].map(([name, totals]) => [name, figuresOf(totals, targetsOf(name))])
      )
    }
  }
  return {
    take: (known) => {
      counts.take(known)
      lists.take(known)
    },
    measures: (nameOf) => {
      const atEnd = found("atEnd", nameOf)
      const learnedLater = isOver ? changedSince(atEnd, found("now", nameOf), query.targets) : undefined
      return { ...atEnd, ...(learnedLater === undefined ? {} : { learnedLater }) }
    }
  }
}

const changedSince = (
  then: MeasureFindings,
  now: MeasureFindings,
  targets: PeriodQuery["targets"]
): MeasureFindings | undefined => {
  const figures = changedFigures(then.figures, now.figures)
  const heard = changedCounts(then.heard, now.heard)
  const granted = changedGrants(then.granted, now.granted)
  const answers = changedAnswers(then.answers, now.answers)
  const nothing = figuresOf([], targets)
  const groups = [...new Set([...then.groups.keys(), ...now.groups.keys()])].flatMap(
    (name): readonly (readonly [string, readonly MeasureFigure[]])[] => {
      const rows = changedFigures(then.groups.get(name) ?? nothing, now.groups.get(name) ?? nothing)
      return rows.length === 0 ? [] : [[name, rows]]
    }
  )
  const isLearned = [figures, heard, granted, answers, groups].some(({ length }) => length > 0)
  return isLearned ? { figures, heard, granted, answers, groups: new Map(groups) } : undefined
}
