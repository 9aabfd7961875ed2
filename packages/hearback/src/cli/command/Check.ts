/** `check`: reports all faults of policies at once. */
import { dirname, join } from "node:path"
import type { Diagnostic } from "@hearback/policy"
import { changes } from "../file/Changes.ts"
import { findPolicy, mustExist, shortPath } from "../file/Paths.ts"
import { diffText } from "../policy/Diff.ts"
import {
  counted,
  type Format,
  findingsText,
  formats,
  forTool,
  isToolFormat,
  notMended,
  plainFindings,
  seenFrom
} from "../policy/Findings.ts"
import { checkedFile, findingsBeside, isAboutPolicy, policyOf } from "../policy/PolicyFiles.ts"
import { type Mended, repair } from "../policy/Repair.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { cannotRun, isCannotRun } from "../program/Fault.ts"
import type { CheckedPolicy } from "../question/PolicyPage.ts"
import { writtenText } from "../simulate/AnswerFile.ts"
import { makePaint } from "../terminal/Paint.ts"

/** The command `check`. */
export const command: CommandSpec = {
  name: "check",
  arguments: [{ name: "policy", many: true }],
  options: [
    { flag: "--format", value: "format", choices: formats },
    { flag: "--fix" },
    { flag: "--fail-on", value: "level", choices: ["error", "warning", "never"] },
    { flag: "--watch" },
    { flag: "--html", value: "file" }
  ],
  run: async (request, context) => await (request.has("watch") ? watch : check)(request, context)
}

const check = async (request: Request, context: CommandContext): Promise<CommandOutput> => {
  const began = performance.now()
  const format = (request.one("format") ?? "pretty") as Format
  const paths = pathsOf(request, context)
  const mended = request.has("fix") ? paths.flatMap((path) => repair(path, context)) : []
  const named = namedOf(request, context).filter(isAboutPolicy)
  const checked = await Promise.all(paths.map((path) => checkedPolicy(path, named, context)))
  const diagnostics = once(checked.flatMap((one) => one.diagnostics))
  const pages = await pagesOf(checked, request, context)
  const summary = { files: paths.length, ...counted(diagnostics), ms: Math.round(performance.now() - began) }
  const fails = failing(request.one("fail-on") ?? "error")
  return {
    exit: diagnostics.some(fails) ? 1 : 0,
    json: {
      summary,
      ...(request.has("fix") ? { mended: mended.map(({ path }) => path), diff: diffs(mended, makePaint(false)) } : {}),
      diagnostics: plainFindings(diagnostics, context) as unknown as Json,
      ...(pages.length > 0 && { written: pages })
    },
    pretty: () => {
      if (!isToolFormat(format))
        return (
          text(diagnostics, summary, request.has("fix") ? mended : undefined, format, context) +
          writtenText(pages, context)
        )
      const files = paths.map((path) => shortPath(path, context))
      return forTool(format, diagnostics, files, fails, context)
    }
  }
}

/** For several policies, files beside them are looked for beside each. */
const once = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(
    diagnostics.map((each) => {
      const { file, start, end } = each.primary.span
      return [JSON.stringify([each.code, file.path, start, end, each.message]), each] as const
    })
  ).values()
]

/**
 * Returns the findings of a policy and of the files that belong to it: those beside it, and those that were given.
 */
const checkedPolicy = async (
  path: string,
  named: readonly string[],
  context: CommandContext
): Promise<CheckedPolicy> => {
  const compiled = checkedFile(path, context)
  const others = compiled.bundle === undefined ? [] : await findingsBeside(path, compiled.bundle, named, context)
  const diagnostics = [...seenFrom(dirname(path), compiled.diagnostics, context), ...others]
  return { path: shortPath(path, context), diagnostics, compiled }
}

/** Writes the page if a file is given. The code that draws it is loaded only then. */
const pagesOf = async (
  checked: readonly CheckedPolicy[],
  request: Request,
  context: CommandContext
): Promise<readonly string[]> => {
  const html = request.one("html")
  return html === undefined ? [] : [(await import("../question/PolicyPage.ts")).writeCheckPage(html, checked, context)]
}

/** Returns whether a finding makes the check fail. */
const failing =
  (on: string) =>
  ({ level }: Diagnostic): boolean =>
    on !== "never" && (level === "error" || (on === "warning" && level === "warning"))

/** Returns the folders of a policy's own files, without its packs. */
const foldersOf = (path: string, context: CommandContext): readonly string[] =>
  checkedFile(path, context)
    .files.filter((file) => !file.path.startsWith("pack:"))
    .map((file) => dirname(join(dirname(path), file.path)))

/**
 * Checks, and checks again after every change of a file beside the policies, until the person interrupts it. The same
 * output is not shown again, because writing it to a file in such a folder is also a change.
 */
const watch = async (request: Request, context: CommandContext): Promise<CommandOutput> => {
  const { terminal, texts, paint, json } = context
  const format = request.one("format") ?? "pretty"
  if (json || (format !== "pretty" && format !== "compact"))
    return cannotRun({ code: "usage/watch-for-people", message: texts.fault.watchForPeople })
  const folders = pathsOf(request, context).flatMap((path) => foldersOf(path, context))
  let answer = await check(request, context)
  const show = (): void => terminal.out(`${answer.pretty()}${paint("dim", texts.report.check.watching)}\n`)
  const changed = changes(folders, terminal.interrupted)
  show()
  for await (const _ of changed) {
    const next = await check(request, context).catch(untilThere)
    const isNews = foundIn(next) !== foundIn(answer)
    answer = next
    if (!isNews) continue
    terminal.out("\n")
    show()
  }
  return { exit: answer.exit, json: {}, pretty: () => "" }
}

/** Returns the output without the duration of the check. */
const foundIn = ({ exit, json }: CommandOutput): string => JSON.stringify([exit, { ...json, summary: undefined }])

/** Returns an answer while a file is missing, because an editor removes it for a moment when it saves. */
const untilThere = (error: unknown): CommandOutput => {
  if (!isCannotRun(error)) throw error
  return { exit: 2, json: {}, pretty: () => `${error.fault.message}\n` }
}

const namedOf = (request: Request, context: CommandContext): readonly string[] =>
  request.arguments.map((path) => mustExist(findPolicy(path, context) ?? path, context))

/** Returns the policies to check: given ones, and those of a given simulation file or log mapping. */
const pathsOf = (request: Request, context: CommandContext): readonly string[] => {
  const paths = namedOf(request, context).map((path) =>
    isAboutPolicy(path) ? mustExist(policyOf(path, context) ?? path, context) : path
  )
  if (paths.length > 0) return [...new Set(paths)]
  const { fault } = context.texts
  const found = findPolicy(undefined, context)
  return found === undefined
    ? cannotRun({ code: "policy/none", message: fault.noPolicy, help: fault.noPolicyHelp })
    : [found]
}

const diffs = (mended: readonly Mended[], paint: CommandContext["paint"]): string =>
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
  /** The written file; absent if nothing was to be written. */
  mended: readonly Mended[] | undefined,
  format: Format,
  context: CommandContext
): string => {
  const { paint, texts } = context
  const { error, warning, info, files, ms } = summary
  const findings = findingsText(diagnostics, format, context, mended !== undefined)
  const first = diagnostics.find(({ level }) => level === (error > 0 ? "error" : warning > 0 ? "warning" : "info"))
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
    `${last}\n`,
    format !== "pretty" || first === undefined ? "" : `${paint("dim", texts.report.check.more(first.code))}\n`
  ].join("")
}
