/** Shows findings of the compiler on the command line, with paths as the person would type them. */
import { isAbsolute, join } from "node:path"
import { defined } from "@hearback/core"
import {
  type Diagnostic,
  type PlainDiagnostic,
  renderAnnotation,
  renderCompact,
  renderJunit,
  renderPretty,
  toPlain,
  toSarif
} from "@hearback/policy"
import { shortPath } from "../file/Paths.ts"
import type { CommandContext } from "../program/Command.ts"
import { version } from "../program/Version.ts"
import { isColoured } from "../terminal/Terminal.ts"

/** The formats of findings. */
export const formats = ["pretty", "compact", "json", "sarif", "github", "junit"] as const

/** One of these formats. */
export type Format = (typeof formats)[number]

/** Formats for other tools. With them, nothing else is printed. */
export type ToolFormat = "sarif" | "github" | "junit"

/** Returns whether a format is for other tools. */
export const isToolFormat = (format: Format): format is ToolFormat =>
  format === "sarif" || format === "github" || format === "junit"

/** Returns findings in the format of another tool; `fails` says which findings make the check fail. */
export const forTool = (
  format: ToolFormat,
  diagnostics: readonly Diagnostic[],
  files: readonly string[],
  fails: (each: Diagnostic) => boolean,
  { language }: CommandContext
): string => {
  switch (format) {
    case "sarif":
      return `${JSON.stringify(toSarif(diagnostics, language, version), null, 2)}\n`
    case "github":
      return diagnostics.map((each) => `${renderAnnotation(each, language)}\n`).join("")
    case "junit":
      return renderJunit(diagnostics, files, language, fails)
  }
}

/** Returns findings with paths seen from the terminal's folder instead of the policy's. */
export const seenFrom = (
  folder: string,
  diagnostics: readonly Diagnostic[],
  context: CommandContext
): readonly Diagnostic[] => {
  const files = new Map<Diagnostic["primary"]["span"]["file"], Diagnostic["primary"]["span"]["file"]>()
  const moved = (span: Diagnostic["primary"]["span"]): Diagnostic["primary"]["span"] => {
    const { file } = span
    if (file.path.startsWith("pack:")) return span
    const place = isAbsolute(file.path) ? file.path : join(folder, file.path)
    const known = files.get(file) ?? { ...file, path: shortPath(place, context) }
    files.set(file, known)
    return { ...span, file: known }
  }
  return diagnostics.map((each) => ({
    ...each,
    primary: { ...each.primary, span: moved(each.primary.span) },
    related: each.related.map((other) => ({ ...other, span: moved(other.span) })),
    ...defined({ fix: each.fix && { ...each.fix, span: moved(each.fix.span) } })
  }))
}

/** Returns findings as plain data. */
export const plainFindings = (
  diagnostics: readonly Diagnostic[],
  { language }: CommandContext
): readonly PlainDiagnostic[] => diagnostics.map((each) => toPlain(each, language))

/** Files that `check` reads or names but that are not the policy's own, so it writes no fix into them. */
const beside = /\.(?:scenario|simulation|mapping)\.yaml$/u

/** Returns whether `check --fix` would write the fix of a finding. */
const isMended = ({ fix }: Diagnostic): boolean => fix !== undefined && !beside.test(fix.span.file.path)

/** Returns the findings as a text; `isFixed`: fixes were already written into the files. */
export const findingsText = (
  diagnostics: readonly Diagnostic[],
  format: Format,
  context: CommandContext,
  isFixed = false
): string => {
  const { language, terminal } = context
  if (diagnostics.length === 0) return ""
  const applies = (each: Diagnostic): boolean => !isFixed && isMended(each)
  if (format === "compact") return `${diagnostics.map((each) => renderCompact(each, language)).join("\n")}\n`
  return `${renderPretty(diagnostics, { language, colour: isColoured(terminal, "out"), applies })}\n`
}

/** Returns how many fixes `check --fix` has tried and left out. */
export const notMended = (diagnostics: readonly Diagnostic[]): number => diagnostics.filter(isMended).length

/** Returns how many findings each level has. */
export const counted = (diagnostics: readonly Diagnostic[]) => {
  const of = (level: Diagnostic["level"]): number => diagnostics.filter((each) => each.level === level).length
  return { error: of("error"), warning: of("warning"), info: of("info") }
}
