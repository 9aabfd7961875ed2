/**
 * Finds inputs that a policy reads and a record does not tell. An input is missing only if its value could change the
 * decision.
 */
import { type Case, type InputName, Inputs, Policy, Table } from "@hearback/core"
import type { RecordedCase, RecordScope } from "../record/RecordedCase.ts"

type Tabled = { readonly table: Table.Table }

/** Inputs that are computed from words alone. */
const inWords: ReadonlySet<string> = new Set(["emotion", "confidence", "departments.count", "names-owner"])

/** Hearback's own record tells everything except words that were erased. */
const isOurs = (source: InputName.InputSource, { said }: RecordedCase): boolean =>
  said.verbatim !== undefined ||
  said.score !== undefined ||
  !(source._tag === "Signal" || (source._tag === "Fixed" && inWords.has(source.name)))

/** Returns whether a record tells the value of an input for a case, or that the case has none. */
const isTold = (source: InputName.InputSource, recorded: RecordedCase, known: RecordScope): boolean => {
  const { said, facts, moments } = recorded
  const hasWords = said.verbatim !== undefined
  if (known.all === true && isOurs(source, recorded)) return true
  switch (source._tag) {
    case "Level":
    case "GateState":
    case "ClockState":
    case "Conclusion":
      return true
    case "Signal":
      return hasWords
    case "CategoryDefault":
      return hasWords || said.category !== undefined
    case "Fact":
    case "Since": {
      const name = source._tag === "Fact" ? source.fact : source.date
      return (
        facts[name] !== undefined ||
        moments.some(({ what }) => what._tag === "FactsRecorded" && what.facts[name] !== undefined)
      )
    }
    case "Fixed":
      break
  }
  switch (source.name) {
    case "kind":
      return hasWords || said.kind !== undefined
    case "category":
    case "category.department":
      return hasWords || said.category !== undefined
    case "emotion":
    case "confidence":
    case "departments.count":
    case "names-owner":
      return hasWords
    case "channel":
      return said.channel !== undefined
    case "score":
      return known.said.has("score")
    case "anonymous":
      return known.said.has("customer")
    case "same-matter.contacts":
    case "same-matter.unanswered":
      return said.contacts !== undefined
    case "same-problem.customers":
    case "same-problem.cases":
      return false
    case "happened-at":
    case "hoped-for-by":
      return false
    case "received":
    case "handovers":
    case "reopened":
    case "cause":
    case "satisfaction":
      return true
  }
}

/** The missing inputs of a case, by what depends on them. */
export interface Missing {
  /** Inputs on which grades, the loop, gates or clocks depend. */
  readonly ofCase: readonly string[]
  /** Inputs on which only the owner depends. */
  readonly ofOwner: readonly string[]
}

const nothing: Missing = { ofCase: [], ofOwner: [] }

/**
 * The tables of a policy. From most tables the first matching row counts; from a condition only whether it is true.
 */
interface Tables {
  readonly chosen: readonly Tabled[]
  readonly conditions: readonly Tabled[]
}

const tablesIn = ({ bundle }: Policy.Policy, loop: Policy.PolicyLoop | undefined): Tables => {
  const clocks = [...(loop?.clocks.values() ?? [])]
  return {
    chosen: [...bundle.grading, ...clocks].flatMap((one) => ("table" in one ? one.table : (one.within ?? []))),
    conditions: [
      ...bundle.loops,
      ...bundle.grading.flatMap(({ lift }) => lift),
      ...(loop?.rule.gates ?? []),
      ...clocks
    ].flatMap(({ when }) => when ?? [])
  }
}

const known = new WeakMap<Policy.Policy, Map<string | undefined, Tables>>()

const tablesOf = (policy: Policy.Policy, name: string | undefined): Tables => {
  const byLoop = known.get(policy) ?? new Map<string | undefined, Tables>()
  known.set(policy, byLoop)
  const tables = byLoop.get(name) ?? tablesIn(policy, Policy.loopOf(policy, name))
  byLoop.set(name, tables)
  return tables
}

/** Returns the inputs that a policy read to decide a case although the record does not tell them. */
export const missingOf = (
  policy: Policy.Policy,
  state: Case.Case,
  recorded: RecordedCase,
  told: RecordScope
): Missing => {
  const untold = new Set(policy.sources.flatMap((source, slot) => (isTold(source, recorded, told) ? [] : [slot])))
  if (untold.size === 0) return nothing
  const { bundle } = policy
  const vector = Inputs.inputs(policy, state)
  const open = vector.map((code, slot) => (untold.has(slot) ? Number.NaN : code))
  const isRead = ({ table }: Tabled): boolean => table.slots.some((slot) => untold.has(slot))
  const isOpen = (one: Tabled): boolean =>
    isRead(one) && Table.decided(one.table, open) !== Table.decided(one.table, vector)
  const isUndecided = (one: Tabled): boolean =>
    isRead(one) && Table.undecided(one.table, open) === "not-yet" && Table.undecided(one.table, vector) !== "not-yet"
  const named = (slots: readonly number[]): readonly string[] =>
    bundle.inputs.flatMap(({ name }, slot) => (slots.includes(slot) && untold.has(slot) ? [name] : []))
  const slotsOf = (tables: readonly Tabled[]): readonly number[] => tables.flatMap(({ table }) => table.slots)
  const { chosen, conditions } = tablesOf(policy, state.lifecycle.loop)
  const { department, recuse, team, onCall } = bundle.ownership
  const whenOwned = [recuse?.when, team?.when, onCall?.when].flatMap((one) => one ?? [])
  return {
    ofCase: named([
      ...slotsOf([...chosen.filter(isOpen), ...conditions.filter(isUndecided)]),
      ...bundle.grading.flatMap(({ table }) => outcomeSlot(policy, table, open))
    ]),
    ofOwner: [
      ...named(slotsOf([...[department].flatMap((one) => one ?? []).filter(isOpen), ...whenOwned.filter(isUndecided)])),
      ...(isRoutedByCategory(policy, vector) && !isTold(ofCategory, recorded, told) ? ["category.department"] : [])
    ]
  }
}

const ofCategory: InputName.InputSource = { _tag: "Fixed", name: "category.department" }

/** Returns whether the category alone decides the responsible department. */
const isRoutedByCategory = ({ bundle }: Policy.Policy, vector: Policy.Inputs): boolean => {
  const rule = bundle.ownership.department
  if (!bundle.dictionary.categories.some(({ department }) => department !== undefined)) return false
  if (rule === undefined) return true
  const chosen = Policy.choose(rule, vector)
  return chosen !== undefined && !("department" in chosen.value)
}

/** Returns the input that carries the level of a row, such as `category.urgency`. */
const outcomeSlot = (
  policy: Policy.Policy,
  { table, values }: Policy.Policy["bundle"]["grading"][number]["table"],
  open: Policy.Inputs
): readonly number[] => {
  const value = values[Table.decided(table, open) ?? -1]
  const slot = value !== undefined && "input" in value ? policy.slots.get(value.input) : undefined
  return slot === undefined ? [] : [slot]
}
