/**
 * Points: every row that fits adds its points, and thresholds say which level a sum gives. They are converted to rows
 * of a table in which the first row that fits decides. Deciding, analysing and comparing therefore need tables only.
 *
 * Source: docs/decisions/0041-points-are-laid-out-as-rows.md
 */
import { UNKNOWN } from "./Fact.ts"
import * as Ranges from "./Ranges.ts"
import { type Inputs, interpret, type Table, type TableRow } from "./Table.ts"

/** A row that adds points. */
export interface PointsRow {
  /** Absent: it fits every case. */
  readonly when?: { readonly table: Table }
  readonly add: number
  /** The slots of the inputs by whose values the points are multiplied. */
  readonly times: readonly number[]
}

/** A threshold: the sums that give one level. */
export interface Threshold {
  /** The sums that belong to it. */
  readonly sums: Ranges.Ranges
}

/** The rows and the thresholds of one dimension. */
export interface Points<R extends PointsRow = PointsRow, T extends Threshold = Threshold> {
  readonly rows: readonly R[]
  readonly thresholds: readonly T[]
}

/** An input on which points depend. */
export interface PointsColumn {
  readonly slot: number
  readonly domain: Ranges.Ranges
  /** Whether it may not be known yet, such as a gate that is not settled. A row that asks for it then adds nothing. */
  readonly mayBeOpen: boolean
}

type Cells = readonly (Ranges.Ranges | null)[]

/** A set of cases with one answer: a set of codes for each column, and the indexes of the thresholds with their sum. */
export interface PointsBox {
  readonly cells: Cells
  readonly taken: readonly number[]
}

/** Points as boxes of cases that have the same answer. */
export interface PointsLayout {
  /** Boxes without overlap, except for inputs that are not known yet. */
  readonly boxes: readonly PointsBox[]
  /** The smallest and the largest sum of any case. */
  readonly least: number
  readonly greatest: number
}

/** Returns the points of each row that fits; NaN if a value is unknown by which they are multiplied. */
export const addedBy = <R extends PointsRow>(
  { rows }: Points<R>,
  inputs: Inputs
): readonly { readonly row: R; readonly points: number }[] =>
  rows.flatMap((row) => {
    if (row.when !== undefined && interpret(row.when.table, inputs) < 0) return []
    return [{ row, points: row.times.reduce((points, slot) => points * numberOf(inputs[slot]), row.add) }]
  })

/** Returns the sum of all points; `UNKNOWN` if it is not known. */
export const sumOf = (points: Points, inputs: Inputs): number =>
  codeOf(addedBy(points, inputs).reduce((all, each) => all + each.points, 0))

const codeOf = (sum: number): number => (Number.isNaN(sum) ? UNKNOWN : sum)

const numberOf = (code: number | undefined): number => (code === undefined || code === UNKNOWN ? Number.NaN : code)

/** Returns the slots on which points depend, in order. */
export const slotsOf = ({ rows }: Points): readonly number[] =>
  [...new Set(rows.flatMap(({ when, times }) => [...(when?.table.slots ?? []), ...times]))].sort((a, b) => a - b)

/** Returns the boxes of cases with one answer; undefined if there are more than `most`. */
export const layOut = (points: Points, columns: readonly PointsColumn[], most: number): PointsLayout | undefined => {
  const sheet = sheetOf(points, columns)
  const nodes = makeNodes()
  const known = new Map<string, number>()
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]

  const leaf = (sum: number): number => {
    if (sum < least) least = sum
    if (sum > greatest) greatest = sum
    return nodes.leaf(points.thresholds.flatMap(({ sums }, at) => (Ranges.has(sums, codeOf(sum)) ? [at] : [])))
  }

  const build = (at: number, state: State): number => {
    if (at === columns.length) return leaf(state.sum)
    const key = keyOf(at, state)
    const found = known.get(key)
    // With too many boxes the result is not used.
    if (found !== undefined || known.size > mostStates) return found ?? 0
    const groups = new Map<number, Ranges.Ranges>()
    for (const codes of sheet.classes[at] ?? []) {
      const to = build(at + 1, after(sheet, state, at, codes[0] as number))
      groups.set(to, Ranges.union(groups.get(to) ?? Ranges.empty, codes))
    }
    const open = columns[at]?.mayBeOpen === true ? build(at + 1, after(sheet, state, at, Number.NaN)) : undefined
    const id = nodes.branch(at, groups, open)
    known.set(key, id)
    return id
  }

  const root = build(0, stateOf(sheet))
  const boxes = known.size > mostStates ? undefined : nodes.boxes(root, columns.length, most)
  return boxes && { boxes, least, greatest }
}

/** The most states after some columns. */
const mostStates = 50_000

/** Points with their conditions by index of the columns, and the classes of each column's codes. */
interface Sheet {
  readonly rows: readonly (PointsRow & { readonly alternatives: readonly Cells[] })[]
  readonly columns: readonly PointsColumn[]
  readonly classes: readonly (readonly Ranges.Ranges[])[]
}

const sheetOf = ({ rows: all }: Points, columns: readonly PointsColumn[]): Sheet => {
  const rows = all.map((row) => ({ ...row, alternatives: alternativesOf(row, columns) }))
  return { rows, columns, classes: columns.map((column, at) => classesOf(column, at, rows)) }
}

/** Returns the rows of a condition, with their cells by index of the columns. */
const alternativesOf = ({ when }: PointsRow, columns: readonly PointsColumn[]): readonly TableRow["cells"][] =>
  when === undefined
    ? [columns.map(() => null)]
    : when.table.rows.map(({ cells }) => columns.map(({ slot }) => cells[when.table.slots.indexOf(slot)] ?? null))

/** Returns the codes of a column in sets that no row separates. Codes by which points are multiplied are each a set. */
const classesOf = ({ slot, domain }: PointsColumn, at: number, rows: Sheet["rows"]): readonly Ranges.Ranges[] => {
  const isFactor = rows.some(({ times }) => times.includes(slot))
  const cells = rows.flatMap(({ alternatives }) => alternatives.flatMap((each) => (each[at] == null ? [] : [each[at]])))
  const values = isFactor ? domain.flatMap((from, i) => (i % 2 === 0 ? singles(from, domain[i + 1] ?? from) : [])) : []
  const cuts = [...new Set([...domain, ...cells.flat(), ...values])].sort((a, b) => a - b)
  const groups = new Map<string, Ranges.Ranges>()
  cuts.forEach((from, index) => {
    const to = cuts[index + 1]
    if (to === undefined || !Ranges.has(domain, from)) return
    const key = isFactor ? String(from) : cells.map((cell) => (Ranges.has(cell, from) ? "1" : "0")).join("")
    groups.set(key, Ranges.union(groups.get(key) ?? Ranges.empty, [from, to]))
  })
  return [...groups.values()]
}

const singles = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i)

/**
 * A row that is not decided yet: the alternatives of its condition that no column has refuted, and its points so far.
 */
interface Pending {
  readonly row: number
  readonly alive: readonly Cells[]
  readonly points: number
}

/** What is known after some columns. Equal states have the same continuation. */
interface State {
  readonly sum: number
  readonly pending: readonly Pending[]
}

const keyOf = (at: number, { sum, pending }: State): string =>
  `${at} ${sum} ${pending.map(({ row, alive, points }) => `${row}:${points}:${JSON.stringify(alive.map((cells) => cells.slice(at)))}`).join(" ")}`

const stateOf = (sheet: Sheet): State => {
  const all = sheet.rows.map(({ alternatives, add }, row): Pending => ({ row, alive: alternatives, points: add }))
  return settled(sheet, { sum: 0, pending: all }, 0)
}

/** Returns the state after a column has this code. */
const after = (sheet: Sheet, { sum, pending }: State, at: number, code: number): State => {
  const slot = sheet.columns[at]?.slot
  const left = pending.map(({ row, alive, points }): Pending => {
    const times = sheet.rows[row]?.times.filter((each) => each === slot) ?? []
    const fitting = alive.filter(({ [at]: cell = null }) => cell === null || Ranges.has(cell, code))
    return { row, alive: fitting, points: times.reduce((product) => product * numberOf(code), points) }
  })
  return settled(sheet, { sum, pending: left }, at + 1)
}

/** Adds the points of rows that no further column can change, and removes rows that no longer fit. */
const settled = ({ rows, columns }: Sheet, { sum, pending }: State, at: number): State => {
  const next = new Set(columns.slice(at).map(({ slot }) => slot))
  const isSure = ({ row, alive }: Pending): boolean =>
    rows[row]?.times.some((slot) => next.has(slot)) === false &&
    alive.some((cells) => cells.slice(at).every((cell) => cell === null))
  return {
    sum: pending.filter(isSure).reduce((all, { points }) => all + points, sum),
    pending: pending.filter((each) => each.alive.length > 0 && !isSure(each))
  }
}

type Node =
  | { readonly taken: readonly number[] }
  | { readonly column: number; readonly branches: readonly (readonly [Ranges.Ranges | null, number])[] }

/** Makes the nodes of a diagram in which equal parts are shared. */
const makeNodes = () => {
  const nodes: Node[] = []
  const ids = new Map<string, number>()
  const idOf = (node: Node): number => {
    const key = JSON.stringify(node)
    const id = ids.get(key) ?? nodes.push(node) - 1
    ids.set(key, id)
    return id
  }
  return {
    leaf: (taken: readonly number[]): number => idOf({ taken }),
    branch: (column: number, groups: ReadonlyMap<number, Ranges.Ranges>, open: number | undefined): number => {
      const [only] = groups.keys()
      if (only !== undefined && groups.size === 1 && (open ?? only) === only) return only
      const branches = [...groups].map(([to, codes]): readonly [Ranges.Ranges | null, number] => [codes, to])
      // The branch for an input that is not known yet comes after those of all known codes.
      return idOf({ column, branches: open === undefined ? branches : [...branches, [null, open]] })
    },
    /** Returns the paths through the diagram; undefined if there are more than `most`. */
    boxes: (root: number, columns: number, most: number): readonly PointsBox[] | undefined => {
      const found: PointsBox[] = []
      const walk = (id: number, cells: Cells): void => {
        const node = nodes[id]
        if (node === undefined || found.length > most) return
        if ("taken" in node) found.push({ cells, taken: node.taken })
        else for (const [cell, to] of node.branches) walk(to, cells.with(node.column, cell))
      }
      walk(root, Array(columns).fill(null))
      return found.length > most ? undefined : found
    }
  }
}

/** Returns the boxes as rows, each with the rule of its threshold. Sums that belong to no threshold have no row. */
export const tableOf = <T extends Threshold & { readonly rule: string }>(
  { thresholds }: Points<PointsRow, T>,
  columns: readonly PointsColumn[],
  boxes: readonly PointsBox[],
  id: string
): { readonly table: Table; readonly values: readonly T[] } => {
  const taken = boxes.flatMap(({ cells, taken: [first] }) => {
    const threshold = thresholds[first ?? -1]
    return threshold === undefined ? [] : [{ cells, threshold }]
  })
  const asked = columns.flatMap((_, at) => (taken.some(({ cells }) => (cells[at] ?? null) !== null) ? [at] : []))
  const rows = taken.map(({ cells, threshold }) => ({
    cells: asked.map((at) => cells[at] ?? null),
    rule: threshold.rule
  }))
  return {
    table: { id, slots: asked.map((at) => columns[at]?.slot ?? 0), rows },
    values: taken.map(({ threshold }) => threshold)
  }
}
