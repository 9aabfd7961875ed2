/** The scenarios of a file, each to be run by itself: as tests of any runner. */
import type { Diagnostic } from "@hearback/policy"
import * as Shape from "../../call/Shape.ts"
import { loadScenarios } from "./ScenarioFile.ts"
import type { ScenarioResult } from "./ScenarioResult.ts"
import { type RunOptions, runScenario } from "./ScenarioRun.ts"

/** A scenario, or a row of its examples, that a test runner may run. */
export interface RunnableScenario extends Pick<ScenarioResult, "title" | "place" | "example"> {
  run(options?: RunOptions): Promise<ScenarioResult>
}

/** A scenario file that was read: its scenarios and its findings. */
export interface RunnableFile {
  readonly file: string
  /** Findings in the scenario file, its people file and its policy. */
  readonly diagnostics: readonly Diagnostic[]
  /** The files that the scenarios stand on, the scenario file first; a change of one may change what comes of them. */
  readonly reads: readonly string[]
  /** Those that can be read. */
  readonly scenarios: readonly RunnableScenario[]
}

/** Reads a scenario file. Errors in it, its policy or its people are findings and are not thrown. */
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
