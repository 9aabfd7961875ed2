/** Finds conditions within a loop that no case of that loop can fulfil. */
import { Fact, InputName, Ranges } from "@hearback/core"
import type { AlarmRule, ClockRule, Condition, LoopRule, Table, TableRow } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { get, wordOf } from "../../link/Tree.ts"
import { type Reading, spotOf } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { everyCase, type Witness } from "./Tables.ts"

/** Reports gates, explanations, reopenings and clocks of a loop whose condition never holds there. */
export const neverHolding = (reading: Reading, policy: UnhashedBundle): void => {
  const { loops, clocks, alarms } = policy
  for (const alarm of alarms ?? []) {
    outOfReach(reading, alarm.when)
    neverRaised(reading, alarm, loops)
  }
  always(reading, policy)
  for (const loop of loops) {
    if (reading.isFaulty(`${loop.path}.when`)) continue
    for (const { name, when, orExplain } of loop.gates) {
      judge(reading, loop, `gate.${name}`, when, name)
      judge(reading, loop, `gate.${name}`, orExplain?.when)
    }
    for (const { cause, when } of loop.reopen) judge(reading, loop, cause, when)
    for (const clock of clocks)
      if (clock.loop === loop.name && !isOfAll(clocks, clock)) judge(reading, loop, `clock.${clock.name}`, clock.when)
  }
  // A clock that is declared for the whole policy need not run in every loop.
  for (const clock of clocks) {
    const own = loops.filter(({ name }) => clocks.some((each) => each.path === clock.path && each.loop === name))
    const isFirst = clocks.find(({ path }) => path === clock.path) === clock
    if (!isFirst || !isOfAll(clocks, clock)) continue
    const never = own.filter((loop) => clashIn(reading, loop, clock.when) !== undefined)
    const [first] = never
    if (first !== undefined && never.length === own.length) judge(reading, first, `clock.${clock.name}`, clock.when)
  }
}

/** Reports alarms whose condition no case of any loop fulfils. */
const neverRaised = (reading: Reading, { name, when }: AlarmRule, loops: readonly LoopRule[]): void => {
  const at = reading.at(when.rule)
  if (at === undefined || reading.isPack || loops.length === 0 || reading.isFaulty("loops")) return
  if (loops.every((loop) => clashIn(reading, loop, when) !== undefined))
    reading.say("alarm/never-raised", at, { alarm: name })
}

/** Reports numbers in conditions and in rows of points that every case passes. */
const always = (reading: Reading, { loops, clocks, alarms, grading, problems, ownership }: UnhashedBundle): void => {
  const conditions: readonly (Condition | undefined)[] = [
    ...(alarms ?? []).map(({ when }) => when),
    problems.openWhen,
    ownership.recuse?.when,
    ownership.onCall?.when,
    ownership.team?.when,
    ...clocks.map(({ when }) => when),
    ...loops.flatMap(({ gates, reopen }) => [
      ...gates.flatMap(({ when, orExplain }) => [when, orExplain?.when]),
      ...reopen.map(({ when }) => when)
    ])
  ]
  for (const when of conditions) if (when !== undefined) everyCase(reading, when.table, reading.at(when.rule))
  for (const { points, lift } of grading) {
    for (const { rule, when } of points?.rows ?? [])
      if (when !== undefined) everyCase(reading, when.table, get(reading.at(rule), "when"))
    for (const { rule, when } of lift) everyCase(reading, when.table, get(reading.at(rule), "when"))
  }
}

/** Reports cells of a condition that no case fulfils. */
const outOfReach = (reading: Reading, { table, rule }: Condition): void => {
  const at = reading.at(rule)
  for (const row of table.rows)
    for (const [column, slot] of table.slots.entries()) {
      const cell = row.cells[column] ?? null
      const { name, type } = reading.inputs.at(slot)
      const tree = get(at, name)
      if (cell === null || tree === undefined || reading.isFaulty(rule)) continue
      if (isApart(cell, Fact.domain(type, reading.inputs.mayBeUnknown(slot))))
        reading.say("cell/never", tree, { input: name, found: wordOf(tree) ?? name })
    }
}

/** Returns whether one entry makes clocks of several loops. */
const isOfAll = (clocks: readonly ClockRule[], { path }: ClockRule): boolean =>
  clocks.filter((each) => each.path === path).length > 1

/** Returns why a condition never holds in a loop. */
const clashIn = (reading: Reading, loop: LoopRule, when: Condition | undefined, of?: string): Clash | undefined => {
  if (when === undefined || reading.isFaulty(when.rule)) return undefined
  const clashes = when.table.rows.map((row) => clashOf(reading, loop, when.table, row, of))
  // A condition of several maps holds if one of them holds.
  return clashes.some((clash) => clash === undefined) ? undefined : clashes[0]
}

/** `of` is the gate that is needed when the condition holds. */
const judge = (reading: Reading, loop: LoopRule, what: string, when: Condition | undefined, of?: string): void => {
  const at = when === undefined ? undefined : reading.at(when.rule)
  const clash = clashIn(reading, loop, when, of)
  if (at === undefined || clash === undefined) return
  const choice = reading.at(`${loop.path}.when`)
  const place =
    choice === undefined
      ? []
      : [
          related(
            choice.named,
            said((t) => t.place.cases)
          )
        ]
  // If the condition is a single map, the exact cell is shown.
  const cell = get(at, clash.input)
  const more = { span: cell === undefined ? at.named : spotOf(cell), related: place, witness: clash.witness }
  reading.say("loop/never-holds", at, { loop: loop.name, what }, more)
}

/** An input, the values that the condition asks for, and the values that cases of the loop have. */
interface Clash {
  readonly input: string
  readonly witness: Witness
}

/** Returns what every case of the loop has while a row asks for something else; undefined if some case fits. */
const clashOf = (reading: Reading, loop: LoopRule, table: Table, row: TableRow, of?: string): Clash | undefined => {
  for (const [column, slot] of table.slots.entries()) {
    const cell = row.cells[column] ?? null
    const states = cell === null ? undefined : statesIn(reading, loop, slot, of)
    if (cell !== null && states !== undefined && isApart(cell, states)) return shown(reading, slot, states)
  }
  const { when } = loop
  const clashes = when.table.rows.map((other) => {
    const column = when.table.slots.findIndex((slot, index) => {
      const [own, its] = [row.cells[table.slots.indexOf(slot)] ?? null, other.cells[index] ?? null]
      return own !== null && its !== null && isApart(own, its)
    })
    return column < 0 ? undefined : shown(reading, when.table.slots[column] ?? 0, other.cells[column] ?? [])
  })
  return clashes.some((clash) => clash === undefined) ? undefined : clashes[0]
}

const isApart = (a: Ranges.Ranges, b: Ranges.Ranges): boolean => Ranges.isEmpty(Ranges.intersect(a, b))

/**
 * Returns the fixed state of a gate or clock that the loop does not have. A gate also cannot have been passed if it
 * makes the gate with the condition not needed.
 */
const statesIn = (reading: Reading, loop: LoopRule, slot: number, of = ""): Ranges.Ranges | undefined => {
  const { name, type } = reading.inputs.at(slot)
  const source = InputName.parse(name)
  if (
    source._tag === "GateState" &&
    loop.gates.some((gate) => gate.name === source.gate && gate.insteadOf.includes(of))
  )
    return Ranges.minus(Fact.domain(type, false), Fact.encodeAll(type, "passed") ?? Ranges.empty)
  if (source._tag === "GateState" && !loop.gates.some((gate) => gate.name === source.gate))
    return Fact.encodeAll(type, "not-needed")
  if (source._tag === "Conclusion" && !loop.gates.some((gate) => gate.name === source.gate))
    return Ranges.of(Fact.UNKNOWN, Fact.UNKNOWN + 1)
  return undefined
}

const shown = (reading: Reading, slot: number, set: Ranges.Ranges): Clash => {
  const { name, type } = reading.inputs.at(slot)
  return { input: name, witness: { [name]: Fact.render(type, set[0] ?? Number.NaN, Fact.english, reading.zone) } }
}
