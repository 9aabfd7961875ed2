/**
 * Finds the cases for which two sets of tables give different answers, exactly, over the grid of the rows of both.
 *
 * The columns are processed one by one. After each, only the set of rows that a case still matches is kept: cases
 * that match the same rows are treated as one, so a grid of millions of classes becomes a diagram of a few hundred
 * nodes.
 */
import { Ranges } from "@hearback/core"
import { makeGrid } from "../../analyse/table/Grid.ts"

/** A row over the columns of both policies. Cells on levels are checked when all columns are known. */
export interface DiagramRow {
  readonly cells: ReadonlyMap<number, Ranges.Ranges>
  readonly levels: ReadonlyMap<string, Ranges.Ranges>
}

/** The rows of one table and how they decide. */
export interface DiagramTables {
  readonly rows: readonly (DiagramRow | undefined)[]
  /** `first`: only the first matching row counts. `all`: every matching row counts. */
  readonly hit: "first" | "all"
}

/** For each table, the rows that a case matches, in order. */
export type FittingRows = readonly (readonly number[])[]

/** What is asked of a diagram. */
export interface DiagramQuestion {
  /** All codes of each column. */
  readonly domains: readonly Ranges.Ranges[]
  readonly tables: readonly DiagramTables[]
  /** Returns the answer for the matching rows; undefined if the cases are of no interest. */
  readonly answer: (fits: FittingRows) => string | undefined
  /** The most nodes that may be looked at. */
  readonly limit: number
}

/** Cells by column; an absent column means any value. */
export type DiagramBox = ReadonlyMap<number, Ranges.Ranges>

/** The cases with one answer. */
export interface Group {
  readonly answer: string
  readonly classes: number
  /** Disjoint boxes; together all cases of the group, except those that were omitted. */
  readonly boxes: readonly DiagramBox[]
  readonly more: boolean
}

/** The groups of cases that a diagram found. */
export interface DiagramAnswer {
  readonly groups: readonly Group[]
  /** The number of classes of cases. */
  readonly classes: number
  /** False if the limit was reached: the results are correct, but there may be more. */
  readonly done: boolean
}

/** The most boxes of a group that are kept apart before they are joined. */
const mostBoxes = 400

type Node = number
const nothing: Node = 0

interface Inner {
  readonly depth: number
  readonly edges: readonly { readonly to: Node; readonly classes: readonly number[] }[]
}

/** Returns the groups of cases with their answers. */
export const solve = (question: DiagramQuestion): DiagramAnswer => {
  const { tables, answer, limit } = question
  const all = tables.flatMap(({ rows }) => rows.flatMap((row) => row ?? []))
  const columns = [...new Set(all.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b)
  const { classes } = makeGrid(
    columns.map((column) => question.domains[column] ?? Ranges.all),
    all.map(({ cells }) => columns.map((column) => cells.get(column) ?? null))
  )
  const masks = classes.map((column, depth) =>
    column.map((codes) => tables.map((table) => fitting(table, columns[depth] ?? 0, codes)))
  )
  const settled = Array.from({ length: columns.length + 1 }, (_, depth) =>
    tables.map((table) => settling(table, columns.slice(depth)))
  )
  const inner: (Inner | string)[] = [""]
  const known = new Map<string, Node>()
  const seen = new Map<string, Node>()
  let left = limit
  const intern = (key: string, made: Inner | string): Node => {
    const before = known.get(key)
    if (before !== undefined) return before
    inner.push(made)
    known.set(key, inner.length - 1)
    return inner.length - 1
  }
  const visit = (depth: number, state: readonly bigint[]): Node => {
    const key = `${depth}:${state.join()}`
    const before = seen.get(key)
    if (before !== undefined) return before
    if (left <= 0) return nothing
    left--
    const node = depth === columns.length ? leaf(state) : branch(depth, state)
    seen.set(key, node)
    return node
  }
  const leaf = (state: readonly bigint[]): Node => {
    const label = answer(state.map(bitsOf))
    return label === undefined ? nothing : intern(`= ${label}`, label)
  }
  const branch = (depth: number, state: readonly bigint[]): Node => {
    const to = new Map<Node, number[]>()
    for (const [index, mask] of (masks[depth] ?? []).entries()) {
      const next = state.map((rows, table) => cut(rows & (mask[table] ?? 0n), settled[depth + 1]?.[table] ?? 0n))
      const node = visit(depth + 1, next)
      to.set(node, [...(to.get(node) ?? []), index])
    }
    const edges = [...to].map(([node, indices]) => ({ to: node, classes: indices }))
    const [only] = edges
    if (only === undefined || edges.length === 1) return only?.to ?? nothing
    return intern(`${depth} ${JSON.stringify(edges)}`, { depth, edges })
  }
  const root = visit(
    0,
    tables.map(({ rows }, table) => cut(possible(rows), settled[0]?.[table] ?? 0n))
  )
  const sizes = classes.map((column) => column.length)
  return {
    ...groupsOf({ inner, root, columns, classes, sizes }),
    classes: sizes.reduce((a, b) => a * b, 1),
    done: left > 0
  }
}

/** Returns the rows that some case matches. */
const possible = (rows: DiagramTables["rows"]): bigint =>
  rows.reduce((mask, row, i) => (row === undefined ? mask : mask | (1n << BigInt(i))), 0n)

const fitting = ({ rows }: DiagramTables, column: number, codes: Ranges.Ranges): bigint => {
  const code = codes[0] ?? Number.NaN
  return rows.reduce((mask, row, index) => {
    const cell = row?.cells.get(column)
    return row !== undefined && (cell === undefined || Ranges.has(cell, code)) ? mask | (1n << BigInt(index)) : mask
  }, 0n)
}

/** Returns the rows that decide if they still match once only these columns are left. */
const settling = ({ rows, hit }: DiagramTables, columns: readonly number[]): bigint =>
  hit === "all"
    ? 0n
    : rows.reduce((mask, row, index) => {
        const isSettled = row !== undefined && row.levels.size === 0 && !columns.some((column) => row.cells.has(column))
        return isSettled ? mask | (1n << BigInt(index)) : mask
      }, 0n)

/** Removes the rows behind the first row that decides. */
const cut = (rows: bigint, settled: bigint): bigint => {
  const sure = rows & settled
  return sure === 0n ? rows : rows & (((sure & -sure) << 1n) - 1n)
}

const bitsOf = (rows: bigint): readonly number[] => {
  const out: number[] = []
  for (let rest = rows, i = 0; rest > 0n; rest >>= 1n, i++) if ((rest & 1n) === 1n) out.push(i)
  return out
}

interface Diagram {
  readonly inner: readonly (Inner | string)[]
  readonly root: Node
  readonly columns: readonly number[]
  readonly classes: readonly (readonly Ranges.Ranges[])[]
  readonly sizes: readonly number[]
}

const groupsOf = (diagram: Diagram): Pick<DiagramAnswer, "groups"> => {
  const groups = new Map<string, { classes: number; boxes: DiagramBox[]; more: boolean }>()
  const { inner, columns, classes, sizes } = diagram
  const between = (from: number, to: number): number => sizes.slice(from, to).reduce((a, b) => a * b, 1)
  const counted = new Map<Node, ReadonlyMap<string, number>>()
  const depthOf = (node: Node): number => {
    const made = inner[node]
    return typeof made === "object" ? made.depth : columns.length
  }
  const count = (node: Node): ReadonlyMap<string, number> => {
    const before = counted.get(node)
    if (before !== undefined) return before
    const sums = new Map<string, number>()
    const made = inner[node]
    if (typeof made === "string" && node !== nothing) sums.set(made, 1)
    if (typeof made === "object")
      for (const { to, classes: indices } of made.edges)
        for (const [label, size] of count(to))
          sums.set(label, (sums.get(label) ?? 0) + size * indices.length * between(made.depth + 1, depthOf(to)))
    counted.set(node, sums)
    return sums
  }
  for (const [label, size] of count(diagram.root))
    groups.set(label, { classes: size * between(0, depthOf(diagram.root)), boxes: [], more: false })
  let open = groups.size
  const collect = (node: Node, box: readonly (readonly [number, Ranges.Ranges])[]): void => {
    if (node === nothing || open === 0) return
    const made = inner[node]
    if (typeof made === "object") {
      for (const { to, classes: indices } of made.edges) {
        const codes = indices.reduce<Ranges.Ranges>((sum, i) => Ranges.union(sum, classes[made.depth]?.[i] ?? []), [])
        collect(to, [...box, [columns[made.depth] ?? 0, codes]])
      }
      return
    }
    const group = groups.get(made ?? "")
    if (group === undefined || group.more) return
    if (group.boxes.length < mostBoxes) group.boxes.push(new Map(box))
    else {
      group.more = true
      open--
    }
  }
  collect(diagram.root, [])
  return { groups: [...groups].map(([answer, group]) => ({ answer, ...group, boxes: joined(group.boxes, diagram) })) }
}

/** Joins boxes that differ in only one column, while there are any. */
const joined = (boxes: readonly DiagramBox[], { columns, classes }: Diagram): readonly DiagramBox[] => {
  const wholes = new Map(columns.map((column, i) => [column, (classes[i] ?? []).reduce(Ranges.union, Ranges.empty)]))
  let all = [...boxes]
  for (let changed = true; changed; ) {
    changed = false
    for (const column of columns) {
      const by = new Map<string, Map<number, Ranges.Ranges>>()
      for (const box of all) {
        const rest = columns.flatMap((each) => (each === column ? [] : `${box.get(each)?.join() ?? "*"}`)).join("|")
        const whole = wholes.get(column) ?? Ranges.all
        const found = by.get(rest)
        const codes = Ranges.union(
          found?.get(column) ?? (found === undefined ? Ranges.empty : whole),
          box.get(column) ?? whole
        )
        const merged = new Map(box)
        if (Ranges.equal(codes, whole)) merged.delete(column)
        else merged.set(column, codes)
        by.set(rest, merged)
      }
      if (by.size < all.length) changed = true
      all = [...by.values()]
    }
  }
  return all
}
