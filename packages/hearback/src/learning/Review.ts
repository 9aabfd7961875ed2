/** The pack of a review: the figures of a period beside those of the period before, and what is worth a meeting. */
import { defined } from "@hearback/core"
import * as Insight from "@hearback/insight"
import type { Session } from "../call/Call.ts"
import { hearbackError } from "../call/HearbackError.ts"
import { categoryTitle, datesOf, type Figure, figureOf, grantedOf, heardOf } from "./Figure.ts"
import type { Measures } from "./Measures.ts"
import { opensFacts, storiesOf } from "./Stories.ts"

/** Why a case was chosen.  Units: `late` in ms. */
export type WorthReadingReason = { readonly at: Date } & (
  | { readonly why: "promise-missed"; readonly clock: string; readonly late: number }
  | { readonly why: "reopened" | "dissatisfied" }
  | { readonly why: "verification-failed"; readonly gate: string }
  | { readonly why: "spot-check-wrong"; readonly duty: string }
  | { readonly why: "most-handovers"; readonly times: number }
)

export interface Review extends Measures {
  readonly name: string
  /** The period before, beside which the figures stand. */
  readonly before: { readonly from: Date; readonly to: Date }
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

/** Returns the last whole period of a review as it is due at an instant. Errors: `review/unknown`. */
export const reviewOf = async (session: Session, name: string, at: number): Promise<Review> => {
  const { engine, language } = session
  const { active } = engine.policies
  const pack = Insight.review(active, name, await storiesOf(engine, opensFacts(active)), at, engine.clock.now())
  if (pack === undefined) {
    const known = Object.keys(active.bundle.learning?.reviews ?? {}).join(", ")
    throw hearbackError("review/unknown", `the policy has no review \`${name}\`; it has ${known || "none"}`)
  }
  const titleOf = (category = ""): string => categoryTitle(session, category)
  return {
    name,
    ...datesOf(pack.period),
    before: datesOf(pack.before),
    figures: pack.figures.map((figure) =>
      defined({
        ...figureOf(session, figure),
        before: figure.before === undefined ? undefined : Insight.renderValue(figure.shape, figure.before, language)
      })
    ),
    heard: heardOf(session, pack.heard),
    granted: grantedOf(session, pack.granted),
    worthReading: pack.worthReading.map(({ case: id, category, reasons }) => ({
      case: id,
      category: titleOf(category),
      reasons: reasons.map((reason) => ({ ...reason, at: new Date(reason.at) }))
    })),
    comingBack: pack.comingBack.map((one) => ({ ...one, category: titleOf(one.category) })),
    proceduresDue: pack.proceduresDue.map((due) => ({
      ...due,
      category: titleOf(due.category),
      since: new Date(due.since)
    }))
  }
}
