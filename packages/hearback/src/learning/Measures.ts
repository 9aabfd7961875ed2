/** Every measure of the policy language over a period. */
import * as Insight from "@hearback/insight"
import type { Session } from "../call/Call.ts"
import { type Instantish, toInstant } from "../call/Instant.ts"
import { datesOf, type Figure, figureOf, type Granted, grantedOf, type Heard, heardOf } from "./Figure.ts"
import { storiesOf } from "./Stories.ts"

export interface Measures {
  readonly from: Date
  /** Up to, but without, this instant. */
  readonly to: Date
  readonly figures: readonly Figure[]
  /** Cases opened, by category as it is known now, the most frequent first. */
  readonly heard: readonly Heard[]
  readonly granted: readonly Granted[]
}

/** Returns the measures of a period, by default from the first case until now. */
export const measuresOf = async (
  session: Session,
  given: { readonly from?: Instantish; readonly to?: Instantish } = {}
): Promise<Measures> => {
  const { engine } = session
  const now = engine.clock.now()
  const stories = await storiesOf(engine)
  const first = stories.reduce((earliest, { events }) => Math.min(earliest, events[0]?.at ?? now), now)
  const period = {
    from: given.from === undefined ? first : toInstant(given.from),
    to: given.to === undefined ? now + 1 : toInstant(given.to)
  }
  const figures = Insight.figuresOf(
    Insight.measureTotals(stories, period, now),
    engine.policies.active.bundle.learning?.targets
  )
  return {
    ...datesOf(period),
    figures: figures.map((figure) => figureOf(session, figure)),
    heard: heardOf(session, Insight.countByCategory(stories, period, now)),
    granted: grantedOf(session, Insight.grantTotals(stories, period))
  }
}
