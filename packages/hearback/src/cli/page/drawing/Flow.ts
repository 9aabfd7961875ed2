/**
 * Draws a flow chart: steps as boxes, successors as arrows, and returns as dashed arrows that leave from the line
 * with their reason.
 */
import { type Markup, tag } from "../Markup.ts"
import { flowLayout, type Position } from "./FlowLayout.ts"
import {
  BOLD,
  blockOf,
  type Caption,
  firstMiddle,
  inks,
  type PictureText,
  picture,
  round,
  type TextBlock,
  writtenAt
} from "./Picture.ts"
import { widthOf } from "./TextWidth.ts"

/** A box of the flow chart. */
export interface FlowBox {
  readonly id: string
  /** The kind of box. Begins and ends are dark; steps have the colour of their loop. */
  readonly sort: "end" | "customer" | "system"
  /** The lane of the box; absent: in the middle of both lanes. */
  readonly lane: 0 | 1 | undefined
  readonly title: string
  readonly lines: readonly PictureText[]
  /** The returns from this box, each with its target. */
  readonly back: readonly { readonly to: string; readonly text: string }[]
  /** Whether not every case must take the step. */
  readonly isOptional?: boolean
}

/** An arrow between two boxes. */
export interface FlowArrow {
  readonly from: string
  readonly to: string
}

const WIDTH = 172
const PADDING = 9

interface Box extends FlowBox {
  readonly width: number
  readonly height: number
  readonly block: TextBlock
  /** For each return, how far below the upper edge it leaves the box. */
  readonly leaves: readonly number[]
}

const paddingOf = ({ sort }: FlowBox): number => (sort === "end" ? 6 : PADDING)

const boxOf = (box: FlowBox): Box => {
  const isEnd = box.sort === "end"
  const inner = WIDTH - 2 * PADDING - (isEnd ? PADDING : 0)
  const own = blockOf([{ text: box.title, ink: isEnd ? inks.end : inks.title }, ...box.lines], inner)
  const backs = box.back.map(({ text }) =>
    blockOf([{ text: `↺ ${text}`, ink: isEnd ? inks.endBack : inks.back }], inner)
  )
  const lines = [...own.lines, ...backs.flatMap((back) => back.lines)]
  const height = backs.reduce((sum, back) => sum + back.height, own.height)
  const widest = Math.max(...lines.map(({ text, ink }) => widthOf(text, ink.size * BOLD)))
  const padding = paddingOf(box)
  let above = own.height + padding
  const leaves = backs.map((back) => {
    const at = above + firstMiddle(back)
    above += back.height
    return at
  })
  return {
    ...box,
    block: { lines, height },
    leaves,
    width: isEnd ? Math.min(WIDTH, widest + 4 * PADDING) : WIDTH,
    height: height + 2 * padding
  }
}

/** Draws a flow chart. Each box is placed after the boxes that lead to it. */
export const flow = (caption: Caption, boxes: readonly FlowBox[], arrows: readonly FlowArrow[]): Markup => {
  const sized = boxes.map(boxOf)
  const back = sized.flatMap(({ id, back: all, leaves }) =>
    all.map(({ to }, i) => ({ from: id, to, leavesAt: leaves[i] ?? 0 }))
  )
  const layout = flowLayout(sized, [...arrows, ...back])
  const ways = layout.arrows.flatMap((points, i) => way(points, i >= arrows.length))
  const drawn = sized.flatMap((box) => drawnBox(box, layout.boxes.get(box.id) ?? { x: 0, y: 0 }))
  return picture(caption, layout, [...ways, ...drawn])
}

const drawnBox = (box: Box, { x, y }: Position): readonly Markup[] => {
  const { sort, isOptional = false, width, height, block } = box
  const [left, top] = [x - width / 2, y - height / 2]
  return [
    tag("rect", {
      x: round(left),
      y: round(top),
      width: round(width),
      height: round(height),
      rx: sort === "end" ? 14 : 5,
      class: isOptional ? `box ${sort} may` : `box ${sort}`
    }),
    ...(sort === "end"
      ? writtenAt(block, x, top + paddingOf(box), "middle")
      : writtenAt(block, left + PADDING, top + PADDING))
  ]
}

const RADIUS = 6

/** Draws a line with rounded corners and an arrow head. */
const way = (points: readonly Position[], isBack: boolean): readonly Markup[] => {
  const [first, ...rest] = points
  const [before, last] = [points.at(-2), points.at(-1)]
  if (first === undefined || before === undefined || last === undefined) return []
  const corners = rest.slice(0, -1).map((corner, index) => {
    const [from, to] = [points[index] ?? first, rest[index + 1] ?? last]
    return `L${at(towards(corner, from))} Q${at(corner)} ${at(towards(corner, to))}`
  })
  return [
    tag("path", { d: `M${at(first)} ${corners.join(" ")} L${at(last)}`, class: isBack ? "back" : "arrow" }),
    tag("path", { d: head(before, last), class: isBack ? "back-head" : "head" })
  ]
}

const at = ({ x, y }: Position): string => `${round(x)} ${round(y)}`

/** Returns a point between a corner and its neighbour, at most half-way. */
const towards = (corner: Position, other: Position): Position => {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y) || 1
  const share = Math.min(RADIUS, length / 2) / length
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share }
}

const head = (before: Position, end: Position): string => {
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length]
  const side = (by: number): Position => ({ x: end.x - 8 * dx + by * dy, y: end.y - 8 * dy - by * dx })
  return `M${at(end)} L${at(side(4))} L${at(side(-4))} Z`
}
