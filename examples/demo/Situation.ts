/** A case as somebody at a desk sees it, with everything that a plan may depend on: the seed, the people, the hours. */

import type { Bundle } from "@hearback/core"
import { Instant, type Policy, Zone } from "@hearback/core"
import type { StaffMember } from "@hearback/policy"
import type { CaseView, Command } from "hearback"
import { between, chance, pick } from "./Chance.ts"
import type { Example, Reading } from "./Example.ts"
import { awake, type Hours } from "./Hours.ts"
import type { Phrases, Remedy } from "./Phrases.ts"

/** What stays the same through a run. */
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
 * Something that somebody means to do, unless the case has moved on by then. What is refused is tried again the next
 * working day, by the next candidate where there are several, until the tries are used up.
 */
export interface Intent {
  /** With the case and the day it names the command for ever. */
  readonly name: string
  readonly by: readonly [string, ...string[]]
  /** Units: ms since 1970. */
  readonly at: number
  readonly tries: number
  /** What `allowed` must offer, or the intent waits for another day. */
  readonly needs: string
  readonly command: (attempt: number) => Command
}

type GateRule = Bundle.GateRule
type GateView = CaseView["gates"][number]

export interface OpenGate {
  readonly gate: GateView
  readonly rule: GateRule
  /** Units: ms since 1970. */
  readonly openedAt: number
}

export interface Situation extends World {
  readonly view: CaseView
  readonly open: readonly OpenGate[]
  /** Rolls the dice for a question about this case. */
  readonly roll: (question: string) => number
  /** Picks what is said about a question. */
  readonly say: (question: string, words: readonly [string, ...string[]]) => string
  /** Working time that a task takes; urgent cases go faster. Units: ms, of minutes given. */
  readonly takes: (question: string, low: number, high: number) => number
  /** The customer's own time. Units: instants and ms, of hours given. */
  readonly customerAfter: (question: string, from: number, low: number, high: number) => number
  readonly withRole: (role: string) => readonly StaffMember[]
}

/** The customer's name at a desk; an anonymous one has none. */
export const customerOf = ({ example, view }: { readonly example: Example; readonly view: CaseView }): string =>
  view.customer ?? nobody[example.language]

const nobody = { "zh-CN": "匿名客户", en: "anonymous" } as const

export const isAnonymous = (name: string): boolean => Object.values(nobody).some((one) => one === name)

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

/** Returns what is done about a case of this category. */
export const remedyOf = ({ phrases, view }: Situation): Remedy =>
  phrases.remedies.find((one) => one.of.includes(view.category ?? "")) ?? phrases.remedies.at(-1) ?? phrases.remedies[0]

/** Returns ids in an order that the case's own dice give, or nothing for nobody. */
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

/** Returns the fields that a gate asks for, filled as far as somebody wrote words for them; nothing where none are. */
export const fieldsFor = (x: Situation, names: readonly string[], more: Fields = {}): { readonly fields?: Fields } => {
  const known = names.flatMap((name) => {
    const words = x.phrases.fields[name]
    return words === undefined ? [] : [[name, x.say(`field ${name}`, words)] as const]
  })
  const fields = { ...Object.fromEntries(known), ...more }
  return Object.keys(fields).length === 0 ? {} : { fields }
}
