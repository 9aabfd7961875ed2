/** The results of a backtest as tables without a format. Markdown and the page are made from them. */
import type { Totals } from "@hearback/backtest"
import type { CommandContext } from "../../program/Command.ts"
import { matrixRows } from "./Matrix.ts"
import { causeText, faultTexts, placesText } from "./Report.ts"
import { differing, type ReportForms, type ReportParts } from "./ReportForms.ts"

/** The number of the most frequent causes that are shown. */
const CAUSES = 20

/** A table of the results. */
export interface ReportPart {
  readonly title?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The columns with numbers. */
  readonly figures: readonly number[]
}

/** Returns the tables that have rows; `strong` emphasises a figure that is a change. */
export const partsOf = (
  seen: ReportParts,
  saying: ReportForms,
  context: CommandContext,
  strong: (text: string) => string
) => {
  const { report } = seen
  const { backtest } = context.texts
  const { totals } = report
  const names = (Object.keys(totals) as (keyof Totals)[]).filter((name) => totals[name] > 0)
  const all: readonly ReportPart[] = [
    { head: ["", ""], rows: names.map((name) => [backtest.total[name], saying.count(totals[name])]), figures: [1] },
    ...report.grades
      .filter(({ changed }) => changed > 0)
      .map((matrix) => ({
        title: backtest.grade(saying.thing("grade", matrix.dimension), saying.count(matrix.changed)),
        head: [backtest.fromTo, ...matrix.levels],
        rows: matrixRows(matrix, (value, isSame) => (isSame ? saying.count(value) : strong(saying.count(value)))),
        figures: matrix.levels.map((_, i) => i + 1)
      })),
    promisesOf(seen, saying, context),
    {
      title: backtest.causes,
      head: ["", "", ""],
      rows: report.causes
        .slice(0, CAUSES)
        .map((cause) => [saying.count(cause.count), causeText(cause, saying, context), placesText(cause, saying)]),
      figures: [0]
    },
    {
      title: backtest.quality(seen.isOfLog),
      head: ["", "", ""],
      rows: report.quality.faults.map((one) => faultTexts(one, saying, context)),
      figures: [0]
    }
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

const promisesOf = (
  { report }: ReportParts,
  saying: ReportForms,
  { texts: { backtest } }: CommandContext
): ReportPart => ({
  title: backtest.promises,
  head: [
    "",
    backtest.stayKept,
    backtest.fixed,
    backtest.newlyBreached,
    backtest.stillBreached,
    backtest.notJudged,
    backtest.p
  ],
  rows: report.clocks
    .filter((one) => one.stayKept + one.fixed + one.newlyBreached + one.stillBreached > 0)
    .map((one) => [
      saying.thing("clock", one.clock),
      ...[one.stayKept, one.fixed, one.newlyBreached, one.stillBreached, one.notJudged].map(saying.count),
      one.fixed + one.newlyBreached === 0 ? "–" : one.p < 0.001 ? "< 0.001" : one.p.toFixed(3)
    ]),
  figures: [1, 2, 3, 4, 5, 6]
})

/** Returns the differences in each case of the samples. */
export const samplesOf = (seen: ReportParts, saying: ReportForms, { texts: { backtest } }: CommandContext) =>
  seen.report.samples.map((sample) => {
    const placed = (value: string, at: string): string => [value, at].filter((one) => one !== "").join(" · ")
    return {
      case: sample.case,
      head: ["", backtest.was, backtest.would],
      rows: differing(sample, seen, saying).map(({ thing, was, wasAt, is, isAt }) => [
        thing,
        placed(was, wasAt),
        placed(is, isAt)
      ])
    }
  })
