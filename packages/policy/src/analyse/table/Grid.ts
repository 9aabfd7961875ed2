/**
 * Partitions the columns of a table into classes of values, exactly; a box is a bit set of classes.
 *
 * Two codes are in one class if every row, every excluded box and the domain treat them alike. So a table over
 * millions of amounts becomes a grid of a few dozen classes, and what holds for the grid holds for every case.
 */
import { Ranges } from "@hearback/core"

/** One cell for each column; `null` means any value. */
export type GridCells = readonly (Ranges.Ranges | null)[]

/** The classes of all columns as one bit set, column after column. */
export type ClassBox = Uint32Array

/** The classes of all columns, and the box of everything that can occur. */
export interface Grid {
  /** The first word of each column, and the end of the last column. */
  readonly starts: readonly number[]
  /** The codes of each class, by column. */
  readonly classes: readonly (readonly Ranges.Ranges[])[]
  /** All cases that can occur, before excluded boxes are removed. */
  readonly whole: ClassBox
}

/** Makes a grid: the domains are cut where a given cell begins or ends. */
export const makeGrid = (domains: readonly Ranges.Ranges[], boxes: readonly GridCells[]): Grid => {
  const classes = domains.map((domain, column) =>
    classify(
      domain,
      boxes.flatMap((cells) => (cells[column] == null ? [] : [cells[column]]))
    )
  )
  const starts = [0]
  for (const column of classes) starts.push((starts.at(-1) as number) + Math.max(1, Math.ceil(column.length / 32)))
  const grid = { starts, classes, whole: new Uint32Array(starts.at(-1) as number) }
  grid.whole.set(
    boxOf(
      grid,
      domains.map(() => null)
    )
  )
  return grid
}

/** Returns the box of a row. */
export const boxOf = ({ starts, classes }: Pick<Grid, "starts" | "classes">, cells: GridCells): ClassBox => {
  const box = new Uint32Array(starts.at(-1) as number)
  classes.forEach((column, at) => {
    const cell = cells[at] ?? null
    column.forEach((codes, index) => {
      if (cell !== null && !Ranges.has(cell, codes[0] as number)) return
      const word = (starts[at] as number) + (index >> 5)
      box[word] = (box[word] as number) | (1 << (index & 31))
    })
  })
  return box
}

/** Returns the codes that a box allows, by column. */
export const rangesOf = ({ starts, classes }: Grid, box: ClassBox): readonly Ranges.Ranges[] =>
  classes.map((column, at) =>
    column.reduce<Ranges.Ranges>((sum, codes, index) => {
      const word = box[(starts[at] as number) + (index >> 5)] as number
      return (word & (1 << (index & 31))) === 0 ? sum : Ranges.union(sum, codes)
    }, Ranges.empty)
  )

/** Returns whether two boxes have a case in common. */
export const meets = ({ starts }: Grid, one: ClassBox, other: ClassBox): boolean => {
  for (let c = 0; c + 1 < starts.length; c++) {
    if (!meetsIn(starts, c, one, other)) return false
  }
  return true
}

/** Returns the intersection of two boxes. If they do not meet, some column of it is empty. */
export const common = (a: ClassBox, b: ClassBox): ClassBox => a.map((word, i) => word & (b[i] as number))

/** Returns whether a box allows no case. */
export const isEmpty = ({ starts }: Grid, box: ClassBox): boolean => {
  for (let c = 0; c + 1 < starts.length; c++) if (!meetsIn(starts, c, box, box)) return true
  return false
}

/** Returns the columns in which `cover` excludes some of `box`; none if it covers the box. */
export const openColumns = ({ starts }: Grid, box: ClassBox, cover: ClassBox): readonly number[] => {
  const open: number[] = []
  for (let c = 0; c + 1 < starts.length; c++) {
    for (let word = starts[c] as number; word < (starts[c + 1] as number); word++) {
      if (((box[word] as number) & ~(cover[word] as number)) === 0) continue
      open.push(c)
      break
    }
  }
  return open
}

/** Returns the box with one column reduced to the values outside `cover`, or to the values inside it. */
export const narrow = (
  { starts }: Grid,
  box: ClassBox,
  column: number,
  cover: ClassBox,
  side: "outside" | "inside"
): ClassBox => {
  const part = box.slice()
  for (let word = starts[column] as number; word < (starts[column + 1] as number); word++) {
    const other = cover[word] as number
    part[word] = (box[word] as number) & (side === "inside" ? other : ~other)
  }
  return part
}

/** Returns how many classes of one column the box allows. */
export const countIn = ({ starts }: Grid, box: ClassBox, column: number): number => {
  let count = 0
  for (let word = starts[column] as number; word < (starts[column + 1] as number); word++) {
    for (let bits = box[word] as number; bits !== 0; bits &= bits - 1) count++
  }
  return count
}

const meetsIn = (starts: readonly number[], column: number, one: ClassBox, other: ClassBox): boolean => {
  for (let word = starts[column] as number; word < (starts[column + 1] as number); word++) {
    if (((one[word] as number) & (other[word] as number)) !== 0) return true
  }
  return false
}

/** Groups the segments between cuts by the cells that contain them. */
const classify = (domain: Ranges.Ranges, cells: readonly Ranges.Ranges[]): readonly Ranges.Ranges[] => {
  const distinct = [...new Map(cells.map((cell) => [cell.join(), cell])).values()]
  const cuts = [...new Set([...domain, ...distinct.flat()])].sort((a, b) => a - b)
  const groups = new Map<string, Ranges.Ranges>()
  cuts.forEach((lo, index) => {
    const hi = cuts[index + 1]
    if (hi === undefined || !Ranges.has(domain, lo)) return
    const key = distinct.map((cell) => (Ranges.has(cell, lo) ? "1" : "0")).join("")
    groups.set(key, Ranges.union(groups.get(key) ?? Ranges.empty, [lo, hi]))
  })
  return [...groups.values()]
}
