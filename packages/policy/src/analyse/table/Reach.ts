/**
 * What of a table can decide at all, and where it turns: each row with a case that it decides, each bound of its cells
 * with a case on either side for which nothing but this bound matters. What no case reaches is left out.
 */
import { Ranges, type Table } from "@hearback/core"
import { type Budget, firstUncovered } from "./Cover.ts"
import { boxOf, type ClassBox, type Grid, type GridCells, makeGrid, rangesOf } from "./Grid.ts"

export interface ReachQuestion {
  readonly table: Pick<Table.Table, "rows">
  readonly domains: readonly Ranges.Ranges[]
  /** Which columns have values that compare. */
  readonly ordered: readonly boolean[]
  /** What cannot happen, as boxes like rows. */
  readonly never: readonly GridCells[]
  /** How many boxes may be looked at; what was not looked at counts as reached. */
  readonly limit: number
}

export interface BoundSide {
  readonly row: number
  readonly column: number
  /** The first code from the bound on. */
  readonly at: number
  readonly side: "below" | "from"
  /** The row, with this column narrowed to what lies between the bound and the next one of the table. */
  readonly cells: GridCells
}

/** A vector of codes by column; absent where the search was given up. */
interface Witnessed {
  readonly witness?: readonly number[]
}

export interface Reach {
  readonly rows: readonly ({ readonly row: number } & Witnessed)[]
  readonly bounds: readonly (BoundSide & Witnessed)[]
  /** A case that no row takes; absent where there is none. */
  readonly rest?: Witnessed
}

export const reachOf = ({ table, domains, ordered, never, limit }: ReachQuestion): Reach => {
  const cells = table.rows.map((row) => row.cells)
  const sides = cells.flatMap((row, index) => sidesOf(row, index, cells, domains, ordered))
  const grid = makeGrid(domains, [...cells, ...never, ...sides.map((side) => side.cells)])
  const boxes = cells.map((row) => boxOf(grid, row))
  const impossible = never.map((row) => boxOf(grid, row))
  const budget: Budget = { left: limit }
  const find = (box: ClassBox, above: number, exact?: BoundSide): Witnessed | undefined => {
    const rest = firstUncovered(grid, box, [...impossible, ...boxes.slice(0, above)], budget)
    if (rest === "out") return {}
    return rest === "covered" ? undefined : { witness: witnessOf(grid, rest, exact) }
  }
  const rows = boxes.flatMap((box, row) => {
    const found = find(box, row)
    return found === undefined ? [] : [{ row, ...found }]
  })
  const bounds = sides.flatMap((side) => {
    const found = find(boxOf(grid, side.cells), side.row, side)
    return found === undefined ? [] : [{ ...side, ...found }]
  })
  const rest = find(grid.whole, boxes.length)
  return { rows, bounds, ...(rest && { rest }) }
}

const sidesOf = (
  row: GridCells,
  index: number,
  all: readonly GridCells[],
  domains: readonly Ranges.Ranges[],
  ordered: readonly boolean[]
): readonly BoundSide[] =>
  row.flatMap((cell, column) => {
    const domain = domains[column] ?? Ranges.empty
    if (cell === null || ordered[column] !== true) return []
    const cuts = [...new Set(all.flatMap((other) => other[column] ?? []))].sort((a, b) => a - b)
    // Between what is unknown and the least value there is no bound that anybody wrote.
    const inner = cell.filter((at) => at - 1 > Ranges.MIN && Ranges.has(domain, at - 1) && Ranges.has(domain, at))
    return inner.flatMap((at): readonly BoundSide[] => {
      const before = Math.max(Ranges.MIN + 1, cuts.findLast((cut) => cut < at) ?? Ranges.MIN + 1)
      const after = cuts.find((cut) => cut > at) ?? Ranges.MAX
      const within = (part: Ranges.Ranges): GridCells => row.with(column, part)
      return [
        { row: index, column, at, side: "below", cells: within(Ranges.of(before, at)) },
        { row: index, column, at, side: "from", cells: within(Ranges.of(at, after)) }
      ]
    })
  })

/** A side is best shown by the value next to its bound. */
const witnessOf = (grid: Grid, box: ClassBox, exact: BoundSide | undefined): readonly number[] =>
  rangesOf(grid, box).map((codes, column) => {
    const next = exact?.column !== column ? undefined : exact.side === "below" ? exact.at - 1 : exact.at
    return next !== undefined && Ranges.has(codes, next) ? next : (Ranges.sample(codes) as number)
  })
