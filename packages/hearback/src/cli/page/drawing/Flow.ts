/** Steps as boxes, what follows as arrows, and what leads back as arrows that are dashed and leave from the line that says why. */
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

export interface FlowBox {
  readonly id: string
  /** Begins and ends are dark, steps are told apart by the loop in which they stand. */
  readonly sort: "end" | "customer" | "system"
  /** Absent: between both lanes. */
  readonly lane: 0 | 1 | undefined
  readonly title: string
  readonly lines: readonly PictureText[]
  /** What leads back from here, and to which box. */
  readonly back: readonly { readonly to: string; readonly text: string }[]
  /** A step that not every case has to take. */
  readonly isOptional?: boolean
}

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
  /** How far below the upper side each way back leaves. */
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

/** Returns a flow chart: each box is placed behind the boxes that lead to it. */
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

/** A line through corners that are rounded off, and a head at its end. */
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

/** A point on the way from a corner to a neighbour, half-way at most. */
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
