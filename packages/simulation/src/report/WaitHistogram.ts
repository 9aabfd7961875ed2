/** The distribution of durations over ranges that people use. */
import { Instant } from "@hearback/core"
import { aboutOf } from "../figure/Figures.ts"
import type { MetricName } from "../figure/Metric.ts"
import { type ReplicationFigure, type ReplicationOutcome, rankedTogether } from "../figure/Outcome.ts"
import { countUpTo } from "../statistic/Sketch.ts"

const { MINUTE, HOUR, DAY } = Instant

/** The bounds of the ranges.  Units: ms. */
const bounds = [
  ...[1, 15].map((minutes) => minutes * MINUTE),
  ...[1, 4, 8].map((hours) => hours * HOUR),
  ...[1, 2, 4, 7, 14, 28].map((days) => days * DAY)
]

/** The distribution of a duration. */
export interface WaitHistogram {
  readonly metric: "wait" | "time-to-answer"
  readonly count: number
  /** The upper bound of a range, which begins at the one before or at 0; the last has none.  Units: ms. */
  readonly parts: readonly { readonly upTo?: number; readonly share: number }[]
}

/** The figures that are shown: work of all kinds together, and all cases. Groups are contained in them. */
const isOfAll = (metric: MetricName, { about }: ReplicationFigure): boolean => {
  const names = Object.keys(aboutOf(about))
  return metric === "wait" ? names.length === 1 && (names[0] === "gate" || names[0] === "errand") : names.length === 0
}

/** Returns the distributions of waiting times and times to an answer; none without values. */
export const spreadsOf = (outcomes: readonly ReplicationOutcome[]): readonly WaitHistogram[] =>
  (["wait", "time-to-answer"] as const).flatMap((metric) => {
    const figures = outcomes.flatMap((one) => one.figures).filter((one) => one.metric === metric)
    const all = rankedTogether(figures.filter((one) => isOfAll(metric, one)))
    if (all.count === 0) return []
    const upTo = [...bounds.map((bound) => countUpTo(all, bound)), all.count]
    return [
      {
        metric,
        count: all.count,
        parts: upTo.map((below, index) => ({
          ...(index < bounds.length && { upTo: bounds[index] as number }),
          share: (below - (upTo[index - 1] ?? 0)) / all.count
        }))
      }
    ]
  })
