/** The scenarios of a file, each of which can be run alone, as a test of any runner. */
import type { Diagnostic } from "@hearback/policy"
import * as Shape from "../../call/Shape.ts"
import { loadScenarios } from "./ScenarioFile.ts"
import type { ScenarioResult } from "./ScenarioResult.ts"
import { type RunOptions, runScenario } from "./ScenarioRun.ts"

/** A scenario, or one row of its examples, for a test runner. */
export interface RunnableScenario extends Pick<ScenarioResult, "title" | "place" | "example"> {
  /** Runs the scenario. */
  run(options?: RunOptions): Promise<ScenarioResult>
}

/** A scenario file that was read: its scenarios and its findings. */
export interface RunnableFile {
  /** The path of the scenario file. */
  readonly file: string
  /** The findings in the scenario file, its people file and its policy. */
  readonly diagnostics: readonly Diagnostic[]
  /** The paths of all files that decide the results, the scenario file first. */
  readonly reads: readonly string[]
  /** The scenarios that could be read. */
  readonly scenarios: readonly RunnableScenario[]
}

/** Reads a scenario file. Errors in it, its policy or its people file are returned as findings, never thrown. */
export const scenariosOf = (file: string): RunnableFile => {
  Shape.checkValue("the scenario file", file, Shape.name)
  const loaded = loadScenarios(file)
  const { diagnostics, reads, bundle, people } = loaded
  if (bundle === undefined) return { file, diagnostics, reads, scenarios: [] }
  const scenarios = loaded.scenarios.map((scenario): RunnableScenario => {
    const { title, place, example } = scenario
    const run = (options?: RunOptions): Promise<ScenarioResult> => runScenario(scenario, bundle, people, options)
    return { title, place, ...(example && { example }), run }
  })
  return { file, diagnostics, reads, scenarios }
}
