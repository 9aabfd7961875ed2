/** What people ask of the loop in the simulation: feedback, and commands on cases, each with its own key. */
import type { Person } from "@hearback/engine"
import type { ActorReference, Command, Feedback } from "hearback"
import type { Chance } from "./Chance.ts"

/** A call of a person. */
export type Order =
  | { readonly key: string; readonly kind: "submit"; readonly feedback: Feedback; readonly by?: ActorReference }
  | {
      readonly key: string
      readonly kind: "command"
      readonly case: string
      readonly command: Command
      readonly by: ActorReference
      /** The step of the case's course. */
      readonly step?: number
    }

/** The people of the simulation. */
export const staff: readonly Person[] = [
  { id: "ann", name: "Ann", roles: ["agent"], address: "ann@example.com" },
  { id: "ben", name: "Ben", roles: ["agent"], address: "ben@example.com" },
  { id: "sue", name: "Sue", roles: ["supervisor"], address: "sue@example.com" },
  { id: "max", name: "Max", roles: ["manager"], address: "max@example.com" }
]

/** The customers of the simulation. */
export const customers = {
  "c-1": { name: "Ida", address: "ida@example.net" },
  "c-2": { name: "Jon", address: "jon@example.net" },
  "c-3": { name: "Kay", address: "kay@example.net" }
} as const

const complaints = [
  "The invoice is wrong again",
  "You charged twice for one month",
  "The parcel never arrived. Unacceptable.",
  "It came damaged",
  "I am disappointed by your answer"
]

/** Returns random feedback. */
export const submission = (chance: Chance, key: string): Order => {
  const id = chance.pick(Object.keys(customers))
  const feedback = { channel: chance.pick(["email", "phone", "web"]), verbatim: `${chance.pick(complaints)} (${key})` }
  return {
    key,
    kind: "submit",
    feedback: chance.isOneIn(8) ? feedback : { ...feedback, customer: id },
    ...(chance.isOneIn(2) ? { by: { id: "ann" } } : {})
  }
}

type Given = readonly [by: "owner" | "customer" | "supervisor" | "other", command: Command]

/** The commands that bring a case to its end, step by step. */
const way: readonly Given[] = [
  ["owner", { do: "take-up" }],
  ["owner", { do: "pass", gate: "acknowledged" }],
  ["owner", { do: "pass", gate: "agreed", proposal: "a new invoice" }],
  ["customer", { do: "reply", says: "agree" }],
  ["owner", { do: "pass", gate: "corrected", actions: [{ what: "a new invoice was sent" }] }],
  ["owner", { do: "act-done", action: 1 }],
  ["owner", { do: "pass", gate: "told", result: "the invoice is right now", shortfall: "none" }],
  ["customer", { do: "reply", says: "satisfied" }]
]

const aside = (chance: Chance, other: string, word: string): Given =>
  chance.pick<Given>([
    ["owner", { do: "compensate", amount: 30 + 10 * chance.below(8), reason: word }],
    ["owner", { do: "compensate", amount: 60, reason: word }],
    ["other", { do: "compensate", amount: 60, reason: word }],
    ["supervisor", { do: "compensate", amount: 50 * (1 + chance.below(6)), reason: word }],
    ["supervisor", { do: "approve" }],
    ["supervisor", { do: "approve" }],
    ["supervisor", { do: "deny", reason: word }],
    ["owner", { do: "note", text: word }],
    ["owner", { do: "write", text: word }],
    ["customer", { do: "write", text: word }],
    ["customer", { do: "reply", says: "dissatisfied", text: word }],
    ["owner", { do: "set", facts: { amount: chance.below(900) }, reason: word }],
    ["owner", { do: "hand-over", to: "ben", reason: word }],
    ["other", { do: "accept" }],
    ["customer", { do: "withdraw", reason: word }],
    ["supervisor", { do: "regrade", to: chance.pick(["urgent", "important", "routine"]), reason: word }],
    ["supervisor", { do: "waive", gate: chance.pick(["agreed", "told"]), reason: word }],
    ["owner", { do: "close" }],
    ["owner", { do: "merge", into: other, reason: word }],
    ["supervisor", { do: "reopen", because: "dissatisfied", reason: word }]
  ])

/** A case as people know it, with how far they have come. */
export interface Known {
  readonly id: string
  readonly owner: string
  readonly customer: string | undefined
  come: number
}

/** Returns a random command on a case. */
export const commandOn = (chance: Chance, known: readonly Known[], key: string): Order => {
  const one = chance.pick(known)
  const next = chance.isOneIn(3) ? undefined : way[one.come]
  const [by, command] = next ?? aside(chance, chance.pick(known).id, key)
  const people = { owner: { id: one.owner }, other: { id: "ben" }, supervisor: { id: chance.pick(["sue", "max"]) } }
  const actor = by === "customer" ? { customer: one.customer ?? "c-1" } : people[by]
  return { key, kind: "command", case: one.id, command, by: actor, ...(next === undefined ? {} : { step: one.come }) }
}

/**
 * Returns two grants of one person on two cases at the same time: each alone is within the limit of a month, both are
 * not.
 */
export const twoGrants = (chance: Chance, known: readonly Known[], key: string): readonly Order[] => {
  const by = { id: chance.pick(["ann", "ben"]) }
  const first = chance.below(known.length)
  return [0, 1].map((n) => ({
    key: `${key}${n === 0 ? "a" : "b"}`,
    kind: "command",
    case: (known[(first + n) % known.length] as Known).id,
    command: { do: "compensate", amount: 90, reason: key },
    by
  }))
}
