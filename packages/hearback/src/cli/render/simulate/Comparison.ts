/** Renders two simulations with the same random numbers: what differs, how certain it is, and where it began. */
import { type Policy, Text } from "@hearback/core"
import {
  type ComparedReports,
  type ExplainedEvent,
  type FigureDifference,
  type FirstDifference,
  type MetricName,
  metricWord,
  type SimulationSubject,
  type Statistic
} from "@hearback/simulation"
import type { CommandContext } from "../../program/Command.ts"
import { differenceText, type SimulationForms, valueText } from "../../simulate/FigureWords.ts"
import { isAbout, type Titles, titlesOf } from "../../simulate/Titles.ts"
import { wrap } from "../../terminal/Columns.ts"
import { placeText } from "../../terminal/Places.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { localTime } from "../../terminal/Times.ts"
import { assumptionLines } from "./Notes.ts"

const MOST_COLUMNS = 110

/** Renders a comparison. */
export const comparisonText = (
  comparison: ComparedReports,
  before: SimulationSubject,
  after: SimulationSubject,
  context: CommandContext
): string => {
  const { paint, texts, language } = context
  const { policy } = before
  const saying: SimulationForms = { language, texts: texts.simulate, currency: policy.bundle.currency }
  const shown = worthShowing(comparison.differences)
  const head = (report: ComparedReports["before"]): string =>
    `${report.identity.policy} ${report.identity.content.slice(0, 6)}`
  const title = `${paint("strong", head(comparison.before))} → ${paint("strong", head(comparison.after))}  ${paint("dim", texts.simulate.head(comparison.before.identity.replications, comparison.before.identity.seed))}`
  if (comparison.firstChange === undefined && shown.every(({ difference }) => difference === 0))
    return [title, paint("good", texts.simulate.noDifference), ...overruledLines(comparison, context), ""].join("\n")
  const rows = shown.map((one) => rowOf(one, titlesOf(before, language), saying, context))
  const right = (head: string) => ({ head, align: "right" as const })
  const { before: was, after: is, difference, interval, better } = texts.simulate
  const columns = [{}, right(was), right(is), right(difference), right(interval(95)), right(better)]
  return [
    title,
    ...pilingLines(comparison, context),
    "",
    ...tableLines(columns, rows, { head: (text) => paint("dim", text), within: tableWidth(context.terminal) }),
    "",
    ...noteLines(comparison, context),
    ...changeLines(comparison.firstChange, { before: before.policy, after: after.policy }, context),
    ...assumptionLines(comparison.after, context),
    ""
  ].join("\n")
}

/**
 * Renders a note if both are equal, because they may have been meant to differ in a setting that one of them fixes
 * for both.
 */
const overruledLines = ({ after }: ComparedReports, context: CommandContext): readonly string[] => {
  return assumptionLines({ assumptions: after.assumptions.filter(({ code }) => code === "as-first") }, context)
}

const pilingLines = ({ before, after }: ComparedReports, { paint, texts }: CommandContext): readonly string[] =>
  [[before, texts.simulate.before] as const, [after, texts.simulate.after] as const].flatMap(([report, name]) =>
    report.isUnstable ? [paint("bad", `${name}${texts.frame.colon}${texts.simulate.piling}`)] : []
  )

/** Figures on which people base decisions; all others are in the JSON. */
const told: readonly (readonly [MetricName, readonly Statistic[]])[] = [
  ["time-to-answer", ["mean", "p90"]],
  ["time-to-close", ["mean"]],
  ["in-hand", ["mean"]],
  ["queue", ["mean"]],
  ["escalations", ["mean"]],
  ["approvals", ["mean"]],
  ["approval-wait", ["mean"]],
  ["hand-overs", ["mean"]],
  ["pauses", ["mean"]],
  ["extensions", ["mean"]],
  ["waivers", ["mean"]],
  ["reopened", ["mean"]],
  ["contacts", ["mean"]],
  ["lost", ["mean"]],
  ["cost-of-work", ["mean"]],
  ["cost-of-compensation", ["mean"]],
  ["cost-of-lost-customers", ["mean"]]
]

/** Returns the differences that a table shows, in the order in which people ask for them. */
export const worthShowing = (differences: readonly FigureDifference[]): readonly FigureDifference[] => {
  const known = differences.filter(
    ({ status, before, after }) => status === "estimated" && (before !== 0 || after !== 0)
  )
  return [
    ...known.filter(({ metric, about }) => metric === "attainment" && isAbout(about, "clock")),
    ...told.flatMap(([metric, statistics]) =>
      known.filter((one) => one.metric === metric && isAbout(one.about) && statistics.includes(one.statistic))
    ),
    ...known.filter(({ metric, about }) => metric === "utilisation" && isAbout(about, "role"))
  ]
}

/** Returns the title of the figure that differs. */
export const differenceName = (one: FigureDifference, titles: Titles, { language, texts }: CommandContext): string => {
  const parts = Object.entries(one.about).map(([dimension, name]) => titles(dimension as "gate", name))
  const statistic = one.statistic === "mean" ? [] : [texts.simulate.ninety]
  return [metricWord(one.metric, language), ...parts, ...statistic].join(texts.word.pause)
}

const rowOf = (
  one: FigureDifference,
  titles: Titles,
  saying: SimulationForms,
  context: CommandContext
): readonly string[] => {
  const { paint } = context
  const { metric, before = 0, after = 0, difference = 0, low = 0, high = 0, probabilityBetter: chance } = one
  const isSure = low > 0 || high < 0
  const tone = !isSure || chance === undefined ? "dim" : chance > 0.5 ? "good" : "bad"
  return [
    differenceName(one, titles, context),
    valueText(metric, before, saying),
    valueText(metric, after, saying),
    paint(tone, differenceText(metric, difference, saying)),
    paint("dim", `${differenceText(metric, low, saying)} … ${differenceText(metric, high, saying)}`),
    chance === undefined ? "–" : paint(tone, chanceText(chance, context))
  ]
}

/** Returns how certain a difference is. Nothing that depends on random numbers is fully certain. */
const chanceText = (chance: number, { texts }: CommandContext): string => {
  const { percent } = texts.form
  if (chance > 0.999) return `> ${percent("99.9")}`
  return chance < 0.001 ? `< ${percent("0.1")}` : percent((100 * chance).toFixed(1))
}

/**
 * Returns whether there are enough replications for an interval. With two that hardly differ, it would be
 * meaningless.
 */
const timesText = (times: number, { texts }: CommandContext): string => {
  if (times > 1000) return texts.simulate.moreThan("1000")
  return times < 10 ? times.toFixed(1) : times.toFixed(0)
}

const noteLines = ({ differences }: ComparedReports, context: CommandContext): readonly string[] => {
  const { paint, texts, terminal } = context
  const factors = worthShowing(differences).flatMap(({ varianceReduction }) => varianceReduction ?? [])
  const middle = factors.sort((a, b) => a - b)[Math.floor(factors.length / 2)]
  const width = Math.min(terminal.columns, MOST_COLUMNS)
  const notes = [
    texts.simulate.betterHelp,
    ...(middle === undefined ? [] : [texts.simulate.commonNumbers(timesText(middle, context))])
  ]
  return notes.flatMap((note) => wrap(note, width).map((line) => paint("dim", line)))
}

interface Both {
  readonly before: Policy.Policy
  readonly after: Policy.Policy
}

const changeLines = (
  change: FirstDifference | undefined,
  policies: Both,
  context: CommandContext
): readonly string[] => {
  if (change === undefined) return []
  const { paint, texts, language } = context
  const { simulate } = texts
  const at = localTime(change.at, policies.before.zone, change.at, language)
  const line = (name: string, policy: Policy.Policy, told: ExplainedEvent | undefined): readonly string[] => [
    name,
    told === undefined ? simulate.nothingThen : changeText(told, policy, language),
    told === undefined ? "" : paint("accent", placeText(told.place))
  ]
  return [
    "",
    ` ${paint("accent", simulate.changedFirst(change.case, at))}`,
    ...tableLines(
      [{}, {}, {}],
      [line(simulate.before, policies.before, change.before), line(simulate.after, policies.after, change.after)],
      { within: tableWidth(context.terminal) }
    ),
    paint("dim", `  ${simulate.changedCases(change.changed, change.of, change.replication + 1)}`)
  ]
}

/** Returns a sentence about an event, with its case if it is known. */
export const changeText = (told: ExplainedEvent, policy: Policy.Policy, language: CommandContext["language"]): string =>
  `${told.case}${Text.form(language).colon}${Text.event(told.event, language, Text.viewOf(policy, language))}`
