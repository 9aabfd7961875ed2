/**
 * Computes the part of a box that a list of other boxes leaves uncovered. The result is exact: one box is cut out of
 * the other until nothing is left.
 *
 * Each step uses a budget, because for some tables an exact answer takes too long. Results found before the budget is
 * used up are correct.
 */
import { type ClassBox, common, countIn, type Grid, isEmpty, meets, narrow, openColumns } from "./Grid.ts"

/** The number of steps that are left. */
export interface Budget {
  left: number
}

/**
 * Calls `found` with disjoint boxes that together are the uncovered part of `box`, until it returns false. Returns
 * false if the budget was used up; true if everything was checked or `found` stopped the search.
 */
export const eachUncovered = (
  grid: Grid,
  box: ClassBox,
  covers: readonly ClassBox[],
  budget: Budget,
  found: (rest: ClassBox) => boolean
): boolean => search(grid, box, covers, budget, found) !== "out"

/** Returns an uncovered part of the box; undefined if there is none or the budget is used up. */
export const firstUncovered = (
  grid: Grid,
  box: ClassBox,
  covers: readonly ClassBox[],
  budget: Budget
): ClassBox | "covered" | "out" => {
  let first: ClassBox | undefined
  const done = eachUncovered(grid, box, covers, budget, (rest) => {
    first = rest
    return false
  })
  return first ?? (done ? "covered" : "out")
}

/** Widens an uncovered box, column by column, while it stays uncovered. */
export const widen = (grid: Grid, box: ClassBox, covers: readonly ClassBox[]): ClassBox => {
  let wide = box
  for (let column = 0; column + 1 < grid.starts.length; column++) {
    let tried = grid.whole
    // A cover that would meet the box with any value in this column excludes its own values here.
    const anyValue = withColumn(grid, wide, tried, column)
    for (const cover of covers) if (meets(grid, anyValue, cover)) tried = narrow(grid, tried, column, cover, "outside")
    wide = withColumn(grid, wide, tried, column)
  }
  return wide
}

/** The cost of a step: it looks at every cover in every word of the grid. Only wide or long tables notice it. */
const comparisonsAsStep = 256

type Outcome = "done" | "stopped" | "out"

const search = (
  grid: Grid,
  box: ClassBox,
  covers: readonly ClassBox[],
  budget: Budget,
  found: (rest: ClassBox) => boolean
): Outcome => {
  if (isEmpty(grid, box)) return "done"
  if (budget.left <= 0) return "out"
  budget.left -= 1 + Math.floor((covers.length * grid.whole.length) / comparisonsAsStep)
  const near = covers.filter((cover) => meets(grid, box, cover))
  const cut = best(grid, box, near)
  if (cut === undefined) return found(box) ? "done" : "stopped"
  const others = near.filter((cover) => cover !== cut.cover)
  let inside = box
  for (const column of cut.columns) {
    const outcome = search(grid, narrow(grid, inside, column, cut.cover, "outside"), others, budget, found)
    if (outcome !== "done") return outcome
    inside = narrow(grid, inside, column, cut.cover, "inside")
  }
  return "done"
}

/** Returns the cover to cut out first: the one that leaves the least. */
const best = (
  grid: Grid,
  box: ClassBox,
  covers: readonly ClassBox[]
): { readonly cover: ClassBox; readonly columns: readonly number[] } | undefined => {
  const counts = grid.classes.map((_, column) => countIn(grid, box, column))
  let least = Number.POSITIVE_INFINITY
  let chosen: { readonly cover: ClassBox; readonly columns: readonly number[] } | undefined
  for (const cover of covers) {
    const columns = openColumns(grid, box, cover)
    if (columns.length === 0) return { cover, columns }
    const part = common(box, cover)
    const covered = columns.reduce(
      (share, column) => (share * countIn(grid, part, column)) / (counts[column] as number),
      1
    )
    const left = (1 - covered) * columns.length
    if (left >= least) continue
    least = left
    chosen = { cover, columns }
  }
  return chosen
}

const withColumn = ({ starts }: Grid, box: ClassBox, other: ClassBox, column: number): ClassBox => {
  const out = box.slice()
  for (let word = starts[column] as number; word < (starts[column + 1] as number); word++)
    out[word] = other[word] as number
  return out
}
