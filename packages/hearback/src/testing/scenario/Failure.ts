/** What a test prints of a scenario that did not go as expected: one line for each, with the line of the policy. */
import type { Place } from "../../answer/Place.ts"
import type { ScenarioFileResult, ScenarioResult } from "./ScenarioResult.ts"

const by = (because: Place | undefined): string =>
  because === undefined ? "" : ` (${because.file}:${because.line} ${because.rule})`

/** Returns what went otherwise than expected; empty where nothing did. */
export const failuresOf = (scenario: ScenarioResult): readonly string[] =>
  scenario.steps.flatMap((step) => [
    ...(step.problem === undefined ? [] : [`line ${step.line}: ${step.says}: ${step.problem}${by(step.because)}`]),
    ...step.expectations
      .filter(({ ok }) => !ok)
      .map(
        ({ line, what, expected, actual, because }) =>
          `line ${line}: ${what}: expected ${expected}, found ${actual}${by(because)}`
      )
  ])

/** Returns the errors of a scenario file and of the files that it names, as one line each. */
export const errorsOf = (result: Pick<ScenarioFileResult, "diagnostics">): readonly string[] =>
  result.diagnostics
    .filter(({ level }) => level === "error")
    .map(({ code, message, primary: { span } }) => {
      const line = span.file.text.slice(0, span.start).split("\n").length
      return `${span.file.path}:${line}: ${code}: ${message.en}`
    })
