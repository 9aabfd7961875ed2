/** Computes cases that never reach a table: inputs that contradict each other, or that `assume` excludes. */
import { Fact, Ranges } from "@hearback/core"
import type { DimensionRule, Table } from "../../bundle/Bundle.ts"
import { get, itemsOf } from "../../link/Tree.ts"
import { routines } from "../../read/Names.ts"
import type { Reading } from "../../read/Reading.ts"
import { draftsOf } from "../../read/table/Table.ts"
import { leavesNothing } from "./Assumptions.ts"

type Cells = readonly (Ranges.Ranges | null)[]

/** Returns the boxes that cannot occur: excluded by `assume`, or grades that contradict other columns. */
export const neverOf = (reading: Reading, table: Table, dimensions: readonly DimensionRule[]): readonly Cells[] => [
  ...assumedNever(reading, table),
  ...uncategorised(reading, table),
  ...routineNever(reading, table),
  ...dimensions.flatMap((dimension) => derivedNever(reading, table, dimension))
]

/**
 * Returns the cases without a category that cannot occur. If the dictionary has a category for all other words, only
 * cases of a routine have none.
 */
const uncategorised = (reading: Reading, table: Table): readonly Cells[] => {
  const column = (input: string): number => table.slots.findIndex((slot) => reading.inputs.at(slot).name === input)
  const [category, kind] = [column("category"), column("kind")]
  const mayOpenItself = routines(reading.root).size > 0
  if (category < 0 || get(get(reading.root, "dictionary"), "otherwise") === undefined || (mayOpenItself && kind < 0))
    return []
  const itself = kind < 0 ? undefined : Fact.encodeAll(reading.inputs.at(table.slots[kind] ?? 0).type, "routine")
  const byPeople = Ranges.minus(Ranges.all, itself ?? Ranges.empty)
  return [table.slots.map((_, i) => (i === category ? unknown : i === kind && mayOpenItself ? byPeople : null))]
}

const unknown = Ranges.of(Fact.UNKNOWN, Fact.UNKNOWN + 1)

/** Returns the contradictions of kind: cases of a routine have one kind, and no other case has it. */
const routineNever = (reading: Reading, table: Table): readonly Cells[] => {
  const own = [...routines(reading.root)]
  const column = (input: string): number => table.slots.findIndex((slot) => reading.inputs.at(slot).name === input)
  const [kind, channel] = [column("kind"), column("channel")]
  if (own.length === 0 || kind < 0 || channel < 0) return []
  const codes = (at: number, names: readonly string[]): Ranges.Ranges =>
    names.reduce<Ranges.Ranges>(
      (set, name) =>
        Ranges.union(set, Fact.encodeAll(reading.inputs.at(table.slots[at] ?? 0).type, name) ?? Ranges.empty),
      Ranges.empty
    )
  const [itself, theirs] = [codes(kind, ["routine"]), codes(channel, own)]
  const cells = (of: Ranges.Ranges, by: Ranges.Ranges): Cells =>
    table.slots.map((_, i) => (i === kind ? of : i === channel ? by : null))
  return [cells(itself, Ranges.minus(Ranges.all, theirs)), cells(Ranges.minus(Ranges.all, itself), theirs)]
}

/**
 * Returns impossible grades. A case that fits a row of another grade has the level of that row, or of an earlier row,
 * or a stronger one after a lift. As far as those rows read columns of this table, weaker levels cannot occur.
 */
const derivedNever = (
  reading: Reading,
  table: Table,
  { name, levels, table: own, lift }: DimensionRule
): readonly Cells[] => {
  const column = table.slots.findIndex((slot) => reading.inputs.at(slot).name === name)
  const type = column < 0 ? undefined : reading.inputs.at(table.slots[column] ?? 0).type
  const isBeside = own.table.slots.some((slot) => table.slots.includes(slot))
  // The result of a faulty row is unknown. A person can change a grade that nothing else depends on.
  if (type === undefined || !isBeside || own.table.id === table.id || reading.isFaulty(`grading.${name}`)) return []
  const found: Cells[] = []
  const possible = new Set<string>()
  for (const [index, { cells }] of own.table.rows.entries()) {
    const value = own.values[index]
    if (value === undefined || !("level" in value)) return found
    possible.add(value.level)
    const isHere = own.table.slots.every((slot, i) => (cells[i] ?? null) === null || table.slots.includes(slot))
    const weakest = Math.max(...[...possible].map((level) => levels.indexOf(level)))
    const isOut = (level: string, at: number): boolean => (lift.length > 0 ? at > weakest : !possible.has(level))
    const out = levels
      .filter(isOut)
      .reduce<Ranges.Ranges>(
        (set, level) => Ranges.union(set, Fact.encodeAll(type, level) ?? Ranges.empty),
        Ranges.empty
      )
    if (!isHere || Ranges.isEmpty(out)) continue
    found.push(table.slots.map((slot, i) => (i === column ? out : (cells[own.table.slots.indexOf(slot)] ?? null))))
  }
  return found
}

/** Returns the boxes that `assume` excludes, if they use only columns of this table. */
const assumedNever = (reading: Reading, table: Table): readonly Cells[] =>
  itemsOf(get(reading.root, "assume")).flatMap((item) => {
    const never = get(item, "never")
    // The cases that a faulty assumption excludes are unknown.
    const drafts = never === undefined || reading.isFaulty(never.path) ? [] : draftsOf(reading, never, never.path)
    return drafts.flatMap(({ cells }) =>
      [...cells.keys()].every((slot) => table.slots.includes(slot)) && !leavesNothing(reading, cells)
        ? [table.slots.map((slot) => cells.get(slot) ?? null)]
        : []
    )
  })
