/** Writes the failures of a scenario for a test: one line for each, with the line of the policy. */
import { texts } from "../../text/catalogue/Texts.ts"
import type { ScenarioFileResult, ScenarioResult } from "./ScenarioResult.ts"

/** Returns what differs from the expectations, in the language of the run; empty if nothing does. */
export const failuresOf = ({ language, steps }: ScenarioResult): readonly string[] => {
  const { line: at, found, by } = texts[language].scenario
  return steps.flatMap(({ line: ofStep, says: step, problem, because: reason, expectations }) => [
    ...(problem === undefined ? [] : [at(ofStep, step, problem) + (reason === undefined ? "" : by(reason))]),
    ...expectations
      .filter(({ ok }) => !ok)
      .map(
        ({ line, says, expected, actual, because }) =>
          at(line, says, found(expected, actual)) + (because === undefined ? "" : by(because))
      )
  ])
}

/** Returns a sentence about whether a scenario passed, followed by its failures. */
export const verdictOf = (scenario: ScenarioResult): string =>
  [texts[scenario.language].scenario.verdict(scenario.title, scenario.ok), ...failuresOf(scenario)].join("\n")

/** Returns the errors in a scenario file and the files that it names, one line each. */
export const errorsOf = (result: Pick<ScenarioFileResult, "diagnostics">): readonly string[] =>
  result.diagnostics
    .filter(({ level }) => level === "error")
    .map(({ code, message, primary: { span } }) => {
      const line = span.file.text.slice(0, span.start).split("\n").length
      return `${span.file.path}:${line}: ${code}: ${message.en}`
    })
