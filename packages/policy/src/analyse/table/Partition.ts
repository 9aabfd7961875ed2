/**
 * Exact analysis of a table: what no row decides, rows that never decide, rows that decide the same case.
 *
 * The answers hold for every case, not for a sample, and each comes with a witness: a vector of codes that, given to
 * the table, shows it. Boxes in `never` cannot happen and count as neither gap nor overlap.
 */
import { Ranges, type Table } from "@hearback/core"
import { type Budget, eachUncovered, firstUncovered, widen } from "./Cover.ts"
import { boxOf, type ClassBox, common, type Grid, type GridCells, isEmpty, makeGrid, rangesOf } from "./Grid.ts"

export interface PartitionQuestion {
  /** Cells by position of `domains`. */
  readonly rows: readonly Pick<Table.TableRow, "cells">[]
  readonly domains: readonly Ranges.Ranges[]
  /** What cannot happen, as boxes like rows. */
  readonly never: readonly GridCells[]
  /** `first`: the first row that fits decides; `unique`: exactly one must fit. */
  readonly hit: "first" | "unique"
  /** How many boxes may be looked at. */
  readonly limit: number
  /** How many gaps to tell at most, default 20; a table without rows for half its cases has thousands. */
  readonly gapsAtMost?: number
}

interface Gap {
  /** As wide as it can be in every column; gaps may share cases. */
  readonly box: readonly Ranges.Ranges[]
  readonly witness: readonly number[]
}

interface DeadRow {
  readonly row: number
  /** Rows that take every case of it, none of which could be left out; empty where it has no case at all. */
  readonly coveredBy: readonly number[]
}

interface Overlap {
  readonly a: number
  readonly b: number
  readonly witness: readonly number[]
}

export interface PartitionAnswer {
  readonly gaps: readonly Gap[]
  /** Whether there are more gaps than told. */
  readonly more: boolean
  readonly dead: readonly DeadRow[]
  /** For `unique` alone. */
  readonly overlaps: readonly Overlap[]
  /** False where the limit was reached: what was found is true, but there may be more. */
  readonly done: boolean
}

export const analyse = (question: PartitionQuestion): PartitionAnswer => {
  const boxes = [...question.rows.map((row) => row.cells), ...question.never]
  const grid = makeGrid(question.domains, boxes)
  const rows = question.rows.map((row) => boxOf(grid, row.cells))
  const never = question.never.map((cells) => boxOf(grid, cells))
  const budget: Budget = { left: question.limit }
  const gaps = findGaps(grid, [...rows, ...never], budget, question.gapsAtMost ?? 20)
  const dead = findDead(grid, rows, never, budget, question.hit)
  const overlaps = question.hit === "unique" ? findOverlaps(grid, rows, never, budget) : { found: [], done: true }
  const done = gaps.done && dead.done && overlaps.done
  return { gaps: gaps.found, more: gaps.more, dead: dead.found, overlaps: overlaps.found, done }
}

interface Findings<T> {
  readonly found: readonly T[]
  readonly done: boolean
}

const findGaps = (
  grid: Grid,
  covers: readonly ClassBox[],
  budget: Budget,
  most: number
): Findings<Gap> & { readonly more: boolean } => {
  const wide: ClassBox[] = []
  let more = false
  const done = eachUncovered(grid, grid.whole, covers, budget, (rest) => {
    // A piece within a gap that is already told says nothing new.
    if (wide.some((gap) => rest.every((word, i) => (word & ~(gap[i] as number)) === 0))) return true
    if (wide.length >= most) {
      more = true
      return false
    }
    wide.push(widen(grid, rest, covers))
    return true
  })
  return { found: wide.map((box) => ({ box: rangesOf(grid, box), witness: witnessOf(grid, box) })), done, more }
}

const findDead = (
  grid: Grid,
  rows: readonly ClassBox[],
  never: readonly ClassBox[],
  budget: Budget,
  hit: PartitionQuestion["hit"]
): Findings<DeadRow> => {
  const found: DeadRow[] = []
  let done = true
  rows.forEach((box, row) => {
    // Where exactly one row must fit, a covered row is an overlap; dead is only what has no case.
    const earlier = hit === "first" ? rows.slice(0, row).map((_, i) => i) : []
    const covers = (indices: readonly number[]): ClassBox[] => [...never, ...indices.map((i) => rows[i] as ClassBox)]
    const rest = firstUncovered(grid, box, covers(earlier), budget)
    if (rest === "out") done = false
    if (rest !== "covered") return
    let needed = earlier.filter((i) => !isEmpty(grid, common(box, rows[i] as ClassBox)))
    // Later rows are tried first, so that the rows told are the earliest that do.
    for (const i of [...needed].reverse()) {
      const without = needed.filter((other) => other !== i)
      const left = firstUncovered(grid, box, covers(without), budget)
      if (left === "out") done = false
      if (left === "covered") needed = without
    }
    found.push({ row, coveredBy: needed })
  })
  return { found, done }
}

const findOverlaps = (
  grid: Grid,
  rows: readonly ClassBox[],
  never: readonly ClassBox[],
  budget: Budget
): Findings<Overlap> => {
  const found: Overlap[] = []
  let done = true
  rows.forEach((first, one) => {
    for (let b = one + 1; b < rows.length; b++) {
      const both = common(first, rows[b] as ClassBox)
      if (isEmpty(grid, both)) continue
      const rest = firstUncovered(grid, both, never, budget)
      if (rest === "out") done = false
      else if (rest !== "covered") found.push({ a: one, b, witness: witnessOf(grid, rest) })
    }
  })
  return { found, done }
}

const witnessOf = (grid: Grid, box: ClassBox): readonly number[] =>
  rangesOf(grid, box).map((codes) => Ranges.sample(codes) as number)
