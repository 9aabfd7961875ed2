/**
 * Draws a ladder: steps from the lowest to the highest, each further to the right, for who is asked or told after
 * whom.
 */
import { type Markup, tag } from "../Markup.ts"
import { blockOf, type Caption, inks, picture, round, writtenAt } from "./Picture.ts"

/** A step of the ladder. */
export interface Rung {
  readonly title: string
  readonly lines: readonly string[]
}

const WIDTH = 400
const PADDING = 9
const GAP = 16
/** How far the highest step is to the right of the lowest one. */
const CLIMB = 96

/** Draws steps one above the other, the lowest first. */
export const ladder = (caption: Caption, rungs: readonly Rung[]): Markup => {
  const step = Math.min(26, CLIMB / Math.max(1, rungs.length - 1))
  const width = WIDTH - step * (rungs.length - 1)
  const blocks = rungs.map(({ title, lines }) =>
    blockOf(
      [{ text: title, ink: inks.title }, ...lines.map((text) => ({ text, ink: inks.plain }))],
      width - 2 * PADDING
    )
  )
  const heights = blocks.map(({ height }) => height + 2 * PADDING - 4)
  const whole = heights.reduce((sum, height) => sum + height + GAP, -GAP) + 2
  let bottom = whole - 1
  const drawn = blocks.flatMap((block, index) => {
    const [x, height] = [1 + index * step, heights[index] ?? 0]
    const top = bottom - height
    bottom = top - GAP
    const box = tag("rect", {
      x: round(x),
      y: round(top),
      width: round(width - 2),
      height: round(height),
      rx: 5,
      class: "rung"
    })
    return [
      box,
      ...writtenAt(block, x + PADDING, top + PADDING - 2),
      ...(index === blocks.length - 1 ? [] : up(x + 24, top))
    ]
  })
  return picture(caption, { width: WIDTH, height: whole }, drawn)
}

/** Draws an arrow from the upper edge of a step to the next one. */
const up = (x: number, top: number): readonly Markup[] => [
  tag("path", { d: `M${round(x)} ${round(top)} V${round(top - GAP + 6)}`, class: "arrow" }),
  tag("path", { d: `M${round(x)} ${round(top - GAP)} l-4 8 h8 Z`, class: "head" })
]
