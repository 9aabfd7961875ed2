/**
 * The inputs that tables can read, each with its slot: facts, then kind, category, emotion and the grades, then
 * built-in inputs in the order in which the policy first uses them.
 */

import { InputName } from "@hearback/core"
import type { FactType, Input } from "../bundle/Bundle.ts"
import { get, type Tree, wordOf, wordsOf } from "../link/Tree.ts"
import { dates } from "../vocabulary/Vocabulary.ts"
import type { DeclaredNames } from "./Names.ts"

const gateStates = ["waiting", "open", "passed", "explained", "waived", "lapsed", "not-needed"] as const
const clockStates = ["not-started", "running", "paused", "met", "met-late", "missed", "cancelled"] as const
const causes = ["unknown", "incidental", "systemic"] as const
const satisfactions = ["unknown", "satisfied", "dissatisfied"] as const

/** The inputs of a policy, which grow while the policy is read. */
export interface DeclaredInputs {
  /** Returns the slot of an input; undefined if the language has no input of that name. */
  readonly slot: (name: string) => number | undefined
  readonly at: (slot: number) => Input
  /** Returns whether the input can be unknown when it is read. */
  readonly mayBeUnknown: (slot: number) => boolean
  readonly all: () => readonly Input[]
  /** Every name that a condition may use, for did-you-mean. */
  readonly names: () => readonly string[]
}

const count: FactType = { _tag: "Amount", scale: 0, unit: "", min: 0 }
/** Inputs that count cases and include the case itself, so that they are never 0. */
const fromOne: FactType = { _tag: "Amount", scale: 0, unit: "", min: 1 }
const oneOf = (values: Iterable<string>, graded = false): FactType => ({ _tag: "OneOf", values: [...values], graded })

/** Makes the inputs of a policy; `facts` are its declared facts with their types. */
export const makeInputs = (
  names: DeclaredNames,
  facts: readonly { readonly name: string; readonly type: FactType; readonly known: boolean }[]
): DeclaredInputs => {
  const slots = new Map<string, number>()
  const list: Input[] = []
  const open = new Set<string>(facts.filter((fact) => !fact.known).map((fact) => fact.name))
  for (const name of ["category", "score", "channel", "confidence", "category.department", ...Object.keys(dates)])
    open.add(name)
  const builtIn = builtIns(names)
  const add = (name: string, type: FactType): number => {
    slots.set(name, list.length)
    list.push({ name, type })
    return list.length - 1
  }
  for (const fact of facts) add(fact.name, fact.type)
  for (const name of ["kind", "category", "emotion", ...names.dimension.keys()]) {
    const type = builtIn(name)
    if (type !== undefined && !slots.has(name)) add(name, type)
  }
  return {
    slot: (name) => {
      const known = slots.get(name)
      if (known !== undefined) return known
      const type = builtIn(name)
      return type === undefined ? undefined : add(name, type)
    },
    at: (slot) => list[slot] as Input,
    mayBeUnknown: (slot) => {
      const name = list[slot]?.name ?? ""
      const { _tag } = InputName.parse(name)
      return open.has(name) || (!names.fact.has(name) && ["CategoryDefault", "Conclusion", "Since"].includes(_tag))
    },
    all: () => list,
    names: () => [
      ...names.fact.keys(),
      ...names.dimension.keys(),
      ...fixed.keys(),
      "kind",
      "category",
      "emotion",
      "signal",
      "channel"
    ]
  }
}

const fixed: ReadonlyMap<string, FactType> = new Map<string, FactType>([
  ["confidence", { _tag: "Amount", scale: 4, unit: "", min: 0, max: 1 }],
  ["score", { _tag: "Amount", scale: 2, unit: "" }],
  ["anonymous", { _tag: "Flag" }],
  ["received", { _tag: "Date" }],
  ...Object.keys(dates).map((name): [string, FactType] => [name, { _tag: "Date" }]),
  ["same-matter.contacts", fromOne],
  ["same-matter.unanswered", count],
  ["same-problem.customers", fromOne],
  ["same-problem.cases", fromOne],
  ["departments.count", count],
  ["handovers", count],
  ["reopened", count],
  ["names-owner", { _tag: "Flag" }],
  ["cause", oneOf(causes)],
  ["satisfaction", oneOf(satisfactions)]
])

const builtIns =
  (names: DeclaredNames) =>
  (name: string): FactType | undefined => {
    const dimension = names.dimension.get(name)
    if (dimension !== undefined) return levelsOf(dimension)
    const found = fixed.get(name)
    if (found !== undefined) return found
    if (name === "kind") return oneOf(names.kind.keys())
    if (name === "category") return oneOf(names.category.keys())
    if (name === "emotion") return oneOf(names.emotion.keys(), true)
    if (name === "channel") return oneOf(names.channel.keys())
    if (name === "category.department") return oneOf(names.department.keys())
    const [area, rest] = cutAtDot(name)
    if (area === "category" && names.dimension.has(rest)) return levelsOf(names.dimension.get(rest))
    if (area === "signal" && names.signal.has(rest)) return { _tag: "Flag" }
    if (area === "gate" && names.gate.has(rest)) return oneOf(gateStates)
    const conclusions = area === "decision" ? names.conclusions.get(rest) : undefined
    if (conclusions !== undefined) return oneOf(conclusions)
    if (area === "since" && isDate(names, rest)) return { _tag: "Period" }
    if (area === "clock" && names.clock.has(rest)) return oneOf(clockStates)
    return undefined
  }

const isDate = (names: DeclaredNames, name: string): boolean => {
  const fact = names.fact.get(name)
  if (fact === undefined) return Object.hasOwn(dates, name)
  return wordOf(fact) === "date" || wordOf(get(fact, "type")) === "date"
}

const levelsOf = (dimension: Tree | undefined): FactType => oneOf(new Set(wordsOf(get(dimension, "levels"))), true)

const cutAtDot = (name: string): readonly [string, string] => {
  const dot = name.indexOf(".")
  return dot < 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot + 1)]
}
