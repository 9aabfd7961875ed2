/** Renders a report as tables of a terminal: deadlines first, then durations, people, money, and assumptions. */
import { Instant } from "@hearback/core"
import {
  type Estimate,
  estimateIn,
  type MetricName,
  metrics,
  metricWord,
  precisionOf,
  type Report,
  type SimulationSubject
} from "@hearback/simulation"
import type { CommandContext } from "../../program/Command.ts"
import { estimateText, intervalText, type SimulationForms } from "../../simulate/FigureWords.ts"
import { isAbout, type Titles, titlesOf } from "../../simulate/Titles.ts"
import { wrap } from "../../terminal/Columns.ts"
import type { TextStyle } from "../../terminal/Paint.ts"
import { type TerminalColumn, tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { assumptionLines, legendLines } from "./Notes.ts"

const MOST_COLUMNS = 110

interface View {
  readonly report: Report
  readonly subject: SimulationSubject
  readonly context: CommandContext
  readonly saying: SimulationForms
  readonly titles: Titles
}

/** Renders a report. */
export const reportText = (report: Report, subject: SimulationSubject, context: CommandContext): string => {
  const { language, texts } = context
  const { currency } = subject.policy.bundle
  const view: View = {
    report,
    subject,
    context,
    saying: { language, texts: texts.simulate, currency },
    titles: titlesOf(subject, language)
  }
  const figures = [
    ...section(texts.simulate.deadlines, deadlineLines(view), context),
    ...section(texts.simulate.time, timeLines(view), context),
    ...section(texts.simulate.wait, gateLines(view), context),
    ...section(texts.simulate.people, peopleLines(view), context),
    ...section(texts.simulate.amounts, amountLines(view), context)
  ]
  return [
    headLine(view),
    ...precisionLines(view),
    ...(report.isUnstable ? said(texts.simulate.unstable(...growth(report)), "bad", context) : []),
    ...(report.identity.replications === 1 ? said(texts.simulate.singleHelp, "warn", context) : []),
    ...figures,
    ...legendLines(figures, context),
    ...assumptionLines(report, context),
    ""
  ].join("\n")
}

/** Renders the open cases at the beginning and at the end of the counted period. */
const growth = ({ identity, inHandByDay }: Report): readonly [number, number] => {
  const first = Math.round((identity.countedFrom - identity.from) / Instant.DAY)
  return [Math.round(inHandByDay[first] ?? 0), Math.round(inHandByDay.at(-1) ?? 0)]
}

const headLine = ({ report, subject: { policy }, context: { paint, texts } }: View): string => {
  const day = (at: number): string => Instant.renderInstant(at, policy.zone).slice(0, 10)
  const { policy: name, content, countedFrom, countedTo, replications, seed } = report.identity
  const period = texts.learning.period(day(countedFrom), Instant.dueDate(countedTo, policy.zone))
  const head = texts.simulate.head(replications, seed)
  return `${paint("strong", `${name} ${content.slice(0, 6)}`)}  ${period}  ${paint("dim", head)}`
}

const precisionLines = ({ report, context: { paint, texts } }: View): readonly string[] => {
  const share = precisionOf(report)
  return share === undefined ? [] : [paint("dim", texts.simulate.precision(share))]
}

const said = (text: string, tone: TextStyle, { paint, terminal }: CommandContext): readonly string[] =>
  wrap(text, Math.min(terminal.columns, MOST_COLUMNS)).map((line) => paint(tone, line))

const section = (title: string, lines: readonly string[], { paint }: CommandContext): readonly string[] =>
  lines.length === 0 ? [] : ["", ` ${paint("accent", title)}`, ...lines]

const right = (head: string) => ({ head, align: "right" as const })

const cell = (estimate: Estimate | undefined, { saying, context: { paint } }: View): string => {
  const text = estimateText(estimate, saying)
  return paint(estimate?.value === undefined ? "dim" : "strong", text)
}

const deadlineLines = (view: View): readonly string[] => {
  const { report, titles, saying, context } = view
  const { texts, paint } = context
  const levels = view.subject.policy.bundle.grading.at(-1)?.levels ?? []
  const clocks = report.estimates.filter(
    (one) => one.metric === "attainment" && isAbout(one.about, "clock") && isKnown(one)
  )
  const rows = clocks.flatMap((whole) => {
    const { clock = "" } = whole.about
    const parts = levels.flatMap((grade) => {
      const one = estimateIn(report, "attainment", { clock, grade })
      return one === undefined ? [] : [[`  ${titles("grade", grade)}`, one] as const]
    })
    // One grade alone is the same as all of them.
    return [[titles("clock", clock), whole] as const, ...(parts.length > 1 ? parts : [])]
  })
  return table(
    [
      {},
      right(texts.simulate.share),
      right(texts.simulate.interval(report.identity.level * 100)),
      right(texts.simulate.of)
    ],
    rows.map(([name, one]) => [
      name,
      cell(one, view),
      paint("dim", intervalText(one, saying)),
      paint("dim", String(one.count))
    ]),
    context
  )
}

const table = (
  columns: readonly TerminalColumn[],
  rows: readonly (readonly string[])[],
  { paint, terminal }: CommandContext
) =>
  rows.length === 0
    ? []
    : tableLines(columns, rows, { head: (text) => paint("dim", text), within: tableWidth(terminal) })

/** Renders waiting times. Work that piles up has no figure, which the first line says once. */
const isKnown = (estimate: Estimate | undefined): estimate is Estimate =>
  estimate !== undefined && estimate.status !== "unstable"

const timed = ["time-to-answer", "time-to-close", "customer-wait", "pause-time", "approval-wait"] as const

const timeLines = (view: View): readonly string[] => {
  const { report, context } = view
  const { texts, language } = context
  const rows = timed.flatMap((metric) => {
    const mean = estimateIn(report, metric)
    if (!isKnown(mean)) return []
    const [half, ninety, ninetyFive] = (["p50", "p90", "p95"] as const).map((statistic) =>
      cell(estimateIn(report, metric, {}, statistic), view)
    )
    return [[metricWord(metric, language), cell(mean, view), half ?? "", ninety ?? "", ninetyFive ?? ""]]
  })
  const { mean, half, ninety, ninetyFive } = texts.simulate
  const columns = [{}, right(mean), right(half), right(ninety), right(ninetyFive)]
  return table(columns, rows, context)
}

/** Renders how long work waits and takes, by gate. */
const gateLines = (view: View): readonly string[] => {
  const { report, titles, context } = view
  const { simulate } = context.texts
  const order = view.subject.policy.bundle.loops.flatMap((loop) => loop.gates.map(({ name }) => name))
  const gates = [...new Set(order)].filter((gate) => isKnown(estimateIn(report, "wait", { gate })))
  const rows = gates.map((gate) => [
    titles("gate", gate),
    cell(estimateIn(report, "wait", { gate }), view),
    cell(estimateIn(report, "wait", { gate }, "p90"), view),
    cell(estimateIn(report, "work", { gate }), view)
  ])
  const columns = [{}, right(simulate.mean), right(simulate.ninety), right(simulate.touch)]
  return table(columns, rows, context)
}

const peopleLines = (view: View): readonly string[] => {
  const { report, titles, saying, context } = view
  const { texts, paint } = context
  const busy = report.estimates.filter(({ metric }) => metric === "utilisation")
  const rows = (["role", "person"] as const).flatMap((dimension) =>
    busy
      .filter(({ about }) => isAbout(about, dimension))
      .map((one) => [
        `${dimension === "role" ? "" : "  "}${titles(dimension, one.about[dimension] ?? "")}`,
        cell(one, view),
        paint("dim", intervalText(one, saying))
      ])
  )
  const columns = [{}, right(texts.simulate.busy), right(texts.simulate.interval(report.identity.level * 100))]
  return table(columns, rows, context)
}

const amounts: readonly MetricName[] = [
  "arrived",
  "answered",
  "closed",
  "unanswered",
  "in-hand",
  "open",
  "queue",
  "escalations",
  "hand-overs",
  "approvals",
  "pauses",
  "extensions",
  "waivers",
  "splits",
  "reopened",
  "contacts",
  "lost",
  "routines",
  "refused",
  "stuck",
  "cost-of-work",
  "cost-of-compensation",
  "cost-of-lost-customers"
]

/** Returns whether a figure is worth a line: a count of zero for something optional is not. */
const isWorthALine = ({ metric, value }: Estimate): boolean =>
  value !== 0 || !["mean", "amount"].includes(metrics[metric].sort)

const amountLines = (view: View): readonly string[] => {
  const { report, saying, context } = view
  const { texts, paint, language } = context
  const rows = amounts.flatMap((metric) => {
    const one = estimateIn(report, metric)
    if (!isKnown(one) || !isWorthALine(one)) return []
    return [[metricWord(metric, language), cell(one, view), paint("dim", intervalText(one, saying))]]
  })
  const columns = [{}, right(texts.simulate.figure), right(texts.simulate.interval(report.identity.level * 100))]
  return table(columns, rows, context)
}
