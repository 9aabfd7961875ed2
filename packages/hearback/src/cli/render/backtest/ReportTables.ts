/** The tables of a backtest: totals, clocks, approvers, gates. */
import type { ClockTable, Totals } from "@hearback/backtest"
import type { CommandContext } from "../../program/Command.ts"
import { wrap } from "../../terminal/Columns.ts"
import type { TextStyle } from "../../terminal/Paint.ts"
import { type TerminalColumn, tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import type { ReportForms, ReportParts } from "./ReportForms.ts"

const MOST_COLUMNS = 110

/** What the tables are made from. */
export interface View {
  readonly seen: ReportParts
  readonly context: CommandContext
  readonly saying: ReportForms
}

/** Returns a column that is aligned on the right. */
export const right = (head: string) => ({ head, align: "right" as const })

/** Renders a table with its title. */
export const table = (
  columns: readonly TerminalColumn[],
  rows: readonly (readonly string[])[],
  { context: { paint, terminal } }: View
) =>
  rows.length === 0
    ? []
    : tableLines(columns, rows, { head: (text) => paint("dim", text), within: tableWidth(terminal) })

/** Renders a text in lines. */
export const said = (text: string, tone: TextStyle, { context: { paint, terminal } }: View): readonly string[] =>
  wrap(text, Math.min(terminal.columns, MOST_COLUMNS) - 2).map((line) => `  ${paint(tone, line)}`)

const toneOf: Readonly<Partial<Record<keyof Totals, TextStyle>>> = {
  weaker: "bad",
  "newly-breached": "bad",
  "newly-unowned": "bad",
  fixed: "good"
}

/** Renders the totals. */
export const totalLines = (view: View): readonly string[] => {
  const { seen, context, saying } = view
  const { totals } = seen.report
  const { backtest } = context.texts
  if (totals.replayed === 0) return []
  if (totals.changed === 0) return said(backtest.nothing, "good", view)
  const names = (Object.keys(totals) as (keyof Totals)[]).filter(
    (name) => name !== "cases" && (totals[name] > 0 || name === "weaker" || name === "newly-breached")
  )
  return table(
    [{}, right(""), right("")],
    names.map((name) => [
      backtest.total[name],
      totals[name] === 0
        ? context.paint("dim", "0")
        : context.paint(toneOf[name] ?? "strong", saying.count(totals[name])),
      context.paint(
        "dim",
        saying.percent(
          totals[name] / Math.max(1, name === "replayed" || name === "not-replayable" ? totals.cases : totals.replayed)
        )
      )
    ]),
    view
  )
}

/** Renders promises kept and broken, by clock. */
export const clockLines = (view: View): readonly string[] => {
  const { seen, context, saying } = view
  const { backtest } = context.texts
  const { clocks, baseline } = seen.report
  const judged = (one: ClockTable): boolean => one.stayKept + one.fixed + one.newlyBreached + one.stillBreached > 0
  const shown = clocks.filter((one) => judged(one) || one.dueLater + one.dueSooner > 0)
  const dues = baseline === undefined ? [] : [right(backtest.sooner), right(backtest.later)]
  const lines = table(
    [
      {},
      right(backtest.stayKept),
      right(backtest.fixed),
      right(backtest.newlyBreached),
      right(backtest.stillBreached),
      right(backtest.notJudged),
      right(backtest.p),
      ...dues
    ],
    shown.map((one) => [
      saying.thing("clock", one.clock),
      saying.count(one.stayKept),
      context.paint(one.fixed > 0 ? "good" : "dim", saying.count(one.fixed)),
      context.paint(one.newlyBreached > 0 ? "bad" : "dim", saying.count(one.newlyBreached)),
      saying.count(one.stillBreached),
      context.paint("dim", saying.count(one.notJudged)),
      one.fixed + one.newlyBreached === 0 ? "–" : pText(one.p),
      ...(baseline === undefined ? [] : [saying.count(one.dueSooner), saying.count(one.dueLater)])
    ]),
    view
  )
  return lines.length === 0 ? [] : [...lines, ...said(backtest.pHelp, "dim", view)]
}

const pText = (value: number): string => (value < 0.001 ? "< 0.001" : value.toFixed(3))

/** Renders changed approvers. */
export const approverLines = (view: View): readonly string[] => {
  const { seen, saying } = view
  const rows = seen.report.approvers.map(({ power, from, to, count }) => [
    saying.thing("approver", power),
    `${saying.value("approver", from)} → ${saying.value("approver", to)}`,
    saying.count(count)
  ])
  return table([{}, {}, { align: "right" }], rows, view)
}

/** Renders added and removed gates. */
export const gateLines = (view: View): readonly string[] => {
  const { seen, context, saying } = view
  const { newlyDemanded, noLongerDemanded } = seen.report.gates
  const { newly, noLonger } = context.texts.backtest
  const rows = [
    ...newlyDemanded.map(({ value, count }) => [saying.thing("gate", value), newly, saying.count(count)]),
    ...noLongerDemanded.map(({ value, count }) => [saying.thing("gate", value), noLonger, saying.count(count)])
  ]
  return table([{}, {}, { align: "right" }], rows, view)
}
