/** The pack of a review: the figures of a period beside those of the period before, and what is worth a meeting. */
import { defined } from "@hearback/core"
import * as Insight from "@hearback/insight"
import type { Session } from "../call/Call.ts"
import { hearbackError } from "../call/HearbackError.ts"
import { categoryTitle, datesOf, type Figure, figureOf, grantedOf, type Heard, heardOf } from "./Figure.ts"
import type { Measures } from "./Measures.ts"
import { opensFacts, storiesThenAndNow } from "./Stories.ts"

/** Why a case was chosen.  Units: `late` in ms. */
export type WorthReadingReason = { readonly at: Date } & (
  | { readonly why: "promise-missed"; readonly clock: string; readonly late: number }
  | { readonly why: "reopened" | "dissatisfied" }
  | { readonly why: "verification-failed"; readonly gate: string }
  | { readonly why: "spot-check-wrong"; readonly duty: string }
  | { readonly why: "most-handovers"; readonly times: number }
)

/** What a review lists of the cases. */
interface Findings {
  readonly heard: readonly Heard[]
  readonly figures: readonly (Figure & { readonly before?: string })[]
  /** Those with most reasons first, then the latest. */
  readonly worthReading: readonly {
    readonly case: string
    readonly category: string
    readonly reasons: readonly WorthReadingReason[]
  }[]
  /** What came at least twice: problems, and categories of complaints. */
  readonly comingBack: readonly {
    readonly of: "problem" | "category"
    readonly id: string
    readonly category: string
    /** Of a problem: the values of `problems.same` beside the category, as far as they are not personal. */
    readonly same: readonly string[]
    readonly cases: number
    readonly before: number
    readonly problem?: { readonly customers: number; readonly cases: number; readonly progress?: "live" | "verified" }
  }[]
  /** Groups of alike closed cases that have reached `procedure-after`, the latest first. */
  readonly proceduresDue: readonly {
    readonly category: string
    readonly cases: readonly string[]
    readonly since: Date
  }[]
}

export interface Review extends Omit<Measures, keyof Findings>, Findings {
  readonly name: string
  /** The period before, beside which the figures stand. */
  readonly before: { readonly from: Date; readonly to: Date }
  /**
   * What was learned since the end of the period: rows as they are known now, of those that were known otherwise or not at
   * all. A category that no case has any more has 0 cases; a case that is not worth reading any more has no reasons.
   */
  readonly learnedLater?: Findings
}

/**
 * Returns the last whole period of a review as it is due at an instant, as it was known at the end of that period.
 * Errors: `review/unknown`.
 */
export const reviewOf = async (session: Session, name: string, at: number): Promise<Review> => {
  const { engine } = session
  const { active } = engine.policies
  const reviews = active.bundle.learning?.reviews ?? {}
  const frequency = Object.hasOwn(reviews, name) ? reviews[name] : undefined
  if (frequency === undefined) throw unknown(name, reviews)
  const { to: end } = Insight.lastWholePeriod(frequency, at, active.zone).period
  const now = engine.clock.now()
  const stories = await storiesThenAndNow(engine, end, opensFacts(active))
  const pack = Insight.review(active, name, stories.then, at, Math.min(end, now))
  const asOfNow = Insight.review(active, name, stories.now, at, now)
  if (pack === undefined || asOfNow === undefined) throw unknown(name, reviews)
  const later = Insight.learnedLater(pack, asOfNow)
  return defined({
    name,
    ...datesOf(pack.period),
    before: datesOf(pack.before),
    granted: grantedOf(session, pack.granted),
    ...findingsOf(session, pack),
    learnedLater: later && findingsOf(session, later)
  })
}

const unknown = (name: string, reviews: Readonly<Record<string, unknown>>) =>
  hearbackError(
    "review/unknown",
    `the policy has no review \`${name}\`; it has ${Object.keys(reviews).join(", ") || "none"}`
  )

const findingsOf = (session: Session, found: Insight.LearnedLater): Findings => {
  const titleOf = (category = ""): string => categoryTitle(session, category)
  return {
    figures: found.figures.map((figure) =>
      defined({
        ...figureOf(session, figure),
        before:
          figure.before === undefined ? undefined : Insight.renderValue(figure.shape, figure.before, session.language)
      })
    ),
    heard: heardOf(session, found.heard),
    worthReading: found.worthReading.map(({ case: id, category, reasons }) => ({
      case: id,
      category: titleOf(category),
      reasons: reasons.map((reason) => ({ ...reason, at: new Date(reason.at) }))
    })),
    comingBack: found.comingBack.map((one) => ({ ...one, category: titleOf(one.category) })),
    proceduresDue: found.proceduresDue.map((due) => ({
      ...due,
      category: titleOf(due.category),
      since: new Date(due.since)
    }))
  }
}
