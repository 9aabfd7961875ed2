/**
 * Finds the consequences of a changed grade: the deadlines and gates of the old level in the old policy, beside those
 * of the new level in the new one. Only clocks and gates that depend on this dimension alone are compared, because
 * for these it is exact.
 */
import { canonical, Fact, Ranges } from "@hearback/core"
import type { Bundle, ClockRule, Condition, GateRule, Table, Varying } from "../../bundle/Bundle.ts"
import type { BundleValue, Consequence } from "../table/Difference.ts"
import { plain } from "../value/Values.ts"

/** Returns what changes for a case that moves from one level to another; a level may be absent. */
export const consequencesOf = (
  [before, after]: readonly [Bundle, Bundle],
  dimension: string,
  [from, to]: readonly [string | undefined, string | undefined]
): readonly Consequence[] => {
  const [was, is] = [owedIn(before, dimension, from), owedIn(after, dimension, to)]
  const found = new Map<string, Consequence>()
  for (const [key, one] of was) {
    const two = is.get(key)
    if (two === undefined || !(one.turns || two.turns)) continue
    if (canonical(one.value ?? null) === canonical(two.value ?? null)) continue
    const { aspect, of, loop } = one
    const change = { aspect, of, ...given("before", one.value), ...given("after", two.value) }
    const same = found.get(canonical(change))
    const loops = [...(same?.loops ?? []), ...(loop === undefined ? [] : [loop])]
    found.set(canonical(change), { ...change, loops })
  }
  return [...found.values()]
}

const given = <K extends string>(key: K, value: BundleValue): { readonly [P in K]?: BundleValue } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: BundleValue }

interface Owed {
  readonly aspect: "clock" | "gate"
  readonly of: string
  readonly loop?: string | undefined
  readonly value: BundleValue
  /** Returns only what this dimension decides: what is the same for every level is reported elsewhere. */
  readonly turns: boolean
}

/** Returns the deadlines and demanded gates at a level, by name. */
const owedIn = (bundle: Bundle, dimension: string, level: string | undefined): ReadonlyMap<string, Owed> => {
  const at: At = { bundle, dimension, level }
  const clocks = bundle.clocks.flatMap((clock): readonly Owed[] => {
    const value = dueAt(at, clock)
    return value === unknown ? [] : [{ aspect: "clock", of: clock.name, loop: clock.loop, value, turns: turns(clock) }]
  })
  const gates = bundle.loops.flatMap(({ name: loop, gates: all }) =>
    all.flatMap((gate): readonly Owed[] => {
      const isDemanded = holds(at, gate.when)
      const value = kindOf(gate, isDemanded === true)
      return isDemanded === unknown ? [] : [{ aspect: "gate", of: gate.name, loop, value, turns: turns(gate) }]
    })
  )
  return new Map([...clocks, ...gates].map((one) => [canonical([one.aspect, one.of, one.loop ?? ""]), one]))
}

interface At {
  readonly bundle: Bundle
  readonly dimension: string
  readonly level: string | undefined
}

/** Returns whether a condition also depends on something else. */
const unknown = Symbol("unknown")

const turns = ({ when, within }: Pick<ClockRule, "when" | "within">): boolean =>
  [when, within].some((read) => (read?.table.slots.length ?? 0) > 0)

const kindOf = ({ kind }: GateRule, isDemanded: boolean): BundleValue => (isDemanded ? kind : undefined)

const dueAt = (at: At, { when, within, until }: ClockRule): BundleValue | typeof unknown => {
  const runs = holds(at, when)
  if (runs !== true) return runs === false ? undefined : unknown
  if (within === undefined) return until
  const value = valueAt(at, within)
  return value === unknown ? unknown : plain(value, at.bundle)
}

const holds = (at: At, when: Condition | undefined): boolean | typeof unknown => {
  const row = when === undefined ? 0 : rowAt(at, when.table)
  return row === unknown ? unknown : row !== undefined
}

const valueAt = <T>(at: At, { table, values }: Varying<T>): T | undefined | typeof unknown => {
  const row = rowAt(at, table)
  return row === unknown ? unknown : row === undefined ? undefined : values[row]
}

/** Returns the first row that a level fits. */
const rowAt = ({ bundle, dimension, level }: At, table: Table): number | undefined | typeof unknown => {
  const inputs = table.slots.map((slot) => bundle.inputs[slot])
  if (inputs.some((input) => input?.name !== dimension)) return unknown
  const [type] = inputs.map((input) => input?.type)
  const code = (type && level !== undefined ? Fact.encode(type, level) : undefined) ?? Fact.UNKNOWN
  const row = table.rows.findIndex(({ cells }) =>
    cells.every((cell) => cell === null || cell === undefined || Ranges.has(cell, code))
  )
  return row < 0 ? undefined : row
}
