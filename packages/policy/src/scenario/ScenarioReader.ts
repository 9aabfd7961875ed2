/**
 * Reads a scenario file as scenarios that can be run.
 *
 * Errors, each at its place and with a guess at the intended word: names that neither the policy, the people file nor
 * an earlier step declares; arguments that a verb does not take or lacks; steps that go back in time.
 */
import type { Bundle } from "@hearback/core"
import { defined } from "@hearback/core"
import type { Diagnostic } from "../diagnostic/Diagnostic.ts"
import { settle } from "../diagnostic/Report.ts"
import { sentenceOf, wordOf } from "../people/Context.ts"
import type { People } from "../people/People.ts"
import { readFile } from "../shape/Check.ts"
import { entriesOf, entryOf, get, isMap, itemsOf, type Node } from "../source/Node.ts"
import type { Span } from "../source/SourceFile.ts"
import { type ScenarioContext, scenarioContextOf, spotOf, writtenOf } from "./Context.ts"
import { isIdle } from "./Expectations.ts"
import type { Scenario, ScenarioAct } from "./Scenario.ts"
import { stepOf } from "./Step.ts"

interface Source {
  readonly path: string
  readonly text: string | Uint8Array
}

/** The scenarios of a file with the findings about it. */
export interface ScenariosRead {
  /** The scenarios without an error. */
  readonly scenarios: readonly Scenario[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Named {
  readonly path: string
  readonly span: Span
}

/** The policy and the people to which a scenario file belongs. */
export interface ScenarioHead {
  /** The policy file that is tested, relative to the scenario file, and the place where it is named. */
  readonly policy?: Named
  /** The people file; absent: `people.yaml` beside the policy. */
  readonly people?: Named
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads to which policy and people a scenario file belongs. */
export const readScenarioHead = (file: Source): ScenarioHead => {
  const { tree, diagnostics } = readFile(file, "scenario")
  const [policy, people] = [namedOf(get(tree, "policy")), namedOf(get(tree, "people"))]
  return defined({ policy, people, diagnostics })
}

const namedOf = (node: Node | undefined): Named | undefined => {
  const path = wordOf(node)?.trim()
  return node === undefined || path === undefined ? undefined : { path, span: node.span }
}

/** Reads the scenarios of a file with its policy and people. */
export const readScenarios = (file: Source, bundle: Bundle.Bundle, people: People): ScenariosRead => {
  const { tree, diagnostics } = readFile(file, "scenario")
  if (tree === undefined) return { scenarios: [], diagnostics }
  const told: Diagnostic[] = []
  const all = entryOf(tree, "scenarios")
  if (all !== undefined) isIdle({ ...scenarioContextOf(bundle, people, diagnostics), told }, all)
  const scenarios = itemsOf(all?.value).flatMap((node) => {
    const context = scenarioContextOf(bundle, people, diagnostics)
    const found = scenarioOf(context, node)
    told.push(...context.told)
    return context.told.some(({ level }) => level === "error") || found === undefined ? [] : [found]
  })
  return { scenarios, diagnostics: settle([...diagnostics, ...told]) }
}

const scenarioOf = (context: ScenarioContext, node: Node): Scenario | undefined => {
  if (!isMap(node)) return undefined
  const stepsEntry = entryOf(node, "steps")
  if (stepsEntry !== undefined) isIdle(context, stepsEntry)
  const steps: ScenarioAct[] = []
  let before: number | undefined
  for (const item of [...itemsOf(get(node, "given")), ...itemsOf(get(node, "steps"))]) {
    const step = stepOf(context, item, before)
    if (step === undefined) continue
    before = step.at
    steps.push(step)
  }
  const title = entryOf(node, "scenario")
  const examples = entryOf(node, "examples")
  if (examples !== undefined) isIdle(context, examples)
  // A table of examples was already expanded, so each of its rows is a scenario.
  const [row] = itemsOf(examples?.value)
  const example = row && Object.fromEntries(entriesOf(row).map(({ key, value }) => [key.text, writtenOf(value)]))
  const place = spotOf(row?.span ?? title?.value.span ?? node.span)
  return defined({ title: sentenceOf(title?.value) ?? "", place, steps, example })
}
