/** Every figure of a report, with what it counts and its unit. */
import type { Bundle } from "@hearback/core"
import { texts } from "../text/catalogue/Texts.ts"

/**
 * The kind of a metric. `share`: a share of cases. `duration`: a duration, with its quantiles. `level`: the average
 * number over time. `amount`: the number or sum in a week. `mean`: the number or sum for each case.
 */
export type MetricSort = "share" | "duration" | "level" | "amount" | "mean"
/** The unit of a metric. */
export type MetricUnit = "share" | "ms" | "count" | "money" | "of its power"

interface Description {
  /** Which direction is better; absent if neither is. */
  readonly better?: "more" | "less"
  readonly sort: MetricSort
  readonly unit: MetricUnit
}

/** All metrics. */
export const metrics = {
  arrived: { sort: "amount", unit: "count" },
  routines: { sort: "amount", unit: "count" },
  answered: {
    better: "more",
    sort: "amount",
    unit: "count"
  },
  closed: {
    better: "more",
    sort: "amount",
    unit: "count"
  },
  unanswered: { better: "less", sort: "mean", unit: "count" },
  attainment: { better: "more", sort: "share", unit: "share" },
  "time-to-answer": {
    better: "less",
    sort: "duration",
    unit: "ms"
  },
  "time-to-close": {
    better: "less",
    sort: "duration",
    unit: "ms"
  },
  wait: { better: "less", sort: "duration", unit: "ms" },
  work: { sort: "duration", unit: "ms" },
  "gate-time": {
    better: "less",
    sort: "duration",
    unit: "ms"
  },
  "customer-wait": { sort: "duration", unit: "ms" },
  "pause-time": { sort: "duration", unit: "ms" },
  "approval-wait": { better: "less", sort: "duration", unit: "ms" },
  "in-hand": {
    better: "less",
    sort: "level",
    unit: "count"
  },
  open: { better: "less", sort: "level", unit: "count" },
  queue: {
    better: "less",
    sort: "level",
    unit: "count"
  },
  utilisation: { sort: "share", unit: "share" },
  "hand-overs": { sort: "mean", unit: "count" },
  approvals: { sort: "mean", unit: "count" },
  escalations: { better: "less", sort: "mean", unit: "count" },
  reopened: { better: "less", sort: "mean", unit: "count" },
  contacts: { better: "less", sort: "mean", unit: "count" },
  pauses: { sort: "mean", unit: "count" },
  extensions: { better: "less", sort: "mean", unit: "count" },
  waivers: { sort: "mean", unit: "count" },
  splits: { sort: "mean", unit: "count" },
  silent: {
    sort: "share",
    unit: "share"
  },
  dissatisfied: {
    better: "less",
    sort: "share",
    unit: "share"
  },
  lost: { better: "less", sort: "mean", unit: "count" },
  refused: { better: "less", sort: "mean", unit: "count" },
  stuck: {
    better: "less",
    sort: "mean",
    unit: "count"
  },
  authority: { sort: "amount", unit: "of its power" },
  "cost-of-work": { better: "less", sort: "amount", unit: "money" },
  "cost-of-compensation": {
    better: "less",
    sort: "amount",
    unit: "money"
  },
  "cost-of-lost-customers": {
    better: "less",
    sort: "amount",
    unit: "money"
  }
} as const satisfies Readonly<Record<string, Description>>

/** The name of a figure of a simulation, such as `attainment` or `utilisation`. */
export type MetricName = keyof typeof metrics

/** What a figure can be about, apart from all cases. */
export const dimensions = [
  "clock",
  "gate",
  "errand",
  "grade",
  "category",
  "channel",
  "loop",
  "role",
  "person",
  "power"
] as const

/** One of these dimensions. */
export type MetricDimension = (typeof dimensions)[number]
/** What a figure is about: a name in each of its dimensions. */
export type MetricGroup = Readonly<Partial<Record<MetricDimension, string>>>

/** Returns which direction of a metric is better, if one is. */
export const betterOf = (metric: MetricName): "more" | "less" | undefined => {
  const description: Description = metrics[metric]
  return description.better
}

/** Returns whether quantiles of a metric are reported. */
export const hasQuantiles = (metric: MetricName): boolean => metrics[metric].sort === "duration"

/** Returns the title of a metric. */
export const metricWord = (metric: MetricName, language: Bundle.Language): string => texts[language].metric[metric]
