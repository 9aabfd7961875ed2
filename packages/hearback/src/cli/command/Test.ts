/** `test`: scenarios against the real engine under virtual time, and which parts of the policy they exercise. */
import { dirname } from "node:path"
import type { Bundle } from "@hearback/core"
import { coverageOf } from "../../testing/coverage/Coverage.ts"
import type { ScenarioFileResult } from "../../testing/scenario/ScenarioResult.ts"
import { type Observed, runFileObserved } from "../../testing/scenario/ScenarioRun.ts"
import { absolute, filesBelow, mustExist, shortPath } from "../file/Paths.ts"
import { plainFindings, seenFrom } from "../policy/Findings.ts"
import type { Answer, CommandSpec, Context, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { numberOf } from "../program/Values.ts"
import { coverageText, type PolicyCoverage } from "../render/Coverage.ts"
import { testText } from "../render/Test.ts"

export const command: CommandSpec = {
  name: "test",
  arguments: [{ name: "files", many: true }],
  options: [{ flag: "--coverage" }, { flag: "--min", value: "n" }],
  run: async (request, context) => {
    const began = performance.now()
    const files = filesOf(request, context)
    const least = leastOf(request, context)
    const results: ScenarioFileResult[] = []
    const observed = new Map<Bundle.Bundle, Observed[]>()
    for (const file of files) {
      context.terminal.interrupted.throwIfAborted()
      context.progress.tell(
        { files: results.length, of: files.length },
        () => `${results.length}/${files.length} ${shortPath(file, context)}`
      )
      const observe = (one: Observed, bundle: Bundle.Bundle): void =>
        void observed.set(bundle, [...(observed.get(bundle) ?? []), one])
      results.push(await runFileObserved(file, { language: context.language }, observe))
    }
    const tested = answerOf(results, performance.now() - began, context)
    if (!request.has("coverage") && least === undefined) return tested
    const covered = [...observed].map(([bundle, all]) => ({ policy: bundle.id, coverage: coverageOf(bundle, all) }))
    return withCoverage(tested, covered, least, context)
  }
}

/** Each policy is to be exercised by itself: one that is tested well does not speak for another. */
const withCoverage = (
  tested: Answer,
  covered: readonly PolicyCoverage[],
  least: number | undefined,
  context: Context
): Answer => {
  const isLow = least !== undefined && covered.some(({ coverage }) => coverage.percent < least)
  const coverage = covered.map((one) => plain(one))
  return {
    exit: isLow ? 1 : tested.exit,
    json: { ...tested.json, coverage },
    pretty: () => [tested.pretty(), ...covered.map((one) => coverageText(one, least, context))].join("\n")
  }
}

const plain = ({ policy, coverage: { covered, all, percent, kinds, uncovered } }: PolicyCoverage): Json => {
  const listed = uncovered.map(({ kind, part, rule, about, place }) => ({ kind, part, rule, about, place }))
  return JSON.parse(JSON.stringify({ policy, covered, all, percent, kinds, uncovered: listed })) as Json
}

const leastOf = (request: Request, context: Context): number | undefined => {
  const least = numberOf(request, "min", context)
  if (least === undefined || (least >= 0 && least <= 100)) return least
  return cannotRun({
    code: "usage/bad-number",
    message: context.texts.fault.badNumber("--min", request.one("min") ?? ""),
    expected: context.texts.coverage.share
  })
}

const filesOf = (request: Request, context: Context): readonly string[] => {
  const { fault } = context.texts
  const named = request.arguments.length === 0 ? ["."] : request.arguments
  return named.flatMap((name) => {
    const path = mustExist(absolute(name, context), context)
    const found = filesBelow(path, ".scenario.yaml")
    return found.length > 0
      ? found
      : cannotRun({
          code: "test/no-scenarios",
          message: fault.noScenarios(shortPath(path, context)),
          expected: fault.noScenariosExpected
        })
  })
}

const answerOf = (results: readonly ScenarioFileResult[], ms: number, context: Context): Answer => {
  const scenarios = results.flatMap((file) => file.scenarios)
  const failed = scenarios.filter(({ ok }) => !ok).length
  const summary = {
    files: results.length,
    scenarios: scenarios.length,
    passed: scenarios.length - failed,
    failed,
    ms: Math.round(ms)
  }
  const files = results.map(({ file, ok, diagnostics, scenarios: run }) => ({
    file: shortPath(file, context),
    ok,
    diagnostics: plainFindings(seenFrom(dirname(file), diagnostics, context), context),
    scenarios: run
  }))
  return {
    exit: results.every(({ ok }) => ok) ? 0 : 1,
    json: { summary, files: JSON.parse(JSON.stringify(files)) as Json },
    pretty: () => testText(results, summary, context)
  }
}
