/** Law: a proposed scenario passes when it is run, and exercises what it claims. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readPeople } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { afterAll, expect, it } from "vitest"
import { coverageOf } from "../../src/testing/coverage/Coverage.ts"
import { generate } from "../../src/testing/coverage/GeneratedScenarios.ts"
import type { Observed } from "../../src/testing/scenario/Observations.ts"
import { runFileObserved } from "../../src/testing/scenario/ScenarioRun.ts"

const folder = mkdtempSync(join(tmpdir(), "generated-"))
afterAll(() => rmSync(folder, { recursive: true }))

const home = (name: string): string => new URL(`../../../../examples/${name}/`, import.meta.url).pathname

it("proposes scenarios that send a message, and counts none that the policy never sends", async () => {
  const bundle = compileFile(`${home("first")}first.policy.yaml`).bundle ?? expect.fail("no policy")
  const path = `${home("first")}people.yaml`
  const people = readPeople({ path, text: readFileSync(path) }, bundle).people ?? expect.fail("no people")
  const whole = coverageOf(bundle, [])
  const counted = whole.uncovered.flatMap(({ rule, part }) => (part === "sent" ? [rule.replace("messages.", "")] : []))
  expect(counted).toEqual(expect.arrayContaining(["receipt", "word-to-read", "request-denied", "handover-returned"]))
  // There is no team, sign-off, spot check or asking channel; a question is part of other messages.
  for (const never of ["team-formed", "signature-asked", "spot-check", "survey-question", "question", "quarantined"])
    expect(counted).not.toContain(never)
  const asked = ["word-to-read", "ended-early", "proposal-refused", "proposal-undecided", "request-denied"]
  const some = {
    ...whole,
    uncovered: whole.uncovered.filter(({ rule }) => asked.includes(rule.replace("messages.", "")))
  }
  const found = await generate(bundle, people, some, { most: 30, title: (n) => `s${n}` })
  expect(new Set(found.flatMap(({ covers }) => covers))).toEqual(new Set(asked.map((name) => `message ${name}`)))
}, 60_000)

it("proposes scenarios for a routine, and for each answer of a survey", async () => {
  const path = join(folder, "duties.policy.yaml")
  writeFileSync(
    path,
    `hearback: 1
policy: duties
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
facts: { resolved: yes-no, ease: { scale: [1, 5] } }
channels:
  visit:
    mode: active
    questions: { resolved: { ask: Was it put right?, required: no }, ease: { ask: How easy was it?, required: no, when: { resolved: yes } } }
    dissatisfied: { ease: "<= 2" }
  watch: { mode: routine, question: Look around., every: { mon: [10:00] }, owner: agent }
loops:
  complaint: { customer-loop: { confirmed: { survey: visit } } }
  watch: { when: { kind: routine }, system-loop: { looked: { needs: findings, within: 4 hours } } }
`
  )
  const bundle = compileFile(path).bundle ?? expect.fail("no policy")
  const text = "hearback: 1\npeople: { ann: { name: Ann, roles: [agent] }, mia: { name: Mia, roles: [manager] } }\n"
  const people = readPeople({ path: "people.yaml", text }, bundle).people ?? expect.fail("no people")
  const whole = coverageOf(bundle, [])
  const asked = ["gate loops.watch.system-loop.looked passed", "condition channels.visit.dissatisfied held"]
  const some = { ...whole, uncovered: whole.uncovered.filter(({ key }) => asked.includes(key)) }
  const found = await generate(bundle, people, some, { most: 30, title: (n) => `s${n}` })
  expect(new Set(found.flatMap(({ covers }) => covers))).toEqual(new Set(asked))
}, 60_000)

it.each(["first", "dining-reviews", "itr-service", "consumer-finance", "after-sales"])(
  "proposes for %s scenarios that pass and exercise it",
  async (name) => {
    const [policy, peopleFile] = [`${home(name)}${name}.policy.yaml`, `${home(name)}people.yaml`]
    const bundle = compileFile(policy).bundle ?? expect.fail("no policy")
    const people = readPeople({ path: peopleFile, text: readFileSync(peopleFile) }, bundle).people
    const whole = coverageOf(bundle, [])
    // Some of each kind, because all of them take a minute.
    const some = { ...whole, uncovered: whole.uncovered.filter((_, n) => n % 19 === 0) }
    const found = await generate(bundle, people ?? expect.fail("no people"), some, { most: 5, title: (n) => `s${n}` })
    expect(found.length).toBeGreaterThan(2)

    const path = join(folder, `${name}.scenario.yaml`)
    const head = `hearback: 1\npolicy: ${JSON.stringify(policy)}\npeople: ${JSON.stringify(peopleFile)}\nscenarios:\n`
    writeFileSync(path, head + found.map(({ text }) => text).join(""))
    const observed: Observed[] = []
    const result = await runFileObserved(path, {}, (one) => void observed.push(one))
    expect(result).toMatchObject({ ok: true })
    expect(observed.length).toBe(found.length)
    for (const [n, { covers }] of found.entries()) {
      const left = new Set(coverageOf(bundle, observed.slice(n, n + 1)).uncovered.map(({ key }) => key))
      expect(covers.filter((key) => left.has(key))).toEqual([])
    }
  },
  60_000
)
