/** `docs`: writes a page that explains a policy to people who do not know the language. */
import { dirname } from "node:path"
import { absolute, findPolicy, mustExist, shortPath } from "../file/Paths.ts"
import { policyPageOf } from "../page/policy/PolicyPage.ts"
import { seenFrom } from "../policy/Findings.ts"
import { broken, checkedFile } from "../policy/PolicyFiles.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { shownOf } from "../question/PolicyPage.ts"
import { written, writtenText } from "../simulate/AnswerFile.ts"

/** The command `docs`. */
export const command: CommandSpec = {
  name: "docs",
  arguments: [{ name: "policy" }],
  options: [{ flag: "--output", value: "file", required: true }],
  run: async (request, context) => docs(request, context)
}

const docs = (request: Request, context: CommandContext): CommandOutput => {
  const { fault } = context.texts
  const found = findPolicy(request.arguments[0], context)
  if (found === undefined) return cannotRun({ code: "policy/none", message: fault.noPolicy, help: fault.noPolicyHelp })
  const path = mustExist(found, context)
  const compiled = checkedFile(path, context)
  const diagnostics = seenFrom(dirname(path), compiled.diagnostics, context)
  const shown = shownOf(compiled, diagnostics) ?? broken(path, diagnostics, context)
  const file = written(absolute(request.one("output") ?? "", context), policyPageOf(shown, context), context)
  const { content } = shown.policy.bundle
  return {
    exit: 0,
    json: { policy: shortPath(path, context), content, written: [file] },
    pretty: () => writtenText([file], context)
  }
}
