/** `fmt`: formats policies, scenarios and people files; their meaning stays the same. */
import { writeFileSync } from "node:fs"
import { basename, dirname } from "node:path"
import { type Diagnostic, format, type KeyLanguage } from "@hearback/policy"
import { flattenFile } from "@hearback/policy/node"
import { bytesOf, unwritable } from "../file/Bytes.ts"
import { absolute, filesBelow, findPolicy, isFolder, mustExist, shortPath } from "../file/Paths.ts"
import { findingsText, plainFindings, seenFrom } from "../policy/Findings.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"

/** The command `fmt`. */
export const command: CommandSpec = {
  name: "fmt",
  arguments: [{ name: "files", many: true }],
  options: [{ flag: "--check" }, { flag: "--keys", value: "language", choices: ["zh-CN", "en"] }, { flag: "--flat" }],
  run: async (request, context) => (request.has("flat") ? flat(request, context) : fmt(request, context))
}

const keysOf = (request: Request): { readonly keys?: KeyLanguage } => {
  const keys = request.one("keys")
  return keys === "en" || keys === "zh-CN" ? { keys } : {}
}

const fmt = (request: Request, context: CommandContext): CommandOutput => {
  const began = performance.now()
  const isCheck = request.has("check")
  const done = filesOf(request, context).map((path) => {
    // A formatted file is written in the newest version of the language.
    const formatted = format({ path: shortPath(path, context), text: bytesOf(path, context) }, keysOf(request))
    if (formatted.isChanged && formatted.text !== undefined && !isCheck) write(path, formatted.text, context)
    return formatted
  })
  const changed = done.filter(({ isChanged }) => isChanged).map(({ file }) => file.path)
  // Warnings are reported only by `check`.
  const errors = done.flatMap(({ text, diagnostics }) =>
    text === undefined ? diagnostics.filter(({ level }) => level === "error") : []
  )
  const failed = done.filter(({ text }) => text === undefined).length
  const summary = {
    files: done.length,
    changed: changed.length,
    failed,
    ms: Math.round(performance.now() - began)
  }
  return {
    exit: failed > 0 || (isCheck && changed.length > 0) ? 1 : 0,
    json: { summary, changed, diagnostics: plainFindings(errors, context) as unknown as Json },
    pretty: () => text(changed, errors, summary, isCheck, context)
  }
}

/**
 * Returns the files to format. A given file is formatted whatever its name is; in a folder, only files with usual
 * names.
 */
const filesOf = (request: Request, context: CommandContext): readonly string[] => {
  const named = request.arguments.length === 0 ? ["."] : request.arguments
  return named.flatMap((name) => {
    const path = mustExist(absolute(name, context), context)
    return isFolder(path) ? filesBelow(path, ".yaml").filter((file) => ours.test(basename(file))) : [path]
  })
}

const ours = /^(?:.+\.(?:policy|part|scenario|simulation|mapping)|people(?:\..+)?|.+\.people|policy|hearback)\.yaml$/

const write = (path: string, text: string, context: CommandContext): void => {
  try {
    writeFileSync(path, text)
  } catch (error) {
    unwritable(path, error, context)
  }
}

const text = (
  changed: readonly string[],
  errors: readonly Diagnostic[],
  { files, failed }: { readonly files: number; readonly failed: number },
  isCheck: boolean,
  context: CommandContext
): string => {
  const { paint, texts } = context
  const { fmt: words } = texts.report
  const findings = findingsText(errors, "pretty", context)
  const last = words.counts(files, changed.length, failed, isCheck)
  return [
    ...changed.map((path) => `${isCheck ? words.wouldChange(path) : words.changed(path)}\n`),
    findings,
    findings === "" ? "" : "\n",
    `${paint(failed > 0 ? "bad" : isCheck && changed.length > 0 ? "warn" : "good", last)}\n`
  ].join("")
}

const flat = (request: Request, context: CommandContext): CommandOutput => {
  const { fault } = context.texts
  const [named] = request.arguments
  const path = findPolicy(named, context)
  if (path === undefined) return cannotRun({ code: "policy/none", message: fault.noPolicy, help: fault.noPolicyHelp })
  const { text: whole, diagnostics } = flattenFile(mustExist(path, context), keysOf(request))
  const found = seenFrom(dirname(path), diagnostics, context)
  return {
    exit: whole === undefined ? 1 : 0,
    json: { text: whole ?? null, diagnostics: plainFindings(found, context) as unknown as Json },
    pretty: () => whole ?? findingsText(found, "pretty", context)
  }
}
