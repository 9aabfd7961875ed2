/** `types`: writes the names of a policy as TypeScript types, or checks whether a file still has them. */
import { existsSync } from "node:fs"
import { sep } from "node:path"
import { Policy } from "@hearback/core"
import { bytesOf } from "../file/Bytes.ts"
import { absolute, shortPath } from "../file/Paths.ts"
import { compilePolicy } from "../policy/PolicyFiles.ts"
import { typesOf } from "../policy/Types.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { written } from "../simulate/AnswerFile.ts"

/** The command `types`. */
export const command: CommandSpec = {
  name: "types",
  arguments: [{ name: "policy" }],
  options: [{ flag: "--output", value: "file", required: true }, { flag: "--check" }],
  run: async (request, context) => types(request, context)
}

const types = (request: Request, context: CommandContext): CommandOutput => {
  const { path, bundle } = compilePolicy(request.arguments[0], context)
  const policy = shortPath(path, context)
  const text = typesOf(Policy.load(bundle), policy.split(sep).join("/"))
  const output = absolute(request.one("output") ?? "", context)
  const file = shortPath(output, context)
  const isCurrent = linesIn(output, context) === text
  const isCheck = request.has("check")
  if (!isCheck && !isCurrent) written(output, text, context)
  const { paint, texts } = context
  const { current, stale } = texts.report.types
  const isStale = isCheck && !isCurrent
  return {
    exit: isStale ? 1 : 0,
    json: { file, policy, content: bundle.content, current: isCurrent, written: !isCheck && !isCurrent },
    pretty: () =>
      `${paint(isStale ? "warn" : "good", isStale ? stale(file, policy) : isCurrent ? current(file) : texts.simulate.written(file))}\n`
  }
}

/** Compares texts without regard to line ends, which a checkout can change. */
const linesIn = (path: string, context: CommandContext): string | undefined =>
  existsSync(path) ? Buffer.from(bytesOf(path, context)).toString("utf8").replaceAll("\r\n", "\n") : undefined
