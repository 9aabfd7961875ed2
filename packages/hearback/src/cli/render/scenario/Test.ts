/**
 * Renders scenarios as a list. For a failing one, it shows each failing step: the expected and the actual value, and
 * the deciding line.
 */
import { dirname } from "node:path"
import type { ScenarioFileResult, ScenarioResult } from "../../../testing/scenario/ScenarioResult.ts"
import { shortPath } from "../../file/Paths.ts"
import { findingsText, seenFrom } from "../../policy/Findings.ts"
import type { CommandContext } from "../../program/Command.ts"
import { placeText } from "../../terminal/Places.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { wordFor } from "../../text/Words.ts"

type StepResult = ScenarioResult["steps"][number]

/** Renders the results of scenarios. */
export const testText = (
  results: readonly ScenarioFileResult[],
  { passed, failed, ms }: { readonly passed: number; readonly failed: number; readonly ms: number },
  context: CommandContext
): string => {
  const { paint, texts } = context
  const blocks = results.map((result) => fileText(result, context))
  // A scenario that cannot be read is not run, so it neither fails nor passes.
  const broken = results.filter(({ diagnostics }) => diagnostics.some(({ level }) => level === "error")).length
  const summary = texts.report.test.summary(passed, failed, broken, ms)
  return `${blocks.join("\n")}\n${paint(failed + broken === 0 ? "good" : "bad", summary)}\n`
}

const fileText = ({ file, diagnostics, scenarios }: ScenarioFileResult, context: CommandContext): string => {
  const shown = shortPath(file, context)
  const findings = findingsText(seenFrom(dirname(file), diagnostics, context), "pretty", context)
  return [
    context.paint("strong", shown),
    ...scenarios.flatMap((scenario) => scenarioLines(scenario, shown, context)),
    ...(findings === "" ? [] : [findings.trimEnd()]),
    ""
  ].join("\n")
}

const scenarioLines = (scenario: ScenarioResult, file: string, context: CommandContext): readonly string[] => {
  const { title, ok, steps, example, place } = scenario
  const { paint } = context
  if (ok) return [`  ${paint("good", "✓")} ${title}`]
  const wrong = steps.flatMap((step) => (step.ok ? [] : stepLines(step, file, context)))
  // The steps are the same for every row.
  const row = example === undefined ? "" : `  ${paint("dim", `${file}:${place.line}`)}`
  return [`  ${paint("bad", "✗")} ${paint("strong", title)}${row}`, ...wrong]
}

/** Returns the words of states and outcomes in the reader's language. */
const wordsAbout = (what: string, { word }: CommandContext["texts"]): Readonly<Record<string, string>> => {
  const [, part] = /\.(clocks|gates|loops|missed-because|outcome|kind)(?:\.|$)/.exec(what) ?? []
  switch (part) {
    case "clocks":
      return word.clockState
    case "gates":
      return word.gateState
    case "loops":
      return word.loopState
    case "missed-because":
      return word.because
    case "outcome":
      return word.outcome
    case "kind":
      return word.kind
  }
  return {}
}

const stepLines = (
  { says, line, problem, because, expectations }: StepResult,
  file: string,
  { paint, texts, terminal }: CommandContext
): readonly string[] => {
  const { expected, actual } = texts.report.test
  const said = (what: string, is: string): string => {
    const about = wordFor(wordsAbout(what, texts), is)
    return about === is ? wordFor(texts.word.absent, is) : about
  }
  const rows = expectations
    .filter((each) => !each.ok)
    .map((each) => [
      each.says,
      paint("good", `${expected} ${said(each.what, each.expected)}`),
      paint("bad", `${actual} ${said(each.what, each.actual)}`),
      paint("dim", [`${file}:${each.line}`, placeText(each.because)].filter((part) => part !== "").join("  "))
    ])
  const shown = says === "" ? "…" : says
  return [
    `    ${shown}  ${paint("dim", `${file}:${line}`)}`,
    ...(problem === undefined ? [] : [`      ${paint("bad", problem)}  ${paint("dim", placeText(because))}`.trimEnd()]),
    ...tableLines([{}, {}, {}, {}], rows, { indent: 6, within: tableWidth(terminal) })
  ]
}
