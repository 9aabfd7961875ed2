/** Figures apart: a line a group, a column a measure, in as many tables as the terminal has room for. */
import type { Policy } from "@hearback/core"
import { groupingWords, percentiles } from "@hearback/insight"
import type { Figure, MeasureGroup, Measures } from "../../../index.ts"
import type { Context } from "../../program/Command.ts"
import { widthOf } from "../../terminal/Columns.ts"
import { tableLines } from "../../terminal/Table.ts"
import { figureTitle, markOf, ofText } from "./Figures.ts"

const MOST_COLUMNS = 120

/** One column: its heading, and a cell for each group. */
interface Column {
  readonly head: string
  readonly cells: readonly string[]
}

/** Returns the groups; measures to which no case of any group belongs are left out, and so are parts of gates. */
export const groupLines = ({ by, groups }: Measures, policy: Policy.Policy, context: Context): readonly string[] => {
  if (by === undefined || groups === undefined) return []
  const { paint, texts, terminal } = context
  const title = by in groupingWords ? groupingWords[by as keyof typeof groupingWords][context.language] : by
  const names = groups.map(({ title: says }) => (says === "" ? paint("dim", texts.learning.nobodySaid) : says))
  const first = { head: title, cells: names }
  const columns = (groups[0]?.figures ?? []).flatMap(({ measure }) => columnsOf(measure, groups, policy, context))
  const width = Math.min(terminal.columns, MOST_COLUMNS) - widthOfColumn(first) - 4
  return inWidth(columns, width).flatMap((some) => [
    "",
    ...tableLines(
      [
        { head: paint("accent", title) },
        ...some.map(({ head }) => ({ head: paint("dim", head), align: "right" as const }))
      ],
      groups.map((_, n) => [names[n] ?? "", ...some.map(({ cells }) => cells[n] ?? "")]),
      { indent: 1 }
    )
  ])
}

const columnsOf = (
  measure: string,
  groups: readonly MeasureGroup[],
  policy: Policy.Policy,
  context: Context
): readonly Column[] => {
  const figures = groups.map((group) => group.figures.find((figure) => figure.measure === measure))
  const [one] = figures.filter((figure) => figure?.value !== undefined)
  if (one === undefined || measure.includes(".")) return []
  const head = figureTitle(one, policy, context)
  const cells = figures.map((figure) => cellOf(figure, context))
  const further =
    one.percentiles === undefined
      ? []
      : percentiles.map(
          (percent): Column => ({
            head: `${head}${context.texts.word.pause}${percent}%`,
            cells: figures.map((figure) => figure?.percentiles?.[percent].says ?? "–")
          })
        )
  return [{ head, cells }, ...further]
}

const cellOf = (figure: Figure | undefined, context: Context): string => {
  const { paint, texts } = context
  if (figure?.says === undefined) return paint("dim", "–")
  const { mark, tone } = markOf(figure)
  const of = ofText(figure, context)
  const says = paint(tone, [mark, figure.says].filter((part) => part !== "").join(" "))
  return of === "" ? says : `${says}${paint("dim", texts.learning.inBrackets(of))}`
}

const widthOfColumn = ({ head, cells }: Column): number => Math.max(...[head, ...cells].map(widthOf))

/** Puts columns into tables that fit; each has one at least. */
const inWidth = (columns: readonly Column[], width: number): readonly (readonly Column[])[] => {
  const tables: Column[][] = []
  let room = 0
  for (const column of columns) {
    const needed = widthOfColumn(column) + 2
    const last = tables.at(-1)
    if (last === undefined || needed > room) {
      tables.push([column])
      room = width - needed
    } else {
      last.push(column)
      room -= needed
    }
  }
  return tables
}
