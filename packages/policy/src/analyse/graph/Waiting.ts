/** What each gate of a loop waits for. */
import type { GateRule, LoopRule } from "../../bundle/Bundle.ts"
import type { Reading } from "../../read/Reading.ts"

/** Returns the gates that are settled before a gate opens, near ones first. */
export const before = (loop: LoopRule, gate: string): ReadonlySet<string> => {
  const seen = new Set<string>()
  const visit = (name: string): void => {
    for (const next of loop.gates.find((each) => each.name === name)?.after ?? []) {
      if (seen.has(next) || next === gate) continue
      seen.add(next)
      visit(next)
    }
  }
  visit(gate)
  return seen
}

/** Returns gates that a condition asks for in each of its rows: until they are settled nobody knows whether it holds. */
export const asked = (r: Reading, { when }: GateRule, among: readonly GateRule[]): readonly string[] => {
  if (when === undefined) return []
  const { slots, rows } = when.table
  return among.flatMap(({ name }) => {
    const column = slots.findIndex((slot) => r.inputs.at(slot).name === `gate.${name}`)
    return column >= 0 && rows.every((row) => (row.cells[column] ?? null) !== null) ? [name] : []
  })
}
