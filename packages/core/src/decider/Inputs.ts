/**
 * What tables and conditions read, as a vector of integers by slot. A gate that is not settled is `NaN`, not yet
 * known; a fact that nobody recorded is the code of `unknown`.
 */

import type { FactValue } from "../model/Fact.ts"
import { encode, UNKNOWN } from "../model/Fact.ts"
import type { Policy } from "../model/Policy.ts"
import * as Clock from "../track/clock/State.ts"
import * as Gate from "../track/gate/State.ts"
import type { Case } from "./Case.ts"

type Read = (c: Case, policy: Policy) => FactValue | undefined

const kind: Read = (c) => c.intake.understanding?.kind
const builtIn: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["kind", kind],
  ["category", (c) => c.intake.understanding?.category],
  ["category.department", (c, p) => categoryOf(c, p)?.department],
  ["emotion", (c) => c.intake.understanding?.emotion ?? "unmoved"],
  ["confidence", (c) => c.intake.understanding?.confidence],
  ["channel", (c) => c.intake.receipt?.channel],
  ["score", (c) => c.intake.receipt?.score],
  ["anonymous", (c) => c.intake.receipt?.customer === undefined],
  ["received", (c) => c.intake.receipt?.receivedAt],
  ["same-matter.contacts", (c) => c.intake.contacts.contacts],
  ["same-matter.unanswered", (c) => c.intake.contacts.unanswered],
  ["same-problem.customers", (c) => c.intake.problem?.customers ?? 1],
  ["same-problem.cases", (c) => c.intake.problem?.cases ?? 1],
  ["departments.count", (c, p) => departments(c, p).length],
  ["handovers", (c) => c.ownership.hops],
  ["reopened", (c) => c.lifecycle.reopened],
  ["names-owner", () => false],
  ["cause", (c) => c.intake.cause],
  ["satisfaction", (c) => c.lifecycle.satisfaction]
])

const categoryOf = (c: Case, policy: Policy) => {
  const name = c.intake.understanding?.category
  return policy.bundle.dictionary.categories.find((category) => category.name === name)
}

/** Returns the departments concerned: those of every category whose words the customer used. */
export const departments = (c: Case, policy: Policy): readonly string[] => {
  const named = new Set(c.intake.understanding?.hits.map((hit) => hit.category) ?? [])
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
    return (c) => c.intake.understanding?.signals.includes(signal) ?? false
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
    const value = c.intake.facts[name] ?? declared?.default
    return declared?.kind === "date" && value === "received" ? c.intake.receipt?.receivedAt : value
  }
}

const clockReaders = new WeakMap<Policy, boolean>()

/** Whether any table of the policy reads the state of a clock. */
export const readsClocks = (policy: Policy): boolean => {
  let found = clockReaders.get(policy)
  if (found === undefined) {
    found = policy.bundle.inputs.some(({ name }) => name.startsWith("clock."))
    clockReaders.set(policy, found)
  }
  return found
}

const readers = new WeakMap<Policy, readonly ((c: Case) => number)[]>()

const compile = (policy: Policy): readonly ((c: Case) => number)[] => {
  const dimensions = new Map(policy.bundle.grading.map((dimension) => [dimension.name, dimension.levels]))
  return policy.bundle.inputs.map(({ name, type }) => {
    const levels = dimensions.get(name)
    if (levels !== undefined) {
      return (c) => {
        const grade = c.grades[name]
        return grade === undefined ? Number.NaN : (encode(type, grade.level) ?? UNKNOWN)
      }
    }
    if (name.startsWith("gate.")) {
      const gate = name.slice(5)
      return (c) => {
        const state = c.gates[gate]
        if (state === undefined) {
          const loop = c.lifecycle.loop === undefined ? undefined : policy.loops.get(c.lifecycle.loop)
          return loop?.gates.has(gate) ? Number.NaN : (encode(type, "not-needed") ?? UNKNOWN)
        }
        return Gate.isSettled(state) ? (encode(type, state.status) ?? UNKNOWN) : Number.NaN
      }
    }
    const value = read(name)
    return (c) => {
      const found = value(c, policy)
      return found === undefined ? UNKNOWN : (encode(type, found, policy.zone) ?? UNKNOWN)
    }
  })
}

/** Returns a fresh vector of all inputs of the policy for a case. */
export const inputs = (policy: Policy, c: Case): number[] => {
  let reads = readers.get(policy)
  if (reads === undefined) {
    reads = compile(policy)
    readers.set(policy, reads)
  }
  return reads.map((f) => f(c))
}
