/**
 * Draws values with their intervals on one axis. The words are text of the page, so they are readable at any width.
 */
import { across, type Markup, tag } from "./Markup.ts"

/** A row of the figure. */
export interface MatrixRow {
  readonly label: string
  /** Whether it is a part of the row above. */
  readonly isPart?: boolean
  /** Why there is nothing to draw. */
  readonly low?: number
  readonly value?: number
  readonly high?: number
  readonly text: string
  readonly note?: string
  readonly tone?: "good" | "bad"
}

/** The axis of the figure. */
export interface Axis {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  readonly name: (at: number) => string
  /** An important line, such as no difference. */
  readonly mark?: number
}

/** Returns an axis from 0, or from below it, with round steps. */
export const axisFor = (values: readonly number[], name: Axis["name"], step: (span: number) => number): Axis => {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const by = step(Math.max(most - least, Number.MIN_VALUE))
  const [first, last] = [Math.floor(least / by), Math.max(Math.ceil(most / by), Math.floor(least / by) + 1)]
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * by)
  return { from: first * by, to: last * by, ticks, name }
}

/** Returns the round step that divides a span into about four parts: 1, 2 or 5 times a power of ten. */
export const roundStep = (span: number): number => {
  const power = 10 ** Math.floor(Math.log10(span / 4))
  return ([1, 2, 5].find((times) => times * power >= span / 4.5) ?? 10) * power
}

const HEIGHT = 26
const middle = HEIGHT / 2

/** Draws the rows. `bars`: bars begin at the mark, to show how much something changes. */
export const ranges = (rows: readonly MatrixRow[], axis: Axis, shape: "dots" | "bars" = "dots"): Markup => {
  const at = (value: number): string => across((value - axis.from) / (axis.to - axis.from))
  const lines = axis.ticks.map((tick) => line(at(tick), tick === axis.mark ? "mark" : "grid"))
  return tag(
    "div",
    { class: "ranges", "aria-hidden": "true" },
    ...rows.map((row) =>
      tag(
        "div",
        { class: row.isPart === true ? "row part" : "row" },
        tag("span", { class: "label" }, row.label),
        tag("svg", { class: "plot", height: HEIGHT }, ...lines, ...drawn(row, at, axis, shape)),
        tag("span", { class: "value" }, row.text, row.note === undefined ? "" : tag("small", {}, ` ${row.note}`))
      )
    ),
    axisRow(axis, at)
  )
}

const line = (text: string, name: string): Markup => tag("line", { x1: text, x2: text, y1: 0, y2: HEIGHT, class: name })

const drawn = (
  { low, value, high, tone }: MatrixRow,
  at: (value: number) => string,
  { mark = 0 }: Axis,
  shape: "dots" | "bars"
): readonly Markup[] => {
  if (value === undefined) return []
  const whisker =
    low === undefined || high === undefined
      ? []
      : [tag("line", { x1: at(low), x2: at(high), y1: middle, y2: middle, class: `whisker ${tone ?? "plain"}` })]
  if (shape === "dots")
    return [...whisker, tag("circle", { cx: at(value), cy: middle, r: 5, class: `dot ${tone ?? "plain"}` })]
  return [
    tag("line", { x1: at(mark), x2: at(value), y1: middle, y2: middle, class: `bar ${tone ?? "plain"}` }),
    ...whisker.map(({ html }) => ({ html: html.replace('class="whisker', 'class="whisker thin') }))
  ]
}

const axisRow = ({ ticks, name }: Axis, at: (value: number) => string): Markup =>
  tag(
    "div",
    { class: "row axis" },
    tag("span", { class: "label" }),
    tag(
      "div",
      { class: "ticks" },
      ...ticks.map((tick, index) =>
        tag(
          "span",
          { style: `left:${at(tick)}`, class: index === 0 ? "first" : index === ticks.length - 1 ? "last" : undefined },
          name(tick)
        )
      )
    ),
    tag("span", { class: "value" })
  )
