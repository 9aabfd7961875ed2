/** `test`: scenarios against the real engine under virtual time. */
import { dirname } from "node:path"
import type { ScenarioFileResult } from "../../testing/scenario/ScenarioResult.ts"
import { runScenarioFile } from "../../testing/scenario/ScenarioRun.ts"
import { absolute, filesBelow, mustExist, shortPath } from "../file/Paths.ts"
import { plainFindings, seenFrom } from "../policy/Findings.ts"
import type { Answer, CommandSpec, Context, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { testText } from "../render/Test.ts"

export const command: CommandSpec = {
  name: "test",
  arguments: [{ name: "files", many: true }],
  options: [],
  run: async (request, context) => {
    const began = performance.now()
    const files = filesOf(request, context)
    const results: ScenarioFileResult[] = []
    for (const file of files) {
      context.terminal.interrupted.throwIfAborted()
      context.progress.tell(
        { files: results.length, of: files.length },
        () => `${results.length}/${files.length} ${shortPath(file, context)}`
      )
      results.push(await runScenarioFile(file, { language: context.language }))
    }
    return answerOf(results, performance.now() - began, context)
  }
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
