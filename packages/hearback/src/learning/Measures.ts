/** Every measure of the policy language over a period, in total and by group. */
import { defined } from "@hearback/core"
import * as Insight from "@hearback/insight"
import type { Session } from "../call/Call.ts"
import { type Instantish, toBound } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { type Answers, answersOf } from "./Answers.ts"
import { datesOf, type Figure, figureOf, type Granted, grantedOf, type Heard, heardOf } from "./Figure.ts"
import { groupingNamed, groupTitle, inReadingOrder, type MeasureGroup, otherGroup } from "./Groups.ts"
import { keptSummaries } from "./SummaryProjection.ts"
import { type CountedTexts, countedTextsOf, isTextFact, otherTexts } from "./TextGroups.ts"

/** The period and the grouping of measures. Default: from the first case until now, without groups. */
export interface MeasuresQuery {
  /** The start of the period. A date without a time is the start of that day in the zone of the policy. */
  readonly from?: Instantish
  /** The end of the period, not included. A date without a time includes that whole day in the zone of the policy. */
  readonly to?: Instantish
  /**
   * Also returns figures by group: `person` or `department` (of the owner at that instant), `category`, `kind`,
   * `channel`, a dimension of the policy, or a fact that is not personal. Of free text, the 100 most frequent values
   * are groups; all others are one group.
   */
  readonly by?: string
  /** Whether lengths of time also have percentiles. Default false. */
  readonly percentiles?: boolean
}

/** The shape of a query for measures. */
export const measuresQueryFields: Readonly<Record<keyof MeasuresQuery, Shape.ValueKind>> = {
  from: Shape.bound,
  to: Shape.bound,
  by: Shape.name,
  percentiles: Shape.flag
}

/** What is measured of a period. */
interface Measured {
  /** Every measure of the policy language. */
  readonly figures: readonly Figure[]
  /** The cases opened in the period, by category, the most frequent first. */
  readonly heard: readonly Heard[]
  /** What was granted, by power and by the role whose limit allowed it. */
  readonly granted: readonly Granted[]
  /** How customers answered the questions of surveys. */
  readonly answers: readonly Answers[]
  /** The figures of each group, if `by` was given. */
  readonly groups?: readonly MeasureGroup[]
}

/** The figures of a period, in groups if asked for. */
export interface Measures extends Measured {
  readonly from: Date
  /** The end of the period, not included. */
  readonly to: Date
  /** The name of the grouping. */
  readonly by?: string
  /**
   * What was learned after the end of the period: the rows that have another value now, with this value. A category
   * without cases now has 0 cases; grants that are gone have a sum of 0.
   */
  readonly learnedLater?: Measured
}

/** Returns the measures of a period, as known at its end.  Errors: `call/invalid` for an unknown grouping. */
export const measuresOf = async (session: Session, query: MeasuresQuery = {}): Promise<Measures> => {
  const { engine } = session
  const { bundle, zone } = engine.policies.active
  const now = engine.clock.now()
  const by = query.by === undefined ? undefined : groupingNamed(session, query.by)
  const from = query.from === undefined ? undefined : toBound(query.from, "from", zone)
  const period = {
    from: from ?? Number.NEGATIVE_INFINITY,
    to: query.to === undefined ? now + 1 : toBound(query.to, "to", zone, "end")
  }
  const known = { from: period.from, end: period.to }
  const { learning } = bundle
  const targetsOf =
    by === undefined || learning === undefined
      ? undefined
      : (group: string) => Insight.targetsOfGroup(learning, by, group)
  let first = now
  const counted = async (groupOf: Insight.GroupOf | undefined, texts?: CountedTexts): Promise<Insight.PeriodCounts> => {
    const counts = Insight.makePeriodCounts(defined({ period, now, targets: learning?.targets, groupOf, targetsOf }))
    for await (const page of keptSummaries(engine, known)) {
      for (const one of page) {
        texts?.take(one)
        if (texts?.areTooMany() === true) continue
        if (from === undefined) first = Math.min(first, one.atEnd?.about.firstAt ?? now)
        counts.take(one)
      }
    }
    return counts
  }
  const texts = by !== undefined && isTextFact(engine, by) ? await countedTextsOf(engine, by) : undefined
  const groupOf = by === undefined ? undefined : Insight.groupingOf(bundle, by)
  let counts = await counted(texts?.groupOf ?? groupOf, texts)
  const groups = await texts?.groups()
  const areNamed = texts?.areTooMany() === true
  if (areNamed) counts = await counted(groups?.groupOf)
  const { learnedLater, ...found } = counts.measures(areNamed ? undefined : groups?.nameOf)
  const measured = ({ figures, heard, granted, answers, groups: apart }: Insight.MeasureFindings): Measured => {
    const shown = (some: readonly Insight.MeasureFigure[]): readonly Figure[] =>
      some.map((figure) => figureOf(session, figure, defined({ percentiles: query.percentiles })))
    const each = [...apart].map(([group, of]): MeasureGroup => {
      if (group === otherTexts) return otherGroup(session, groups?.others ?? 0, shown(of))
      return { name: group, title: by === undefined ? group : groupTitle(session, by, group), figures: shown(of) }
    })
    return defined({
      figures: shown(figures),
      heard: heardOf(session, heard),
      granted: grantedOf(session, granted),
      answers: answersOf(session, answers),
      groups: by === undefined ? undefined : inReadingOrder(session, by, each)
    })
  }
  return defined({
    ...datesOf({ from: from ?? first, to: period.to }),
    ...measured(found),
    by,
    learnedLater: learnedLater && measured(learnedLater)
  })
}
