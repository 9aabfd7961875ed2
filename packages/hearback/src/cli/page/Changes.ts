/** Draws a change: the figures before and after, and what influences a figure most. */
import type { ComparedReports, FigureDifference, Influence, SimulationSubject } from "@hearback/simulation"
import { changeText, differenceName, worthShowing } from "../render/simulate/Comparison.ts"
import { factorText } from "../render/simulate/Sensitivity.ts"
import { differenceText, valueText } from "../simulate/FigureWords.ts"
import { type FigureName, figureText } from "../simulate/Target.ts"
import { placeText } from "../terminal/Places.ts"
import { type Markup, table, tag } from "./Markup.ts"
import { axisFor, type MatrixRow, ranges, roundStep } from "./Ranges.ts"
import { type PageView, section } from "./View.ts"

const toneOf = ({ low = 0, high = 0, probabilityBetter }: FigureDifference): Pick<MatrixRow, "tone"> =>
  probabilityBetter === undefined || (low <= 0 && high >= 0) ? {} : { tone: probabilityBetter > 0.5 ? "good" : "bad" }

/** Draws changes as shares of the value before, so that durations, counts and money fit on one axis. */
export const differenceFigure = (comparison: ComparedReports, view: PageView, other: SimulationSubject): Markup => {
  const { titles, words, saying, context } = view
  const shown = worthShowing(comparison.differences)
  const name = (one: FigureDifference): string => differenceName(one, titles, context)
  // Figures without a change are in the table.
  const moved = shown.filter(({ before = 0, difference }) => before !== 0 && difference !== 0)
  const lines = moved.length > 0 ? moved : shown.filter(({ before = 0 }) => before !== 0)
  const share = (value: number | undefined, { before = 1 }: FigureDifference): number => (value ?? 0) / Math.abs(before)
  // A rare event can change by many times. Its bar ends at the edge, so that the other bars stay readable.
  const reach = Math.min(0.5, 1.3 * Math.max(0.02, ...lines.map((one) => Math.abs(share(one.difference, one)))))
  const held = (value: number): number => Math.min(reach, Math.max(-reach, value))
  const rows = lines.map(
    (one): MatrixRow => ({
      label: name(one),
      low: held(share(one.low, one)),
      value: held(share(one.difference, one)),
      high: held(share(one.high, one)),
      text: differenceText(one.metric, one.difference ?? 0, saying),
      note: `${valueText(one.metric, one.before ?? 0, saying)} → ${valueText(one.metric, one.after ?? 0, saying)}`,
      ...toneOf(one)
    })
  )
  const axis = axisFor(
    [-reach, reach],
    (at) => `${at > 0 ? "+" : ""}${Math.round(at * 1000) / 10}${words.percent}`,
    roundStep
  )
  const { simulate } = context.texts
  const interval = (one: FigureDifference): string =>
    `${differenceText(one.metric, one.low ?? 0, saying)} … ${differenceText(one.metric, one.high ?? 0, saying)}`
  const part = section(view, {
    title: words.differences,
    says: words.differencesSays,
    picture: ranges(rows, { ...axis, mark: 0 }),
    numbers: table(
      [words.figure, simulate.before, simulate.after, simulate.difference, words.interval],
      shown.map((one) => [
        name(one),
        valueText(one.metric, one.before ?? 0, saying),
        valueText(one.metric, one.after ?? 0, saying),
        differenceText(one.metric, one.difference ?? 0, saying),
        interval(one)
      ])
    )
  })
  return { html: part.html + firstChange(comparison, view, other).html }
}

const firstChange = ({ firstChange: change }: ComparedReports, view: PageView, other: SimulationSubject): Markup => {
  const { context, subject } = view
  const { simulate } = context.texts
  if (change === undefined) return tag("p", {}, simulate.noDifference)
  const row = (name: string, told: typeof change.before, { policy }: SimulationSubject): readonly string[] => [
    name,
    told === undefined ? simulate.nothingThen : changeText(told, policy, context.language),
    told === undefined ? "" : placeText(told.place)
  ]
  return tag(
    "div",
    { class: "wide" },
    tag("p", {}, simulate.changedCases(change.changed, change.of, change.replication + 1)),
    table(
      ["", view.words.what, view.words.line],
      [row(simulate.before, change.before, subject), row(simulate.after, change.after, other)]
    )
  )
}

/** Draws the influences on a figure as a tornado chart, the greatest on top. */
export const influenceFigure = (influences: readonly Influence[], of: FigureName, view: PageView): Markup => {
  const { words, saying, subject, context } = view
  const { simulate } = context.texts
  const lines = influences.flatMap(({ less, more, ...factor }) =>
    [
      { one: less, name: simulate.less },
      { one: more, name: simulate.more }
    ].flatMap(({ one, name }, index) =>
      one?.difference === undefined
        ? []
        : [
            {
              one,
              label:
                index === 0 || less?.difference === undefined
                  ? `${factorText(factor, subject, context)} · ${name}`
                  : name,
              isPart: index === 1 && less?.difference !== undefined
            }
          ]
    )
  )
  const rows = lines.map(
    ({ one, label, isPart }): MatrixRow => ({
      label,
      isPart,
      ...(one.low !== undefined && { low: one.low }),
      ...(one.difference !== undefined && { value: one.difference }),
      ...(one.high !== undefined && { high: one.high }),
      text: differenceText(of.metric, one.difference ?? 0, saying),
      ...toneOf(one)
    })
  )
  const values = lines.flatMap(({ one: { low = 0, high = 0 } }) => [low, high])
  const axis = axisFor(values, (at) => differenceText(of.metric, at, saying), roundStep)
  const title = figureText(of, subject, context)
  return section(view, {
    title: words.influences(title),
    says: words.influencesSays,
    picture: ranges(rows, { ...axis, mark: 0 }, "bars"),
    numbers: table(
      [words.figure, simulate.difference, words.interval],
      rows.map(({ label, text, low = 0, high = 0 }) => [
        label,
        text,
        `${differenceText(of.metric, low, saying)} … ${differenceText(of.metric, high, saying)}`
      ])
    )
  })
}
