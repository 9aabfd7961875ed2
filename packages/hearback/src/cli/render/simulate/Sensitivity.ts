/**
 * Renders what influences a figure most: one setting is changed at a time, and the greatest influence comes first.
 */
import type { FigureDifference, Influence, Sensitivity, SimulationSubject } from "@hearback/simulation"
import type { CommandContext } from "../../program/Command.ts"
import { differenceText, type SimulationForms, valueText } from "../../simulate/FigureWords.ts"
import { figureText } from "../../simulate/Target.ts"
import { titlesOf } from "../../simulate/Titles.ts"
import { padEnd, padStart } from "../../terminal/Columns.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { assumptionLines, legendLines } from "./Notes.ts"

const BAR = 16

/** Renders influences. */
export const sensitivityText = (
  { influences, figure, assumptions }: Sensitivity,
  subject: SimulationSubject,
  context: CommandContext
): string => {
  const { language, texts, paint } = context
  const { simulate } = texts
  const saying: SimulationForms = { language, texts: simulate, currency: subject.policy.bundle.currency }
  const widest = Math.max(...influences.flatMap(({ less, more }) => [sizeOf(less), sizeOf(more)]))
  const text = (one: FigureDifference | undefined): string =>
    one?.difference === undefined
      ? one === undefined
        ? simulate.noLess
        : one.status === "unstable"
          ? simulate.piling
          : simulate.insufficient
      : `${differenceText(figure.metric, one.difference, saying)}${isSure(one) ? "" : " ?"}`
  const rows = influences.map(({ less, more, ...factor }) => [
    factorText(factor, subject, context),
    text(less),
    `${paint("accent", barOf(less, more, widest, -1))}│${paint("accent", barOf(less, more, widest, 1))}`,
    text(more)
  ])
  const base = influences.find(({ less, more }) => (less ?? more)?.before !== undefined)
  const now = (base?.less ?? base?.more)?.before
  const title = simulate.influence(figureText(figure, subject, context))
  const columns = [
    {},
    { head: simulate.less, align: "right" as const },
    {},
    { head: simulate.more, align: "right" as const }
  ]
  const table = tableLines(columns, rows, { head: (head) => paint("dim", head), within: tableWidth(context.terminal) })
  return [
    `${paint("strong", title)}${now === undefined ? "" : paint("dim", `  ${valueText(figure.metric, now, saying)}`)}`,
    "",
    ...table,
    "",
    paint("dim", simulate.unsure),
    ...legendLines(table, context),
    ...assumptionLines({ assumptions }, context),
    ""
  ].join("\n")
}

/** Returns whether an interval of a difference excludes zero. */
const isSure = ({ low = 0, high = 0, difference }: FigureDifference): boolean => low > 0 || high < 0 || difference === 0

const sizeOf = (one: FigureDifference | undefined): number => Math.abs(one?.difference ?? 0)

/** Renders a bar: to the left if the figure becomes smaller, to the right if it becomes greater. */
const barOf = (
  less: FigureDifference | undefined,
  more: FigureDifference | undefined,
  widest: number,
  side: 1 | -1
): string => {
  const reach = Math.max(0, ...[less, more].map((one) => side * (one?.difference ?? 0)))
  const bar = "█".repeat(widest === 0 ? 0 : Math.round((BAR * reach) / widest))
  return side < 0 ? padStart(bar, BAR) : padEnd(bar, BAR)
}

/** Returns the title of the changed setting. */
export const factorText = (
  { factor, role = "" }: Pick<Influence, "factor" | "role">,
  subject: SimulationSubject,
  { language, texts }: CommandContext
): string => {
  const words = texts.simulate.factor
  return factor === "staff" ? words.staff(titlesOf(subject, language)("role", role)) : words[factor]
}
