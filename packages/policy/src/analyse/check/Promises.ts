/**
 * Finds promises that contradict each other: a stronger grade with more time, a gate that is due before the gate it
 * waits for, and working time on a calendar that is always open.
 *
 * Only contradictions that hold for every start are reported; durations that depend on the month or the hour are not
 * compared.
 */
import { defined, Table, Target, Trigger } from "@hearback/core"
import type { CalendarRule, ClockRule, DimensionRule, LoopRule, Varying } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { get, type Tree } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { before } from "../graph/Waiting.ts"
import { liesIn, stepsOf } from "../table/Steps.ts"
import type { InversionScan } from "./Inversion.ts"
import { witnessOf } from "./Tables.ts"
import { neverOf } from "./UnreachableRows.ts"

/** Finds clocks that give a stronger grade more time. */
export const inverted = (reading: Reading, { clocks, grading }: UnhashedBundle, order: InversionScan): void => {
  for (const clock of clocks) invertedOf(reading, clock, grading, order)
}

/** Checks each clock by itself, then the clocks of gates that wait for each other. */
export const promises = (reading: Reading, policy: UnhashedBundle): void => {
  const { clocks, loops } = policy
  uncounted(reading, policy)
  for (const loop of loops) outOfTurn(reading, loop, clocks)
}

/** A duration and the case that gets it: the level of the only dimension that it depends on, if there is one. */
interface Given {
  readonly length: Target.Target
  readonly rule: string
  readonly code?: number
  readonly level?: string
  readonly dimension?: string
}

/** Returns the durations of a clock, strongest level first; none if they depend on more than one dimension. */
const lengthsOf = (reading: Reading, within: Varying<Target.Target> | undefined): readonly Given[] => {
  if (within === undefined) return []
  const { table, values } = within
  const [slot, more] = table.slots
  const chosen = (code: number): Given | undefined => {
    const inputs: number[] = []
    if (slot !== undefined) inputs[slot] = code
    const row = Table.interpret(table, inputs)
    const length = values[row]
    return length === undefined ? undefined : { length, rule: table.rows[row]?.rule ?? table.id }
  }
  if (slot === undefined) return [chosen(0) ?? []].flat()
  const { name, type } = reading.inputs.at(slot)
  if (more !== undefined || type._tag !== "OneOf" || !type.graded) return []
  return type.values.flatMap((level, code) => {
    const given = chosen(code)
    return given === undefined ? [] : [{ ...given, code, level, dimension: name }]
  })
}

/** Returns which of two contradicting places to report: the policy's own rather than that of a pack. */
const owned = (reading: Reading, one: Tree | undefined, two: Tree | undefined) => {
  if (one === undefined || two === undefined || one === two) return undefined
  const isTwo = one.span.file !== reading.root.span.file && two.span.file === reading.root.span.file
  return isTwo ? { at: two, other: one } : { at: one, other: two }
}

const longer = (a: Target.Target, b: Target.Target): boolean => (Target.compare(a, b) ?? 0) > 0

const invertedOf = (
  reading: Reading,
  clock: ClockRule,
  dimensions: readonly DimensionRule[],
  order: InversionScan
): void => {
  if (clock.within === undefined || reading.isFaulty(clock.within.table.id)) return
  const { table, values } = clock.within
  const never = neverOf(reading, table, dimensions)
  const given = (codes: readonly number[]): { readonly length: Target.Target; readonly rule: string } | undefined => {
    const inputs: number[] = []
    for (const [column, slot] of table.slots.entries()) inputs[slot] = codes[column] ?? Number.NaN
    const row = Table.interpret(table, inputs)
    const length = never.some((cells) => liesIn(cells, codes)) ? undefined : values[row]
    return length === undefined ? undefined : { length, rule: table.rows[row]?.rule ?? table.id }
  }
  for (const { input, strong, weak, shown, said: spoken } of stepsOf(reading, table.slots, [table], "far") ?? []) {
    const [one, other] = [given(strong), given(weak)]
    if (one === undefined || other === undefined) continue
    if (longer(other.length, one.length)) order.rising.add(input)
    if (!longer(one.length, other.length)) continue
    const pair = owned(reading, reading.at(one.rule), reading.at(other.rule))
    if (pair === undefined) continue
    const place = related(
      pair.other.span,
      said((t) => t.place.otherLength),
      true
    )
    const witness = witnessOf(reading, table, shown())
    const more = { related: [place], witness }
    const tell = (): void => reading.say("clock/priority-inversion", pair.at, { clock: clock.name, ...spoken() }, more)
    order.inverted.push({ dimensions: [input], at: pair.at, tell })
    return
  }
}

/**
 * Reports working time on a calendar that is always open, because it equals elapsed time. Packs leave the calendar to
 * their heirs.
 */
const uncounted = (reading: Reading, { clocks, calendars }: UnhashedBundle): void => {
  // A misspelt calendar has its own finding.
  if (reading.isPack || ["calendars", "clock-defaults", "clocks", "loops"].some((section) => reading.isFaulty(section)))
    return
  const found = clocks.flatMap((clock) => {
    const tree = reading.at(clock.path)
    const isWorking = lengthsOf(reading, clock.within).some(({ length }) => Target.isWorking(length))
    return isWorking && tree !== undefined && isAlwaysOpen(calendars[clock.calendar])
      ? [{ name: clock.name, tree }]
      : []
  })
  const isOwn = ({ tree }: { readonly tree: Tree }): boolean => tree.span.file === reading.root.span.file
  for (const { name, tree } of found.filter(isOwn)) reading.say("clock/no-calendar", tree, { clocks: [name] })
  // All clocks of packs lack the same calendar, which the policy must give once.
  const others = found.filter((each) => !isOwn(each))
  const head = get(reading.root, "policy") ?? reading.root
  const places = others.map(({ tree }) =>
    related(
      tree.span,
      said((t) => t.place.workingTime)
    )
  )
  const names = [...new Set(others.map(({ name }) => name))]
  if (others.length > 0) reading.say("clock/no-calendar", head, { clocks: names }, { related: places })
}

const isAlwaysOpen = (calendar: CalendarRule | undefined): boolean =>
  calendar !== undefined &&
  calendar.closed.length === 0 &&
  calendar.weekly.every((shifts) => shifts.some(([start, end]) => start === 0 && end >= 1440))

/** Reports a gate that is due before a gate it waits for, if both count from the same start. */
const outOfTurn = (reading: Reading, loop: LoopRule, clocks: readonly ClockRule[]): void => {
  const gates = new Map(loop.gates.map((gate) => [gate.name, gate]))
  const own = new Map<string, ClockRule>()
  for (const clock of clocks)
    if (clock.gate !== undefined && (clock.loop === undefined || clock.loop === loop.name) && !own.has(clock.gate))
      own.set(clock.gate, clock)
  for (const gate of loop.gates)
    for (const name of before(loop, gate.name)) {
      const first = gates.get(name)
      const [late, early] = [own.get(gate.name), own.get(name)]
      if (late === undefined || early === undefined || first === undefined || first.optional) continue
      // Gates in a circle have their own finding.
      if (before(loop, name).has(gate.name)) continue
      if (isAlike(late, early) && overtakes(reading, late, early)) break
    }
}

/** Returns whether two clocks count alike and the second starts no earlier than the first. */
const isAlike = (one: ClockRule, other: ClockRule): boolean =>
  [one, other].every(({ gate, metBy }) => isMetByItsGate(metBy, gate)) &&
  (one.from.join() === other.from.join() || (one.from.join() === "received" && other.from.every(isLater))) &&
  one.calendar === other.calendar &&
  one.firstDay === other.firstDay &&
  one.ends === other.ends

/** Triggers that always happen after the receipt, because something in the case is settled or met. */
const isLater = (from: ClockRule["from"][number]): boolean => {
  const { _tag } = Trigger.parse(from)
  return _tag === "GateSettled" || _tag === "ClockMet"
}

const isMetByItsGate = (metBy: ClockRule["metBy"], gate: string | undefined): boolean => {
  const [only, ...others] = metBy.map(Trigger.parse)
  return others.length === 0 && only?._tag === "GatePassed" && only.gate === gate
}

const overtakes = (reading: Reading, late: ClockRule, early: ClockRule): boolean => {
  for (const one of lengthsOf(reading, late.within))
    for (const other of lengthsOf(reading, early.within)) {
      // Two clocks that depend on the same dimension are compared at equal levels; with two dimensions, at all
      // levels.
      if (one.dimension === other.dimension && one.code !== other.code) continue
      if (one.dimension !== undefined && other.dimension !== undefined && one.dimension !== other.dimension) continue
      const pair = owned(reading, reading.at(one.rule), reading.at(other.rule))
      if (pair === undefined || !longer(other.length, one.length)) continue
      const of = one.dimension === undefined ? other : one
      const about = { gate: late.gate ?? "", before: early.gate ?? "" }
      reading.say(
        "clock/due-before-its-turn",
        pair.at,
        about,
        defined({
          related: [
            related(
              pair.other.span,
              said((t) => t.place.otherLength),
              true
            )
          ],
          witness: of.dimension === undefined ? undefined : { [of.dimension]: of.level ?? "" }
        })
      )
      return true
    }
  return false
}
