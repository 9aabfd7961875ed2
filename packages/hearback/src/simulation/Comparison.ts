/**
 * Compares two policies, or two staffs, with the same customers: what became better or worse, and the line that
 * changed it.
 */
import { defined } from "@hearback/core"
import {
  type ComparedReports,
  dimensions,
  type FigureDifference,
  type FirstDifference,
  type MetricDimension,
  type MetricGroup,
  type MetricName,
  metrics,
  type SimulationSubject,
  type Statistic
} from "@hearback/simulation"
import { type Place, placeOf } from "../answer/Place.ts"
import * as Shape from "../call/Shape.ts"
import { scaleOf, titleOfFigure, valueText } from "./Figure.ts"
import { type Amount, amountOf, type Judgement, judgement, type KnownFigure, lineText } from "./Judgement.ts"
import { reportFrom, type SimulationReport } from "./Report.ts"

/** Two simulations with the same customers, for comparison. */
export interface SimulationComparison {
  readonly before: SimulationReport
  readonly after: SimulationReport
  /**
   * The figures that both have, with their difference. Units: ms for lengths of time, 0 to 1 for shares, units of the
   * currency for money.
   */
  readonly differences: readonly FigureDifference[]
  /** The first event that differs, and the line of the policy behind it; absent if both are the same. */
  readonly firstChange?: FirstChange
}

/** The first event that differs. */
export interface FirstChange {
  readonly at: Date
  readonly case: string
  /** The event in each of both simulations; absent if nothing happened there. */
  readonly before?: string
  readonly after?: string
  /** For the same event in both: whether its time differs, or its content. */
  readonly differs?: "time" | "content"
  readonly place?: Place
  /** The number of cases that differ in that replication, and of all its cases. */
  readonly changed: number
  readonly of: number
}

/** A figure by its names. A clock without a metric means `attainment`: how often its deadline is met. */
export type FigureAsked = Groups &
  (
    | { readonly clock: string; readonly metric?: "attainment" }
    | { readonly metric: Exclude<MetricName, "attainment">; readonly gate?: string; readonly role?: string }
  )

interface Groups {
  /** Of a length of time; default the mean. */
  readonly statistic?: Statistic
  readonly grade?: string
  readonly category?: string
  readonly channel?: string
  readonly person?: string
}

/**
 * A figure, and by how much it may become worse: a share as `0.01` or `"1%"`, a length of time as `"1 hour"`. Default:
 * not at all.
 */
export type NoWorse = FigureAsked & { readonly by?: Amount }

/** Returns the requested figure after its names are checked. */
export const readAsked = (asked: FigureAsked, checkName: (dimension: MetricDimension, name: string) => void) => {
  Shape.mustBe("a figure", asked, Shape.object)
  const { metric = "attainment", statistic = "mean", ...rest } = asked
  const about: MetricGroup = rest
  Shape.checkValue("`metric`", metric, Shape.oneOf(Object.keys(metrics)))
  for (const [dimension, name] of Object.entries(about)) {
    Shape.checkValue("what a figure is of", dimension, Shape.oneOf(dimensions))
    if (name !== undefined) checkName(dimension as MetricDimension, name)
  }
  if (metric === "attainment" && about.clock === undefined)
    throw Shape.invalid('`attainment` needs the name of a clock, such as `clock: "agreed"`; or name another `metric`')
  return { metric, statistic, about }
}

/** Makes a comparison. */
export const comparisonFrom = (
  before: SimulationSubject,
  after: SimulationSubject,
  { before: was, after: is, differences, firstChange }: ComparedReports
): SimulationComparison =>
  defined({
    before: reportFrom({ subject: before, report: was }),
    after: reportFrom({ subject: after, report: is }),
    differences: differences.map((one) => inUnits(one, scaleOf(after, one.metric))),
    firstChange: firstChange && changeOf(before, after, firstChange)
  })

const inUnits = (one: FigureDifference, scale: number): FigureDifference => {
  const { before, after, difference, halfWidth, low, high } = one
  const numbers = Object.entries(defined({ before, after, difference, halfWidth, low, high }))
  return { ...one, ...Object.fromEntries(numbers.map(([key, value]) => [key, value / scale])) }
}

const changeOf = (before: SimulationSubject, after: SimulationSubject, change: FirstDifference): FirstChange =>
  defined({
    at: new Date(change.at),
    case: change.case,
    before: change.before?.event.event,
    after: change.after?.event.event,
    differs: differsIn(change),
    place: placeOf(after.policy, change.after?.rule) ?? placeOf(before.policy, change.before?.rule),
    changed: change.changed,
    of: change.of
  })

const differsIn = ({ before, after }: FirstDifference): FirstChange["differs"] => {
  if (before === undefined || before.event.event !== after?.event.event) return undefined
  return before.event.at === after.event.at ? "content" : "time"
}

/**
 * Judges by the interval of the difference whether a figure became worse by more than an amount.
 *
 * Errors: `call/invalid` for an unknown name, and for a figure that cannot become worse.
 */
export const judgeNoWorse = (comparison: SimulationComparison, asked: NoWorse): Judgement => {
  Shape.mustBe("what is asked of a comparison", asked, Shape.object)
  const { by = 0, ...figure } = asked
  const { metric, statistic, about } = readAsked(figure, comparison.after.checkName)
  const { better } = metrics[metric] as { readonly better?: "more" | "less" }
  if (better === undefined) throw Shape.invalid(`\`${metric}\` has no worse direction`)
  const found = differenceIn(comparison, metric, about, statistic)
  const allowed = amountOf(metric, by)
  const edges =
    better === "more"
      ? { least: -allowed, most: Number.POSITIVE_INFINITY }
      : { least: Number.NEGATIVE_INFINITY, most: allowed }
  const title = titleOfFigure(metric, about, statistic)
  const asks = `required: worse by at most ${valueText(metric, allowed)}`
  const { before, after } = comparison
  if (after.isUnstable && !before.isUnstable)
    return {
      verdict: "fail",
      ok: false,
      says: `${title}: work piles up after the change, but not before it; ${asks}`
    }
  const known = knownOf(comparison, found)
  return judgement(known, edges, `${title}: ${differenceText(metric, found)}; ${asks}${changeText(comparison)}`)
}

const differenceIn = (
  { differences }: SimulationComparison,
  metric: MetricName,
  about: MetricGroup,
  statistic: Statistic
): FigureDifference | undefined => {
  const names = Object.keys(about) as readonly (keyof MetricGroup)[]
  return differences.find(
    (one) =>
      one.metric === metric &&
      one.statistic === statistic &&
      Object.keys(one.about).length === names.length &&
      names.every((name) => one.about[name] === about[name])
  )
}

const knownOf = ({ after, before }: SimulationComparison, found: FigureDifference | undefined): KnownFigure => {
  const isUnstable = after.isUnstable && before.isUnstable
  const status = isUnstable ? "unstable" : (found?.status ?? "insufficient")
  const { difference: value, low, high } = isUnstable ? {} : (found ?? {})
  return defined({ status, value, low, high, count: 0, replications: after.plain.identity.replications })
}

const differenceText = (metric: MetricName, found: FigureDifference | undefined): string => {
  const { before, after, difference, low, high } = found ?? {}
  if (before === undefined || after === undefined || difference === undefined) return "no figure"
  const text = (value: number): string => valueText(metric, value)
  const interval = low === undefined || high === undefined ? "" : ` (${text(low)} to ${text(high)})`
  return `from ${text(before)} to ${text(after)}, by ${text(difference)}${interval}`
}

const alike = { time: "comes at another time", content: "says something else" } as const

const changeText = ({ firstChange }: SimulationComparison): string => {
  if (firstChange === undefined) return "; nothing happened otherwise"
  const { at, case: id, before = "nothing", after = "nothing", differs, place, changed, of } = firstChange
  const what = differs === undefined ? `${before}, then ${after}` : `${before} ${alike[differs]}`
  return `\nwhat changed first: case ${id} at ${at.toISOString()}: ${what}${lineText(place)}; ${changed} of ${of} cases went otherwise`
}
