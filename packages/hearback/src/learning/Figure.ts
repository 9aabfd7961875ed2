/** Figures, what was heard and what was given, in the words of the version of the policy in force. */
import { defined, inLanguage } from "@hearback/core"
import * as Insight from "@hearback/insight"
import type { Session } from "../call/Call.ts"

/** `nothing`: no case belongs, so there is nothing to judge. */
export type Verdict = "met" | "missed" | "nothing"

/** One measure of a period, with its target and whether it was kept. */
export interface Figure {
  /** As the policy language names it; `cycle-time.told` for one gate. */
  readonly measure: string
  readonly shape: "count" | "share" | "mean" | "median" | "net"
  /** Absent where no case belongs.  Units: 0 to 1 for a share, -100 to 100 for `nps`, ms for a length. */
  readonly value?: number
  /** The value in words: `92.3%`, `2 d 4 h`. */
  readonly says?: string
  /** How many data points it is reckoned from: cases, promises, answers, gates … */
  readonly of: number
  /** Of a share: how many of them count. */
  readonly hits?: number
  /**
   * Counted beside the figure, never in it: refuted misses, misses of a replaced deadline, answers made void, answers that
   * the staff entered for the customer.
   */
  readonly apart: Readonly<Record<"refuted" | "earlier-deadline" | "overtaken" | "on-behalf", number>>
  /** Of a length, where it was asked for: the time within which so many percent of all lie.  Units: `value` in ms. */
  readonly percentiles?: Readonly<Record<Insight.Percentile, { readonly value: number; readonly says: string }>>
  /** What the policy aims at, in words: `≥ 95%`. */
  readonly target?: string
  readonly verdict?: Verdict
}

/** How many cases of a category a period has. */
export interface Heard {
  /** Title of the category, else its name; empty where nobody has said it yet. */
  readonly category: string
  readonly cases: number
}

/** Grants, summed by the role whose limit allowed them. */
export interface Granted {
  readonly role: string
  readonly power: "compensate" | "discount" | "grant"
  readonly times: number
  /** Units: of the currency (`compensate`), percent (`discount`), units (`grant`). */
  readonly sum: number
  readonly currency?: string
}

/** Returns the title of a category, else its name. */
export const categoryTitle = ({ engine, language }: Session, name: string): string => {
  const { dictionary, language: own } = engine.policies.active.bundle
  const title = dictionary.categories.find((category) => category.name === name)?.title
  return inLanguage(title, language, own) ?? name
}

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

export const heardOf = (session: Session, heard: readonly Insight.CategoryCount[]): readonly Heard[] =>
  heard.map(({ category, cases }) => ({ category: categoryTitle(session, category), cases }))

export const grantedOf = ({ engine }: Session, granted: readonly Insight.GrantTotal[]): readonly Granted[] => {
  const digits = engine.policies.active.bundle.currency?.digits ?? 2
  const scale = { compensate: 10 ** digits, discount: 100, grant: 1 }
  return granted.map((one) => ({ ...one, sum: one.sum / scale[one.power] }))
}

/** Returns the beginning and the end of a period as dates. */
export const datesOf = ({ from, to }: Insight.Period) => ({ from: new Date(from), to: new Date(to) })
