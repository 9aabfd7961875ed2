/**
 * Renders figures by group: a row for each group, a column for each measure, in as many tables as the width of the
 * terminal needs.
 */
import type { Policy } from "@hearback/core"
import { groupingTitle, percentiles } from "@hearback/insight"
import type { Figure, MeasureGroup, Measures } from "../../../index.ts"
import type { CommandContext } from "../../program/Command.ts"
import { widthOf } from "../../terminal/Columns.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { dimensionTitle } from "../policy/PolicyTitles.ts"
import { figureTitle, markOf, nowText, ofText } from "./Figures.ts"

const MOST_COLUMNS = 120

/** One column: its heading, and a cell for each group. */
interface Column {
  readonly head: string
  readonly cells: readonly string[]
}

/** Renders the groups. Measures without cases in any group are omitted, and so are parts of gates. */
export const groupLines = (found: Measures, policy: Policy.Policy, context: CommandContext): readonly string[] => {
  const { by } = found
  if (by === undefined || found.groups === undefined) return []
  const { paint, texts, terminal } = context
  const title = groupingTitle(by, context.language) ?? dimensionTitle(policy.bundle, by, context.language)
  const groups = shownGroups(found.groups, found.learnedLater?.groups ?? [])
  const names = groups.map(({ title: says }) => (says === "" ? paint("dim", texts.learning.nobodySaid) : says))
  const first = { head: title, cells: names }
  const measures = new Set(groups.flatMap(({ atEnd, now }) => [...atEnd, ...now].map(({ measure }) => measure)))
  const columns = [...measures].flatMap((measure) => columnsOf(measure, groups, policy, context))
  const width = Math.min(terminal.columns, MOST_COLUMNS) - widthOfColumn(first) - 4
  return inWidth(columns, width).flatMap((some) => [
    "",
    ...tableLines(
      [
        { head: paint("accent", title) },
        ...some.map(({ head }) => ({ head: paint("dim", head), align: "right" as const }))
      ],
      groups.map((_, n) => [names[n] ?? "", ...some.map(({ cells }) => cells[n] ?? "")]),
      { indent: 1, within: tableWidth(terminal) }
    )
  ])
}

/** A group as known at the end of the period, and those of its figures that differ now. */
interface ShownGroup {
  readonly title: string
  readonly atEnd: readonly Figure[]
  readonly now: readonly Figure[]
}

/** Returns the groups. Those that were unknown at the end of the period come last. */
const shownGroups = (groups: readonly MeasureGroup[], later: readonly MeasureGroup[]): readonly ShownGroup[] => [
  ...groups.map((group) => ({
    title: group.title,
    atEnd: group.figures,
    now: later.find((other) => isSame(group, other))?.figures ?? []
  })),
  ...later
    .filter((other) => !groups.some((group) => isSame(group, other)))
    .map(({ title, figures }) => ({ title, atEnd: [], now: figures }))
]

/**
 * Returns whether two groups are the same. The groups of all other values and of cases without a value have no name.
 */
const isSame = (one: MeasureGroup, other: MeasureGroup): boolean =>
  one.name === other.name && one.others === other.others

const columnsOf = (
  measure: string,
  groups: readonly ShownGroup[],
  policy: Policy.Policy,
  context: CommandContext
): readonly Column[] => {
  const named = (figures: readonly Figure[]) => figures.find((figure) => figure.measure === measure)
  const figures = groups.map(({ atEnd }) => named(atEnd))
  const later = groups.map(({ now }) => named(now))
  const [one] = [...figures, ...later].filter((figure) => figure?.value !== undefined)
  if (one === undefined || measure.includes(".")) return []
  const head = figureTitle(one, policy, context)
  const cells = figures.map((figure, n) => cellOf(figure, later[n], context))
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

const cellOf = (figure: Figure | undefined, later: Figure | undefined, context: CommandContext): string => {
  const { paint, texts } = context
  const since = later === undefined ? "" : ` ${paint("warn", nowText(later, context))}`
  if (figure?.says === undefined) return `${paint("dim", "–")}${since}`
  const { mark, tone } = markOf(figure)
  const of = ofText(figure, context)
  const says = paint(tone, [mark, figure.says].filter((part) => part !== "").join(" "))
  return `${says}${of === "" ? "" : paint("dim", texts.learning.inBrackets(of))}${since}`
}

const widthOfColumn = ({ head, cells }: Column): number => Math.max(...[head, ...cells].map(widthOf))

/** Distributes columns over tables that fit; each table has at least one. */
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
