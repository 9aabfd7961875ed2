/** `check`: everything that is wrong with policies, at once. */
import { dirname } from "node:path"
import type { Diagnostic } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { findPolicy, mustExist } from "../file/Paths.ts"
import { diffText } from "../policy/Diff.ts"
import { counted, type Format, findingsText, notMended, plainFindings, seenFrom } from "../policy/Findings.ts"
import { findingsBeside, peopleBeside } from "../policy/PolicyFiles.ts"
import { type Mended, repair } from "../policy/Repair.ts"
import type { Answer, CommandSpec, Context, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { makePaint } from "../terminal/Paint.ts"

export const command: CommandSpec = {
  name: "check",
  arguments: [{ name: "policy", many: true }],
  options: [
    { flag: "--format", value: "format", choices: ["pretty", "compact", "json"] },
    { flag: "--fix" },
    { flag: "--fail-on", value: "level", choices: ["error", "warning", "never"] }
  ],
  run: async (request, context) => check(request, context)
}

const check = (request: Request, context: Context): Answer => {
  const began = performance.now()
  const paths = pathsOf(request, context)
  const mended = request.has("fix") ? paths.flatMap((path) => repair(path, context)) : []
  const diagnostics = paths.flatMap((path) => {
    const { bundle, diagnostics: found } = compileFile(path, {
      today: today(context),
      ...peopleBeside(path, context)
    })
    const others = bundle === undefined ? [] : findingsBeside(path, bundle, context)
    return [...seenFrom(dirname(path), found, context), ...others]
  })
  const summary = { files: paths.length, ...counted(diagnostics), ms: Math.round(performance.now() - began) }
  const failOn = request.one("fail-on") ?? "error"
  const isNo = failOn !== "never" && (summary.error > 0 || (failOn === "warning" && summary.warning > 0))
  return {
    exit: isNo ? 1 : 0,
    json: {
      summary,
      ...(request.has("fix") ? { mended: mended.map(({ path }) => path), diff: diffs(mended, makePaint(false)) } : {}),
      diagnostics: plainFindings(diagnostics, context) as unknown as Json
    },
    pretty: () =>
      text(
        diagnostics,
        summary,
        request.has("fix") ? mended : undefined,
        (request.one("format") ?? "pretty") as Format,
        context
      )
  }
}

const pathsOf = (request: Request, context: Context): readonly string[] => {
  if (request.arguments.length > 0)
    return request.arguments.map((path) => mustExist(findPolicy(path, context) ?? path, context))
  const { fault } = context.texts
  const found = findPolicy(undefined, context)
  return found === undefined
    ? cannotRun({ code: "policy/none", message: fault.noPolicy, help: fault.noPolicyHelp })
    : [found]
}

const today = ({ terminal }: Context): string => new Date(terminal.now()).toISOString().slice(0, 10)

const diffs = (mended: readonly Mended[], paint: Context["paint"]): string =>
  mended.map(({ path, before, after }) => diffText(path, before, after, paint)).join("")

const text = (
  diagnostics: readonly Diagnostic[],
  summary: {
    readonly files: number
    readonly error: number
    readonly warning: number
    readonly info: number
    readonly ms: number
  },
  /** Absent: nothing was to be written. */
  mended: readonly Mended[] | undefined,
  format: Format,
  context: Context
): string => {
  const { paint, texts } = context
  const { error, warning, info, files, ms } = summary
  const findings = findingsText(diagnostics, format, context, mended !== undefined)
  const left = mended === undefined ? 0 : notMended(diagnostics)
  const last =
    diagnostics.length === 0
      ? paint("good", texts.report.check.clean(files, ms))
      : paint(error > 0 ? "bad" : warning > 0 ? "warn" : "accent", texts.report.check.counts(error, warning, info))
  return [
    diffs(mended ?? [], paint),
    ...(mended ?? []).map(({ path }) => `${texts.report.check.fixed(path)}\n`),
    findings,
    findings !== "" && format === "pretty" ? "\n" : "",
    left === 0 ? "" : `${paint("warn", texts.report.check.left(left))}\n`,
    `${last}\n`
  ].join("")
}
