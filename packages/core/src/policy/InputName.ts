/**
 * What the inputs of tables mean. A bundle keeps their names as text (`clock.told`), which only this module parses,
 * once, when a policy is loaded.
 */
import type { Bundle } from "./Bundle.ts"

/** The inputs that every policy has under a fixed name. */
export const fixed = [
  "kind",
  "category",
  "category.department",
  "emotion",
  "confidence",
  "channel",
  "score",
  "anonymous",
  "received",
  "happened-at",
  "hoped-for-by",
  "same-matter.contacts",
  "same-matter.unanswered",
  "same-problem.customers",
  "same-problem.cases",
  "departments.count",
  "handovers",
  "reopened",
  "names-owner",
  "cause",
  "satisfaction"
] as const
/** The name of an input that every policy has. */
export type FixedInput = (typeof fixed)[number]

/** What an input reads from a case. */
export type InputSource =
  | { readonly _tag: "Fixed"; readonly name: FixedInput }
  /** The level of a dimension of grading. */
  | { readonly _tag: "Level"; readonly dimension: string }
  /** The level that the category gives a dimension by default. */
  | { readonly _tag: "CategoryDefault"; readonly dimension: string }
  | { readonly _tag: "Signal"; readonly signal: string }
  | { readonly _tag: "GateState"; readonly gate: string }
  | { readonly _tag: "ClockState"; readonly clock: string }
  /** The conclusion of a decision. */
  | { readonly _tag: "Conclusion"; readonly gate: string }
  | { readonly _tag: "Fact"; readonly fact: string }
  /** How long before the receipt a date of the case was. */
  | { readonly _tag: "Since"; readonly date: string }

const isFixed = (name: string): name is FixedInput => (fixed as readonly string[]).includes(name)

const prefixed: ReadonlyMap<string, (name: string) => InputSource> = new Map<string, (name: string) => InputSource>([
  ["gate", (gate) => ({ _tag: "GateState", gate })],
  ["clock", (clock) => ({ _tag: "ClockState", clock })],
  ["decision", (gate) => ({ _tag: "Conclusion", gate })],
  ["since", (date) => ({ _tag: "Since", date })],
  ["signal", (signal) => ({ _tag: "Signal", signal })],
  ["category", (dimension) => ({ _tag: "CategoryDefault", dimension })]
])

const none: ReadonlySet<string> = new Set()

/** Returns what an input name means: a dimension of the policy, else a fixed input, else a fact. */
export const parse = (name: string, dimensions: ReadonlySet<string> = none): InputSource => {
  if (dimensions.has(name)) return { _tag: "Level", dimension: name }
  if (isFixed(name)) return { _tag: "Fixed", name }
  const dot = name.indexOf(".")
  const make = dot < 0 ? undefined : prefixed.get(name.slice(0, dot))
  return make === undefined ? { _tag: "Fact", fact: name } : make(name.slice(dot + 1))
}

/** Returns what each input of a policy means, by slot. */
export const sourcesOf = ({ facts, grading, inputs }: Bundle): readonly InputSource[] => {
  const dimensions = new Set(grading.map(({ name }) => name))
  return inputs.map(({ name }) => (isOwnDate(facts, name) ? { _tag: "Fact", fact: name } : parse(name, dimensions)))
}

/**
 * Returns whether a policy declares a date fact with the name of a date of every case; the policy's own fact then
 * counts.
 */
const isOwnDate = (facts: Bundle["facts"], name: string): boolean =>
  (name === "happened-at" || name === "hoped-for-by") && Object.hasOwn(facts, name)
