/**
 * A bundle prepared for decisions: calendars compiled, words in one automaton, names resolved, clocks indexed by their
 * triggers.
 */

import * as Classify from "../language/Classification.ts"
import * as Table from "../table/Table.ts"
import * as Calendar from "../time/Calendar.ts"
import * as Zone from "../time/Zone.ts"
import { alike } from "../value/Optional.ts"
import type { Bundle, CategoryRule, ClockRule, Condition, GateRule, LoopRule, RuleId, Varying } from "./Bundle.ts"
import { type InputSource, sourcesOf } from "./InputName.ts"
import { isWithin } from "./RulePath.ts"
import * as Trigger from "./Trigger.ts"

/** A clock of a loop or of the whole case: its rule with its triggers parsed. */
export interface LoopClock
  extends Omit<ClockRule, "from" | "metBy" | "cancelledBy" | "resumedBy" | "restartedBy" | "until"> {
  readonly from: readonly Trigger.Trigger[]
  readonly metBy: readonly Trigger.Trigger[]
  readonly cancelledBy: readonly Trigger.Trigger[]
  readonly restartedBy: readonly Trigger.Trigger[]
  readonly until?: readonly string[]
  /** The triggers that end a pause, by the reason of the pause. */
  readonly resumedBy: ReadonlyMap<string, readonly Trigger.Trigger[]>
  /** The gates whose passing meets it. */
  readonly metByGates: readonly string[]
}

/** The clocks that a trigger concerns, by what the trigger does to them. */
export interface TriggeredClocks {
  readonly started: readonly LoopClock[]
  readonly met: readonly LoopClock[]
  readonly cancelled: readonly LoopClock[]
  readonly resumed: readonly LoopClock[]
  readonly restarted: readonly LoopClock[]
}

/** The clocks that a trigger concerns, by the trigger's tag and by the name in it. */
type Triggered = ReadonlyMap<Trigger.Trigger["_tag"], ReadonlyMap<string, TriggeredClocks>>

/** Returns the clocks of a loop that a trigger concerns; undefined if there are none. */
export const concernedBy = ({ triggered }: PolicyLoop, trigger: Trigger.Trigger): TriggeredClocks | undefined =>
  triggered.get(trigger._tag)?.get(Trigger.nameOf(trigger))

/** A loop of a policy, prepared for decisions. */
export interface PolicyLoop {
  readonly rule: LoopRule
  readonly gates: ReadonlyMap<string, GateRule>
  /** The clocks of this loop and of the whole case. */
  readonly clocks: ReadonlyMap<string, LoopClock>
  readonly triggered: Triggered
}

/** A channel that asks customers after an event of their case. */
export interface Survey {
  readonly channel: string
  readonly after: Trigger.Trigger
}

/** A policy prepared for decisions. */
export interface Policy {
  readonly bundle: Bundle
  readonly zone: Zone.Zone
  readonly calendars: ReadonlyMap<string, Calendar.Calendar>
  /** The index of an input in the vector that tables read. */
  readonly slots: ReadonlyMap<string, number>
  /** What each input means, by slot. */
  readonly sources: readonly InputSource[]
  readonly classifier: Classify.DictionaryClassifier
  /** The categories of the dictionary, by name. */
  readonly categories: ReadonlyMap<string, CategoryRule>
  readonly loops: ReadonlyMap<string, PolicyLoop>
  /** The surveys in the order of the policy. */
  readonly surveys: readonly Survey[]
  /** The trigger from which the retention time counts. */
  readonly keptFrom: Trigger.Trigger
}

/** The input vector of tables: one integer for each slot; NaN: not yet known. */
export type Inputs = Table.Inputs

const compiled = new WeakMap<Table.Table, (inputs: Inputs) => number>()

/** Returns the index of the first row that fits, or -1. Tables are compiled on first use and kept with the policy. */
export const row = (table: Table.Table, inputs: Inputs): number => {
  let run = compiled.get(table)
  if (run === undefined) {
    run = Table.compile(table)
    compiled.set(table, run)
  }
  return run(inputs)
}

/** Returns the value of the first row that fits, with its rule; undefined if none fits. */
export const choose = <T>(
  varying: Varying<T>,
  inputs: Inputs
): { readonly value: T; readonly rule: RuleId } | undefined => {
  const i = row(varying.table, inputs)
  const value = varying.values[i]
  return i < 0 || value === undefined ? undefined : { value, rule: varying.table.rows[i]?.rule ?? varying.table.id }
}

const verdicts = new WeakMap<Table.Table, (inputs: Inputs) => Table.ConditionVerdict>()

/** Returns whether a channel opens cases by itself. */
export const isRoutine = ({ bundle }: Policy, channel: string | undefined): boolean =>
  channel !== undefined && bundle.channels[channel]?.mode === "routine"

/** Returns whether a condition holds; `not-yet` while it asks about a gate that is not settled. */
export const holds = (condition: Condition | undefined, inputs: Inputs): Table.ConditionVerdict => {
  if (condition === undefined) return "yes"
  let run = verdicts.get(condition.table)
  if (run === undefined) {
    run = Table.compileVerdict(condition.table)
    verdicts.set(condition.table, run)
  }
  return run(inputs)
}

const nobody: TriggeredClocks = { started: [], met: [], cancelled: [], resumed: [], restarted: [] }

const triggersOf = (clock: LoopClock): Readonly<Record<keyof TriggeredClocks, readonly Trigger.Trigger[]>> => ({
  started: [...clock.from, ...(clock.until ?? []).map((fact): Trigger.Trigger => ({ _tag: "DateReached", fact }))],
  met: clock.metBy,
  cancelled: clock.cancelledBy,
  resumed: [...clock.resumedBy.values()].flat(),
  restarted: clock.restartedBy
})

const grouped = (clocks: Iterable<LoopClock>): Triggered => {
  const by = new Map<Trigger.Trigger["_tag"], Map<string, TriggeredClocks>>()
  for (const clock of clocks)
    for (const [what, triggers] of Object.entries(triggersOf(clock)) as [
      keyof TriggeredClocks,
      readonly Trigger.Trigger[]
    ][])
      for (const trigger of triggers) {
        const named = by.get(trigger._tag) ?? new Map<string, TriggeredClocks>()
        const name = Trigger.nameOf(trigger)
        const known = named.get(name) ?? nobody
        by.set(trigger._tag, named.set(name, { ...known, [what]: [...known[what], clock] }))
      }
  return by
}

const parsed = ({ until, ...rule }: ClockRule): LoopClock => {
  const metBy = rule.metBy.map(Trigger.parse)
  return {
    ...rule,
    ...(until !== undefined && { until: [until].flat() }),
    restartedBy: (rule.restartedBy ?? []).map(Trigger.parse),
    from: rule.from.map(Trigger.parse),
    metBy,
    cancelledBy: rule.cancelledBy.map(Trigger.parse),
    resumedBy: new Map(Object.entries(rule.resumedBy).map(([reason, by]) => [reason, by.map(Trigger.parse)])),
    metByGates: Trigger.gatesPassed(metBy)
  }
}

const loop = (given: LoopRule, all: readonly LoopClock[]): PolicyLoop => {
  const rule = { ...given, gates: alike(given.gates) }
  // A clock of this loop replaces one of the same name for the whole case.
  const clocks = new Map<string, LoopClock>()
  for (const clock of all) if (clock.loop === undefined) clocks.set(clock.name, clock)
  for (const clock of all) if (clock.loop === rule.name) clocks.set(clock.name, clock)
  return {
    rule,
    gates: new Map(rule.gates.map((gate) => [gate.name, gate])),
    clocks,
    triggered: grouped(clocks.values())
  }
}

/** Returns a record without the names that every object has, such as `constructor`. */
const ofNames = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null), record)

/** Returns a bundle in whose records only its own names are found, since names in commands come from outside. */
const withOwnNames = (bundle: Bundle): Bundle => ({
  ...bundle,
  roles: ofNames(bundle.roles),
  departments: ofNames(bundle.departments),
  facts: ofNames(bundle.facts),
  channels: ofNames(bundle.channels),
  messages: ofNames(bundle.messages),
  ...(bundle.customers && { customers: { ...bundle.customers, consent: ofNames(bundle.customers.consent) } })
})

const loaded = new WeakMap<Bundle, Policy>()

/** Returns the policy of a checked bundle, the same object each time. The bundle is not checked again. */
export const load = (bundle: Bundle): Policy => {
  const known = loaded.get(bundle) ?? made(bundle)
  loaded.set(bundle, known)
  return known
}

const made = (given: Bundle): Policy => {
  const bundle = withOwnNames(given)
  const zone = bundle.zones[bundle.zone] ?? Zone.utc
  const clocks = alike(bundle.clocks.map(parsed))
  return {
    bundle,
    zone,
    calendars: new Map(
      Object.values(bundle.calendars).map((rule) => [
        rule.name,
        Calendar.compile(rule, bundle.zones[rule.zone] ?? zone)
      ])
    ),
    slots: new Map(bundle.inputs.map((input, slot) => [input.name, slot])),
    sources: sourcesOf(bundle),
    classifier: Classify.compile(bundle.dictionary),
    categories: new Map(bundle.dictionary.categories.map((category) => [category.name, category])),
    loops: new Map(bundle.loops.map((rule) => [rule.name, loop(rule, clocks)])),
    surveys: Object.entries(bundle.channels).flatMap(([channel, { mode, askAfter }]) =>
      mode === "active" && askAfter !== undefined ? [{ channel, after: Trigger.parse(askAfter) }] : []
    ),
    keptFrom: Trigger.parse(bundle.retention?.from ?? "closed")
  }
}

const ofAuthority = ([path]: readonly [RuleId, unknown]): boolean => isWithin(path, "authority")

/** Returns a policy with the authority of another version: its limits, with the rules that give them. */
export const withAuthority = (policy: Policy, { bundle: other }: Policy): Policy => {
  const { bundle } = policy
  if (other.content === bundle.content || other.id !== bundle.id) return policy
  const places = {
    ...Object.fromEntries(Object.entries(bundle.places).filter((one) => !ofAuthority(one))),
    ...Object.fromEntries(Object.entries(other.places).filter(ofAuthority))
  }
  return { ...policy, bundle: { ...bundle, authority: other.authority, places } }
}

/** Returns a calendar by name, or the default one if the name is not known. */
export const calendar = (policy: Policy, name: string): Calendar.Calendar => {
  const found = policy.calendars.get(name) ?? policy.calendars.get(policy.bundle.defaultCalendar)
  if (found === undefined) throw new Error(`the bundle has no calendar "${name}"`)
  return found
}

/** Returns a loop of a policy by its name; undefined if there is none. */
export const loopOf = (policy: Policy, name: string | undefined): PolicyLoop | undefined =>
  name === undefined ? undefined : policy.loops.get(name)
