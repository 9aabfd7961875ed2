/** Renders the results of a backtest as Markdown for a pull request. */
import type { CommandContext } from "../../program/Command.ts"
import { cell, table } from "../../terminal/MarkdownTable.ts"
import { partsOf, samplesOf } from "./Parts.ts"
import { decidedText, failedTexts } from "./Report.ts"
import { type ReportParts, sayingOf } from "./ReportForms.ts"

/** Renders a backtest as Markdown. */
export const markdownOf = (seen: ReportParts, context: CommandContext): string => {
  const saying = sayingOf(seen, context)
  const { report } = seen
  const { backtest } = context.texts
  const { quality, baseline } = report
  const failed = failedTexts(seen, saying, context)
  const other = baseline === undefined ? backtest.record : `\`${baseline.id} ${baseline.content.slice(0, 6)}\``
  return [
    `### \`${report.policy.id} ${report.policy.content.slice(0, 6)}\` ${backtest.beside} ${other}`,
    backtest.cases(saying.count(quality.cases), saying.count(quality.rows), seen.isOfLog),
    ...[decidedText(seen, saying, context)].flatMap((line) => line ?? []).map((line) => `> **${line}**`),
    ...failed.map((line) => `> **${line}**`),
    ...partsOf(seen, saying, context, (text) => `**${text}**`).flatMap(({ title, head, rows, figures }) => [
      ...(title === undefined ? [] : [`#### ${title}`]),
      table(head, rows, figures)
    ]),
    ...(report.samples.length === 0
      ? []
      : [
          `<details><summary>${backtest.samples}</summary>`,
          ...samplesOf(seen, saying, context).flatMap((sample) => [
            `**${cell(sample.case)}**`,
            table(sample.head, sample.rows, [])
          ]),
          "</details>"
        ]),
    ""
  ].join("\n\n")
}
