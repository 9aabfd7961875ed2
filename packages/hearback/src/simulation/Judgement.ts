/** Judges whether a figure keeps a bound by its interval, so that a test does not pass or fail by chance. */
import { defined } from "@hearback/core"
import { parseDuration } from "@hearback/policy"
import { type MetricName, metrics, metricWord, verdictOf } from "@hearback/simulation"
import type { Place } from "../answer/Place.ts"
import { invalid } from "../call/Shape.ts"
import { estimateText, type SimulatedFigure, valueText } from "./Figure.ts"

/**
 * An amount: a share as `0.95` or `"95%"`, a length of time as `"2 days"` or in milliseconds, money in units of the
 * currency.
 */
export type Amount = number | string

/** The bound of a figure: at least, at most, or both. */
export interface Bound {
  readonly atLeast?: Amount
  readonly atMost?: Amount
}

/** Whether a figure keeps a bound, judged by its interval. */
export interface Judgement {
  /** `inconclusive`: the bound lies inside the interval, or nothing is known. */
  readonly verdict: "pass" | "fail" | "inconclusive"
  /** Whether the verdict is `pass`. */
  readonly ok: boolean
  /** A sentence: the bound, the figure, and the line of the policy behind it. */
  readonly says: string
  /** About how many replications would decide it, if more of them can. */
  readonly replicationsNeeded?: number
}

/** Judges a figure by its interval. Errors: `call/invalid` if the bound does not have the unit of the figure. */
export const judge = (figure: SimulatedFigure, bound: Bound): Judgement => {
  const { metric, title, place } = figure
  const { low: least, high: most } = edgesOf(metric, bound)
  const asked = `required: ${boundText(metric, least, most)}`
  return judgement(figure, { least, most }, `${title}: ${estimateText(figure)}; ${asked}${lineText(place)}`)
}

/** What a judgement needs: a value with its interval, or why there is none. */
export type KnownFigure = Pick<SimulatedFigure, "value" | "low" | "high" | "status" | "count" | "replications">

/** Judges a value with its interval. */
export const judgement = (
  known: KnownFigure,
  edges: { readonly least: number; readonly most: number },
  says: string
): Judgement => {
  const { verdict, replicationsNeeded } = verdictOf(known, edges)
  if (verdict !== "inconclusive") return { verdict, ok: verdict === "pass", says }
  const { low, high, replications } = known
  if (low === undefined || high === undefined) return { verdict, ok: false, says: `${says}\n${whyNone(known)}` }
  const more =
    replicationsNeeded === undefined
      ? "no number of replications decides it, because the value lies on the bound"
      : `about ${replicationsNeeded} are needed: \`replications: { least: ${replicationsNeeded} }\``
  return {
    verdict,
    ok: false,
    says: `${says}\ninconclusive: ${replications} replications are too few; ${more}`,
    ...defined({ replicationsNeeded })
  }
}

const whyNone = ({ status, count }: KnownFigure): string => {
  switch (status) {
    case "unstable":
      return "inconclusive: work piles up, because this staff cannot keep up with the arrivals; use more people or fewer arrivals, not more replications"
    case "single":
      return "inconclusive: one replication has no interval; use more: `replications: { least: 10 }`"
    default:
      return `inconclusive: it was observed ${count} times, and at least 10 are needed; simulate more \`weeks\` or \`arrivals\``
  }
}

/** Returns the place of a line for a message. */
export const lineText = (place: Place | undefined): string =>
  place === undefined ? "" : `; decided by ${place.file}:${place.line} (${place.rule})`

const boundText = (metric: MetricName, least: number, most: number): string => {
  const parts = [
    ...(Number.isFinite(least) ? [`at least ${valueText(metric, least)}`] : []),
    ...(Number.isFinite(most) ? [`at most ${valueText(metric, most)}`] : [])
  ]
  return parts.join(" and ")
}

/** Returns the bound as numbers, infinite if a side is open. */
const edgesOf = (metric: MetricName, { atLeast, atMost }: Bound): { readonly low: number; readonly high: number } => {
  if (atLeast === undefined && atMost === undefined) throw invalid("a bound needs `atLeast` or `atMost`, or both")
  return {
    low: atLeast === undefined ? Number.NEGATIVE_INFINITY : amountOf(metric, atLeast),
    high: atMost === undefined ? Number.POSITIVE_INFINITY : amountOf(metric, atMost)
  }
}

const DAY = 86_400_000

/** Returns an amount in the unit of a metric. Errors: `call/invalid`. */
export const amountOf = (metric: MetricName, amount: Amount): number => {
  const { unit } = metrics[metric]
  const en = metricWord(metric, "en")
  const value = typeof amount === "number" ? amount : readAs(unit, amount)
  if (!Number.isFinite(value) || value < 0 || (unit === "share" && value > 1))
    throw invalid(`${JSON.stringify(amount)} is not a value of “${en}”; expected: ${expected[unit]}`)
  return value
}

type Unit = (typeof metrics)[MetricName]["unit"]

const expected: Readonly<Record<Unit, string>> = {
  share: 'a share from 0 to 1, or one such as "95%"',
  ms: 'a length such as "2 days", or milliseconds',
  money: "a number of units of the currency",
  count: "a number",
  "of its power": "a number"
}

const readAs = (unit: Unit, text: string): number => {
  if (unit === "share") return Number(/^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim())?.[1] ?? Number.NaN) / 100
  if (unit !== "ms") return Number.NaN
  const length = parseDuration(text)
  if (length?._tag === "Elapsed" || length?._tag === "Working") return length.ms
  return length?._tag === "Civil" && length.months === 0 ? length.days * DAY : Number.NaN
}
