/** `test`: runs scenarios with the real engine in virtual time, and shows which parts of the policy they exercise. */
import { dirname } from "node:path"
import type { Bundle } from "@hearback/core"
import type { People } from "@hearback/policy"
import { type Coverage, coverageOf } from "../../testing/coverage/Coverage.ts"
import { type Generated, generate } from "../../testing/coverage/GeneratedScenarios.ts"
import { type Exercised, exercise } from "../../testing/coverage/ScenarioCoverage.ts"
import { mutate } from "../../testing/mutation/Mutation.ts"
import type { ScenarioFileResult } from "../../testing/scenario/ScenarioResult.ts"
import { absolute, filesBelow, mustExist, shortPath } from "../file/Paths.ts"
import { plainFindings, seenFrom } from "../policy/Findings.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { countOf, numberOf, refuse } from "../program/Values.ts"
import { coverageText, proposalFor, type ShownCoverage } from "../render/scenario/Coverage.ts"
import { mutationText, type PolicyMutation } from "../render/scenario/Mutation.ts"
import { testText } from "../render/scenario/Test.ts"

/** The command `test`. */
export const command: CommandSpec = {
  name: "test",
  arguments: [{ name: "files", many: true }],
  options: [
    { flag: "--coverage" },
    { flag: "--min", value: "n" },
    { flag: "--propose" },
    { flag: "--mutate" },
    { flag: "--most", value: "n" }
  ],
  run: async (request, context) => {
    const began = performance.now()
    const files = filesOf(request, context)
    const least = leastOf(request, context)
    if (!request.has("mutate")) refuse(["most"], "without", "mutate", request, context)
    const { results, exercised } = await exercise(files, { language: context.language }, (file, done) => {
      context.terminal.interrupted.throwIfAborted()
      context.progress.tell(
        { files: done, of: files.length },
        () => `${done}/${files.length} ${shortPath(file, context)}`
      )
    })
    const asked = answerOf(results, performance.now() - began, context)
    const tested = request.has("mutate") ? await withMutants(asked, exercised, request, context) : asked
    if (!request.has("coverage") && !request.has("propose") && least === undefined) return tested
    const covered: ShownCoverage[] = []
    for (const [bundle, { people, all }] of exercised) {
      const coverage = coverageOf(bundle, all)
      const proposed = request.has("propose") ? await proposedFor(bundle, people, coverage, context) : []
      covered.push({ policy: bundle.id, bundle, coverage, proposed })
    }
    return withCoverage(tested, covered, least, context)
  }
}

/** The number of mutants. Each passing scenario runs on each mutant, so there are few unless more are requested. */
const usual = 100

const withMutants = async (
  tested: CommandOutput,
  exercised: ReadonlyMap<Bundle.Bundle, Exercised>,
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const { terminal, progress, texts } = context
  const most = countOf(request, "most", context) ?? usual
  const found: PolicyMutation[] = []
  for (const [bundle, { held }] of exercised) {
    const tell = (tried: number, of: number): void =>
      progress.tell({ tried, of }, () => texts.mutation.progress(tried, of))
    found.push({ policy: bundle.id, ...(await mutate(bundle, held, { most, tell, signal: terminal.interrupted })) })
  }
  return {
    ...tested,
    json: { ...tested.json, mutation: JSON.parse(JSON.stringify(found)) as Json },
    pretty: () => [tested.pretty(), ...found.map((one) => mutationText(one, context))].join("\n")
  }
}

/** The most proposals that are tried for one policy. */
const most = 400

const proposedFor = (
  bundle: Bundle.Bundle,
  people: People,
  coverage: Coverage,
  { terminal, progress, texts }: CommandContext
): Promise<readonly Generated[]> =>
  generate(bundle, people, coverage, {
    most,
    title: texts.coverage.proposal,
    signal: terminal.interrupted,
    tell: (tried) => progress.tell({ tried }, () => texts.coverage.progress(tried))
  })

/** Tests each policy separately: a well-tested policy says nothing about another. */
const withCoverage = (
  tested: CommandOutput,
  covered: readonly ShownCoverage[],
  least: number | undefined,
  context: CommandContext
): CommandOutput => {
  const isLow = least !== undefined && covered.some(({ coverage }) => coverage.percent < least)
  const coverage = covered.map((one) => plain(one))
  return {
    exit: isLow ? 1 : tested.exit,
    json: { ...tested.json, coverage },
    pretty: () => [tested.pretty(), ...covered.map((one) => coverageText(one, least, context))].join("\n")
  }
}

const plain = ({ policy, coverage: { covered, all, percent, kinds, uncovered }, proposed }: ShownCoverage): Json => {
  const listed = uncovered.map(({ key, kind, part, rule, about, place }) => {
    const scenario = proposalFor(proposed, key)
    return { kind, part, rule, about, place, scenario }
  })
  const scenarios = proposed.map(({ text }) => text)
  return JSON.parse(JSON.stringify({ policy, covered, all, percent, kinds, uncovered: listed, scenarios })) as Json
}

const leastOf = (request: Request, context: CommandContext): number | undefined =>
  numberOf(request, "min", context, {
    fits: (value) => value >= 0 && value <= 100,
    expected: context.texts.coverage.share
  })

const filesOf = (request: Request, context: CommandContext): readonly string[] => {
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

const answerOf = (results: readonly ScenarioFileResult[], ms: number, context: CommandContext): CommandOutput => {
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
