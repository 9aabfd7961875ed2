/** Every key of people files and scenario files is read: the lists come from the schemas. */
import { existsSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { parseDocument } from "yaml"
import type { Bundle } from "../../src/bundle/Bundle.ts"
import { compileFile } from "../../src/node.ts"
import { languageOf } from "../../src/outline/Outline.ts"
import type { People } from "../../src/people/People.ts"
import { readPeople } from "../../src/people/Read.ts"
import { readScenarioHead, readScenarios } from "../../src/scenario/Read.ts"
import { readFile } from "../../src/shape/Check.ts"
import { keysOf } from "../../src/vocabulary/KeyLanguage.ts"
import { bundleOf, head } from "../compile/Sample.ts"
import { files } from "../format/Files.ts"
import { keysIn, occurrencesIn } from "./Keys.ts"

/** How often a key is taken out before a file of its own is asked for. */
const most = 8

/** What a file comes to, places aside: a key that is taken out moves those of the lines below it. */
const shown = (value: unknown): string =>
  JSON.stringify(value, (name, each) => (name === "place" || name === "span" || name === "file" ? undefined : each))

interface Tried {
  readonly text: string
  readonly outcome: (text: string) => string
}

const everyone: People = { people: [], customers: {} }

const bundles = new Map<string, Bundle | undefined>()
const bundleAt = (path: string): Bundle | undefined => {
  if (!bundles.has(path)) bundles.set(path, existsSync(path) ? compileFile(path).bundle : undefined)
  return bundles.get(path)
}

const scenarioFiles: readonly Tried[] = files
  .filter(({ path }) => path.endsWith(".scenario.yaml"))
  .flatMap(({ path, text }) => {
    const named = readScenarioHead({ path, text })
    const policy = resolve(dirname(path), named.policy?.path ?? "none")
    const bundle = bundleAt(policy)
    if (bundle === undefined) return []
    const beside =
      named.people === undefined ? join(dirname(policy), "people.yaml") : resolve(dirname(path), named.people.path)
    const people = existsSync(beside)
      ? readPeople({ path: beside, text: readFileSync(beside, "utf8") }, bundle).people
      : undefined
    const outcome = (changed: string) => {
      const read = readScenarios({ path, text: changed }, bundle, people ?? everyone)
      const first = readScenarioHead({ path, text: changed })
      return shown([read.scenarios, read.diagnostics.map(({ code }) => code), first.policy?.path, first.people?.path])
    }
    return [{ text, outcome }]
  })

const peopleFiles: readonly Tried[] = files
  .filter(({ path }) => /people\.yaml$/.test(path))
  .flatMap(({ path, text }) => {
    const policy = files.find((one) => dirname(one.path) === dirname(path) && one.path.endsWith(".policy.yaml"))
    const bundle = bundleAt(policy?.path ?? "none")
    if (bundle === undefined) return []
    const outcome = (changed: string) => {
      const { people, diagnostics } = readPeople({ path, text: changed }, bundle)
      return shown([people, diagnostics.map(({ code }) => code)])
    }
    return [{ text, outcome }]
  })

const acting = (kind: "people" | "scenario", all: readonly Tried[]): ReadonlySet<string> => {
  const language = languageOf(kind)
  const [found, tried] = [new Set<string>(), new Map<string, number>()]
  for (const { text, outcome } of all) {
    const { tree, file } = readFile({ path: "x.yaml", text }, kind)
    if (tree === undefined || keysOf(file) !== "en") continue
    const whole = outcome(text)
    for (const { id, path } of occurrencesIn(language, tree, language.root)) {
      const count = tried.get(id) ?? 0
      if (found.has(id) || count >= most) continue
      tried.set(id, count + 1)
      const document = parseDocument(text)
      document.deleteIn(path)
      if (outcome(String(document)) !== whole) found.add(id)
    }
  }
  return found
}

const shop = bundleOf(
  `${head}customers: { consent: { surveys: { ask: "May we?", lasts: 6 months } } }
events: [delivered]
channels: { survey: { mode: active, ask-after: delivered, question: "How was it?", scale: [1, 3], consent: surveys } }
`
)
const staff = "agent-7: { roles: [agent, manager] }, boris: { roles: [supervisor] }"
const { people: beside } = readPeople(
  { path: "people.yaml", text: `hearback: 1\npeople: { ${staff} }\ncustomers: { C-17: { name: Ann } }\n` },
  shop
)

type Probe = readonly [without: string, within: string]

/** Keys of a person, or of a customer, that no people file of the repository has. */
const person = (keys: string): Probe => [
  "people: { ann: { roles: [agent] }, boris: { roles: [supervisor] } }",
  `people: { ann: { roles: [agent], ${keys} }, boris: { roles: [supervisor] } }`
]
const customer = (keys: string): Probe => ["customers: { C-17: {} }", `customers: { C-17: { ${keys} } }`]

const ofPeople: Readonly<Record<string, Probe>> = {
  "Person.address": person("address: ann@example.com"),
  "Person.contact": person('contact: "020 7946"'),
  "Person.delegates": person("delegates: { to: boris, until: 2026-12-01 }"),
  "Delegation.roles": [
    "people: { ann: { roles: [agent, manager], delegates: { to: boris, until: 2026-12-01 } }, boris: { roles: [supervisor] } }",
    "people: { ann: { roles: [agent, manager], delegates: { to: boris, until: 2026-12-01, roles: [agent] } }, boris: { roles: [supervisor] } }"
  ],
  "Customer.address": customer("address: c@example.com"),
  "Customer.consent": customer("consent: [surveys]")
}

/** Keys of a step that submits, and steps behind it. */
const submit = (without: string, within: string): Probe => [
  `{ at: 2026-11-16 09:40, submit: A, channel: web, verbatim: hm, ${without} }`,
  `{ at: 2026-11-16 09:40, submit: A, channel: web, verbatim: hm, ${within} }`
]
const who = (keys: string): Probe => submit("customer: { id: C-17 }", `customer: { id: C-17, ${keys} }`)
const then = (without: string, within: string): Probe => {
  const first = "{ at: 2026-11-16 09:40, submit: A, channel: web, verbatim: hm, customer: C-17 }"
  return [`${first}, { at: 2026-11-16 10:00${without} }`, `${first}, { at: 2026-11-16 10:00, ${within} }`]
}
const measured = (measure: string, cell: string): Probe => then("", `expect: { measures: { ${measure}: ${cell} } }`)

const ofScenarios: Readonly<Record<string, Probe>> = {
  "CustomerOfCase.id": submit("customer: { name: Ann }", "customer: { id: C-17, name: Ann }"),
  "CustomerOfCase.name": who("name: Ann"),
  "CustomerOfCase.address": who("address: a@example.com"),
  "CustomerOfCase.language": who("language: zh-CN"),
  "ScenarioStep.description": submit("by: agent-7", "by: agent-7, description: a"),
  "ScenarioStep.happened-at": submit("by: agent-7", "by: agent-7, happened-at: 2026-11-15"),
  "ScenarioStep.where": submit("by: agent-7", "by: agent-7, where: here"),
  "ScenarioStep.hoped-for-by": submit("by: agent-7", "by: agent-7, hoped-for-by: tomorrow"),
  "ScenarioStep.opt-out": then("", "opt-out: C-17"),
  "ScenarioStep.publish": then(
    ", pass: A.told, by: agent-7, result: done",
    "pass: A.told, by: agent-7, result: done, publish: yes"
  ),
  "ScenarioStep.waive": then("", "waive: A.told, by: agent-7, reason: why"),
  "MeasuresExpected.nps": measured("nps", '">= 0"'),
  "MeasuresExpected.recurred": measured("recurred", '"<= 5%"'),
  "MeasuresExpected.spot-check-failed": measured("spot-check-failed", '"<= 5%"'),
  "MeasuresExpected.prevention-on-time": measured("prevention-on-time", '">= 5%"'),
  "MeasuresExpected.prevention-effective": measured("prevention-effective", '">= 5%"'),
  "Not.not": [measured("nps", '">= 0"')[1], measured("nps", '{ not: ">= 0" }')[1]]
}

/** What stands before a scenario is read as its steps are. */
const plainly = (id: string): string => id.replace(/^Given\./, "ScenarioStep.")

describe.each([
  ["people", peopleFiles, ofPeople],
  ["scenario", scenarioFiles, ofScenarios]
] as const)("every key of a %s file", (kind, all, probes) => {
  it("F-C24 · is read", () => {
    const found = new Set([...acting(kind, all)].map(plainly))
    const keys = keysIn(kind).map(plainly)
    expect(keys.filter((id) => !found.has(id) && probes[id] === undefined)).toEqual([])
    expect(Object.keys(probes).filter((id) => !keys.includes(id))).toEqual([])
  })

  it.each(Object.entries(probes))("F-C24 · %s is read in a file of its own", (_, [without, within]) => {
    const outcome = (text: string): string =>
      kind === "people"
        ? shown(readPeople({ path: "p.yaml", text: `hearback: 1\n${text}\n` }, shop))
        : shown(
            readScenarios(
              { path: "s.yaml", text: `hearback: 1\npolicy: p.yaml\nscenarios: [{ scenario: s, steps: [${text}] }]\n` },
              shop,
              beside ?? everyone
            )
          )
    expect(outcome(within)).not.toBe(outcome(without))
  })
})
