/** Lives of cases for tests, made by the real decider: Monday 2026-11-16 in London, office hours Mon–Fri 09–17. */
import type { Case, Command, Policy } from "@hearback/core"
import { Build, Spec, type Wishes } from "@hearback/core/testing"
import {
  figuresOf,
  type MeasureFigure,
  makePeriodCounts,
  makeReview,
  makeSaidAndDone,
  makeStory,
  measureTotals,
  type Period,
  type PeriodMeasures,
  type PeriodReport,
  type PeriodReview,
  type Story,
  summaryOf
} from "../src/index.ts"

/** The Monday of most tests. */
export const MON = "2026-11-16"
/** The day after. */
export const TUE = "2026-11-17"
/** Instants and feedback for tests. */
export const { instant, submit } = Spec
/** The month of most tests. */
export const november: Period = { from: instant("2026-11-01"), to: instant("2026-12-01") }
/** The month after. */
export const december: Period = { from: instant("2026-12-01"), to: instant("2027-01-01") }
/** An instant after everything. */
export const later = instant("2027-06-01")

/** Acknowledges a case. */
export const ack: Command.Command = { do: "pass", gate: "acknowledged" }
const propose: Command.Command = { do: "pass", gate: "agreed", proposal: "we redo it" }
const agree: Command.Command = { do: "reply", says: "agree" }
const correct: Command.Command = { do: "pass", gate: "corrected", actions: [{ what: "redone" }] }
/** Tells the result. */
export const result: Command.Command = { do: "pass", gate: "told", result: "it is redone" }
/** The customer's answer `satisfied`. */
export const satisfied: Command.Command = { do: "reply", says: "satisfied" }
/** The customer's answer `dissatisfied`. */
export const dissatisfied: Command.Command = { do: "reply", says: "dissatisfied", text: "still wrong" }
/** Records a root cause. */
export const analyse: Command.Command = { do: "pass", gate: "investigated", ...Build.rootCause }
/** Plans prevention until a date. */
export const plan = (due: string, what = "alarm on a missed run"): Command.Command => ({
  do: "pass",
  gate: "prevented",
  actions: [{ ...Build.action(what), due }]
})
/** Completes the planned action. */
export const done: Command.Command = { do: "act-done", gate: "prevented", action: 1, evidence: "alarm 17" }

const free = [{ role: "agent", close: "all", compensate: { perCase: 10_000 } }, { role: "supervisor" }] as const

/**
 * Returns a desk with an open complaint at 09:00 on Monday, which nobody must investigate unless the wishes say so.
 */
export const opened = (wishes: Wishes.Wishes = {}, more = {}): Spec.TestDesk => {
  const d = Spec.desk(Build.policy({ limits: free, ...wishes }))
  d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true }, ...more }))
  return d
}

/** Returns a desk as `opened`, with the result told at 09:50. */
export const told = (wishes: Wishes.Wishes = {}, more = {}): Spec.TestDesk => {
  const d = opened(wishes, more)
  work(d, MON)
  return d
}

/** Acknowledges, agrees, corrects and tells, ten minutes each, on a day from 09:10. */
export const work = (d: Spec.TestDesk, day: string): void => {
  d.does(`${day} 09:10`, "ann", ack)
  d.does(`${day} 09:20`, "ann", propose)
  d.does(`${day} 09:30`, "carl", agree)
  d.does(`${day} 09:40`, "ann", correct)
  d.does(`${day} 09:50`, "ann", result)
}

/** Returns the cases of desks as measures read them. */
export const storiesOf = (...desks: readonly Spec.TestDesk[]): readonly Story[] =>
  desks.flatMap((d, i) => [...d.world().events].map(([id, events]) => storyOf(d.world().policy, `${i}-${id}`, events)))

/** Returns the story of a case from its events. */
export const storyOf = (policy: Policy.Policy, id: string, events: readonly Case.CaseEvent[]): Story =>
  makeStory({ id, policy, events })

const knownAsNow = (story: Story) => {
  const summary = summaryOf(story)
  return { atEnd: summary, now: summary }
}

/** Returns the measures of a period, of cases without later changes. */
export const periodOf = (stories: readonly Story[], period: Period, now = later): PeriodMeasures => {
  const counts = makePeriodCounts({ period, now })
  for (const story of stories) counts.take(knownAsNow(story))
  return counts.measures()
}

/** Returns the data of a review that is due at an instant, of cases without later changes. */
export const reviewOf = (
  policy: Policy.Policy,
  name: string,
  stories: readonly Story[],
  at: number
): PeriodReview | undefined => {
  const counts = makeReview(policy, name, at, at)
  for (const story of stories) counts?.take(knownAsNow(story))
  return counts?.review()
}

/** Returns the report to customers of a period. */
export const saidAndDone = (
  stories: readonly Story[],
  period: Period,
  now: number,
  names: readonly string[] = []
): PeriodReport => {
  const counts = makeSaidAndDone(period, now)
  for (const story of stories) {
    counts.take(knownAsNow(story))
    counts.quote(story, names)
  }
  return counts.report()
}

/** Returns one figure as `hits/cases value`, or `no cases`. */
export const figure = (stories: readonly Story[], measure: string, period = november, now = later): string => {
  const found = figuresOf(measureTotals(stories.map(summaryOf), period, now)).find((one) => one.measure === measure)
  return found === undefined ? "no such measure" : said(found)
}

const said = ({ shape, value, tally: { cases, sum } }: MeasureFigure): string => {
  if (value === undefined) return "no cases"
  switch (shape) {
    case "share":
      return `${sum} of ${cases}`
    case "count":
      return String(cases)
    case "median":
      return `${value / 60_000} min of ${cases}`
    case "mean":
    case "net":
      return `${Number(value.toFixed(2))} of ${cases}`
  }
}

/** Returns what is counted apart from a figure. */
export const apart = (stories: readonly Story[], measure: string, period = november) =>
  figuresOf(measureTotals(stories.map(summaryOf), period, later)).find((one) => one.measure === measure)?.tally.apart
