/**
 * Decision tables: rows of sets over a vector of codes. The first row that fits decides.
 *
 * A table is data. `compile` makes lists of cuts and bit masks from it: each column is cut where any of its cells
 * begins or ends. Between two cuts the same rows fit, and one bit for each row says which. To decide takes one look-up
 * for each column, `&` over the columns, and the lowest bit set. `interpret` gives the same answer from the rows
 * themselves.
 */
import * as Ranges from "./Ranges.ts"

/** A row of a table. */
export interface TableRow {
  /** By index of `slots`; `null`: any value, also one that is not known yet. */
  readonly cells: readonly (Ranges.Ranges | null)[]
  /** The path of the row in the policy. */
  readonly rule: string
}

/** A decision table. */
export interface Table {
  readonly id: string
  /** The slots of the inputs that the columns read. */
  readonly slots: readonly number[]
  readonly rows: readonly TableRow[]
}

/** The codes of all inputs by slot; `NaN`: not known yet. */
export type Inputs = readonly number[]

/** Whether a condition holds; `not-yet` while an input that it needs is not known yet. */
export type ConditionVerdict = "yes" | "no" | "not-yet"

/** Returns the index of the first row that fits, or -1. It reads the rows directly; tests compare `compile` with it. */
export const interpret = (table: Table, inputs: Inputs): number =>
  table.rows.findIndex((row) =>
    table.slots.every((slot, column) => {
      const cell = row.cells[column] ?? null
      return cell === null || Ranges.has(cell, inputs[slot] ?? Number.NaN)
    })
  )

/** Returns whether some row fits, as a condition over inputs that may not be known yet. */
export const undecided = (table: Table, inputs: Inputs): ConditionVerdict => {
  if (interpret(table, inputs) >= 0) return "yes"
  const open = table.rows.some((row) =>
    table.slots.every((slot, column) => {
      const cell = row.cells[column] ?? null
      const code = inputs[slot] ?? Number.NaN
      return cell === null || Number.isNaN(code) || Ranges.has(cell, code)
    })
  )
  return open ? "not-yet" : "no"
}

/**
 * Returns the index of the row that decides whatever the unknown inputs turn out to be, or -1 if none fits then;
 * undefined if it depends on them.
 */
export const decided = (table: Table, inputs: Inputs): number | undefined => {
  for (const [index, row] of table.rows.entries()) {
    let fits: "yes" | "perhaps" | "no" = "yes"
    for (const [column, slot] of table.slots.entries()) {
      const cell = row.cells[column] ?? null
      const code = inputs[slot] ?? Number.NaN
      if (cell === null || Ranges.has(cell, code)) continue
      if (!Number.isNaN(code)) {
        fits = "no"
        break
      }
      fits = "perhaps"
    }
    if (fits === "yes") return index
    if (fits === "perhaps") return undefined
  }
  return -1
}

/** Compiles a table to a function from inputs to the index of the first row that fits, or -1. */
export const compile = (table: Table): ((inputs: Inputs) => number) => {
  const masks = maskTable(table)
  const unknown = masks.columns.map((column) => column.unknown)
  return masks.words === 1 ? oneWord(masks, unknown) : manyWords(masks, unknown)
}

/** Compiles a condition to a function with the same answer as `undecided`, which is faster. */
export const compileVerdict = (table: Table): ((inputs: Inputs) => ConditionVerdict) => {
  const masks = maskTable(table)
  const strict = compile(table)
  // An input that is not known yet refutes no row, so a row that fits otherwise may still come true.
  const everyRow = masks.columns.map((column) => column.open)
  const lenient = masks.words === 1 ? oneWord(masks, everyRow) : manyWords(masks, everyRow)
  return (inputs) => (strict(inputs) >= 0 ? "yes" : lenient(inputs) >= 0 ? "not-yet" : "no")
}

interface Column {
  readonly slot: number
  /** Sorted. Segment s lies between cut s-1 and cut s. */
  readonly cuts: Float64Array
  /** The offsets in `bits` of segment 0, of the rows without a cell here, and of all rows. */
  readonly base: number
  readonly unknown: number
  readonly open: number
}

interface Masks {
  /** The number of 32-bit words in a mask. */
  readonly words: number
  readonly columns: readonly Column[]
  readonly bits: Int32Array
  readonly rows: number
}

const maskTable = (table: Table): Masks => {
  const words = Math.max(1, Math.ceil(table.rows.length / 32))
  const bits: number[] = []
  const pushMask = (fits: (cell: Ranges.Ranges | null) => boolean, column: number): number => {
    const at = bits.length
    for (let word = 0; word < words; word++) bits.push(0)
    table.rows.forEach((row, index) => {
      const word = at + (index >> 5)
      if (fits(row.cells[column] ?? null)) bits[word] = (bits[word] as number) | (1 << (index & 31))
    })
    return at
  }
  const columns = table.slots.map((slot, column): Column => {
    const cells = table.rows.flatMap((row) => row.cells[column] ?? [])
    const cuts = Float64Array.from([...new Set(cells)].sort((a, b) => a - b))
    const base = bits.length
    for (let segment = 0; segment <= cuts.length; segment++) {
      const member = segment === 0 ? Number.NaN : (cuts[segment - 1] as number)
      pushMask((cell) => cell === null || Ranges.has(cell, member), column)
    }
    const unknown = pushMask((cell) => cell === null, column)
    return { slot, cuts, base, unknown, open: pushMask(() => true, column) }
  })
  return { words, columns, bits: Int32Array.from(bits), rows: table.rows.length }
}

/** Returns the offset of the mask for a code; `blank` is the offset for an input that is not known yet. */
const select = (column: Column, code: number | undefined, words: number, blank: number): number => {
  if (code === undefined || Number.isNaN(code)) return blank
  const { cuts } = column
  let below = 0
  let above = cuts.length
  while (below < above) {
    const middle = (below + above) >> 1
    if ((cuts[middle] as number) <= code) below = middle + 1
    else above = middle
  }
  return column.base + below * words
}

/** A column whose masks fit one word. */
interface Quick {
  readonly slot: number
  /** The masks of the codes 0, 1, 2 …, if these are few. */
  readonly small: Int32Array
  /** The last cut is larger than every code. */
  readonly cuts: Float64Array
  readonly masks: Int32Array
  readonly blank: number
}

/** Masks of codes up to here are stored by code if the column has no larger cut, as names, levels and flags do. */
const SMALL = 64
/** Up to this number of cuts the search is linear; above it is binary. */
const FEW = 8

const quick = (column: Column, bits: Int32Array, blank: number): Quick => {
  const { slot, cuts, base } = column
  const last = cuts.findLast((cut) => cut < Ranges.MAX) ?? 0
  const codes = last >= 0 && last < SMALL ? last + 1 : 0
  return {
    slot,
    small: Int32Array.from({ length: codes }, (_, code) => bits[select(column, code, 1, 0)] as number),
    cuts: Float64Array.of(...cuts, Number.POSITIVE_INFINITY),
    masks: bits.slice(base, base + cuts.length + 1),
    blank: bits[blank] as number
  }
}

const maskOf = ({ small, cuts, masks, blank }: Quick, code: number = Number.NaN): number => {
  if (code >= 0 && code < small.length) return small[code] as number
  let at = 0
  let beyond = cuts.length - 1
  while (beyond - at > FEW) {
    const middle = (at + beyond) >> 1
    if ((cuts[middle] as number) <= code) at = middle + 1
    else beyond = middle
  }
  while ((cuts[at] as number) <= code) at++
  return Number.isNaN(code) ? blank : (masks[at] as number)
}

/**
 * Returns a function that combines the columns. Three at a time are written out, which takes half the time of a loop.
 */
const meet = (columns: readonly Quick[]): ((inputs: Inputs) => number) => {
  const [a, b, c] = columns
  if (a === undefined) return () => -1
  if (b === undefined) return (v) => maskOf(a, v[a.slot])
  if (c === undefined) return (v) => maskOf(a, v[a.slot]) & maskOf(b, v[b.slot])
  if (columns.length === 3) return (v) => maskOf(a, v[a.slot]) & maskOf(b, v[b.slot]) & maskOf(c, v[c.slot])
  const rest = meet(columns.slice(3))
  return (v) => maskOf(a, v[a.slot]) & maskOf(b, v[b.slot]) & maskOf(c, v[c.slot]) & rest(v)
}

const oneWord = ({ columns, bits, rows }: Masks, blanks: readonly number[]) => {
  const all = rows === 32 ? -1 : (1 << rows) - 1
  const met = meet(columns.map((column, c) => quick(column, bits, blanks[c] as number)))
  return (inputs: Inputs): number => {
    const fits = all & met(inputs)
    return fits === 0 ? -1 : 31 - Math.clz32(fits & -fits)
  }
}

const manyWords = ({ words, columns, bits }: Masks, blanks: readonly number[]) => {
  const chosen = new Int32Array(columns.length)
  return (inputs: Inputs): number => {
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c] as Column
      chosen[c] = select(column, inputs[column.slot], words, blanks[c] as number)
    }
    for (let word = 0; word < words; word++) {
      let fits = -1
      for (let c = 0; c < chosen.length; c++) fits &= bits[(chosen[c] as number) + word] as number
      if (fits !== 0) return word * 32 + 31 - Math.clz32(fits & -fits)
    }
    return -1
  }
}
