/** `test`: scenarios against the real engine under virtual time, and which parts of the policy they exercise. */
import { dirname } from "node:path"
import type { Bundle } from "@hearback/core"
import type { People } from "@hearback/policy"
import { type Coverage, coverageOf } from "../../testing/coverage/Coverage.ts"
import { type Generated, generate } from "../../testing/coverage/Generated.ts"
import type { ScenarioFileResult } from "../../testing/scenario/ScenarioResult.ts"
import { type Observe, type Observed, runFileObserved } from "../../testing/scenario/ScenarioRun.ts"
import { absolute, filesBelow, mustExist, shortPath } from "../file/Paths.ts"
import { plainFindings, seenFrom } from "../policy/Findings.ts"
import type { Answer, CommandSpec, Context, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { numberOf } from "../program/Values.ts"
import { coverageText, type PolicyCoverage, proposalFor } from "../render/Coverage.ts"
import { testText } from "../render/Test.ts"

export const command: CommandSpec = {
  name: "test",
  arguments: [{ name: "files", many: true }],
  options: [{ flag: "--coverage" }, { flag: "--min", value: "n" }, { flag: "--propose" }],
  run: async (request, context) => {
    const began = performance.now()
    const files = filesOf(request, context)
    const least = leastOf(request, context)
    const results: ScenarioFileResult[] = []
    const observed = new Map<Bundle.Bundle, Exercised>()
    for (const file of files) {
      context.terminal.interrupted.throwIfAborted()
      context.progress.tell(
        { files: results.length, of: files.length },
        () => `${results.length}/${files.length} ${shortPath(file, context)}`
      )
      const observe: Observe = (one, bundle, people) =>
        void observed.set(bundle, { people, all: [...(observed.get(bundle)?.all ?? []), one] })
      results.push(await runFileObserved(file, { language: context.language }, observe))
    }
    const tested = answerOf(results, performance.now() - began, context)
    if (!request.has("coverage") && !request.has("propose") && least === undefined) return tested
    const covered: PolicyCoverage[] = []
    for (const [bundle, { people, all }] of observed) {
      const coverage = coverageOf(bundle, all)
      const proposed = request.has("propose") ? await proposedFor(bundle, people, coverage, context) : []
      covered.push({ policy: bundle.id, coverage, proposed })
    }
    return withCoverage(tested, covered, least, context)
  }
}

/** What the scenarios of one policy left behind, with the people of the last of them. */
interface Exercised {
  readonly people: People
  readonly all: readonly Observed[]
}

/** More proposals than this are not tried for one policy. */
const most = 400

const proposedFor = (
  bundle: Bundle.Bundle,
  people: People,
  coverage: Coverage,
  { terminal, progress, texts }: Context
): Promise<readonly Generated[]> =>
  generate(bundle, people, coverage, {
    most,
    title: texts.coverage.proposal,
    signal: terminal.interrupted,
    tell: (tried) => progress.tell({ tried }, () => texts.coverage.progress(tried))
  })

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

const plain = ({ policy, coverage: { covered, all, percent, kinds, uncovered }, proposed }: PolicyCoverage): Json => {
  const listed = uncovered.map(({ key, kind, part, rule, about, place }) => {
    const scenario = proposalFor(proposed, key)
    return { kind, part, rule, about, place, scenario }
  })
  const scenarios = proposed.map(({ text }) => text)
  return JSON.parse(JSON.stringify({ policy, covered, all, percent, kinds, uncovered: listed, scenarios })) as Json
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
