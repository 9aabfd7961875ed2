import { compile, readPeople, readScenarios } from "@hearback/policy"
import { expect, it } from "vitest"
import { mutantsOf } from "../../src/testing/mutation/Mutants.ts"
import { type Held, mutate } from "../../src/testing/mutation/Mutation.ts"

const policy = `hearback: 1
policy: shop
language: en
extends: [pack:base]
time-zone: Asia/Shanghai
currency: CNY
facts: { amount: money }
channels: { web: { mode: passive } }
roles: { agent: {}, supervisor: {} }
loops: { complaint: { when: { kind: complaint }, customer-loop: { told: { needs: result, tell: answer, within: 1 working day } } } }
grading:
  urgency:
    levels: [urgent, important, routine]
    rules:
      - { when: { amount: ">= 1000" }, then: urgent }
      - { when: { amount: ">= 100" }, then: important }
      - { otherwise: routine }
authority: { limits: { agent: { compensate: { per-case: 500 } }, supervisor: { compensate: unlimited, close: all } } }
`
const people = "hearback: 1\npeople: { ann: { name: Ann, roles: [agent] }, sue: { name: Sue, roles: [supervisor] } }\n"
const bundle = () => {
  const { bundle: made, diagnostics } = compile({ root: "policy.yaml", read: () => policy })
  return made ?? expect.fail(JSON.stringify(diagnostics.map(({ message }) => message.en)))
}

const opened = (amount: number, urgency: string) =>
  `  - scenario: of ${amount}\n    steps:\n      - { at: 2026-11-16 09:00, submit: A, by: ann, channel: web, verbatim: hm, kind: inquiry, facts: { amount: ${amount} }, expect: { A: { urgency: ${urgency} } } }\n`

const survivorsOf = async (...scenarios: readonly string[]) => {
  const made = bundle()
  const staff = readPeople({ path: "people.yaml", text: people }, made).people ?? expect.fail("no people")
  const text = `hearback: 1\npolicy: policy.yaml\nscenarios:\n${scenarios.join("")}`
  const read = readScenarios({ path: "a.scenario.yaml", text }, made, staff)
  expect(read.diagnostics.map(({ message }) => message.en)).toEqual([])
  const held: readonly Held[] = read.scenarios.map((scenario) => ({ scenario, people: staff }))
  const { survivors, ...counts } = await mutate(made, held, { most: 1000 })
  const grading = survivors.filter(({ rule }) => rule.startsWith("grading."))
  return {
    counts,
    survivors,
    grading: grading.map(({ change, rule, about, place }) => `${change} ${rule} ${about ?? ""} ${place?.line}`)
  }
}

const bounds = [
  "bound grading.urgency.rules.1 amount 1000.00 CNY 15",
  "bound grading.urgency.rules.2 amount 100.00 CNY 16"
]

it("finds the changes that no scenario detects, each with its line", async () => {
  const far = await survivorsOf(opened(1200, "urgent"), opened(200, "important"), opened(5, "routine"))
  expect(far.grading).toEqual(bounds)
  // Removed and swapped rows are detected; two bounds, six gates and a limit are not.
  expect(far.counts).toEqual({ noticed: 5, tried: 14, all: 14 })
  expect(far.survivors.filter(({ change }) => change === "limit").map(({ rule }) => rule)).toEqual([
    "authority.limits.agent.compensate.per-case"
  ])
})

it("detects a bound by its first value, a row by its result, two rows by a case of both", async () => {
  const near = await survivorsOf(opened(1000, "urgent"), opened(100, "important"), opened(5, "routine"))
  expect(near.grading).toEqual([])
  const few = await survivorsOf(opened(5, "routine"))
  expect(few.grading).toEqual([
    ...bounds,
    "dropped grading.urgency.rules.1  15",
    "dropped grading.urgency.rules.2  16",
    "swapped grading.urgency.rules.1 grading.urgency.rules.2 15",
    "swapped grading.urgency.rules.2 grading.urgency.rules.3 16"
  ])
})

it("names the bounds of a score by the score, whatever the inputs of the policy are", () => {
  const scored = policy.replace(
    "channels: {",
    "channels: { poll: { mode: active, frequency: monthly, question: How?, scale: [1, 5], kind-by-score: { complaint: '< 3' } },"
  )
  const made = compile({ root: "policy.yaml", read: () => scored }).bundle ?? expect.fail("no policy")
  const found = mutantsOf(made).filter(({ rule }) => rule.startsWith("channels.poll"))
  expect(found.map(({ change, about }) => `${change} ${about ?? ""}`)).toContain("bound score 3")
})
