/**
 * The data of a review: the last whole period of its frequency beside the one before it, as known at the end of the
 * period. Counted case by case; only as much of each list is kept as is read.
 */
import type { Policy } from "@hearback/core"
import { type ComparedFigure, makeComparison } from "../figure/Comparison.ts"
import { figuresOf, type MeasureFigure } from "../figure/Figures.ts"
import { type GroupOf, groupingOf, targetsOfGroup } from "../figure/Grouping.ts"
import { type CaseCounter, makeKnownBoth } from "../figure/KnownBoth.ts"
import { type KnownCounts, makeKnownCounts } from "../figure/KnownCounts.ts"
import type { GroupName } from "../figure/MeasureCounts.ts"
import type { KnownCase } from "../story/Known.ts"
import { lastWholePeriod, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import type { AnswerCount } from "./AnswerCounts.ts"
import { type CaseList, type CaseToRead, makeCasesToRead } from "./CasesToRead.ts"
import type { CategoryCount } from "./CategoryCounts.ts"
import { MOST_ROWS } from "./FirstRows.ts"
import type { GrantTotal } from "./GrantTotals.ts"
import {
  changedAnswers,
  changedComplaints,
  changedCounts,
  changedFigures,
  changedGrants,
  changedProcedures
} from "./LearnedLater.ts"
import { type ListCounts, makeListCounts } from "./ListCounts.ts"
import { type ClosedCases, makeClosedCases, type ProcedureDue } from "./ProceduresDue.ts"
import { type ComplaintCounts, makeComplaintCounts, type RepeatedComplaints } from "./RepeatedComplaints.ts"

/** The data of a review. */
export interface ReviewFindings {
  readonly figures: readonly ComparedFigure[]
  readonly heard: readonly CategoryCount[]
  readonly granted: readonly GrantTotal[]
  /** Answers to survey questions. */
  readonly answers: readonly AnswerCount[]
  /** Figures of groups with their own targets, by grouping. */
  readonly groups: readonly TargetedGroup[]
  readonly worthReading: readonly CaseToRead[]
  readonly comingBack: readonly RepeatedComplaints[]
  /** Due procedures; empty if the policy does not say after how many cases one is due. */
  readonly proceduresDue: readonly ProcedureDue[]
  /** How many further rows each list has. */
  readonly more: Readonly<Record<"worthReading" | "comingBack" | "proceduresDue", number>>
}

/** A review of a period. */
export interface PeriodReview extends ReviewFindings {
  readonly name: string
  readonly period: Period
  readonly before: Period
  /** What is known differently now; absent if nothing is. */
  readonly learnedLater?: ReviewFindings
}

/** The figures of a group for which the policy has targets. */
export interface TargetedGroup {
  readonly by: string
  readonly name: string
  readonly figures: readonly MeasureFigure[]
}

/** Counts the data of a review. */
export interface ReviewCounts {
  /** The end of the period, up to which things count as known. */
  readonly end: number
  /** Cases that count in nothing from this instant to the end can be omitted. */
  readonly from: number
  take(known: KnownCase<CaseSummary>): void
  /** `nameOf`: what groups of a grouping are called; those of one name are one. */
  review(nameOf?: (by: string) => GroupName | undefined): PeriodReview
}

/**
 * Begins the data of a review that is due at an instant, as far as things are known `now`; undefined for a review
 * that the policy does not have. `groupOf`: how groups are distinguished whose names are in no row.
 */
export const makeReview = (
  policy: Policy.Policy,
  name: string,
  at: number,
  now: number,
  groupOf: (by: string) => GroupOf | undefined = () => undefined
): ReviewCounts | undefined => {
  const { learning } = policy.bundle
  const frequency = learning !== undefined && Object.hasOwn(learning.reviews, name) ? learning.reviews[name] : undefined
  if (frequency === undefined) return undefined
  const { period, before } = lastWholePeriod(frequency, at, policy.zone)
  const views = makeKnownBoth(() => makeViewCounts(policy, period, before, now))
  const figures = makeComparison(learning?.targets ?? {}, period, before, now)
  const groups = Object.keys(learning?.targetsBy ?? {}).map((by) =>
    makeTargetedGroups(policy, by, makeKnownCounts(period, now, groupOf(by) ?? groupingOf(policy.bundle, by)))
  )
  const found = (as: "atEnd" | "now", nameOf: (by: string) => GroupName | undefined): Found => ({
    figures: figures.compared(as),
    groups: groups.flatMap((each) => each.found(as, nameOf(each.by))),
    ...views.as(as).found()
  })
  const toRead = makeCasesToRead(period, Math.min(period.to, now), now)
  return {
    end: period.to,
    // Cases that closed at any time can be similar.
    from: learning?.procedureAfter === undefined ? before.from : Number.NEGATIVE_INFINITY,
    take: (known) => {
      views.take(known)
      figures.take(known)
      for (const each of groups) each.take(known)
      toRead.take(known)
    },
    review: (nameOf = () => undefined) => {
      const [was, is] = [found("atEnd", nameOf), found("now", nameOf)]
      const [read, unread] = [toRead.worthReading(), toRead.changed()]
      const learned = {
        figures: changedFigures(was.figures, is.figures),
        heard: changedCounts(was.heard, is.heard),
        granted: changedGrants(was.granted, is.granted),
        answers: changedAnswers(was.answers, is.answers),
        groups: changedGroups(was.groups, is.groups),
        comingBack: changedComplaints(was.comingBack, is.comingBack),
        proceduresDue: changedProcedures(was.proceduresDue, is.proceduresDue)
      }
      const isLearned = [...Object.values(learned), unread.rows].some((rows) => rows.length > 0)
      return {
        name,
        period,
        before,
        ...asListed(was, read),
        ...(isLearned ? { learnedLater: asListed(learned, unread) } : {})
      }
    }
  }
}

/** Returns the groups of a grouping that have their own targets. */
const makeTargetedGroups = ({ bundle }: Policy.Policy, by: string, counts: KnownCounts) => {
  const { learning = { targets: {} } } = bundle
  return {
    take: (known: KnownCase<CaseSummary>): void => counts.take(known),
    by,
    found: (as: "atEnd" | "now", nameOf: GroupName | undefined): readonly TargetedGroup[] =>
      [...counts[as].groups(nameOf)].flatMap(([name, totals]) => {
        const targets = targetsOfGroup({ ...learning, targets: {} }, by, name)
        const figures = figuresOf(totals, targets).filter(({ target }) => target !== undefined)
        return figures.length === 0 ? [] : [{ by, name, figures }]
      })
  }
}

type Found = Omit<ReviewFindings, "worthReading" | "more">

/** Returns the groups with figures that changed, with only those figures. */
const changedGroups = (then: readonly TargetedGroup[], now: readonly TargetedGroup[]): readonly TargetedGroup[] =>
  now.flatMap((group) => {
    const before = then.find(({ by, name }) => by === group.by && name === group.name)
    const figures = changedFigures(before?.figures ?? [], group.figures)
    return figures.length === 0 ? [] : [{ ...group, figures }]
  })

/** What a review counts beside figures. */
interface ViewCounts extends CaseCounter<ViewCounts> {
  readonly lists: ListCounts
  readonly complaints: ComplaintCounts
  readonly closed: ClosedCases | undefined
  found(): Omit<Found, "figures" | "groups">
}

const makeViewCounts = (policy: Policy.Policy, period: Period, before: Period, now: number): ViewCounts => {
  const procedureAfter = policy.bundle.learning?.procedureAfter
  const [lists, complaints] = [makeListCounts(period, now), makeComplaintCounts(period, before)]
  const closed = procedureAfter === undefined ? undefined : makeClosedCases(procedureAfter, period.to)
  return {
    lists,
    complaints,
    closed,
    take: (summary) => {
      lists.take(summary)
      complaints.take(summary)
      closed?.take(summary)
    },
    add: (other) => {
      lists.add(other.lists)
      complaints.add(other.complaints)
      if (other.closed !== undefined) closed?.add(other.closed)
    },
    found: () => ({ ...lists.found(), comingBack: complaints.repeated(), proceduresDue: closed?.due() ?? [] })
  }
}

const asListed = (found: Found, { rows, more }: CaseList): ReviewFindings => ({
  ...found,
  worthReading: rows,
  comingBack: found.comingBack.slice(0, MOST_ROWS),
  proceduresDue: found.proceduresDue.slice(0, MOST_ROWS),
  more: {
    worthReading: more,
    comingBack: beyond(found.comingBack),
    proceduresDue: beyond(found.proceduresDue)
  }
})

const beyond = (rows: readonly unknown[]): number => Math.max(0, rows.length - MOST_ROWS)
