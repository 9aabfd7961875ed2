/** Every measure of the policy language over a period, as a whole and by group. */
import { defined } from "@hearback/core"
import * as Insight from "@hearback/insight"
import type { Session } from "../call/Call.ts"
import { type Instantish, toInstant } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { datesOf, type Figure, figureOf, type Granted, grantedOf, type Heard, heardOf } from "./Figure.ts"
import { groupingNamed, groupTitle, inReadingOrder, type MeasureGroup } from "./Groups.ts"
import { eachStory, opensFact } from "./Stories.ts"

/** What is measured, by default everything from the first case until now. */
export interface MeasuresQuery {
  readonly from?: Instantish
  readonly to?: Instantish
  /**
   * Gives the figures apart as well: by `person` or `department` (who answered for the case then), `category`, `kind`,
   * `channel`, a grade of the policy by its name, or a fact that is not personal.
   */
  readonly by?: string
  /** Gives lengths of time with their percentiles. */
  readonly percentiles?: boolean
}

export const measuresQueryFields: Readonly<Record<keyof MeasuresQuery, Shape.Kind>> = {
  from: Shape.instant,
  to: Shape.instant,
  by: Shape.name,
  percentiles: Shape.flag
}

export interface Measures {
  readonly from: Date
  /** Up to, but without, this instant. */
  readonly to: Date
  readonly figures: readonly Figure[]
  /** Cases opened, by category as it is known now, the most frequent first. */
  readonly heard: readonly Heard[]
  readonly granted: readonly Granted[]
  /** Where `by` was asked for: its name, and the figures of each group. */
  readonly by?: string
  readonly groups?: readonly MeasureGroup[]
}

/** Returns the measures of a period.  Errors: `call/invalid` where nothing is grouped by that name. */
export const measuresOf = async (session: Session, query: MeasuresQuery = {}): Promise<Measures> => {
  const { engine } = session
  const { bundle } = engine.policies.active
  const now = engine.clock.now()
  const by = query.by === undefined ? undefined : groupingNamed(session, query.by)
  const from = query.from === undefined ? undefined : toInstant(query.from)
  const period = {
    from: from ?? Number.NEGATIVE_INFINITY,
    to: query.to === undefined ? now + 1 : toInstant(query.to)
  }
  const counts = Insight.makeMeasureCounts(period, now, by === undefined ? undefined : Insight.groupingOf(bundle, by))
  const [heard, granted] = [Insight.makeCategoryCounts(period, now), Insight.makeGrantTotals(period)]
  let first = now
  for await (const story of eachStory(engine, by === undefined ? [] : opensFact(bundle, by))) {
    first = Math.min(first, story.events[0]?.at ?? now)
    for (const each of [counts, heard, granted]) each.take(story)
  }
  const figures = (totals: readonly Insight.MeasureTotal[]): readonly Figure[] =>
    Insight.figuresOf(totals, bundle.learning?.targets).map((figure) =>
      figureOf(session, figure, defined({ percentiles: query.percentiles }))
    )
  const groups = [...counts.groups()].map(([name, totals]) => ({
    name,
    title: by === undefined ? name : groupTitle(session, by, name),
    figures: figures(totals)
  }))
  return defined({
    ...datesOf({ from: from ?? first, to: period.to }),
    figures: figures(counts.totals()),
    heard: heardOf(session, heard.counts()),
    granted: grantedOf(session, granted.totals()),
    by,
    groups: by === undefined ? undefined : inReadingOrder(session, by, groups)
  })
}
