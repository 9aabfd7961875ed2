/**
 * Renders the results of a backtest as tables of a terminal: the log first, then the differences and their causes.
 */
import { type FaultCount, keyTelling, type NotReplayed, type ReportCause } from "@hearback/backtest"
import { Instant, Text } from "@hearback/core"
import type { CommandContext } from "../../program/Command.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { matrixRows } from "./Matrix.ts"
import { differing, type ReportForms, type ReportParts, sayingOf } from "./ReportForms.ts"
import { approverLines, clockLines, gateLines, right, said, table, totalLines, type View } from "./ReportTables.ts"

/** The number of the most frequent causes, and of cases, that are shown. */
const CAUSES = 12
const SHOWN = 3

/** Renders a backtest. */
export const backtestText = (seen: ReportParts, context: CommandContext): string => {
  const view: View = { seen, context, saying: sayingOf(seen, context) }
  const { backtest } = context.texts
  const { report } = seen
  return [
    headLine(view),
    ...decidedLines(view),
    ...(report.totals.replayed === 0
      ? [
          ...section(backtest.notReplayed, notReplayedLines(view), view),
          ...section(backtest.quality(seen.isOfLog), qualityLines(view), view)
        ]
      : [
          ...section(backtest.quality(seen.isOfLog), qualityLines(view), view),
          ...section(backtest.notReplayed, notReplayedLines(view), view)
        ]),
    ...section(backtest.changes, totalLines(view), view),
    ...report.grades.flatMap((matrix) =>
      matrix.changed === 0
        ? []
        : section(
            backtest.grade(view.saying.thing("grade", matrix.dimension), view.saying.count(matrix.changed)),
            table(
              [{ head: backtest.fromTo }, ...matrix.levels.map(right)],
              matrixRows(matrix, (value, isSame) =>
                view.context.paint(isSame ? "dim" : "strong", view.saying.count(value))
              ),
              view
            ),
            view
          )
    ),
    ...section(backtest.promises, clockLines(view), view),
    ...section(backtest.approvers, approverLines(view), view),
    ...section(backtest.gates, gateLines(view), view),
    ...section(backtest.causes, causeLines(view), view),
    ...section(backtest.rows, rowLines(view), view),
    ...outcomeSections(view),
    ...section(backtest.samples, sampleLines(view), view),
    ...failedLines(view),
    ""
  ].join("\n")
}

const headLine = ({
  seen: {
    report,
    candidate: { policy },
    isOfLog
  },
  context: { paint, texts },
  saying
}: View): string => {
  const day = (at: number): string => Instant.renderInstant(at, policy.zone).slice(0, 10)
  const name = ({ id, content }: { readonly id: string; readonly content: string }): string =>
    `${id} ${content.slice(0, 6)}`
  const { quality, baseline } = report
  const other = baseline === undefined ? texts.backtest.record : name(baseline)
  const period = quality.cases === 0 ? "" : `  ${texts.learning.period(day(quality.from), day(quality.to))}`
  const counts = texts.backtest.cases(saying.count(quality.cases), saying.count(quality.rows), isOfLog)
  return `${paint("strong", name(report.policy))} ${texts.backtest.beside} ${paint("strong", other)}${period}  ${paint("dim", counts)}`
}

/** Returns how many cases were decided, if not all. */
export const decidedText = (
  { report }: ReportParts,
  saying: ReportForms,
  { texts }: CommandContext
): string | undefined => {
  const { cases, replayed } = report.totals
  if (replayed === cases && cases > 0) return undefined
  const decided = texts.backtest.decided(saying.count(replayed), saying.count(cases))
  return replayed === 0 ? texts.backtest.undecided(decided) : decided
}

const decidedLines = ({ seen, saying, context }: View): readonly string[] => {
  const text = decidedText(seen, saying, context)
  return text === undefined ? [] : ["", ` ${context.paint(seen.report.totals.replayed === 0 ? "bad" : "warn", text)}`]
}

const section = (title: string, lines: readonly string[], { context: { paint } }: View): readonly string[] =>
  lines.length === 0 ? [] : ["", ` ${paint("accent", title)}`, ...lines]

/** Returns the faults of a log: how often, what, and the first lines that have it. */
export const faultTexts = (one: FaultCount, saying: ReportForms, { texts: { backtest }, language }: CommandContext) => {
  const { fault, column, value, count, lines } = one
  const words = backtest.fault[fault]
  const says = column === undefined ? words : backtest.inColumn(words, column, value)
  return [
    saying.count(count),
    says,
    backtest.lines(Text.form(language).list.join(lines.map(String)), count > lines.length)
  ] as const
}

const qualityLines = (view: View): readonly string[] => {
  const { seen, context, saying } = view
  const { faults } = seen.report.quality
  if (faults.length === 0) return said(context.texts.backtest.clean, "good", view)
  return table(
    [{ align: "right" }, {}, {}],
    faults.map((one) => {
      const [count, says, lines] = faultTexts(one, saying, context)
      return [context.paint("warn", count), says, context.paint("dim", lines)]
    }),
    view
  )
}

const notReplayedLines = (view: View): readonly string[] => {
  const { seen, context, saying } = view
  const { policy, baseline } = seen.report.notReplayed
  const { backtest } = context.texts
  const tellIt = (input: string): string => {
    const key = seen.isOfLog ? keyTelling(input) : undefined
    return key === undefined ? "" : backtest.tellIt(key)
  }
  const rows = (found: NotReplayed | undefined, side: string): readonly (readonly string[])[] => [
    ...(found?.inputs ?? []).map(({ value, count }) => [
      saying.count(count),
      backtest.lacks(value),
      tellIt(value),
      side
    ]),
    ...(found?.refused ?? []).map(({ value, count }) => [saying.count(count), backtest.refused(value), "", side])
  ]
  const { ownersNotDecided } = seen.report
  return [
    ...table([{ align: "right" }, {}, {}, {}], [...rows(policy, ""), ...rows(baseline, backtest.ofBaseline)], view),
    ...(ownersNotDecided === 0 ? [] : said(backtest.ownersNotDecided(saying.count(ownersNotDecided)), "dim", view))
  ]
}

/** Returns the rules and values of a cause. */
export const causeText = (
  { of, name, from, to, sense }: ReportCause,
  saying: ReportForms,
  { texts }: CommandContext
): string => {
  const { backtest } = texts
  const thing = `${saying.thing(of, name)}${texts.word.colon}`
  if (of === "due") return `${thing}${sense === "weaker" ? backtest.later : backtest.sooner}`
  if (of === "gate") return `${thing}${sense === "stronger" ? backtest.newly : backtest.noLonger}`
  return `${thing}${saying.value(of, from)} → ${saying.value(of, to)}`
}

const causeLines = (view: View): readonly string[] => {
  const { seen, context, saying } = view
  const rows = seen.report.causes
    .slice(0, CAUSES)
    .map((cause) => [
      context.paint("strong", saying.count(cause.count)),
      causeText(cause, saying, context),
      context.paint("dim", placesText(cause, saying))
    ])
  return table([{ align: "right" }, {}, {}], rows, view)
}

/** Returns the places of the rules of a cause. */
export const placesText = ({ before, after }: Pick<ReportCause, "before" | "after">, saying: ReportForms): string => {
  const [was, is] = [saying.place("before", before), saying.place("after", after)]
  return was === "" ? is : `${was} → ${is}`
}

const rowLines = (view: View): readonly string[] => {
  const { seen, context, saying } = view
  const { backtest } = context.texts
  const rows = seen.report.rows.filter(({ kind }) => kind !== undefined)
  const columns = [{}, right(backtest.rowBefore), right(backtest.rowAfter), {}]
  return table(
    columns,
    rows.map(({ rule, before, after, kind }) => [
      `${rule} ${context.paint("dim", saying.place("after", rule))}`,
      before === undefined ? "" : saying.count(before),
      saying.count(after),
      kind === "dead" ? context.paint("warn", backtest.dead) : backtest.hot
    ]),
    view
  )
}

const outcomeSections = (view: View): readonly string[] => {
  const { seen, context, saying } = view
  const { backtest } = context.texts
  return seen.report.outcomes.flatMap(({ outcome, cases, rows }) =>
    section(
      backtest.outcomes(outcome, saying.count(cases)),
      [
        ...table(
          [{}, {}, right(backtest.hits), right(backtest.precision), right(backtest.recall), right(backtest.lift)],
          rows.map(({ rule, level, hits, precision, recall, lift }) => [
            level,
            context.paint("dim", saying.place("after", rule)),
            saying.count(hits),
            saying.percent(precision),
            saying.percent(recall),
            lift.toFixed(2)
          ]),
          view
        ),
        ...said(backtest.liftHelp, "dim", view)
      ],
      view
    )
  )
}

const sampleLines = (view: View): readonly string[] => {
  const { seen, context, saying } = view
  const { samples } = seen.report
  const { backtest } = context.texts
  if (samples.length === 0) return []
  const shown = samples.slice(0, SHOWN).flatMap((sample) => [
    `  ${context.paint("strong", sample.case)}`,
    ...tableLines(
      [{}, {}, {}, {}, {}],
      differing(sample, seen, saying).map(({ thing, was, wasAt, is, isAt }) => [
        thing,
        was,
        context.paint("dim", wasAt),
        `→ ${is}`,
        context.paint("dim", isAt)
      ]),
      { indent: 4, within: tableWidth(context.terminal) }
    )
  ])
  return [...shown, ...said(backtest.ofMore(Math.min(SHOWN, samples.length), samples.length), "dim", view)]
}

/** Returns which bounds were exceeded. */
export const failedTexts = (
  { report, exceeded, isUntested }: ReportParts,
  saying: ReportForms,
  { texts }: CommandContext
): readonly string[] => [
  ...(isUntested ? [texts.backtest.untested] : []),
  ...exceeded.map(({ total, sign, most, isShare }) =>
    texts.backtest.failed(
      `${texts.backtest.total[total]} ${sign} ${most}${isShare ? "%" : ""}`,
      isShare
        ? saying.percent(report.totals[total] / Math.max(1, report.totals.replayed))
        : saying.count(report.totals[total])
    )
  )
]

const failedLines = ({ seen, saying, context }: View): readonly string[] => {
  const lines = failedTexts(seen, saying, context)
  return lines.length === 0 ? [] : ["", ...lines.map((line) => ` ${context.paint("bad", line)}`)]
}
