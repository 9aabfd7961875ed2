/** The estimate of a backtest, apart from what is exact: what it rests on, how close it comes, and its figures. */
import type { EstimatedInput } from "@hearback/backtest"
import { Instant, Text } from "@hearback/core"
import type { CommandContext } from "../../program/Command.ts"
import type { BacktestEstimate, EstimatedSubject } from "../../simulate/BacktestEstimate.ts"
import { estimateText, intervalText, percentText } from "../../simulate/FigureWords.ts"
import { titlesOf } from "../../simulate/Titles.ts"
import { wrap } from "../../terminal/Columns.ts"
import type { TextStyle } from "../../terminal/Paint.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { lengthOf } from "../../terminal/Times.ts"
import { comparisonText } from "../simulate/Comparison.ts"
import { legendLines } from "../simulate/Notes.ts"
import { reportText } from "../simulate/Report.ts"
import { backtestText } from "./Report.ts"
import type { ReportParts } from "./ReportForms.ts"

const MOST_COLUMNS = 110

/** What is exact and what is estimated, each under a heading of its own. */
export const bothText = (seen: ReportParts, estimated: BacktestEstimate, context: CommandContext): string => {
  const { estimate } = context.texts
  return [
    ...headed(estimate.exact, estimate.exactSays, context),
    backtestText(seen, context),
    ...headed(estimate.estimated, estimate.estimatedSays, context),
    estimatedText(estimated, seen, context)
  ].join("\n")
}

const headed = (title: string, says: string, context: CommandContext): readonly string[] => [
  context.paint("strong", title),
  ...said(says, "dim", context),
  ""
]

const said = (text: string, tone: TextStyle, { paint, terminal }: CommandContext): readonly string[] =>
  wrap(text, Math.min(terminal.columns, MOST_COLUMNS)).map((line) => paint(tone, line))

const estimatedText = (
  { cases, leftOut, weeks, found }: BacktestEstimate,
  seen: ReportParts,
  context: CommandContext
): string => {
  const { estimate } = context.texts
  if (found === undefined)
    return [...said(estimate.tooFew(String(cases), weeks?.toString()), "warn", context), ""].join("\n")
  const { beside, candidate, report } = found
  return [
    beside === undefined
      ? reportText(report, candidate, context)
      : comparisonText(beside.comparison, beside.subject, candidate, context),
    ...(leftOut === 0 ? [] : [...said(estimate.leftOut(String(leftOut), String(cases)), "warn", context), ""]),
    ...section(estimate.fit, fitLines(found, context), context),
    ...section(estimate.estimatedInputs, estimatedTexts(found, context).flatMap(bullet(context)), context),
    ...section(estimate.assumedInputs, assumedTexts(found, seen.isOfLog, context).flatMap(bullet(context)), context)
  ].join("\n")
}

const section = (title: string, lines: readonly string[], { paint }: CommandContext): readonly string[] =>
  lines.length === 0 ? [] : [` ${paint("accent", title)}`, ...lines, ""]

const bullet =
  ({ terminal }: CommandContext) =>
  (text: string): readonly string[] =>
    wrap(text, Math.min(terminal.columns, MOST_COLUMNS) - 4).map((line, i) => `  ${i === 0 ? "·" : " "} ${line}`)

const fitLines = (found: EstimatedSubject, context: CommandContext): readonly string[] => {
  const { texts, language, paint } = context
  const { estimate, simulate } = texts
  const { fits } = found
  if (fits.length === 0) return []
  const titles = titlesOf(found.candidate, language)
  const saying = { language, texts: simulate, currency: undefined }
  const right = (head: string) => ({ head, align: "right" as const })
  const rows = fits.map(({ clock, recorded, model }) => [
    titles("clock", clock),
    percentText(recorded, language),
    estimateText(model, saying),
    paint("dim", intervalText(model, saying))
  ])
  const columns = [{}, right(estimate.recorded), right(estimate.model), right(simulate.interval(95))]
  const table = tableLines(columns, rows, { head: (text) => paint("dim", text), within: tableWidth(context.terminal) })
  return [
    ...table,
    ...legendLines(table, context)
      .filter((line) => line !== "")
      .map((line) => `  ${line}`),
    ...said(estimate.fitSays, "dim", context).map((line) => `  ${line}`)
  ]
}

/** Returns what the record tells, in sentences. */
export const estimatedTexts = (
  { estimation, candidate }: EstimatedSubject,
  { texts: { estimate }, language }: CommandContext
) => {
  const titles = titlesOf(candidate, language)
  const day = (at: number): string => Instant.renderInstant(at, candidate.policy.zone).slice(0, 10)
  return estimation.estimated.map((one: EstimatedInput): string => {
    const count = String(one.count)
    switch (one.of) {
      case "arrivals":
        return estimate.arrivals(count, day(one.from), day(one.to))
      case "work":
        return estimate.work(titles("gate", one.on), count, lengthOf(one.half, language))
      case "staff":
        return estimate.staff(titles("role", one.role), count)
      case "pause":
        return estimate.pause(Text.word("because", one.reason, language), count, lengthOf(one.half, language))
      case "compensation":
      case "handovers":
        return estimate[one.of](count)
      default:
        return estimate[one.of](count, lengthOf(one.half, language))
    }
  })
}

/** Returns what the record does not tell, in sentences. */
export const assumedTexts = (
  { estimation, candidate }: EstimatedSubject,
  isOfLog: boolean,
  { texts, language }: CommandContext
): readonly string[] => {
  const { estimate, word } = texts
  const titles = titlesOf(candidate, language)
  const { assumed } = estimation
  const work = assumed.flatMap((one) => (one.of === "work" ? [titles("gate", one.on)] : []))
  const roles = assumed.flatMap((one) => (one.of === "staff" ? [titles("role", one.role)] : []))
  return [
    ...(work.length === 0 ? [] : [estimate.noWork(work.join(word.pause), isOfLog)]),
    ...(roles.length === 0 ? [] : [estimate.noStaff(roles.join(word.pause), isOfLog)]),
    ...assumed.flatMap(({ of }) => (of === "work" || of === "staff" ? [] : [estimate.noAnswers[of]]))
  ]
}
