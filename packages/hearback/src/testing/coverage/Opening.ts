/**
 * Proposes feedback that gives the inputs of a policy certain values: a channel, words of its dictionary, facts.
 * Values that follow from other inputs are traced back to these. Only a trial shows whether the values are reached.
 */
import { type Bundle, defined, Fact, Instant, Policy, Routine } from "@hearback/core"
import type { People } from "@hearback/policy"
import { texts } from "../../text/catalogue/Texts.ts"
import type { ScenarioStep } from "../law/Law.ts"
import type { CoverageSubject } from "./Items.ts"

/** The wanted codes of inputs, by slot. */
export type Wanted = ReadonlyMap<number, number>

/** The most ways to reach a level that are tried. */
const most = 6

/**
 * Returns the submissions that can give these values, the likeliest first: one step, or several if one is not enough.
 */
export const openingsFor = (
  subject: CoverageSubject,
  people: People,
  wanted: Wanted
): readonly (readonly ScenarioStep[])[] =>
  traced(subject, [...wanted], new Set()).map((values) => stepsOf(subject.policy, people, values))

/** Replaces a level by the values of a row that gives it. */
const traced = (
  subject: CoverageSubject,
  wanted: readonly (readonly [number, number])[],
  done: ReadonlySet<number>
): readonly Wanted[] => {
  const { policy } = subject
  const [slot, code] = wanted.find(([at]) => policy.sources[at]?._tag === "Level" && !done.has(at)) ?? []
  const source = slot === undefined ? undefined : policy.sources[slot]
  if (slot === undefined || code === undefined || source?._tag !== "Level") return [new Map([...wanted].reverse())]
  const ways = waysTo(subject, source.dimension, code)
  const all = ways.flatMap((way) => traced(subject, [...wanted, ...way], new Set([...done, slot])))
  return all.length === 0 ? [new Map([...wanted].reverse())] : all.slice(0, most)
}

const waysTo = (
  { policy, tables }: CoverageSubject,
  dimension: string,
  code: number
): readonly (readonly (readonly [number, number])[])[] => {
  const rule = policy.bundle.grading.find(({ name }) => name === dimension)
  const level = rule?.levels[code]
  const watched = tables.find(({ table, isCondition }) => table === rule?.table.table && !isCondition)
  if (rule === undefined || level === undefined || watched === undefined) return []
  return watched.reach.rows.flatMap(({ row, witness = [] }) => {
    const outcome = rule.table.values[row]
    const cells = watched.table.slots.map((slot, column) => [slot, witness[column] ?? Fact.UNKNOWN] as const)
    if (outcome === undefined) return []
    if ("level" in outcome) return outcome.level === level ? [cells] : []
    const slot = policy.slots.get(outcome.input) ?? -1
    const type = policy.bundle.inputs[slot]?.type
    const given = type && Fact.encode(type, level)
    return given === undefined ? [] : [[[slot, given] as const, ...cells]]
  })
}

/**
 * Sets what cases of one problem, and repeated feedback, must have in common. If nobody gives it, they have nothing
 * in common.
 */
const inCommon = ({ bundle, slots }: Policy.Policy, wanted: Wanted): readonly (readonly [string, Fact.FactValue])[] =>
  [...bundle.problems.same, ...bundle.sameCase.same].flatMap((name) => {
    const type = bundle.facts[name]?.type
    if (type === undefined || wanted.has(slots.get(name) ?? -1)) return []
    const value = type._tag === "OneOf" ? type.values[0] : type._tag === "Text" ? "the same" : undefined
    return value === undefined ? [] : [[name, value] as const]
  })

/** Returns the wanted facts, as a scenario writes them. */
export const factsOf = (
  { bundle, sources, zone }: Policy.Policy,
  wanted: Wanted
): readonly (readonly [string, Fact.FactValue])[] =>
  [...wanted].flatMap(([slot, code]) => {
    const [input, source] = [bundle.inputs[slot], sources[slot]]
    return input === undefined || source?._tag !== "Fact" || code === Fact.UNKNOWN
      ? []
      : [[source.fact, writtenAs(input.type, code, zone)] as const]
  })

const begun = "2026-11-16 09:40"

/** The longest period of a routine. */
const longest = 400 * Instant.DAY

/** Returns the opening of a routine's case, which opens by itself at the first of its times after the beginning. */
const byItself = (policy: Policy.Policy, wanted: Fact.FactValue | undefined): readonly ScenarioStep[] => {
  const { bundle, zone } = policy
  const names = Object.keys(bundle.channels).filter((name) => Policy.isRoutine(policy, name))
  const channel = bundle.channels[names.find((name) => name === wanted) ?? names[0] ?? ""]
  const from = Instant.parseInstant(begun, zone) ?? 0
  const [opens] = channel === undefined ? [] : Routine.openings(policy, channel, from, from + longest)
  return opens === undefined ? [] : [{ at: begun }, { at: Instant.renderInstant(opens, zone), into: "A" }]
}

const stepsOf = (policy: Policy.Policy, people: People, wanted: Wanted): readonly ScenarioStep[] => {
  const { bundle, sources, zone } = policy
  const facts = new Map<string, Fact.FactValue>([...inCommon(policy, wanted), ...factsOf(policy, wanted)])
  const [values, signals] = [new Map<string, Fact.FactValue>(), [] as string[]]
  for (const [slot, code] of wanted) {
    const [input, source] = [bundle.inputs[slot], sources[slot]]
    if (input === undefined || source === undefined || code === Fact.UNKNOWN) continue
    const value = writtenAs(input.type, code, zone)
    if (source._tag === "Signal" && code === 1) signals.push(source.signal)
    if (source._tag === "Fixed") values.set(source.name, value)
    if (source._tag === "CategoryDefault") values.set(`category.${source.dimension}`, value)
  }
  if (values.get("kind") === "routine") return byItself(policy, values.get("channel"))
  const [first = ""] = Object.keys(bundle.channels)
  const customers = Object.keys(people.customers)
  const customer = values.get("anonymous") === true ? undefined : (customers[0] ?? { id: "c-1" })
  // The owner of the case is among them.
  const named = values.get("names-owner") === true ? people.people.map(({ name }) => name) : []
  const step = {
    at: begun,
    submit: "A",
    by: people.people[0]?.id,
    channel: values.get("channel") ?? (values.has("score") ? scaled(bundle) : undefined) ?? first,
    customer,
    kind: values.get("kind"),
    score: values.get("score"),
    verbatim: wordsOf(bundle, values, signals, named),
    facts: facts.size === 0 ? undefined : Object.fromEntries(facts)
  }
  // This feedback is a contact and is not yet unanswered.
  const waiting = 1 + Number(values.get("same-matter.unanswered") ?? 0)
  const times = Math.max(Number(values.get("same-matter.contacts") ?? 1), waiting)
  const others = Number(values.get("same-problem.customers") ?? values.get("same-problem.cases") ?? 1)
  const cause = values.get("cause")
  const found = { at: "+1 minute", set: "A", by: people.people[0]?.id, cause, reason: "as found" }
  return [
    ...repeated(times).map((n) => defined({ ...step, submit: n === 0 ? "A" : `A${n}` })),
    ...repeated(others)
      .slice(1)
      .map((n) => defined({ ...step, submit: `B${n}`, customer: { id: `other-${n}` } })),
    ...(cause === undefined || cause === "unknown" ? [] : [defined(found)])
  ] as readonly ScenarioStep[]
}

const repeated = (times: number): readonly number[] =>
  Array.from({ length: Math.min(10, Math.max(1, times)) }, (_, n) => n)

const scaled = ({ channels }: Bundle.Bundle): string | undefined =>
  Object.entries(channels).find(([, { scale }]) => scale !== undefined)?.[0]

/** Returns a value as a scenario writes it. */
const writtenAs = (type: Fact.FactType, code: number, zone: Policy.Policy["zone"]): Fact.FactValue => {
  if (type._tag === "Flag") return code === 1
  return type._tag === "Amount" ? code / 10 ** type.scale : Fact.render(type, code, Fact.english, zone)
}

/** Returns words of the category, the emotion and the signals; of any category if none is wanted. */
const wordsOf = (
  { dictionary, language }: Bundle.Bundle,
  values: ReadonlyMap<string, Fact.FactValue>,
  signals: readonly string[],
  named: readonly string[]
): string => {
  const { categories, emotions } = dictionary
  const fitting = categories.filter(
    ({ name, department, defaults }) =>
      (!values.has("category") || values.get("category") === name) &&
      (!values.has("category.department") || values.get("category.department") === department) &&
      [...values].every(([key, value]) => {
        const dimension = key.startsWith("category.") && key !== "category.department" ? key.slice(9) : undefined
        return dimension === undefined || defaults[dimension] === value
      })
  )
  const category = fitting.find(({ words }) => words.length > 0)
  const emotion = emotions.find(({ level }) => level === values.get("emotion"))
  const said = [
    category?.words[0],
    emotion?.words[0],
    ...signals.map((name) => dictionary.signals.find((signal) => signal.name === name)?.words[0]),
    ...named
  ].filter((word) => word !== undefined)
  const { hello, list } = texts[language].scenario
  return said.length === 0 ? hello : list(said)
}
