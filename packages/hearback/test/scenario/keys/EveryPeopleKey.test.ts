/**
 * Every key of a people file has an effect: with it, or with another value, the same steps lead to other cases or
 * messages.
 */
import { readPeople, readScenarios } from "@hearback/policy"
import { describe, expect, it } from "vitest"
import { bundleOf } from "../../../../policy/test/compile/Sample.ts"
import { keysIn } from "../../../../policy/test/outline/Keys.ts"
import { record } from "./Acting.ts"

const bundle = bundleOf(`hearback: 1
policy: people
language: en
extends: [pack:starter]
time-zone: Europe/London
currency: EUR
customers: { consent: { surveys: { ask: "May we?", lasts: 6 months } } }
departments: { support: { contact: supervisor, head: manager }, delivery: { contact: manager, head: manager } }
calendars: { early: { hours: { mon-fri: [06:00-10:00] } } }
facts: { tier: { one-of: [gold, plain], default: plain } }
events: [delivered]
channels: { survey: { mode: active, ask-after: delivered, question: "How was it?", scale: [0, 10], consent: surveys } }
ownership: { absent: [deputy] }
loops: { complaint: { customer-loop: { agreed: { calendar: of-owner }, confirmed: { survey: survey } } } }
messages:
  receipt: { subject: "{owner.name}", text: "{customer.name}. {owner.contact}. {owner.department}." }
`)

type Keys = Readonly<Record<string, unknown>>
interface Tried {
  readonly people?: Readonly<Record<string, Keys>> | undefined
  readonly customers?: Readonly<Record<string, Keys>> | undefined
}

const usual = {
  people: {
    ann: { name: "Ann", roles: ["agent"], department: "support" },
    ben: { name: "Ben", roles: ["agent"] },
    sue: { name: "Sue", roles: ["supervisor"] },
    max: { name: "Max", roles: ["manager"] }
  },
  customers: { "c-1": { name: "Ida" } }
} as const

/** Returns the usual people, one of whom has other keys. */
const person = (id: keyof typeof usual.people, keys: Keys): Tried => ({
  ...usual,
  people: { ...usual.people, [id]: { ...usual.people[id], ...keys } }
})
const customer = (keys: Keys): Tried => ({ ...usual, customers: { "c-1": { ...usual.customers["c-1"], ...keys } } })
const lending = (keys: Keys): Tried =>
  person("sue", { roles: ["supervisor", "manager"], delegates: { to: "ben", until: "2026-12-01", ...keys } })

const away = { away: "2026-11-16 to 2026-11-20" }

const taken = "at: 2026-11-16 09:00, submit: A, by: ann, channel: email, customer: { id: c-1 }"
const complaint = `{ ${taken}, verbatim: My invoice is wrong }, { at: 2026-11-16 10:00, settle: A.acknowledged }`
const byNobody = complaint.replace(" by: ann,", "")
const paid = (by: string, amount = 500): string =>
  `${complaint}, { at: +1 hour, compensate: A, amount: ${amount}, by: ${by}, reason: why }, { at: +1 hour }`
const served = `${complaint}, { at: +1 day, event: delivered, customer: c-1 }, { at: +1 day }`

/** Two people files, and steps with different results. */
type Probe = readonly [one: Tried, other: Tried, steps: string]

const ofAnn = (keys: Keys, steps = complaint): Probe => [usual, person("ann", keys), steps]
const ofCustomer = (keys: Keys, steps = complaint): Probe => [usual, customer(keys), steps]

const probes: Readonly<Record<string, Probe>> = {
  "File.people": [usual, { ...usual, people: undefined }, byNobody],
  "File.customers": [usual, { ...usual, customers: undefined }, complaint],
  "Person.name": ofAnn({ name: "Zoe" }),
  "Person.roles": ofAnn({ roles: ["agent", "supervisor"] }, paid("ann")),
  "Person.department": ofAnn({ department: "delivery" }),
  "Person.calendar": ofAnn({ calendar: "early" }),
  "Person.deputy": [person("ann", away), person("ann", { ...away, deputy: "ben" }), complaint],
  "Person.away": ofAnn(away, byNobody),
  "Person.delegates": [usual, person("sue", { delegates: { to: "ben", until: "2026-12-01" } }), paid("ben")],
  "Person.address": ofAnn({ address: "ann@example.com" }, byNobody),
  "Person.contact": ofAnn({ contact: "020 7946" }),
  "Person.language": ofAnn({ language: "zh-CN" }, byNobody),
  "Delegation.to": [lending({}), lending({ to: "ann" }), paid("ben")],
  "Delegation.until": [lending({}), lending({ until: "2026-11-15" }), paid("ben")],
  "Delegation.roles": [lending({}), lending({ roles: ["supervisor"] }), paid("ben", 5000)],
  "Customer.name": ofCustomer({ name: "Zoe" }),
  "Customer.language": ofCustomer({ language: "zh-CN" }),
  "Customer.address": ofCustomer({ address: "ida@example.com" }),
  "Customer.consent": ofCustomer({ consent: ["surveys"] }, served),
  "Customer.facts": ofCustomer({ facts: { tier: "gold" } })
}

/** Keys that decide nothing, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  "File.hearback": "there is one version of the language, and every other is refused"
}

describe("every key of a people file", () => {
  it("F-C24 · has an effect, or a reason why not", () => {
    const shown = [...Object.keys(probes), ...Object.keys(exceptions)]
    expect(shown.toSorted()).toEqual(keysIn("people").toSorted())
  })

  it.each(Object.entries(probes))("F-C24 · %s has an effect", async (_, [one, other, steps]) => {
    const outcomes = await Promise.all(
      [one, other].map(async (tried) => {
        const told = readPeople({ path: "people.yaml", text: JSON.stringify({ hearback: 1, ...tried }) }, bundle)
        const errors = told.diagnostics.filter(({ level }) => level === "error")
        expect(errors.map(({ message }) => message.en)).toEqual([])
        const people = told.people ?? { people: [], customers: {} }
        const text = `hearback: 1\npolicy: policy.yaml\nscenarios: [{ scenario: s, steps: [${steps}] }]\n`
        const { scenarios, diagnostics } = readScenarios({ path: "s.yaml", text }, bundle, people)
        expect(diagnostics.map(({ message }) => message.en)).toEqual([])
        return Promise.all(scenarios.map((scenario) => record(scenario, { bundle, people })))
      })
    )
    expect(outcomes[0]).toHaveLength(1)
    expect(outcomes[0]).not.toEqual(outcomes[1])
  })
})
