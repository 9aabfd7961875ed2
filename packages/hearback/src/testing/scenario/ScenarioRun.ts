/** Runs a scenario file step by step, with the real engine in virtual time. */
import type { Bundle } from "@hearback/core"
import { defined, Text } from "@hearback/core"
import type { People, Scenario } from "@hearback/policy"
import { placeOf } from "../../answer/Place.ts"
import * as Shape from "../../call/Shape.ts"
import { storiesOf } from "../../learning/Stories.ts"
import { texts } from "../../text/catalogue/Texts.ts"
import type { Fate } from "../virtual/Recorder.ts"
import { makeWorld, type VirtualWorld } from "../virtual/World.ts"
import { type CaseNames, play } from "./act/Act.ts"
import { type ActResult, impossible } from "./act/ActResult.ts"
import { judge } from "./Expectation.ts"
import { pathsSaid } from "./ExpectationLists.ts"
import { type Observed, observedIn, type Refused, refusedOf } from "./Observations.ts"
import { loadScenarios } from "./ScenarioFile.ts"
import type { ScenarioFileResult, ScenarioResult, StepResult } from "./ScenarioResult.ts"
import { type Snapshot, snapshotsOf } from "./Snapshot.ts"

export type { Observed }

/** The options of a run of scenarios. */
export interface RunOptions {
  /** The language of the results. Default: the language of the policy. */
  readonly language?: Bundle.Language
  /** Decides the result of sending each message. Default: all are sent. */
  readonly fate?: Fate
  /** The seed of the random numbers: the same seed makes the same case ids. Default 1. */
  readonly seed?: number
}

const optionFields: Readonly<Record<keyof RunOptions, Shape.ValueKind>> = {
  language: Shape.language,
  fate: Shape.anything,
  seed: Shape.wholeNumber
}

/** A scenario that was run. */
export interface RanScenario {
  readonly scenario: Scenario.Scenario
  readonly ok: boolean
  readonly bundle: Bundle.Bundle
  readonly people: People
}

/** Called with what each scenario left behind. */
export type Observe = (observed: Observed, ran: RanScenario) => void

/**
 * Runs every scenario of a file. Errors in the file, its policy or its people file are returned as findings, never
 * thrown.
 */
export const runScenarioFile = async (path: string, options: RunOptions = {}): Promise<ScenarioFileResult> => {
  Shape.check("runScenarioFile", options, optionFields)
  return runFileObserved(path, options, () => {})
}

/** Runs every scenario of a file, and calls `observe` with what each left behind. */
export const runFileObserved = async (
  path: string,
  options: RunOptions,
  observe: Observe
): Promise<ScenarioFileResult> => {
  const loaded = loadScenarios(path)
  const scenarios: ScenarioResult[] = []
  if (loaded.bundle !== undefined)
    for (const scenario of loaded.scenarios) {
      const { bundle, people } = loaded
      const { result, observed } = await runObserved(scenario, bundle, people, options)
      scenarios.push(result)
      observe(observed, { scenario, ok: result.ok, bundle, people })
    }
  const isSound = !loaded.diagnostics.some(({ level }) => level === "error")
  return { file: path, ok: isSound && scenarios.every(({ ok }) => ok), diagnostics: loaded.diagnostics, scenarios }
}

/** Runs one scenario on a store of its own. */
export const runScenario = async (
  scenario: Scenario.Scenario,
  bundle: Bundle.Bundle,
  people: People,
  options: RunOptions = {}
): Promise<ScenarioResult> => {
  Shape.check("runScenario", options, optionFields)
  return (await runObserved(scenario, bundle, people, options)).result
}

/** Runs one scenario, and returns its result and what it left behind. */
export const runObserved = async (
  scenario: Scenario.Scenario,
  bundle: Bundle.Bundle,
  people: People,
  options: RunOptions
): Promise<{ readonly result: ScenarioResult; readonly observed: Observed }> => {
  const { language = bundle.language, fate, seed = 1 } = options
  const at = scenario.steps[0]?.at ?? 0
  const world = await makeWorld({ bundle, people, at, seed, ...defined({ fate }) })
  const names: CaseNames = new Map()
  const [steps, refused] = [[] as StepResult[], [] as Refused[]]
  for (const [n, step] of scenario.steps.entries()) {
    const { judged, result } = await runStep(world, names, step, `${n}`, language)
    steps.push(judged)
    refused.push(...(await refusedOf(world, names, step.act, result)))
  }
  const observed = await observedIn(world, names, refused)
  await world.engine.store.close()
  const { title, place, example } = scenario
  return { result: defined({ title, place, example, ok: steps.every(({ ok }) => ok), language, steps }), observed }
}

const runStep = async (
  world: VirtualWorld,
  names: CaseNames,
  step: Scenario.ScenarioAct,
  key: string,
  language: Bundle.Language
): Promise<{ readonly judged: StepResult; readonly result: ActResult }> => {
  const [before, left] = [await versionsOf(world, names), world.sent.length]
  await world.travel(step.at)
  const result = await attempt(() => play(world, names, step.act, key))
  await world.settle()
  const nameById = new Map([...names].map(([name, id]) => [id, name]))
  const snapshot: Snapshot = {
    world,
    result,
    cases: await snapshotsOf(world, names, before),
    nameOf: (id) => nameById.get(id) ?? id,
    sent: world.sent.slice(left),
    stories: step.expect.some(({ check: { _tag } }) => _tag === "Measure" || _tag === "Answers")
      ? await storiesOf(world.engine)
      : []
  }
  const expectations = step.expect.map((expectation) => judge(snapshot, expectation, language))
  const problem = problemOf(world, result, step, language)
  const because =
    problem === undefined ? undefined : placeOf(world.policy, result.refusal?.reasons[0]?.rule ?? result.pending[0])
  const judged = {
    at: new Date(step.at),
    line: step.place.line,
    says: step.says[language],
    ok: problem === undefined && expectations.every(({ ok }) => ok),
    expectations,
    ...defined({ problem, because })
  }
  return { judged, result }
}

const versionsOf = async (world: VirtualWorld, names: CaseNames): Promise<ReadonlyMap<string, number>> => {
  const versions = new Map<string, number>()
  for (const [name, id] of names) versions.set(name, (await world.engine.cases.load(id)).state.version)
  return versions
}

/** Runs a step. An error of the engine fails this step, and the others are still shown. */
const attempt = async (act: () => Promise<ActResult>): Promise<ActResult> => {
  try {
    return await act()
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause)
    return impossible(() => what)
  }
}

/** Returns why the step could not be taken. A refusal that it expects is no reason. */
const problemOf = (
  world: VirtualWorld,
  result: ActResult,
  step: Scenario.ScenarioAct,
  language: Bundle.Language
): string | undefined => {
  const expects = (tag: "Pending" | "Rejected"): boolean => step.expect.some(({ check }) => check._tag === tag)
  if (result.impossible !== undefined) return result.impossible[language]
  if (result.rejected.length > 0 && !expects("Rejected")) {
    const place = (rule: string): string | undefined => {
      const found = placeOf(world.policy, rule)
      return found === undefined ? undefined : `${found.file}:${found.line}`
    }
    return result.refusal === undefined
      ? (result.says?.[language] ?? result.rejected.join(", "))
      : Text.refused(result.refusal, language, place)
  }
  if (result.waits === true && !expects("Pending"))
    return texts[language].scenario.pending(pathsSaid(result.pending)[language])
  return undefined
}
