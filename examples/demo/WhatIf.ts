/** Answers one "what if" question by simulation: the same policy and staff with half as many cases more. */
import { compare } from "hearback/simulation"
import { lengthOf } from "../../packages/hearback/src/cli/terminal/Times.ts"
import { type Example, policyOf } from "./Example.ts"
import { flushRight, type Page } from "./Page.ts"
import { wordsOf } from "./Words.ts"

/** Size of the simulation, small enough to finish while the examples run. */
const now = { weeks: 2, horizon: "terminating", seed: 7, replications: { least: 4 } } as const
const [perDay, more] = [4, 6]

/** Returns the lines of the report that give the answer. */
export const whatIfLines = async (example: Example, { language, paint, columns }: Page): Promise<readonly string[]> => {
  const words = wordsOf(language).whatIf
  const policy = policyOf(example)
  const { differences } = await compare(
    { ...now, policy, arrivals: { perDay } },
    { ...now, policy, arrivals: { perDay: more } }
  )
  const text = (ms = 0): string => lengthOf(Math.round(ms), language)
  const said = differences.flatMap(({ metric, about, statistic, before, after, low, high }) => {
    if (metric !== "time-to-answer" || Object.keys(about).length > 0 || statistic === "p90" || low === undefined)
      return []
    const between = low < 0 ? words.unsure : words.later(text(low), text(high))
    return [`  ${words[statistic === "p50" ? "half" : "mean"]}  ${text(before)} → ${text(after)}   ${between}`]
  })
  return [
    flushRight(paint("strong", words.title), paint("dim", example.name), columns),
    `  ${words.asked(perDay, more)}`,
    ...said
  ]
}
