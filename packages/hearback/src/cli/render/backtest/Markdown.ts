/** What a backtest found, as Markdown for a pull request. */
import type { Totals } from "@hearback/backtest"
import type { Context } from "../../program/Command.ts"
import { matrixRows } from "./Matrix.ts"
import { causeText, decidedText, failedTexts, placesText } from "./Report.ts"
import { differing, type Seen, sayingOf } from "./Said.ts"

/** So many of the most frequent causes are shown. */
const CAUSES = 20

export const markdownOf = (seen: Seen, context: Context): string => {
  const saying = sayingOf(seen, context)
  const { report } = seen
  const { backtest } = context.texts
  const { totals, quality, baseline } = report
  const names = (Object.keys(totals) as (keyof Totals)[]).filter((name) => totals[name] > 0)
  const failed = failedTexts(seen, saying, context)
  const other = baseline === undefined ? backtest.record : `\`${baseline.id} ${baseline.content.slice(0, 6)}\``
  return [
    `### \`${report.policy.id} ${report.policy.content.slice(0, 6)}\` ${backtest.beside} ${other}`,
    backtest.cases(saying.count(quality.cases), saying.count(quality.rows)),
    ...[decidedText(seen, saying, context)].flatMap((line) => line ?? []).map((line) => `> **${line}**`),
    ...failed.map((line) => `> **${line}**`),
    table(
      ["", ""],
      names.map((name) => [backtest.total[name], saying.count(totals[name])]),
      [1]
    ),
    ...report.grades
      .filter(({ changed }) => changed > 0)
      .flatMap((matrix) => [
        `#### ${backtest.grade(matrix.dimension, saying.count(matrix.changed))}`,
        table(
          [backtest.fromTo, ...matrix.levels],
          matrixRows(matrix, (value, isSame) => (isSame ? saying.count(value) : `**${saying.count(value)}**`)),
          matrix.levels.map((_, i) => i + 1)
        )
      ]),
    ...titled(
      backtest.promises,
      [
        "",
        backtest.stayKept,
        backtest.fixed,
        backtest.newlyBreached,
        backtest.stillBreached,
        backtest.notJudged,
        backtest.p
      ],
      report.clocks
        .filter((one) => one.stayKept + one.fixed + one.newlyBreached + one.stillBreached > 0)
        .map((one) => [
          saying.thing("clock", one.clock),
          ...[one.stayKept, one.fixed, one.newlyBreached, one.stillBreached, one.notJudged].map(saying.count),
          one.fixed + one.newlyBreached === 0 ? "–" : one.p < 0.001 ? "< 0.001" : one.p.toFixed(3)
        ]),
      [1, 2, 3, 4, 5, 6]
    ),
    ...titled(
      backtest.causes,
      ["", "", ""],
      report.causes
        .slice(0, CAUSES)
        .map((cause) => [saying.count(cause.count), causeText(cause, saying, context), placesText(cause, saying)]),
      [0]
    ),
    ...(report.samples.length === 0
      ? []
      : [
          `<details><summary>${backtest.samples}</summary>`,
          ...report.samples.flatMap((sample) => [
            `**${cell(sample.case)}**`,
            table(
              ["", backtest.was, backtest.would],
              differing(sample, seen, saying).map(({ thing, was, wasAt, is, isAt }) => [
                thing,
                [was, wasAt].filter((one) => one !== "").join(" · "),
                [is, isAt].filter((one) => one !== "").join(" · ")
              ]),
              []
            )
          ]),
          "</details>"
        ]),
    ""
  ].join("\n\n")
}

const titled = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  figures: readonly number[]
): readonly string[] => (rows.length === 0 ? [] : [`#### ${title}`, table(head, rows, figures)])

/** What stands in a cell is no mark of a table. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ")

const table = (head: readonly string[], rows: readonly (readonly string[])[], figures: readonly number[]): string => {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`
  return [
    line(head),
    `|${head.map((_, i) => (figures.includes(i) ? "---:" : "---")).join("|")}|`,
    ...rows.map(line)
  ].join("\n")
}
