/** Collects all items that scenarios of a policy can exercise, without those that the analysis of tables excludes. */
import { type Bundle, defined, Fact, Policy } from "@hearback/core"
import { type Reach, reachOf } from "@hearback/policy"
import { domainsOf, neverOf } from "./Domains.ts"
import type { Aim, CoverageKind, CoveredPart, Item } from "./Item.ts"
import * as Key from "./Key.ts"
import { occasionsOf } from "./Occasions.ts"
import { type Watched, watchedIn } from "./ReadTables.ts"

/** A table with the parts of it that can decide. */
export interface Reached extends Watched {
  readonly reach: Reach
}

/** A policy with its tables and items. */
export interface CoverageSubject {
  readonly policy: Policy.Policy
  readonly tables: readonly Reached[]
  readonly items: readonly Item[]
}

/** The most boxes into which one table is cut. */
const limit = 200_000

const subjects = new WeakMap<Policy.Policy, CoverageSubject>()

/** Returns the items of a policy, computed on the first call. */
export const subjectOf = (bundle: Bundle.Bundle): CoverageSubject => {
  const policy = Policy.load(bundle)
  const known = subjects.get(policy) ?? made(policy)
  subjects.set(policy, known)
  return known
}

const made = (policy: Policy.Policy): CoverageSubject => {
  const tables = watchedIn(policy).map((watched) => ({ ...watched, reach: reachIn(policy, watched) }))
  const items = [
    ...tables.flatMap((table) => [...rowsOf(policy, table), ...boundsOf(policy, table)]),
    ...tables.flatMap((table) => conditionsOf(policy, table)),
    ...gatesIn(policy, tables),
    ...clocksIn(policy, tables),
    ...limitsIn(policy),
    ...Object.keys(policy.bundle.messages)
      .filter((name) => occasionsOf(policy, name).length > 0)
      .map((name) => item("messages", "sent", `messages.${name}`, Key.sent(name), {}, undefined, name))
  ]
  const unique = new Map(items.map((one) => [one.key, one]))
  return { policy, tables, items: [...unique.values()] }
}

const reachIn = (policy: Policy.Policy, { table, isLaidOut }: Watched): Reach =>
  reachOf({
    table,
    domains: domainsOf(policy, table),
    ordered: table.slots.map((slot) => {
      const type = policy.bundle.inputs[slot]?.type
      return isLaidOut !== true && type !== undefined && Fact.isOrdered(type)
    }),
    never: neverOf(policy, table),
    limit
  })

const item = (
  kind: CoverageKind,
  part: CoveredPart,
  rule: Bundle.RuleId,
  key: string,
  aim: Aim = {},
  about?: string,
  message?: string
): Item => ({ kind, part, rule, key, aim, ...defined({ about, message }) })

const towards = ({ table, aim }: Watched, witness: readonly number[] | undefined): Aim =>
  witness === undefined
    ? aim
    : { ...aim, inputs: new Map(table.slots.map((slot, column) => [slot, witness[column] ?? Fact.UNKNOWN])) }

/**
 * Returns whether a condition is an item of its own. A condition with a single row is not, because whether it holds
 * says the same.
 */
const rowsOf = (_: Policy.Policy, watched: Reached): readonly Item[] => {
  const { table, reach } = watched
  const isOne = new Set(table.rows.map(({ rule }) => rule)).size === 1
  return watched.isCondition && isOne
    ? []
    : reach.rows.map(({ row, witness }) => {
        const { rule = table.id } = table.rows[row] ?? {}
        return item("rows", "decides", rule, Key.row(table, row), towards(watched, witness))
      })
}

const boundsOf = ({ bundle, zone }: Policy.Policy, watched: Reached): readonly Item[] =>
  watched.reach.bounds.map((bound) => {
    const { table } = watched
    const { rule = table.id } = table.rows[bound.row] ?? {}
    const input = bundle.inputs[table.slots[bound.column] ?? -1]
    const about = input && `${input.name} ${Fact.render(input.type, bound.at, Fact.english, zone)}`
    return {
      ...item("bounds", bound.side, rule, Key.bound(table, bound), towards(watched, bound.witness), about),
      ...(input && { bound: { input, code: bound.at } })
    }
  })

const conditionsOf = (_: Policy.Policy, watched: Reached): readonly Item[] => {
  const { isCondition, table, rule, reach } = watched
  if (!isCondition) return []
  const [first] = reach.rows
  return [
    ...(first === undefined
      ? []
      : [item("conditions", "held", rule, Key.condition(table, "held"), towards(watched, first.witness))]),
    ...(reach.rest === undefined
      ? []
      : [item("conditions", "not-held", rule, Key.condition(table, "not-held"), towards(watched, reach.rest.witness))])
  ]
}

/** Returns inputs for which a condition holds; empty if it has no condition, or none are known. */
export const inputsFor = (
  tables: readonly Reached[],
  when: Bundle.Condition | undefined
): ReadonlyMap<number, number> => {
  const watched = when && tables.find(({ table, isCondition }) => isCondition && table === when.table)
  const witness = watched?.reach.rows[0]?.witness
  return new Map(watched === undefined || witness === undefined ? [] : towards(watched, witness).inputs)
}

const gatesIn = ({ bundle }: Policy.Policy, tables: readonly Reached[]): readonly Item[] =>
  bundle.loops.flatMap(({ name: loop, gates }) =>
    gates.flatMap((gate) => {
      const { name, path, orExplain } = gate
      const needed = inputsFor(tables, gate.when)
      const aim = (part: CoveredPart): Aim => {
        const explained = part === "explained" ? inputsFor(tables, orExplain?.when) : []
        return { loop, gate: name, inputs: new Map([...needed, ...explained]) }
      }
      const mayBeWaived =
        !passesAtOnce(gate) && bundle.authority.limits.some(({ waive }) => waive === "all" || waive.includes(name))
      const parts: readonly CoveredPart[] = [
        "opened",
        "passed",
        ...(orExplain === undefined ? [] : (["explained"] as const)),
        ...(mayBeWaived ? (["waived"] as const) : []),
        "refused"
      ]
      return parts.map((part) => item("gates", part, path, Key.gate(path, part), aim(part)))
    })
  )

/** The engine passes the gate as soon as it opens, so its clock is never late. */
const passesAtOnce = ({ by, fields, after, signOff }: Bundle.GateRule): boolean =>
  by.every((who) => who === "automatic") && fields.length === 0 && after.length === 0 && signOff.length === 0

const clocksIn = ({ loops }: Policy.Policy, tables: readonly Reached[]): readonly Item[] =>
  [...loops].flatMap(([loop, { clocks, gates }]) =>
    [...clocks.values()].flatMap((clock): readonly Item[] => {
      const own = clock.gate === undefined ? undefined : gates.get(clock.gate)
      const isAtOnce = own !== undefined && passesAtOnce(own)
      // If nothing else is left to do, the case is closed before the clock counts.
      const isIdle = isAtOnce && [...gates.values()].every(passesAtOnce)
      const { name, path, gate, metBy, within, until, remind, escalate } = clock
      // A clock of the whole case is one clock, in whichever loop the case is.
      const of = Key.clockOf(clock)
      const needed = new Map([...inputsFor(tables, own?.when), ...inputsFor(tables, clock.when)])
      const aim = { loop, inputs: needed, ...defined({ gate: clock.metByGates[0] ?? gate }) }
      const whose = clock.loop === undefined ? name : `${loop}.${name}`
      const isDue = !isAtOnce && (within !== undefined || until !== undefined)
      const marked = (kind: CoverageKind, part: CoveredPart, marks: typeof remind, word: string): readonly Item[] =>
        (isAtOnce ? [] : marks).map(({ rule }, index) =>
          item(kind, part, rule, Key.clock(of, `${word}.${index + 1}`), aim, whose)
        )
      return [
        item("clocks", "started", path, Key.clock(of, "started"), aim),
        ...(metBy.length === 0 || isIdle ? [] : [item("clocks", "met", path, Key.clock(of, "met"), aim)]),
        ...(isDue ? [item("clocks", "missed", path, Key.clock(of, "missed"), aim)] : []),
        ...marked("clocks", "reminded", remind, "remind"),
        ...marked("escalations", "escalated", escalate, "escalate")
      ]
    })
  )

const limitsIn = ({ bundle }: Policy.Policy): readonly Item[] =>
  bundle.authority.limits.flatMap(({ role, compensate, discount, resources }) => {
    const path = `authority.limits.${role}`
    const of = (verb: "compensate" | "discount" | "grant", most: number | null | undefined, key: string) => {
      if (most === undefined) return []
      const rule = `${path}.${key}`
      const aim = { limit: { role, verb, most: most ?? 0 } }
      return [
        ...(most === 0 ? [] : [item("limits", "within", rule, Key.limit(rule, "within"), aim)]),
        ...(most === null ? [] : [item("limits", "above", rule, Key.limit(rule, "above"), aim)])
      ]
    }
    return [
      ...of("compensate", compensate?.perCase, "compensate.per-case"),
      ...of("compensate", compensate?.perDay, "compensate.per-day"),
      ...of("compensate", compensate?.perMonth, "compensate.per-month"),
      ...of("compensate", compensate?.perYear, "compensate.per-year"),
      ...of("discount", discount, "discount"),
      ...of("grant", resources, "resources")
    ]
  })
