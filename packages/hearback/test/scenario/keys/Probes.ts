/**
 * Keys of a scenario whose effect no scenario of the repository shows: two lists of steps that differ only in the
 * key. The expectations are met with the first and not with the second.
 */
import type { Bundle } from "@hearback/core"
import { type People, readPeople } from "@hearback/policy"
import { bundleOf } from "../../../../policy/test/compile/Sample.ts"

const policy = `hearback: 1
policy: keys
language: en
extends: [pack:starter]
time-zone: Europe/London
currency: EUR
departments: { support: { contact: supervisor, head: manager }, delivery: { contact: manager, head: manager } }
events: [delivered]
channels: { survey: { mode: active, ask-after: delivered, question: "How was it?", scale: [0, 10] } }
dictionary:
  categories:
    billing: { words: [invoice], department: support, defaults: { urgency: important } }
    parcel: { words: [parcel], department: delivery, defaults: { urgency: routine } }
  signals: { lawyer: { words: [my lawyer] }, press: { words: [the press] } }
loops:
  complaint:
    system-loop:
      investigated: { needs: root-cause, after: acknowledged }
      prevented: { needs: prevention, after: investigated }
      verified: { needs: effectiveness, after: prevented, observe: 10 days }
  suggestion:
    when: { kind: suggestion }
    customer-loop:
      decided: { needs: decision, one-of: [adopted, later, declined] }
authority: { spot-check: { share: 100%, of: [compensate], by: supervisor } }
`

const staff = `hearback: 1
people:
  ann: { roles: [agent] }
  sue: { roles: [supervisor] }
  max: { roles: [manager] }
customers: { c-1: { name: Ida }, c-2: { name: Eve } }
`

/** The policy of these scenarios. */
export const bundle: Bundle.Bundle = bundleOf(policy)
const read = readPeople({ path: "people.yaml", text: staff }, bundle)
/** The people of these scenarios. */
export const people: People = read.people ?? { people: [], customers: {} }

/** Steps of a scenario in two versions. */
type Probe = readonly [one: string, other: string]

const first = "at: 2026-11-16 09:00, submit: A, by: ann, channel: email"
const submitting = (one: string, other: string): Probe => [
  `{ ${first}, verbatim: My invoice is wrong, ${one} }`,
  `{ ${first}, verbatim: My invoice is wrong, ${other} }`
]
const feedback = (keys: string): Probe => submitting("customer: c-1", `customer: c-1, ${keys}`)
const of = (one: string, other: string): Probe => submitting(`customer: { ${one} }`, `customer: { ${other} }`)
const invoice = `{ ${first}, customer: c-1, verbatim: My invoice is wrong }`
const after = (steps: string, one: string, other: string): Probe => [`${steps}, { ${one} }`, `${steps}, { ${other} }`]
const expecting = (steps: string, one: string, other: string): Probe =>
  after(steps, `at: 2026-11-30 09:00, expect: { ${one} }`, `at: 2026-11-30 09:00, expect: { ${other} }`)
const ofCase = (steps: string, one: string, other: string): Probe =>
  expecting(steps, `A: { ${one} }`, `A: { ${other} }`)
const measured = (steps: string, measure: string, one: string, other: string): Probe =>
  expecting(steps, `measures: { ${measure}: ${one} }`, `measures: { ${measure}: ${other} }`)

const rated = "{ at: 2026-11-16 09:00, submit: A, channel: survey, customer: c-1, verbatim: hm, score: 10 }"
const prevented = `${invoice}, { at: 2026-11-16 10:00, settle: A.prevented }`
const answered = `${invoice}, { at: 2026-11-16 10:00, settle: A.told }`
const verified = `${prevented}, { at: 2026-11-27 10:00, pass: A.verified, by: ann, proof: none came back }`
const given = `${invoice}, { at: 2026-11-16 10:00, compensate: A, amount: 10, by: ann, reason: why }`
const found = `${given}, { at: 2026-11-16 11:00, spot-check: A, finds: wrong, by: sue, reason: why }`
const idea = `{ ${first}, customer: c-1, verbatim: I suggest a list of prices }`
const deciding = "at: 2026-11-16 10:00, pass: A.decided, by: ann, decision: adopted, reason: why"

/** For each key, steps in two versions. */
export const probes: Readonly<Record<string, Probe>> = {
  "CustomerOfCase.id": of("id: c-1", "id: c-2"),
  "CustomerOfCase.name": of("id: c-1", "id: c-1, name: Zoe"),
  "CustomerOfCase.address": of("id: c-1", "id: c-1, address: zoe@example.com"),
  "CustomerOfCase.language": of("id: c-1", "id: c-1, language: zh-CN"),
  "ScenarioStep.description": feedback("description: she rang twice"),
  "ScenarioStep.where": feedback("where: at the counter"),
  "ScenarioStep.waive": after(
    invoice,
    "at: 2026-11-16 10:00",
    "at: 2026-11-16 10:00, waive: A.told, by: max, reason: why"
  ),
  "ScenarioStep.publish": after(idea, deciding, `${deciding}, publish: yes`),
  "Not.not": measured(invoice, "volume", "1", "{ not: 1 }"),
  "MeasuresExpected.nps": measured(rated, "nps", '">= 50"', '"< 50"'),
  "MeasuresExpected.recurred": measured(answered, "recurred", '"< 50%"', '">= 50%"'),
  "MeasuresExpected.spot-check-failed": measured(found, "spot-check-failed", '">= 50%"', '"< 50%"'),
  "MeasuresExpected.prevention-on-time": measured(prevented, "prevention-on-time", '">= 50%"', '"< 50%"'),
  "MeasuresExpected.prevention-effective": measured(verified, "prevention-effective", '">= 50%"', '"< 50%"'),
  "CaseExpected.signal": ofCase(invoice, "signal: none", "signal: lawyer"),
  "CaseExpected.department": ofCase(invoice, "department: support", "department: delivery")
}
