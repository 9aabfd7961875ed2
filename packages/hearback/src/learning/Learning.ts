/** What a host learns from its cases: measures, reviews, and the report to customers. */
import type { Session } from "../call/Call.ts"
import { type Instantish, toBound } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { type Measures, type MeasuresQuery, measuresOf, measuresQueryFields } from "./Measures.ts"
import { publicReportOf, type ReportStopped, type SaidAndDone } from "./PublicReport.ts"
import { type Review, reviewOf } from "./Review.ts"

/**
 * Figures, reviews and the report to customers, computed from the record alone. Each case counts by its own version of
 * the policy; targets and reviews are those of the version in force. A deadline that passed counts after the next
 * `tick`. A period shows what was known at its end; `learnedLater` has values that are different now.
 */
export interface Learning {
  /** Returns every measure of the policy language over a period. Default: from the first case until now. */
  measures(query?: MeasuresQuery): Promise<Measures>
  /**
   * Returns a review of the policy for the last whole period before `at`, in the policy's zone. Default: now. A date
   * without a time is the start of that day. Errors: `review/unknown`, which lists the reviews of the policy.
   */
  review(name: string, options?: { readonly at?: Instantish }): Promise<Review>
  /**
   * Returns the report to customers (`you-said-we-did`) for the last whole period before `at`. It has only texts that a
   * person released with `publish`; if one of them contains a phone number, an address or an order number, there is no
   * report. Counts are those known at the end of the period. Errors: `review/unknown` if the policy does not say how
   * often.
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
