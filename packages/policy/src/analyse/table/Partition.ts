/**
 * Analyses a table exactly: cases without a row, rows that never decide, and cases with several rows.
 *
 * The answers hold for every case, not for a sample. Each has a witness: a list of codes for which the table shows
 * it. Boxes in `never` cannot occur and count neither as gap nor as overlap.
 */
import { Ranges, type Table } from "@hearback/core"
import { type Budget, eachUncovered, firstUncovered, widen } from "./Cover.ts"
import { boxOf, type ClassBox, common, type Grid, type GridCells, isEmpty, makeGrid, rangesOf } from "./Grid.ts"

/** A table to analyse and the limits of the analysis. */
export interface PartitionQuestion {
  /** The rows; each cell belongs to the column at the same position in `domains`. */
  readonly rows: readonly Pick<Table.TableRow, "cells">[]
  readonly domains: readonly Ranges.Ranges[]
  /** Boxes that cannot occur, written like rows. */
  readonly never: readonly GridCells[]
  /** `first`: the first matching row decides; `unique`: exactly one row must match. */
  readonly hit: "first" | "unique"
  /** The most boxes that may be looked at. */
  readonly limit: number
  /** The most gaps to return, 20 by default. A table without rows for half its cases has thousands. */
  readonly gapsAtMost?: number
}

interface Gap {
  /** The gap, as wide as possible in every column; two gaps can share cases. */
  readonly box: readonly Ranges.Ranges[]
  readonly witness: readonly number[]
}

interface DeadRow {
  readonly row: number
  /** Rows that take all cases of this row, none of which can be omitted; empty if the row has no possible case. */
  readonly coveredBy: readonly number[]
}

interface Overlap {
  readonly a: number
  readonly b: number
  readonly witness: readonly number[]
}

/** What the analysis of a table found. */
export interface PartitionAnswer {
  readonly gaps: readonly Gap[]
  /** Whether there are more gaps than were returned. */
  readonly more: boolean
  readonly dead: readonly DeadRow[]
  /** Cases with several rows, only for `unique`. */
  readonly overlaps: readonly Overlap[]
  /** False if the limit was reached: the results are correct, but there may be more. */
  readonly done: boolean
}

/** Analyses a table for gaps, dead rows and overlaps. */
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
    // A part of a returned gap adds nothing.
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
    // For `unique`, a covered row is an overlap; only a row without any case is dead.
    const earlier = hit === "first" ? rows.slice(0, row).map((_, i) => i) : []
    const covers = (indices: readonly number[]): ClassBox[] => [...never, ...indices.map((i) => rows[i] as ClassBox)]
    const rest = firstUncovered(grid, box, covers(earlier), budget)
    if (rest === "out") done = false
    if (rest !== "covered") return
    let needed = earlier.filter((i) => !isEmpty(grid, common(box, rows[i] as ClassBox)))
    // Later rows are tried for removal first, so that the earliest rows remain.
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
