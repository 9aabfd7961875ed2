/**
 * Computes example cases of a table: one for each row that it decides, and one for each side of each bound of its
 * cells, where only this bound matters. Rows and bounds that no case reaches are omitted.
 */
import { Ranges, type Table } from "@hearback/core"
import { type Budget, firstUncovered } from "./Cover.ts"
import { boxOf, type ClassBox, type Grid, type GridCells, makeGrid, rangesOf } from "./Grid.ts"

/** A table for which example cases are searched. */
export interface ReachQuestion {
  readonly table: Pick<Table.Table, "rows">
  readonly domains: readonly Ranges.Ranges[]
  /** Which columns have values that compare. */
  readonly ordered: readonly boolean[]
  /** Boxes that cannot occur, written like rows. */
  readonly never: readonly GridCells[]
  /** The most boxes that may be looked at; what was not looked at counts as reached. */
  readonly limit: number
}

/** One side of a bound. */
export interface BoundSide {
  readonly row: number
  readonly column: number
  /** The first code after the bound. */
  readonly at: number
  readonly side: "below" | "from"
  /** The row, with this column reduced to the values between the bound and the next bound of the table. */
  readonly cells: GridCells
}

/** One code for each column; absent if the search was given up. */
interface Witnessed {
  readonly witness?: readonly number[]
}

/** The reachable rows and bounds of a table. */
export interface Reach {
  readonly rows: readonly ({ readonly row: number } & Witnessed)[]
  readonly bounds: readonly (BoundSide & Witnessed)[]
  /** A case that no row takes; absent if there is none. */
  readonly rest?: Witnessed
}

/** Returns the reachable rows and bounds of a table with their example cases. */
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
    // Between the code for unknown and the least value there is no bound that anybody wrote.
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

/** Returns the value next to the bound, which shows a side best. */
const witnessOf = (grid: Grid, box: ClassBox, exact: BoundSide | undefined): readonly number[] =>
  rangesOf(grid, box).map((codes, column) => {
    const next = exact?.column !== column ? undefined : exact.side === "below" ? exact.at - 1 : exact.at
    return next !== undefined && Ranges.has(codes, next) ? next : (Ranges.sample(codes) as number)
  })
