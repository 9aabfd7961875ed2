/** Figures, counts of categories and grants, in the words of the policy version in force. */
import { defined, inLanguage, Text } from "@hearback/core"
import * as Insight from "@hearback/insight"
import type { Session } from "../call/Call.ts"

/** Whether a target is met; `nothing` if there are no data points to judge. */
export type Verdict = "met" | "missed" | "nothing"

/** One measure of a period, with its target and the verdict. */
export interface Figure {
  /** The name in the policy language; `cycle-time.told` is that of one gate. */
  readonly measure: string
  /** How the value is computed from its data points; `net` is that of `nps`. */
  readonly shape: "count" | "share" | "mean" | "median" | "net"
  /**
   * The value; absent if there are no data points. Units: 0 to 1 for a share, -100 to 100 for `nps`, ms for a length of
   * time.
   */
  readonly value?: number
  /** The value in words: `92.3%`, `2 d 4 h`. */
  readonly says?: string
  /** The number of data points: cases, promises, answers, gates … */
  readonly of: number
  /** For a share: how many of the data points count for it. */
  readonly hits?: number
  /**
   * Data points that are counted apart and not in the value: refuted misses, misses of a deadline that was replaced,
   * answers that a later one replaced, answers that the staff entered for the customer.
   */
  readonly apart: Readonly<Record<"refuted" | "earlier-deadline" | "overtaken" | "on-behalf", number>>
  /**
   * Percentiles of a length of time, if asked for: the time within which 50% … of the data points lie. Units: `value`
   * in ms.
   */
  readonly percentiles?: Readonly<Record<Insight.Percentile, { readonly value: number; readonly says: string }>>
  /** The target of the policy in words: `≥ 95%`. */
  readonly target?: string
  /** Whether the target is met; absent without a target. */
  readonly verdict?: Verdict
}

/** The number of cases of one category in a period. */
export interface Heard {
  /** The title of the category, or its name without one; empty if the cases have no category yet. */
  readonly category: string
  readonly cases: number
}

/** What was granted in a period with one power, by the role whose limit allowed it. */
export interface Granted {
  readonly role: string
  readonly power: "compensate" | "discount" | "grant"
  /** How often it was granted. */
  readonly times: number
  /** The sum.  Units: of the currency (`compensate`), percent (`discount`), units (`grant`). */
  readonly sum: number
  /** The currency of the sum, as an ISO 4217 code. */
  readonly currency?: string
}

/** Returns the title of a category, else its name. */
export const categoryTitle = ({ engine, language }: Session, name: string): string => {
  const { dictionary, language: own } = engine.policies.active.bundle
  const title = dictionary.categories.find((category) => category.name === name)?.title
  return inLanguage(title, language, own) ?? Text.readable(name)
}

/** Returns a figure for hosts. */
export const figureOf = (
  { language }: Session,
  { measure, shape, value, tally, target, verdict }: Insight.MeasureFigure,
  { percentiles = false }: { readonly percentiles?: boolean } = {}
): Figure =>
  defined({
    measure,
    shape,
    value,
    says: value === undefined ? undefined : Insight.renderValue(shape, value, language),
    of: tally.cases,
    hits: shape === "share" ? tally.sum : undefined,
    apart: tally.apart,
    percentiles: percentiles && shape === "median" && value !== undefined ? percentilesOf(tally, language) : undefined,
    target: target && Insight.renderTarget(target, language),
    verdict
  })

const percentilesOf = (
  tally: Insight.MeasureFigure["tally"],
  language: Session["language"]
): NonNullable<Figure["percentiles"]> =>
  Object.fromEntries(
    Insight.percentiles.map((percent) => {
      const value = Insight.percentileOf(tally, percent) ?? 0
      return [percent, { value, says: Insight.renderValue("median", value, language) }]
    })
  ) as NonNullable<Figure["percentiles"]>

/** Returns the counts of categories for hosts. */
export const heardOf = (session: Session, heard: readonly Insight.CategoryCount[]): readonly Heard[] =>
  heard.map(({ category, cases }) => ({ category: categoryTitle(session, category), cases }))

/** Returns the grants for hosts. */
export const grantedOf = ({ engine }: Session, granted: readonly Insight.GrantTotal[]): readonly Granted[] => {
  const digits = engine.policies.active.bundle.currency?.digits ?? 2
  const scale = { compensate: 10 ** digits, discount: 100, grant: 1 }
  return granted.map((one) => ({ ...one, sum: one.sum / scale[one.power] }))
}

/** Returns the beginning and the end of a period as dates. */
export const datesOf = ({ from, to }: Insight.Period) => ({ from: new Date(from), to: new Date(to) })
