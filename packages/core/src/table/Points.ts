/**
 * Points: every row that fits adds its points, and thresholds say which level a sum is. They are laid out as rows of a
 * table in which the first that fits decides, so that whatever decides, analyses or compares knows tables alone.
 * Source: docs/decisions/0041-points-are-laid-out-as-rows.md
 */
import { UNKNOWN } from "./Fact.ts"
import * as Ranges from "./Ranges.ts"
import { type Inputs, interpret, type Row, type Table } from "./Table.ts"

export interface PointsRow {
  /** Absent: it fits every case. */
  readonly when?: { readonly table: Table }
  readonly add: number
  /** Slots of the inputs by whose values the points are multiplied. */
  readonly times: readonly number[]
}

export interface Threshold {
  /** The sums that it takes. */
  readonly sums: Ranges.Ranges
}

export interface Points<R extends PointsRow = PointsRow, T extends Threshold = Threshold> {
  readonly rows: readonly R[]
  readonly thresholds: readonly T[]
}

/** An input that points depend on. */
export interface Column {
  readonly slot: number
  readonly domain: Ranges.Ranges
  /** It may be not yet known, such as a gate that is not settled: a row that asks for it then adds nothing. */
  readonly mayBeOpen: boolean
}

/** Cases of one answer: by position of the columns, with the positions of the thresholds that take their sum. */
export interface Box {
  readonly cells: readonly (Ranges.Ranges | null)[]
  readonly taken: readonly number[]
}

/** Returns what each row adds that fits, NaN where a value is unknown that it is multiplied by. */
export const addedBy = <R extends PointsRow>(
  { rows }: Points<R>,
  inputs: Inputs
): readonly { readonly row: R; readonly points: number }[] =>
  rows.flatMap((row) => {
    if (row.when !== undefined && interpret(row.when.table, inputs) < 0) return []
    return [{ row, points: row.times.reduce((points, slot) => points * numberOf(inputs[slot]), row.add) }]
  })

/** Returns the sum of all points; `UNKNOWN` where it is not known. */
export const sumOf = (points: Points, inputs: Inputs): number => {
  const sum = addedBy(points, inputs).reduce((all, each) => all + each.points, 0)
  return Number.isNaN(sum) ? UNKNOWN : sum
}

const numberOf = (code: number | undefined): number => (code === undefined || code === UNKNOWN ? Number.NaN : code)

/** Returns the slots that points depend on, in order. */
export const slotsOf = ({ rows }: Points): readonly number[] =>
  [...new Set(rows.flatMap(({ when, times }) => [...(when?.table.slots ?? []), ...times]))].sort((a, b) => a - b)

/** A row on the way: the alternatives of its condition that no column has refuted yet, and what it comes to so far. */
interface Pending {
  readonly row: number
  readonly alive: readonly number[]
  readonly points: number
}

/** What is known after some columns; equal ones go on alike. */
interface State {
  readonly sum: number
  readonly pending: readonly Pending[]
}

type Node =
  | { readonly taken: readonly number[] }
  | { readonly column: number; readonly branches: readonly (readonly [Ranges.Ranges | null, number])[] }

export interface Layout {
  /** Disjoint, but for what is not yet known. */
  readonly boxes: readonly Box[]
  /** The least and the greatest sum that any case has. */
  readonly least: number
  readonly greatest: number
}

/** Returns the cases of each answer; undefined where there are more than `most`. */
export const layOut = (points: Points, columns: readonly Column[], most: number): Layout | undefined => {
  const nodes: Node[] = []
  const ids = new Map<string, number>()
  const known = new Map<string, number>()
  const rows = points.rows.map((row) => alternativesOf(row, columns))
  const classes = columns.map((column, at) => classesOf(column, at, rows, points))

  const idOf = (key: string, node: () => Node): number => {
    const id = ids.get(key) ?? nodes.push(node()) - 1
    ids.set(key, id)
    return id
  }

  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const leaf = ({ sum }: State): number => {
    if (sum < least) least = sum
    if (sum > greatest) greatest = sum
    const code = Number.isNaN(sum) ? UNKNOWN : sum
    const taken = points.thresholds.flatMap(({ sums }, at) => (Ranges.has(sums, code) ? [at] : []))
    return idOf(`= ${taken}`, () => ({ taken }))
  }

  const after = ({ sum, pending }: State, at: number, code: number): State => {
    const left: Pending[] = []
    let total = sum
    for (const { row, alive, points: before } of pending) {
      const cells = rows[row] ?? []
      const fitting = alive.filter((each) => {
        const cell = cells[each]?.[at] ?? null
        return cell === null || Ranges.has(cell, code)
      })
      const times = points.rows[row]?.times.filter((slot) => slot === columns[at]?.slot) ?? []
      const now = times.reduce((product) => product * numberOf(code), before)
      const isSure = fitting.some((each) => (cells[each] ?? []).slice(at + 1).every((cell) => cell === null))
      const isWhole = !points.rows[row]?.times.some((slot) => columns.slice(at + 1).some((next) => next.slot === slot))
      if (isSure && isWhole) total += now
      else if (fitting.length > 0) left.push({ row, alive: fitting, points: now })
    }
    return { sum: total, pending: left }
  }

  const build = (at: number, state: State): number => {
    if (at === columns.length) return leaf(state)
    const key = `${at} ${state.sum} ${state.pending.map(({ row, alive, points: so }) => `${row}:${alive}:${so}`).join(" ")}`
    const found = known.get(key)
    // Whatever is built when there are too many is not used.
    if (found !== undefined || known.size > mostStates) return found ?? 0
    const groups = new Map<number, Ranges.Ranges>()
    for (const codes of classes[at] ?? []) {
      const to = build(at + 1, after(state, at, codes[0] as number))
      groups.set(to, Ranges.union(groups.get(to) ?? Ranges.empty, codes))
    }
    // A row behind those of all that is known is reached by what is not yet known alone.
    const open = columns[at]?.mayBeOpen === true ? build(at + 1, after(state, at, Number.NaN)) : undefined
    const [only] = groups.keys()
    const isOne = only !== undefined && groups.size === 1 && (open === undefined || open === only)
    const branches = [
      ...[...groups].map(([to, codes]) => [codes, to] as const),
      ...(open === undefined ? [] : [[null, open] as const])
    ]
    const id = isOne ? only : idOf(`${at} ${JSON.stringify(branches)}`, () => ({ column: at, branches }))
    known.set(key, id)
    return id
  }

  const start = rows.flatMap((cells, row): readonly Pending[] => {
    const { add = 0 } = points.rows[row] ?? {}
    return cells.length === 0 ? [] : [{ row, alive: cells.map((_, each) => each), points: add }]
  })
  const alone = start.filter(({ row }) => isAlways(rows[row]) && points.rows[row]?.times.length === 0)
  const root = build(0, {
    sum: alone.reduce((sum, each) => sum + each.points, 0),
    pending: start.filter((each) => !alone.includes(each))
  })
  if (known.size > mostStates) return undefined
  const boxes: Box[] = []
  const walk = (id: number, cells: readonly (Ranges.Ranges | null)[]): void => {
    const node = nodes[id]
    if (node === undefined || boxes.length > most) return
    if ("taken" in node) boxes.push({ cells, taken: node.taken })
    else for (const [cell, to] of node.branches) walk(to, cells.with(node.column, cell))
  }
  walk(
    root,
    columns.map(() => null)
  )
  return boxes.length > most ? undefined : { boxes, least, greatest }
}

/** What is known after some columns comes to so many states at most. */
const mostStates = 50_000

const isAlways = (alternatives: readonly Row["cells"][] | undefined): boolean =>
  alternatives?.some((cells) => cells.every((cell) => cell === null)) === true

/** Returns the rows of a condition, their cells by position of the columns. */
const alternativesOf = ({ when }: PointsRow, columns: readonly Column[]): readonly Row["cells"][] =>
  when === undefined
    ? [columns.map(() => null)]
    : when.table.rows.map(({ cells }) => columns.map(({ slot }) => cells[when.table.slots.indexOf(slot)] ?? null))

/** Returns the codes of a column in sets that no row tells apart; of what points are multiplied by each by itself. */
const classesOf = (
  { slot, domain }: Column,
  at: number,
  rows: readonly (readonly Row["cells"][])[],
  points: Points
): readonly Ranges.Ranges[] => {
  const isFactor = points.rows.some(({ times }) => times.includes(slot))
  const cells = rows.flatMap((row) => row.flatMap((each) => (each[at] == null ? [] : [each[at]])))
  const values = isFactor ? domain.flatMap((from, i) => (i % 2 === 0 ? singles(from, domain[i + 1] ?? from) : [])) : []
  const cuts = [...new Set([...domain, ...cells.flat(), ...values])].sort((a, b) => a - b)
  const groups = new Map<string, Ranges.Ranges>()
  cuts.forEach((from, i) => {
    const to = cuts[i + 1]
    if (to === undefined || !Ranges.has(domain, from)) return
    const key = isFactor ? String(from) : cells.map((cell) => (Ranges.has(cell, from) ? "1" : "0")).join("")
    groups.set(key, Ranges.union(groups.get(key) ?? Ranges.empty, [from, to]))
  })
  return [...groups.values()]
}

const singles = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** Returns the layout as rows, each with the rule of its threshold; what no threshold takes has no row. */
export const tableOf = <T extends Threshold & { readonly rule: string }>(
  { thresholds }: Points<PointsRow, T>,
  columns: readonly Column[],
  boxes: readonly Box[],
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
