/** Conditions within a loop that no case of that loop can ever fulfil. */
import { Fact, InputName, Ranges } from "@hearback/core"
import type { Condition, LoopRule, Row, Table } from "../../bundle/Bundle.ts"
import type { Unsealed } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { said } from "../../diagnostic/text/Said.ts"
import type { Reading } from "../../read/Reading.ts"
import type { Witness } from "./Tables.ts"

/** Says which gates, explanations, reopenings and clocks of a loop have a condition that never holds there. */
export const neverHolding = (r: Reading, { loops, clocks }: Unsealed): void => {
  for (const loop of loops) {
    if (r.isFaulty(`${loop.path}.when`)) continue
    for (const { name, when, orExplain } of loop.gates) {
      judge(r, loop, `gate.${name}`, when)
      judge(r, loop, `gate.${name}`, orExplain?.when)
    }
    for (const { cause, when } of loop.reopen) judge(r, loop, cause, when)
    for (const clock of clocks) if (clock.loop === loop.name) judge(r, loop, `clock.${clock.name}`, clock.when)
  }
}

const judge = (r: Reading, loop: LoopRule, what: string, when: Condition | undefined): void => {
  const at = when === undefined ? undefined : r.at(when.rule)
  if (when === undefined || at === undefined || r.isFaulty(when.rule)) return
  const clashes = when.table.rows.map((row) => clashOf(r, loop, when.table, row))
  const [first] = clashes
  // A condition of several maps holds as soon as one of them does.
  if (first === undefined || clashes.some((clash) => clash === undefined)) return
  const choice = r.at(`${loop.path}.when`)
  const place =
    choice === undefined ? [] : [related(choice.named, said("these cases take the loop", "这些案件走这条路径"))]
  r.say("loop/never-holds", at, { loop: loop.name, what }, { span: at.named, related: place, witness: first })
}

/** Returns what every case of the loop is like where a row asks for something else; nothing where some case fits. */
const clashOf = (r: Reading, loop: LoopRule, table: Table, row: Row): Witness | undefined => {
  for (const [column, slot] of table.slots.entries()) {
    const cell = row.cells[column] ?? null
    const states = cell === null ? undefined : statesIn(r, loop, slot)
    if (cell !== null && states !== undefined && isApart(cell, states)) return shown(r, slot, states)
  }
  const { when } = loop
  const clashes = when.table.rows.map((other) => {
    const column = when.table.slots.findIndex((slot, i) => {
      const [own, its] = [row.cells[table.slots.indexOf(slot)] ?? null, other.cells[i] ?? null]
      return own !== null && its !== null && isApart(own, its)
    })
    return column < 0 ? undefined : shown(r, when.table.slots[column] ?? 0, other.cells[column] ?? [])
  })
  return clashes.some((clash) => clash === undefined) ? undefined : clashes[0]
}

const isApart = (a: Ranges.Ranges, b: Ranges.Ranges): boolean => Ranges.isEmpty(Ranges.intersect(a, b))

/** A gate or clock that the loop does not have is never anything but this. */
const statesIn = (r: Reading, loop: LoopRule, slot: number): Ranges.Ranges | undefined => {
  const { name, type } = r.inputs.at(slot)
  const source = InputName.parse(name)
  if (source._tag === "GateState" && !loop.gates.some((gate) => gate.name === source.gate))
    return Fact.encodeAll(type, "not-needed")
  if (source._tag === "Conclusion" && !loop.gates.some((gate) => gate.name === source.gate))
    return Ranges.of(Fact.UNKNOWN, Fact.UNKNOWN + 1)
  return undefined
}

const shown = (r: Reading, slot: number, set: Ranges.Ranges): Witness => {
  const { name, type } = r.inputs.at(slot)
  return { [name]: Fact.render(type, set[0] ?? Number.NaN, Fact.english, r.zone) }
}
