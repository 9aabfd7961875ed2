/**
 * Finds grades that depend on what they decide: a gate or clock exists because of a grade, and the grade changes
 * because it exists. The engine refuses a case that never settles. A dependence that settles is no fault: a missed
 * clock may raise the grade that shortens it.
 *
 * The check repeats what the engine does (grades first, then gates and clocks) for every case that the tables
 * distinguish.
 */
import { Table, Target } from "@hearback/core"
import type { ClockRule, Condition, DimensionRule, LoopRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { get, itemsOf, type Tree } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { casesOf, classesOf, countOf, liesIn, mostCases } from "../table/Steps.ts"
import { raiseOf } from "./Inversion.ts"
import { witnessOf } from "./Tables.ts"
import { neverOf } from "./UnreachableRows.ts"

/** A gate or clock whose condition decides whether it exists, with the states that tables read. */
interface Switch {
  readonly slot: number
  readonly when: Condition
  readonly on: string
  readonly off: string
}

/** A clock whose duration depends on a grade. */
interface Limit {
  readonly slot: number
  readonly within: NonNullable<ClockRule["within"]>
}

/** Reports grades that never settle. */
export const feedback = (reading: Reading, { grading, loops, clocks }: UnhashedBundle): void => {
  if (["grading", "loops", "clocks", "gate-defaults", "clock-defaults"].some((section) => reading.isFaulty(section)))
    return
  const isRead = (slot: number): boolean => grading.some((dimension) => slotsOf(dimension).includes(slot))
  for (const loop of loops) {
    const own = clocks.filter((clock) => clock.loop === undefined || clock.loop === loop.name)
    const switches = [
      ...loop.gates.flatMap(({ name, when }) => switchOf(reading, `gate.${name}`, when, "open", "not-needed")),
      ...own.flatMap(({ name, when }) => switchOf(reading, `clock.${name}`, when, "running", "cancelled"))
    ]
    const limits = own.flatMap(({ name, within }): readonly Limit[] => {
      const slot = slotRead(reading, `clock.${name}`)
      return slot === undefined || within === undefined || !isRead(slot) ? [] : [{ slot, within }]
    })
    if (limits.length > 0 || switches.some(({ slot }) => isRead(slot))) play(reading, loop, grading, switches, limits)
  }
}

const switchOf = (
  reading: Reading,
  input: string,
  when: Condition | undefined,
  on: string,
  off: string
): readonly Switch[] => {
  const slot = slotRead(reading, input)
  return when === undefined || slot === undefined ? [] : [{ slot, when, on, off }]
}

/** Returns the slot of an input that something reads. Looking up any other input would add it to the policy. */
const slotRead = (reading: Reading, name: string): number | undefined => {
  const slot = reading.inputs.all().findIndex((input) => input.name === name)
  return slot < 0 ? undefined : slot
}

const slotsOf = ({ table, lift }: DimensionRule): readonly number[] => [
  ...table.table.slots,
  ...lift.flatMap(({ when }) => when.table.slots)
]

/** Runs every case through the loop and reports the first that never settles. */
const play = (
  reading: Reading,
  loop: LoopRule,
  grading: readonly DimensionRule[],
  switches: readonly Switch[],
  limits: readonly Limit[]
): void => {
  const tables = [
    ...grading.flatMap(({ table, lift }) => [table.table, ...lift.map(({ when }) => when.table)]),
    ...switches.map(({ when }) => when.table),
    ...limits.map(({ within }) => within.table),
    loop.when.table
  ]
  const given = grading.flatMap(({ table }) =>
    table.values.flatMap((value) => ("input" in value ? (reading.inputs.slot(value.input) ?? []) : []))
  )
  const moved = new Set([
    ...switches.map(({ slot }) => slot),
    ...limits.map(({ slot }) => slot),
    ...grading.flatMap(({ name }) => reading.inputs.slot(name) ?? [])
  ])
  const slots = [...new Set([...tables.flatMap((table) => table.slots), ...given])].filter((slot) => !moved.has(slot))
  const columns = classesOf(reading, slots, tables)
  const whole = reading.at(loop.path)
  if (countOf(columns) > mostCases) {
    if (whole !== undefined && !reading.hasTold("analysis/not-done"))
      reading.say(
        "analysis/not-done",
        whole,
        { what: loop.path, rows: switches.length, limit: mostCases },
        { span: whole.named }
      )
    return
  }
  const seen: Table.Table = { id: "grading", slots, rows: [] }
  const never = neverOf(reading, seen, [])
  for (const codes of casesOf(columns)) {
    const inputs: number[] = []
    for (const [column, slot] of slots.entries()) inputs[slot] = codes[column] ?? Number.NaN
    if (never.some((cells) => liesIn(cells, codes)) || Table.interpret(loop.when.table, inputs) === -1) continue
    const slot =
      restless(reading, grading, switches, inputs) ??
      limits.find((limit) => isPutOff(reading, grading, switches, limit, inputs))?.slot
    if (slot === undefined) continue
    tell(reading, loop, grading, slot, witnessOf(reading, seen, codes))
    return
  }
}

const set = (reading: Reading, inputs: number[], slot: number, state: string): boolean => {
  const { type } = reading.inputs.at(slot)
  const code = type._tag === "OneOf" ? type.values.indexOf(state) : Number.NaN
  const isNew = inputs[slot] !== code
  inputs[slot] = code
  return isNew
}

/**
 * Computes grades and switches in turn until nothing changes. Returns what still changes after the maximum number of
 * rounds.
 */
const restless = (
  reading: Reading,
  grading: readonly DimensionRule[],
  switches: readonly Switch[],
  inputs: number[]
): number | undefined => {
  for (const { slot, off } of switches) set(reading, inputs, slot, off)
  let moving: number | undefined
  for (let turn = 0; turn < 2 ** Math.min(switches.length, 6) + grading.length + 2; turn++) {
    moving = undefined
    for (const dimension of grading) gradeIn(reading, dimension, inputs)
    for (const { slot, when, on, off } of switches)
      if (set(reading, inputs, slot, Table.interpret(when.table, inputs) < 0 ? off : on)) moving = slot
    if (moving === undefined) return undefined
  }
  return moving
}

/**
 * Returns whether a missed duration gets longer because it was missed: then it is no longer missed and becomes short
 * again.
 */
const isPutOff = (
  reading: Reading,
  grading: readonly DimensionRule[],
  switches: readonly Switch[],
  { slot, within }: Limit,
  inputs: number[]
): boolean => {
  const lengthWhen = (state: string): Target.Target | undefined => {
    set(reading, inputs, slot, state)
    restless(reading, grading, switches, inputs)
    return within.values[Table.interpret(within.table, inputs)]
  }
  const [before, after] = [lengthWhen("running"), lengthWhen("missed")]
  return before !== undefined && after !== undefined && (Target.compare(after, before) ?? 0) > 0
}

const gradeIn = (reading: Reading, dimension: DimensionRule, inputs: number[]): void => {
  const { table, values } = dimension.table
  const value = values[Table.interpret(table, inputs)]
  const slot = reading.inputs.slot(dimension.name)
  if (slot === undefined) return
  const named = value !== undefined && "input" in value ? reading.inputs.slot(value.input) : undefined
  const level =
    value === undefined ? -1 : "level" in value ? dimension.levels.indexOf(value.level) : (inputs[named ?? -1] ?? -1)
  const { up, atLeast } = raiseOf(dimension, inputs)
  inputs[slot] = level < 0 ? Number.NaN : Math.max(0, Math.min(level - up, atLeast))
}

/** Reports the row that reads the gate or clock, beside what depends on the grade. */
const tell = (
  reading: Reading,
  loop: LoopRule,
  grading: readonly DimensionRule[],
  slot: number,
  witness: Readonly<Record<string, string>>
): void => {
  const { name: input } = reading.inputs.at(slot)
  const found = grading.flatMap(({ name, table, lift }) =>
    [...table.table.rows.map(({ rule }) => rule), ...lift.map(({ rule }) => rule)].flatMap((rule) => {
      const cell = cellOf(reading.at(rule), input)
      return cell === undefined ? [] : [{ name, cell }]
    })
  )
  const [first] = found
  const what = input.slice(input.indexOf(".") + 1)
  const other =
    reading.at(`${loop.path}.customer-loop.${what}`) ??
    reading.at(`${loop.path}.system-loop.${what}`) ??
    reading.at(`clocks.${what}`)
  const at = first?.cell ?? other
  if (at === undefined) return
  const place =
    other === undefined
      ? []
      : [
          related(
            other.named,
            said((t) => t.place.followsFromGrade),
            true
          )
        ]
  const about = { what: input, dimension: first?.name ?? grading[0]?.name ?? "" }
  reading.say("grade/feeds-itself", at, about, { span: at.named, related: place, witness })
}

const cellOf = (row: Tree | undefined, input: string): Tree | undefined => {
  const when = get(row, "when")
  return [when, ...itemsOf(when)].flatMap((map) => get(map, input) ?? [])[0]
}
