/** Runs scenario files, and collects what their scenarios exercise of each policy. */
import type { Bundle } from "@hearback/core"
import type { People } from "@hearback/policy"
import * as Shape from "../../call/Shape.ts"
import type { Observed } from "../scenario/Observations.ts"
import type { ScenarioFileResult } from "../scenario/ScenarioResult.ts"
import { type RanScenario, type RunOptions, runFileObserved } from "../scenario/ScenarioRun.ts"
import { type Coverage, coverageOf } from "./Coverage.ts"

/** What the scenarios of one policy exercised, with the people of the last one. */
export interface Exercised {
  readonly people: People
  readonly all: readonly Observed[]
  /** The scenarios that passed. */
  readonly held: readonly RanScenario[]
}

/** Runs files one after the other; `before` is called before each. */
export const exercise = async (
  files: readonly string[],
  options: RunOptions,
  before: (file: string, done: number) => void = () => {}
): Promise<{
  readonly results: readonly ScenarioFileResult[]
  readonly exercised: ReadonlyMap<Bundle.Bundle, Exercised>
}> => {
  const results: ScenarioFileResult[] = []
  const exercised = new Map<Bundle.Bundle, Exercised>()
  for (const file of files) {
    before(file, results.length)
    const result = await runFileObserved(file, options, (one, ran) => {
      const { all, held } = exercised.get(ran.bundle) ?? { all: [], held: [] }
      exercised.set(ran.bundle, { people: ran.people, all: [...all, one], held: ran.ok ? [...held, ran] : held })
    })
    results.push(result)
  }
  return { results, exercised }
}

/** Which parts of one policy the scenarios exercise, by kind, and which they do not. */
export interface PolicyCoverage extends Omit<Coverage, "uncovered"> {
  /** The name of the policy. */
  readonly policy: string
  /** The parts that no scenario exercises, each with its line: by kind, then in the order of the policy. */
  readonly uncovered: readonly Omit<Coverage["uncovered"][number], "item" | "key">[]
}

/** The coverage of the policies of some scenario files, and whether every scenario holds. */
export interface ScenarioCoverage {
  readonly files: readonly ScenarioFileResult[]
  /** The coverage of each policy, also if scenarios fail. */
  readonly policies: readonly PolicyCoverage[]
}

/** Runs scenario files and returns which parts of their policies they exercise, as `hearback test --coverage` prints it. */
export const scenarioCoverage = async (
  files: string | readonly string[],
  options: RunOptions = {}
): Promise<ScenarioCoverage> => {
  const paths = typeof files === "string" ? [files] : files
  Shape.checkValue("the scenario files", paths, Shape.listOf(Shape.name))
  const { results, exercised } = await exercise(paths, options)
  const policies = [...exercised].map(([bundle, { all }]): PolicyCoverage => {
    const { uncovered, ...coverage } = coverageOf(bundle, all)
    return { policy: bundle.id, ...coverage, uncovered: uncovered.map(({ item: _, key: __, ...part }) => part) }
  })
  return { files: results, policies }
}
