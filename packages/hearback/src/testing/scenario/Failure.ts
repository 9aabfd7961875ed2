/** What a test prints of a scenario that did not go as expected: one line for each, with the line of the policy. */
import type { Place } from "../../answer/Place.ts"
import type { ScenarioFileResult, ScenarioResult } from "./ScenarioResult.ts"

const frames = {
  en: {
    line: (line: number, says: string, what: string) => `line ${line}: ${says}: ${what}`,
    found: (expected: string, actual: string) => `expected ${expected}, found ${actual}`,
    by: ({ file, line, rule }: Place) => ` (${file}:${line} ${rule})`,
    verdict: (title: string, ok: boolean) => `${title} ${ok ? "holds" : "does not hold:"}`
  },
  "zh-CN": {
    line: (line: number, says: string, what: string) => `第 ${line} 行：${says}：${what}`,
    found: (expected: string, actual: string) => `预期 ${expected}，实际 ${actual}`,
    by: ({ file, line, rule }: Place) => `（${file}:${line} ${rule}）`,
    verdict: (title: string, ok: boolean) => (ok ? `${title}：符合` : `${title}：不符`)
  }
}

/** Returns what went otherwise than expected, in the language of the run; empty where nothing did. */
export const failuresOf = ({ language, steps }: ScenarioResult): readonly string[] => {
  const { line: at, found, by } = frames[language]
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

/** Returns whether a scenario holds, as a sentence, and below it what does not. */
export const verdictOf = (scenario: ScenarioResult): string =>
  [frames[scenario.language].verdict(scenario.title, scenario.ok), ...failuresOf(scenario)].join("\n")

/** Returns the errors of a scenario file and of the files that it names, as one line each. */
export const errorsOf = (result: Pick<ScenarioFileResult, "diagnostics">): readonly string[] =>
  result.diagnostics
    .filter(({ level }) => level === "error")
    .map(({ code, message, primary: { span } }) => {
      const line = span.file.text.slice(0, span.start).split("\n").length
      return `${span.file.path}:${line}: ${code}: ${message.en}`
    })
