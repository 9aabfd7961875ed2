/**
 * Computes the layout of a flow chart: two lanes side by side, row by row from the top, so that the figure is at most
 * two boxes wide. Arrows to later boxes run down, past boxes in a channel between the lanes; returns run up on the
 * outside.
 *
 * Invariant: no two boxes overlap, and no arrow runs through a box.
 */

/** A box to be placed. */
export interface LaidBox {
  readonly id: string
  /** Absent: it is in the middle of both lanes. */
  readonly lane: 0 | 1 | undefined
  readonly width: number
  readonly height: number
}

/** An arrow to be placed. */
export interface LaidArrow {
  readonly from: string
  readonly to: string
  /** Present for a return: how far below the upper edge it leaves its box. */
  readonly leavesAt?: number
}

/** A point of the figure. */
export interface Position {
  readonly x: number
  readonly y: number
}

/** The layout of a flow chart. */
export interface FlowLayout {
  readonly width: number
  readonly height: number
  /** The centre of each box. */
  readonly boxes: ReadonlyMap<string, Position>
  /** The corners of each arrow, in order. */
  readonly arrows: readonly (readonly Position[])[]
}

const GAP = 34
/**
 * The distance between lines of arrows that leave a row and those that reach the next one, so that they are not
 * confused.
 */
const LEAVES = 11
const COMES = 14
const TRACK = 11
const MARGIN = 3

interface Placed extends LaidBox {
  readonly row: number
}

/** Returns the layout of boxes, each after those that lead to it. */
export const flowLayout = (boxes: readonly LaidBox[], arrows: readonly LaidArrow[]): FlowLayout => {
  const placed = inRows(boxes, arrows)
  const box = (id: string): Placed => placed.get(id) ?? missing
  const tracks = tracksOf(placed, arrows)
  const laneWidth = Math.max(...boxes.map(({ width }) => width))
  const isTwo = boxes.some(({ lane }) => lane === 1)
  const left = MARGIN + tracks.count.left * TRACK
  const between = tracks.count.between * TRACK + (isTwo ? 2 * TRACK : 0)
  const second = left + laneWidth + between
  const right = isTwo ? second + laneWidth : second
  const centre = (lane: 0 | 1 | undefined): number =>
    lane === 1 ? second + laneWidth / 2 : lane === 0 || !isTwo ? left + laneWidth / 2 : (left + right) / 2
  const rows = rowTops([...placed.values()])
  const middle = ({ row, lane, height }: Placed): Position => ({ x: centre(lane), y: (rows[row] ?? 0) + height / 2 })
  const frame: Frame = {
    box,
    middle,
    leaving: ({ row }) => (rows[row + 1] ?? 0) - GAP + LEAVES,
    coming: ({ row }) => (rows[row] ?? 0) - COMES,
    xOf: ({ side, track }) => {
      if (side === "left") return left - TRACK * (track + 1) + 2
      return side === "right"
        ? right + TRACK * (track + 1) - 2
        : left + laneWidth + TRACK * (track + (isTwo ? 1.5 : 1)) - 2
    }
  }
  return {
    width: right + tracks.count.right * TRACK + MARGIN,
    height: (rows.at(-1) ?? 0) - GAP + MARGIN,
    boxes: new Map([...placed].map(([id, one]) => [id, middle(one)])),
    arrows: arrows.map((arrow, i) => wayOf(arrow, tracks.of[i], frame))
  }
}

const missing: Placed = { id: "", lane: 0, width: 0, height: 0, row: 0 }

/**
 * Places each box in the first free row of its lane below those that lead to it. A box in the middle takes both
 * lanes.
 */
const inRows = (boxes: readonly LaidBox[], arrows: readonly LaidArrow[]): ReadonlyMap<string, Placed> => {
  const placed = new Map<string, Placed>()
  const taken = new Set<string>()
  for (const one of boxes) {
    const before = arrows.filter(({ to, leavesAt }) => to === one.id && leavesAt === undefined)
    let row = before.reduce((least, { from }) => Math.max(least, (placed.get(from)?.row ?? -1) + 1), 0)
    const lanes = one.lane === undefined ? [0, 1] : [one.lane]
    while (lanes.some((lane) => taken.has(`${lane}:${row}`))) row++
    for (const lane of lanes) taken.add(`${lane}:${row}`)
    placed.set(one.id, { ...one, row })
  }
  return placed
}

/** Returns the upper edge of each row, and the edge of a next row behind them. */
const rowTops = (boxes: readonly Placed[]): readonly number[] => {
  const count = Math.max(...boxes.map(({ row }) => row)) + 1
  const tops = [MARGIN]
  for (let row = 0; row < count; row++) {
    const heights = boxes.filter((one) => one.row === row).map(({ height }) => height)
    tops.push((tops[row] ?? 0) + Math.max(0, ...heights) + GAP)
  }
  return tops
}

type Side = "left" | "between" | "right"

interface Track {
  readonly side: Side
  readonly track: number
}

/**
 * Returns a track beside the boxes for each arrow that needs one. Two arrows that overlap never have the same track.
 */
const tracksOf = (
  placed: ReadonlyMap<string, Placed>,
  arrows: readonly LaidArrow[]
): { readonly of: readonly (Track | undefined)[]; readonly count: Readonly<Record<Side, number>> } => {
  const used: Record<Side, { readonly from: number; readonly to: number; readonly track: number }[]> = {
    left: [],
    between: [],
    right: []
  }
  const isFree = (lane: 0 | 1 | undefined, from: number, to: number): boolean =>
    ![...placed.values()].some(
      (one) => one.row > from && one.row < to && (one.lane === lane || one.lane === undefined || lane === undefined)
    )
  const of = arrows.map((arrow): Track | undefined => {
    const [source, target] = [placed.get(arrow.from), placed.get(arrow.to)]
    if (source === undefined || target === undefined) return undefined
    const side = sideOf(source, target, arrow.leavesAt !== undefined)
    if (side === "between" && isFree(target.lane, source.row, target.row)) return undefined
    const [from, to] = [Math.min(source.row, target.row), Math.max(source.row, target.row)]
    const overlapping = used[side].filter((one) => one.from <= to && from <= one.to)
    let track = 0
    while (overlapping.some((one) => one.track === track)) track++
    used[side].push({ from, to, track })
    return { side, track }
  })
  const count = (side: Side): number => Math.max(0, ...used[side].map(({ track }) => track + 1))
  return { of, count: { left: count("left"), between: count("between"), right: count("right") } }
}

/**
 * Returns the side of a return: outside of the lane that it leaves, or, from the middle, of the lane of its target.
 */
const sideOf = (source: Placed, target: Placed, isBack: boolean): Side =>
  isBack ? ((source.lane ?? target.lane) === 1 ? "right" : "left") : "between"

interface Frame {
  readonly box: (id: string) => Placed
  readonly middle: (box: Placed) => Position
  /** Returns the line below the row of a box. */
  readonly leaving: (box: Placed) => number
  /** Returns the line above the row of a box. */
  readonly coming: (box: Placed) => number
  readonly xOf: (track: Track) => number
}

const wayOf = ({ from, to, leavesAt }: LaidArrow, track: Track | undefined, frame: Frame): readonly Position[] => {
  const [source, target] = [frame.box(from), frame.box(to)]
  const [start, end] = [frame.middle(source), frame.middle(target)]
  const bottom = { x: start.x, y: start.y + source.height / 2 }
  const top = { x: end.x, y: end.y - target.height / 2 }
  if (track === undefined || (leavesAt === undefined && track.side !== "between"))
    return bend(bottom, frame.leaving(source), top)
  const x = frame.xOf(track)
  if (leavesAt === undefined) {
    const [below, over] = [frame.leaving(source), frame.coming(target)]
    return [bottom, { x: bottom.x, y: below }, { x, y: below }, { x, y: over }, { x: top.x, y: over }, top]
  }
  const outward = track.side === "right" ? 1 : -1
  const y = start.y - source.height / 2 + leavesAt
  const out = { x: start.x + (outward * source.width) / 2, y }
  const isBeside = (target.lane === 1 ? "right" : "left") === track.side
  const into = { x: end.x + (outward * target.width) / 2, y: end.y }
  if (isBeside) return [out, { x, y }, { x, y: into.y }, into]
  // To the other lane: above the row of the box, and into it from above.
  const entry = { x: top.x + outward * 24, y: top.y }
  const over = frame.coming(target)
  return [out, { x, y }, { x, y: over }, { x: entry.x, y: over }, entry]
}

/** Returns the corners of an arrow that runs straight down, or down, across and down. */
const bend = (start: Position, y: number, end: Position): readonly Position[] =>
  Math.abs(start.x - end.x) < 0.5 ? [start, end] : [start, { x: start.x, y }, { x: end.x, y }, end]
