/** What a host learns from its cases: measures, reviews, and the report to customers. */
import type { Session } from "../call/Call.ts"
import { type Instantish, toBound } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { type Measures, type MeasuresQuery, measuresOf, measuresQueryFields } from "./Measures.ts"
import { publicReportOf, type ReportStopped, type SaidAndDone } from "./PublicReport.ts"
import { type Review, reviewOf } from "./Review.ts"

/**
 * Follows from the record alone; what was counted before is kept, and what happened since is read first. A case counts
 * as its own version of the policy says, targets and
 * reviews as the version in force does. What has fallen due counts once it was told: `tick` first.
 *
 * A period shows what was known at its end. `learnedLater` has the values that are different now.
 */
export interface Learning {
  /** Every measure of the language over a period, by default from the first case until now. */
  measures(query?: MeasuresQuery): Promise<Measures>
  /**
   * The last whole period of a review of the policy, in the policy's zone, as it is due at an instant; by default now.
   * A bare date is the begin of that day.
   * Errors: `review/unknown`, which names those that there are.
   */
  review(name: string, options?: { readonly at?: Instantish }): Promise<Review>
  /**
   * You said, we did: what customers may read of the last whole period of `you-said-we-did`. Texts appear that a person
   * released with `publish`; where one of them holds a phone, an address, a number of an order …, there is no report. It
   * counts what was known at the end of the period; what was done is told as it may be told now. A bare date is the begin of that day.
   * Errors: `review/unknown` where the policy does not say how often.
   */
  saidAndDone(options?: { readonly at?: Instantish }): Promise<SaidAndDone | ReportStopped>
}

const atFields: Shape.ArgumentFields = { at: Shape.bound }

/** Makes the methods that learn from the record. */
export const learningOf = (session: Session): Learning => {
  const instantOf = (given: Instantish | undefined): number =>
    given === undefined ? session.engine.clock.now() : toBound(given, "at", session.engine.policies.active.zone)
  return {
    measures: async (query) => {
      session.begin()
      Shape.check("measures", query, measuresQueryFields)
      return measuresOf(session, query)
    },
    review: async (name, options) => {
      session.begin()
      Shape.check("review", options, atFields)
      return reviewOf(session, name, instantOf(options?.at))
    },
    saidAndDone: async (options) => {
      session.begin()
      Shape.check("saidAndDone", options, atFields)
      return publicReportOf(session, instantOf(options?.at))
    }
  }
}
