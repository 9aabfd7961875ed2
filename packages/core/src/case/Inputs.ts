/**
 * What tables and conditions read, as a vector of integers by slot. A gate that is not settled is `NaN`, not yet
 * known; a fact that nobody recorded is the code of `unknown`.
 */

import type { Bundle } from "../policy/Bundle.ts"
import type { Inputs, Policy } from "../policy/Policy.ts"
import type { FactValue } from "../table/Fact.ts"
import { encode, UNKNOWN } from "../table/Fact.ts"
import type { Case } from "./Case.ts"
import * as Clock from "./track/Clocks.ts"
import * as Gate from "./track/Gate.ts"

type Read = (c: Case, policy: Policy) => FactValue | undefined

/** The tracks that inputs are read from, one bit each. */
const [FEEDBACK, GRADES, GATES, OWNERSHIP, LIFECYCLE, CLOCKS, RELATIONS] = [1, 2, 4, 8, 16, 32, 64] as const

/** An input, and the tracks on which its value depends. */
interface Reader {
  readonly tracks: number
  readonly code: (c: Case) => number
}

const kind: Read = (c) => c.feedback.understanding?.kind
const builtIn: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["kind", kind],
  ["category", (c) => c.feedback.understanding?.category],
  ["category.department", (c, p) => categoryOf(c, p)?.department],
  ["emotion", (c) => c.feedback.understanding?.emotion ?? "unmoved"],
  ["confidence", (c) => c.feedback.understanding?.confidence],
  ["channel", (c) => c.feedback.receipt?.channel],
  ["score", (c) => c.feedback.receipt?.score],
  ["anonymous", (c) => c.feedback.receipt?.customer === undefined],
  ["received", (c) => c.feedback.receipt?.receivedAt],
  ["same-matter.contacts", (c) => c.feedback.contacts.contacts],
  ["same-matter.unanswered", (c) => c.feedback.contacts.unanswered],
  ["same-problem.customers", (c) => c.relations.problem?.customers ?? 1],
  ["same-problem.cases", (c) => c.relations.problem?.cases ?? 1],
  ["departments.count", (c, p) => departments(c, p).length],
  ["handovers", (c) => c.ownership.hops],
  ["reopened", (c) => c.lifecycle.reopened],
  ["names-owner", (c) => c.ownership.named.includes(c.ownership.owner)],
  ["cause", (c) => c.feedback.cause],
  ["satisfaction", (c) => c.lifecycle.satisfaction]
])

const categoryOf = (c: Case, policy: Policy) => {
  const name = c.feedback.understanding?.category
  return policy.bundle.dictionary.categories.find((category) => category.name === name)
}

/** Returns the departments concerned: those of every category whose words the customer used. */
export const departments = (c: Case, policy: Policy): readonly string[] => {
  const named = new Set(c.feedback.understanding?.hits.map((hit) => hit.category) ?? [])
  const found = new Set<string>()
  if (c.ownership.department !== undefined) found.add(c.ownership.department)
  for (const category of policy.bundle.dictionary.categories)
    if (category.department !== undefined && named.has(category.name)) found.add(category.department)
  const own = categoryOf(c, policy)?.department
  if (own !== undefined) found.add(own)
  return [...found]
}

const read = (name: string): Read => {
  const known = builtIn.get(name)
  if (known !== undefined) return known
  if (name.startsWith("signal.")) {
    const signal = name.slice(7)
    return (c) => c.feedback.understanding?.signals.includes(signal) ?? false
  }
  if (name.startsWith("clock.")) {
    const clock = name.slice(6)
    return (c) => Clock.stateOf(c.clocks[clock])
  }
  if (name.startsWith("category.")) {
    const dimension = name.slice(9)
    return (c, p) => categoryOf(c, p)?.defaults[dimension]
  }
  return (c, p) => {
    const declared = p.bundle.facts[name]
    const value = c.feedback.facts[name] ?? declared?.default
    return declared?.kind === "date" && value === "received" ? c.feedback.receipt?.receivedAt : value
  }
}

/** Inputs that are not read from the feedback alone. */
const tracksOf = (name: string): number => {
  switch (name) {
    case "departments.count":
      return FEEDBACK | OWNERSHIP
    case "same-problem.customers":
    case "same-problem.cases":
      return RELATIONS
    case "handovers":
    case "names-owner":
      return OWNERSHIP
    case "reopened":
    case "satisfaction":
      return LIFECYCLE
    default:
      return name.startsWith("clock.") ? CLOCKS : FEEDBACK
  }
}

const readerOf = (policy: Policy, { name, type }: Bundle["inputs"][number], isDimension: boolean): Reader => {
  if (isDimension) {
    const code = (c: Case): number => {
      const grade = c.grades[name]
      return grade === undefined ? Number.NaN : (encode(type, grade.level) ?? UNKNOWN)
    }
    return { tracks: GRADES, code }
  }
  if (name.startsWith("gate.")) {
    const gate = name.slice(5)
    const code = (c: Case): number => {
      const state = c.gates[gate]
      if (state === undefined) {
        const loop = c.lifecycle.loop === undefined ? undefined : policy.loops.get(c.lifecycle.loop)
        return loop?.gates.has(gate) ? Number.NaN : (encode(type, "not-needed") ?? UNKNOWN)
      }
      return Gate.isSettled(state) ? (encode(type, state.status) ?? UNKNOWN) : Number.NaN
    }
    return { tracks: GATES | LIFECYCLE, code }
  }
  const value = read(name)
  const code = (c: Case): number => {
    const found = value(c, policy)
    return found === undefined ? UNKNOWN : (encode(type, found, policy.zone) ?? UNKNOWN)
  }
  return { tracks: tracksOf(name), code }
}

const readers = new WeakMap<Policy, readonly Reader[]>()

const readersOf = (policy: Policy): readonly Reader[] => {
  const known = readers.get(policy)
  if (known !== undefined) return known
  const dimensions = new Set(policy.bundle.grading.map((dimension) => dimension.name))
  const made = policy.bundle.inputs.map((input) => readerOf(policy, input, dimensions.has(input.name)))
  readers.set(policy, made)
  return made
}

/** Returns a fresh vector of all inputs of the policy for a case. */
export const inputs = (policy: Policy, c: Case): number[] => readersOf(policy).map(({ code }) => code(c))

/** A vector and the state it was read from. */
export interface Seen {
  readonly of: Case
  readonly vector: Inputs
}

/** Reads only what may have changed since; where nothing did, the vector is the same one. */
export const again = (policy: Policy, seen: Seen, c: Case): Seen => {
  const changed = changes(seen.of, c)
  if (changed === 0) return seen
  const all = readersOf(policy)
  let vector: number[] | undefined
  for (let slot = 0; slot < all.length; slot++) {
    const { tracks, code } = all[slot] as Reader
    if ((tracks & changed) === 0) continue
    const now = code(c)
    if (Object.is(now, seen.vector[slot])) continue
    vector ??= [...seen.vector]
    vector[slot] = now
  }
  return { of: c, vector: vector ?? seen.vector }
}

const changes = (a: Case, b: Case): number =>
  (a.feedback === b.feedback ? 0 : FEEDBACK) |
  (a.relations === b.relations ? 0 : RELATIONS) |
  (a.grades === b.grades ? 0 : GRADES) |
  (a.gates === b.gates ? 0 : GATES) |
  (a.ownership === b.ownership ? 0 : OWNERSHIP) |
  (a.lifecycle === b.lifecycle ? 0 : LIFECYCLE) |
  (a.clocks === b.clocks ? 0 : CLOCKS)

const latest = new WeakMap<Policy, WeakMap<Case, Inputs>>()

/** Returns what was kept of a state; undefined where it did not come out of a step of this policy, here and now. */
export const kept = (policy: Policy, c: Case): Seen | undefined => {
  const vector = latest.get(policy)?.get(c)
  return vector === undefined ? undefined : { of: c, vector }
}

/** Keeps the vector of the state that a step led to, for whoever decides next, as long as the state lives. */
export const keep = (policy: Policy, { of, vector }: Seen): void => {
  const known = latest.get(policy) ?? new WeakMap<Case, Inputs>()
  known.set(of, vector)
  latest.set(policy, known)
}
