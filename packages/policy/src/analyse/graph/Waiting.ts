/** Computes which gates of a loop each gate waits for. */
import type { GateRule, LoopRule } from "../../bundle/Bundle.ts"
import type { Reading } from "../../read/Reading.ts"

/** The most gates of a loop that are analysed, because a set of gates is kept for each gate. */
export const mostGates = 100

const known = new WeakMap<LoopRule, Map<string, ReadonlySet<string>>>()

/** Returns the gates that are settled before a gate opens, the nearest first. */
export const before = (loop: LoopRule, gate: string): ReadonlySet<string> => {
  const found = known.get(loop) ?? new Map<string, ReadonlySet<string>>()
  known.set(loop, found)
  const earlier = found.get(gate) ?? settledBefore(loop, gate)
  found.set(gate, earlier)
  return earlier
}

const settledBefore = ({ gates }: LoopRule, gate: string): ReadonlySet<string> => {
  const afterOf = new Map(gates.map(({ name, after }) => [name, after]))
  const seen = new Set<string>()
  const visit = (name: string): void => {
    for (const next of afterOf.get(name) ?? []) {
      if (seen.has(next) || next === gate) continue
      seen.add(next)
      visit(next)
    }
  }
  visit(gate)
  return seen
}

/** Returns gates that every row of a condition reads: until they are settled, the condition is undecided. */
export const asked = (reading: Reading, { when }: GateRule, among: readonly GateRule[]): readonly string[] => {
  if (when === undefined) return []
  const { slots, rows } = when.table
  return among.flatMap(({ name }) => {
    const column = slots.findIndex((slot) => reading.inputs.at(slot).name === `gate.${name}`)
    return column >= 0 && rows.every((row) => (row.cells[column] ?? null) !== null) ? [name] : []
  })
}
