/**
 * Describes a case as a person at a desk sees it, with everything that a plan may depend on: the seed, the people and
 * their hours.
 */

import type { Bundle } from "@hearback/core"
import { Instant, type Policy, Zone } from "@hearback/core"
import type { StaffMember } from "@hearback/policy"
import type { CaseView, Command } from "hearback"
import { between, chance, pick } from "./Chance.ts"
import type { Example, Reading } from "./Example.ts"
import { awake, type Hours } from "./Hours.ts"
import type { Phrases, Remedy } from "./Phrases.ts"

/** What stays the same during a run. */
export interface World {
  readonly seed: string
  readonly example: Example
  readonly policy: Policy.Policy
  readonly people: readonly StaffMember[]
  readonly hours: Hours
  readonly phrases: Phrases
  readonly readings: ReadonlyMap<number, Reading>
}

/**
 * Something that a person intends to do, unless the case has changed by then. A refused command is tried again on the
 * next working day, by the next candidate where there are several, until no tries are left.
 */
export interface Intent {
  /** Name of the intent; together with the case and the day it identifies the command permanently. */
  readonly name: string
  readonly by: readonly [string, ...string[]]
  /** Instant of the first attempt. Units: ms since 1970. */
  readonly at: number
  readonly tries: number
  /** Name of the command that `allowed` must offer; otherwise the intent waits for another day. */
  readonly needs: string
  readonly command: (attempt: number) => Command
}

type GateRule = Bundle.GateRule
type GateView = CaseView["gates"][number]

/** An open gate, with its rule in the policy and the instant at which it was opened. */
export interface OpenGate {
  readonly gate: GateView
  readonly rule: GateRule
  /** Instant at which the gate was opened. Units: ms since 1970. */
  readonly openedAt: number
}

/** A case, with the world of its run and the random numbers that belong to the case. */
export interface Situation extends World {
  readonly view: CaseView
  readonly open: readonly OpenGate[]
  /** Returns the random number in [0, 1) that belongs to a question about this case. */
  readonly roll: (question: string) => number
  /** Chooses one of the given texts for a question about this case. */
  readonly say: (question: string, words: readonly [string, ...string[]]) => string
  /** Returns the working time of a task; urgent cases take less. Units: ms; `low` and `high` in minutes. */
  readonly takes: (question: string, low: number, high: number) => number
  /** Returns the instant at which the customer acts. Units: ms since 1970; `low` and `high` in hours. */
  readonly customerAfter: (question: string, from: number, low: number, high: number) => number
  readonly withRole: (role: string) => readonly StaffMember[]
}

/** Returns the customer's name, or a placeholder for an anonymous customer. */
export const customerOf = ({ example, view }: { readonly example: Example; readonly view: CaseView }): string =>
  view.customer ?? nobody[example.language]

const nobody = { "zh-CN": "匿名客户", en: "anonymous" } as const

/** Tells whether a name is the placeholder for an anonymous customer. */
export const isAnonymous = (name: string): boolean => Object.values(nobody).some((one) => one === name)

/** Makes the situation of a case from its view. */
export const situation = (world: World, view: CaseView): Situation => {
  const { policy, people, seed } = world
  const rules = policy.loops.get(view.loop ?? "")?.gates
  const roll = (question: string): number => chance(seed, view.id, question)
  const { urgency } = world.example
  const [urgent] = policy.bundle.grading.find((one) => one.name === urgency)?.levels ?? []
  const hurry = urgent !== undefined && view.grades[urgency]?.level === urgent ? 0.4 : 1
  return {
    ...world,
    view,
    open: view.gates.flatMap((gate) => {
      const rule = rules?.get(gate.name)
      if (gate.state !== "open" || gate.openedAt === undefined || rule === undefined) return []
      return [{ gate, rule, openedAt: gate.openedAt.getTime() }]
    }),
    roll,
    say: (question, words) => pick(roll(`say ${question}`), words),
    takes: (question, low, high) => Math.round(between(roll(`takes ${question}`), low, high) * hurry) * Instant.MINUTE,
    customerAfter: (question, from, low, high) => {
      const at = from + between(roll(`after ${question}`), low, high) * Instant.HOUR
      return awake(at, Zone.offsetAt(at, policy.zone))
    },
    withRole: (role) => people.filter((person) => person.roles.includes(role))
  }
}

/** Returns the texts about a case of this category. */
export const remedyOf = ({ phrases, view }: Situation): Remedy =>
  phrases.remedies.find((one) => one.of.includes(view.category ?? "")) ?? phrases.remedies.at(-1) ?? phrases.remedies[0]

/** Returns the people's ids in an order that belongs to the case and the question, or undefined for an empty list. */
export const shuffled = (
  x: Situation,
  question: string,
  people: readonly StaffMember[]
): readonly [string, ...string[]] | undefined => {
  const [first, ...rest] = [...people]
    .sort((a, b) => x.roll(`${question} ${a.id}`) - x.roll(`${question} ${b.id}`))
    .map((one) => one.id)
  return first === undefined ? undefined : [first, ...rest]
}

type Fields = Readonly<Record<string, string>>

/** Returns the fields that a gate asks for, as far as the phrases have values for them; no `fields` where none have. */
export const fieldsFor = (x: Situation, names: readonly string[], more: Fields = {}): { readonly fields?: Fields } => {
  const known = names.flatMap((name) => {
    const words = x.phrases.fields[name]
    return words === undefined ? [] : [[name, x.say(`field ${name}`, words)] as const]
  })
  const fields = { ...Object.fromEntries(known), ...more }
  return Object.keys(fields).length === 0 ? {} : { fields }
}
