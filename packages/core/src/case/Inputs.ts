/**
 * The inputs of tables and conditions, as a vector of integers by slot. The value `NaN` stands for a gate that is not
 * settled. A fact that nobody recorded has the code of `unknown`.
 */

import type { GateRule } from "../policy/Bundle.ts"
import type { FixedInput, InputSource } from "../policy/InputName.ts"
import type { Inputs, Policy } from "../policy/Policy.ts"
import type { FactType, FactValue } from "../table/Fact.ts"
import { encode, encoder, UNKNOWN } from "../table/Fact.ts"
import { between } from "../table/Period.ts"
import { DAY } from "../time/Instant.ts"
import { toLocal } from "../time/Zone.ts"
import type { Case } from "./Case.ts"
import * as Conclusion from "./Conclusion.ts"
import * as Clock from "./track/Clocks.ts"
import * as Gate from "./track/Gate.ts"
import type { Facts } from "./track/Submission.ts"

/** The tracks that inputs are read from, one bit for each track. */
const [FEEDBACK, GRADES, GATES, OWNERSHIP, LIFECYCLE, CLOCKS, RELATIONS] = [1, 2, 4, 8, 16, 32, 64] as const

/** How the value of an input is read from a case, and the bits of the tracks that it depends on. */
interface Read {
  readonly tracks: number
  readonly value: (state: Case, policy: Policy) => FactValue | undefined
}

const from = (tracks: number, value: Read["value"]): Read => ({ tracks, value })

const fixed: Readonly<Record<FixedInput, Read>> = {
  kind: from(FEEDBACK, (c) => c.feedback.understanding?.kind),
  category: from(FEEDBACK, (c) => c.feedback.understanding?.category),
  "category.department": from(FEEDBACK, (c, p) => categoryOf(c, p)?.department),
  emotion: from(FEEDBACK, (c) => c.feedback.understanding?.emotion ?? "unmoved"),
  confidence: from(FEEDBACK, (c) => c.feedback.understanding?.confidence),
  channel: from(FEEDBACK, (c) => c.feedback.receipt?.channel),
  score: from(FEEDBACK, (c) => c.feedback.receipt?.score),
  anonymous: from(FEEDBACK, (c) => c.feedback.receipt?.customer === undefined),
  received: from(FEEDBACK, (c) => c.feedback.receipt?.receivedAt),
  "happened-at": from(FEEDBACK, (c) => c.feedback.receipt?.happenedAt),
  "hoped-for-by": from(FEEDBACK, (c) => c.feedback.receipt?.hopedForBy),
  "same-matter.contacts": from(FEEDBACK, (c) => c.feedback.contacts.contacts),
  "same-matter.unanswered": from(FEEDBACK, (c) => c.feedback.contacts.unanswered),
  "same-problem.customers": from(RELATIONS, (c) => c.relations.problem?.customers ?? 1),
  "same-problem.cases": from(RELATIONS, (c) => c.relations.problem?.cases ?? 1),
  "departments.count": from(FEEDBACK | OWNERSHIP, (c, p) => departments(c, p).length),
  handovers: from(OWNERSHIP, (c) => c.ownership.hops),
  reopened: from(LIFECYCLE, (c) => c.lifecycle.reopened),
  "names-owner": from(OWNERSHIP, (c) => c.ownership.named.includes(c.ownership.owner)),
  cause: from(FEEDBACK, (c) => c.feedback.cause),
  satisfaction: from(LIFECYCLE, (c) => c.lifecycle.satisfaction)
}

const categoryOf = (state: Case, policy: Policy) => {
  const name = state.feedback.understanding?.category
  return name === undefined ? undefined : policy.categories.get(name)
}

/** Returns the departments of every category whose words the customer used. */
export const departments = (state: Case, policy: Policy): readonly string[] => {
  const { department: asked } = state.ownership
  const found = asked === undefined ? [] : [asked]
  const hits = state.feedback.understanding?.hits ?? []
  if (hits.length > 0) {
    const named = new Set(hits.map(({ category }) => category))
    for (const { name, department } of policy.bundle.dictionary.categories)
      if (department !== undefined && named.has(name) && !found.includes(department)) found.push(department)
  }
  const own = categoryOf(state, policy)?.department
  if (own !== undefined && !found.includes(own)) found.push(own)
  return found
}

/** An input, with a function that returns its code for a case. */
interface Reader {
  readonly tracks: number
  readonly code: (state: Case) => number
}

const readerOf = (policy: Policy, source: InputSource, type: FactType): Reader => {
  switch (source._tag) {
    case "Level": {
      const { dimension } = source
      const code = (state: Case): number => {
        const grade = state.grades[dimension]
        return grade === undefined ? Number.NaN : (encode(type, grade.level) ?? UNKNOWN)
      }
      return { tracks: GRADES, code }
    }
    case "GateState":
      return gateReader(policy, source.gate, ({ status }) => encode(type, status), encode(type, "not-needed"))
    case "Conclusion":
      return gateReader(policy, source.gate, ({ evidence }, rule) =>
        encode(type, Conclusion.offered(rule, evidence?.decision) ?? "")
      )
    case "Fixed":
      return reader(policy, type, fixed[source.name])
    case "Signal": {
      const { signal } = source
      return reader(
        policy,
        type,
        from(FEEDBACK, (c) => c.feedback.understanding?.signals.includes(signal) ?? false)
      )
    }
    case "ClockState": {
      const { clock } = source
      return reader(
        policy,
        type,
        from(CLOCKS, (c) => Clock.stateOf(c.clocks[clock]))
      )
    }
    case "CategoryDefault": {
      const { dimension } = source
      return reader(
        policy,
        type,
        from(FEEDBACK, (c, p) => categoryOf(c, p)?.defaults[dimension])
      )
    }
    case "Fact":
      return reader(policy, type, factNamed(policy, source.fact))
    case "Since":
      return sinceReader(policy, source.date)
  }
}

const reader = (policy: Policy, type: FactType, { tracks, value }: Read): Reader => {
  const encoded = encoder(type, policy.zone)
  const code = (state: Case): number => {
    const found = value(state, policy)
    return found === undefined ? UNKNOWN : (encoded(found) ?? UNKNOWN)
  }
  return { tracks, code }
}

/** Reads the value of a settled gate. `absent` is the value for a gate that the loop of the case does not have. */
const gateReader = (
  policy: Policy,
  name: string,
  said: (state: Gate.GateState, rule: Partial<GateRule>) => number | undefined,
  absent: number = UNKNOWN
): Reader => {
  const code = (caseState: Case): number => {
    const state = caseState.gates[name]
    const rule =
      caseState.lifecycle.loop === undefined ? undefined : policy.loops.get(caseState.lifecycle.loop)?.gates.get(name)
    if (state === undefined) return rule === undefined ? absent : Number.NaN
    return Gate.isSettled(state) ? (said(state, rule ?? {}) ?? UNKNOWN) : Number.NaN
  }
  return { tracks: GATES | LIFECYCLE, code }
}

/** Reads how long ago a date was. A date in the future has no such value. */
const sinceReader = (policy: Policy, name: string): Reader => {
  const isField = name === "happened-at" || name === "hoped-for-by"
  const { value } = isField && !Object.hasOwn(policy.bundle.facts, name) ? fixed[name] : factNamed(policy, name)
  const encoded = encoder({ _tag: "Date" }, policy.zone)
  const dayOf = (at: number): number => Math.floor(toLocal(at, policy.zone) / DAY)
  const code = (state: Case): number => {
    const date = value(state, policy)
    const at = date === undefined ? undefined : encoded(date)
    const { receipt } = state.feedback
    return (
      (at === undefined || receipt === undefined ? undefined : between(dayOf(at), dayOf(receipt.receivedAt))) ?? UNKNOWN
    )
  }
  return { tracks: FEEDBACK, code }
}

const factNamed = (policy: Policy, name: string): Read => {
  const declared = policy.bundle.facts[name]
  return from(FEEDBACK, (state) => {
    const value = state.feedback.facts[name] ?? declared?.default
    return declared?.kind === "date" && value === "received" ? state.feedback.receipt?.receivedAt : value
  })
}

/** The readers of a policy's inputs, by slot. */
interface Readers {
  readonly all: readonly Reader[]
  /**
   * The slots of the inputs that depend on any of some tracks, by the bits of these tracks. Filled when first needed.
   */
  readonly reading: Map<number, readonly number[]>
}

const readers = new WeakMap<Policy, Readers>()

const readersOf = (policy: Policy): Readers => {
  const known = readers.get(policy)
  if (known !== undefined) return known
  const all = policy.bundle.inputs.flatMap(({ type }, slot) => {
    const source = policy.sources[slot]
    return source === undefined ? [] : [readerOf(policy, source, type)]
  })
  const made = { all, reading: new Map<number, readonly number[]>() }
  readers.set(policy, made)
  return made
}

const slotsReading = ({ all, reading }: Readers, tracks: number): readonly number[] => {
  const known = reading.get(tracks)
  if (known !== undefined) return known
  const slots = all.flatMap((one, slot) => ((one.tracks & tracks) === 0 ? [] : [slot]))
  reading.set(tracks, slots)
  return slots
}

/** Returns a new vector of all inputs of the policy for a case. */
export const inputs = (policy: Policy, state: Case): number[] => readersOf(policy).all.map(({ code }) => code(state))

/** Returns the input vector of facts alone, without a case. All other inputs are unknown. */
export const ofFacts = ({ bundle, sources, zone }: Policy, facts: Facts): Inputs =>
  bundle.inputs.map(({ type }, slot) => {
    const source = sources[slot]
    if (source?._tag !== "Fact") return Number.NaN
    const value = facts[source.fact] ?? bundle.facts[source.fact]?.default
    return (value === undefined ? undefined : encode(type, value, zone)) ?? UNKNOWN
  })

/** The input vector of a case, with the state and the policy from which it was read. */
export interface SeenVector {
  readonly policy: Policy
  readonly of: Case
  readonly vector: Inputs
}

/**
 * Returns the vector of a later state. Only inputs of changed tracks are read again; without one it is the same object.
 */
export const again = (seen: SeenVector, state: Case): SeenVector => {
  const { policy } = seen
  const changed = changes(seen.of, state)
  if (changed === 0) return { policy, of: state, vector: seen.vector }
  const known = readersOf(policy)
  let vector: number[] | undefined
  for (const slot of slotsReading(known, changed)) {
    const now = (known.all[slot] as Reader).code(state)
    if (Object.is(now, seen.vector[slot])) continue
    vector ??= [...seen.vector]
    vector[slot] = now
  }
  return { policy, of: state, vector: vector ?? seen.vector }
}

const changes = (a: Case, b: Case): number =>
  (a.feedback === b.feedback ? 0 : FEEDBACK) |
  (a.relations === b.relations ? 0 : RELATIONS) |
  (a.grades === b.grades ? 0 : GRADES) |
  (a.gates === b.gates ? 0 : GATES) |
  (a.ownership === b.ownership ? 0 : OWNERSHIP) |
  (a.lifecycle === b.lifecycle ? 0 : LIFECYCLE) |
  (a.clocks === b.clocks ? 0 : CLOCKS)

const latest = new WeakMap<Case, SeenVector>()

/** Returns the vector kept for a state; undefined if no step of this policy in this process led to the state. */
export const kept = (policy: Policy, state: Case): SeenVector | undefined => {
  const seen = latest.get(state)
  return seen?.policy === policy ? seen : undefined
}

/** Keeps the vector of a state for the next decision, as long as the state is in memory. */
export const keep = (seen: SeenVector): void => void latest.set(seen.of, seen)
