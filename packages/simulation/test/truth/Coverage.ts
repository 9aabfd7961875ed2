/** Checks whether intervals are right: in how many of many simulations of one queue they contain the true value. */

import { prepare } from "../../src/replicate/PreparedSimulation.ts"
import { estimatesOf } from "../../src/report/Estimate.ts"
import { crew, HOUR, queue, queuePolicy } from "./Queue.ts"

const [lambda, mu] = [0.5, 1]

/** The true values of M/M/1: the mean wait, and the median time in the system, which is exponential. */
const truths = { mean: lambda / (mu * (mu - lambda)), median: Math.log(2) / (mu - lambda) }

/** The number of intervals that contain the true value. */
export interface Coverage {
  mean: number
  median: number
  of: number
}

/**
 * Makes simulations of thirty replications each, from a seed on, and counts those whose interval contains the true
 * value.
 */
export const coverage = (simulations: number, firstSeed: number): Coverage => {
  const found: Coverage = { mean: 0, median: 0, of: 0 }
  const policy = queuePolicy()
  const work = { times: [{ time: { kind: "exponential", mean: HOUR / mu } }] } as const
  for (let seed = firstSeed; seed < firstSeed + simulations; seed++) {
    const { run, plan } = prepare({ policy, simulation: queue(lambda, [crew("served", 1)], { weeks: 1, seed, work }) })
    const outcomes = Array.from({ length: 30 }, (_, k) => run(k, plan.from + 24 * HOUR))
    const parts = (metric: string, about: string) =>
      outcomes.map(({ figures }) => figures.find((one) => one.metric === metric && one.about === about))
    const judging = { level: 0.95, isUnstable: false }
    const wait = estimatesOf({ metric: "wait", about: "gate\tserved", parts: parts("wait", "gate\tserved") }, judging)
    const time = estimatesOf({ metric: "time-to-answer", about: "", parts: parts("time-to-answer", "") }, judging)
    const holds = (estimate: (typeof wait)[0] | undefined, hours: number): boolean =>
      (estimate?.low ?? 0) <= hours * HOUR && hours * HOUR <= (estimate?.high ?? 0)
    found.of += 1
    found.mean += holds(wait[0], truths.mean) ? 1 : 0
    found.median += holds(
      time.find(({ statistic }) => statistic === "p50"),
      truths.median
    )
      ? 1
      : 0
  }
  return found
}
