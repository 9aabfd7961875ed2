/**
 * Finds whether a key of a scenario file has an effect, by comparing the results with it and without it or with
 * another value.
 */
import { existsSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import type { Bundle } from "@hearback/core"
import { format, type People, readPeople, readScenarioHead, readScenarios, type Scenario } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { type Document, parseDocument } from "yaml"
import { languageOf } from "../../../../policy/src/outline/Outline.ts"
import { readFile } from "../../../../policy/src/shape/Check.ts"
import { type File, files } from "../../../../policy/test/format/Files.ts"
import { keysIn, occurrencesIn } from "../../../../policy/test/outline/Keys.ts"
import { play } from "../../../src/testing/scenario/act/Act.ts"
import { runScenario } from "../../../src/testing/scenario/ScenarioRun.ts"
import { makeWorld } from "../../../src/testing/virtual/World.ts"

/** The policy and the people with which a scenario is tried. */
export interface Setting {
  readonly bundle: Bundle.Bundle
  readonly people: People
}

/** Returns the cases, the sent messages and the refusals after a scenario. */
export const record = async (scenario: Scenario.Scenario, { bundle, people }: Setting): Promise<string> => {
  const world = await makeWorld({ bundle, people, at: scenario.steps[0]?.at ?? 0 })
  const names = new Map<string, string>()
  const all: unknown[] = []
  for (const [n, step] of scenario.steps.entries()) {
    await world.travel(step.at)
    all.push(step.at, await play(world, names, step.act, `${n}`))
    await world.settle()
  }
  for (const [name, id] of names) all.push(name, (await world.engine.cases.load(id)).state)
  all.push(world.sent)
  await world.engine.store.close()
  return JSON.stringify(all)
}

/** Returns whether every expectation of a scenario is met. */
const isMet = async (scenario: Scenario.Scenario, { bundle, people }: Setting): Promise<boolean> =>
  (await runScenario(scenario, bundle, people)).steps.every(({ expectations }) => expectations.every(({ ok }) => ok))

/**
 * Returns the result of a scenario. An expectation has an effect if the scenario fails by it; any other key if the
 * cases differ.
 */
export const outcomeOf = async (
  scenario: Scenario.Scenario | undefined,
  setting: Setting,
  isExpectation: boolean
): Promise<string> => {
  if (scenario === undefined) return "not read"
  return isExpectation ? `${await isMet(scenario, setting)}` : `${scenario.title} ${await record(scenario, setting)}`
}

const bundles = new Map<string, Bundle.Bundle | undefined>()
const bundleAt = (path: string): Bundle.Bundle | undefined => {
  if (!bundles.has(path)) bundles.set(path, existsSync(path) ? compileFile(path).bundle : undefined)
  return bundles.get(path)
}

/** Returns the policy and the people of a scenario file; undefined if its policy has errors. */
const settingOf = ({ path, text }: Pick<File, "path" | "text">): Setting | undefined => {
  const head = readScenarioHead({ path, text })
  const policy = resolve(dirname(path), head.policy?.path ?? "none")
  const bundle = bundleAt(policy)
  if (bundle === undefined) return undefined
  const beside =
    head.people === undefined ? join(dirname(policy), "people.yaml") : resolve(dirname(path), head.people.path)
  const text_ = existsSync(beside) ? readFileSync(beside, "utf8") : "hearback: 1\n"
  const { people } = readPeople({ path: beside, text: text_ }, bundle)
  return people === undefined ? undefined : { bundle, people }
}

/** Puts the steps of `given` before those of the scenario. */
const plainly = (id: string): string => id.replace(/^Given\./, "ScenarioStep.")

/** Every key of a scenario, once. */
export const keysOfScenarios: readonly string[] = [...new Set(keysIn("scenario").map(plainly))]

/** How often a key is changed before it needs a scenario of its own. */
const most = 6

type Path = readonly (string | number)[]

/**
 * Yields the file without the key, without its step, and with other values of the key. Removing an expectation proves
 * nothing, so it is negated instead.
 */
const changesOf = (document: Document, path: Path, others: readonly unknown[]): readonly Document[] => {
  const after = (change: (changed: Document) => void): Document => {
    const changed = document.clone() as Document
    change(changed)
    return changed
  }
  const shown = (value: unknown): string => JSON.stringify(value ?? null)
  const now = shown(document.getIn(path))
  const values = [...new Map(others.map((other) => [shown(other), other]))].filter(([value]) => value !== now)
  const set = values.slice(0, 3).map(([, other]) => after((changed) => changed.setIn(path, other)))
  if (!path.includes("expect"))
    return [after((changed) => changed.deleteIn(path)), ...set, after((changed) => changed.deleteIn(path.slice(0, -1)))]
  return path.includes("measures") || path.includes("answers")
    ? [after((changed) => changed.setIn(path, { not: changed.getIn(path) })), ...set]
    : set
}

/** Returns a file with only its scenario `n`, because reading the others again for every change takes longest. */
const alone = (text: string, n: number): Document => {
  const document = parseDocument(text)
  document.set("scenarios", document.createNode([document.getIn(["scenarios", n])]))
  return document
}

/** Returns a file with English keys. */
const inEnglish = ({ path, text }: File): Pick<File, "path" | "text"> => ({
  path,
  text: format({ path, text }, { keys: "en" }).text ?? text
})

/** Returns the keys that have an effect in some scenario of the repository. */
export const actingInRepository = async (): Promise<ReadonlySet<string>> => {
  const language = languageOf("scenario")
  const [acting, tried] = [new Set<string>(), new Map<string, number>()]
  for (const given of files.filter(({ path }) => path.endsWith(".scenario.yaml")).map(inEnglish)) {
    const { tree } = readFile({ path: given.path, text: given.text }, "scenario")
    const setting = settingOf(given)
    // A table is read as the scenarios of its rows, which are not in the file.
    if (tree === undefined || setting === undefined || given.text.includes(" examples:")) continue
    const document = parseDocument(given.text)
    const read = (text: string) => readScenarios({ path: given.path, text }, setting.bundle, setting.people)
    const documents = new Map<number, Document>()
    const outcomes = new Map<string, Promise<string>>()
    const scenarioOf = (text: string) => {
      const { scenarios, diagnostics } = read(text)
      // A finding would be a difference that proves nothing.
      return scenarios.length === 1 && !diagnostics.some(({ level }) => level === "error") ? scenarios[0] : undefined
    }
    const found = occurrencesIn(language, tree, language.root).map((one) => ({ ...one, id: plainly(one.id) }))
    for (const { id, path } of found) {
      const n = path[1]
      if (acting.has(id) || typeof n !== "number" || (tried.get(id) ?? 0) >= most) continue
      const isExpectation = path.includes("expect")
      const one = documents.get(n) ?? alone(given.text, n)
      documents.set(n, one)
      const others = found.filter((other) => other.id === id && other.path !== path)
      const changes = changesOf(
        one,
        ["scenarios", 0, ...path.slice(2)],
        others.map((other) => document.getIn(other.path))
      )
      // A key with one value in a file has no other value there.
      if (changes.length === 0) continue
      tried.set(id, (tried.get(id) ?? 0) + 1)
      const name = `${n} ${isExpectation}`
      const usual = outcomes.get(name) ?? outcomeOf(scenarioOf(String(one)), setting, isExpectation)
      outcomes.set(name, usual)
      for (const changed of changes) {
        const scenario = scenarioOf(String(changed))
        if (scenario === undefined || (await outcomeOf(scenario, setting, isExpectation)) === (await usual)) continue
        acting.add(id)
        break
      }
    }
  }
  return acting
}
