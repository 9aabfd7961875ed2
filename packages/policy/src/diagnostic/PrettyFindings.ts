/**
 * Renders findings for a person at a terminal: code, message, place, the line with carets, and notes. If two places
 * conflict, both lines are shown.
 */

import type { Bundle } from "@hearback/core"
import { placeAt, renderPlace, type Span } from "../source/SourceFile.ts"
import { texts } from "../text/catalogue/Texts.ts"
import type { Diagnostic, Related } from "./Diagnostic.ts"
import { frameOf } from "./Frame.ts"
import type { FindingLevel } from "./text/Entry.ts"

type Language = Bundle.Language

/** How findings are rendered. */
export interface PrettyOptions {
  readonly language: Language
  /** Whether to use colours (ANSI codes). */
  readonly colour: boolean
  /** Returns whether `check --fix` would write the fix of a finding into its file. Default: always true. */
  readonly applies?: (each: Diagnostic) => boolean
}

/** Renders findings with a blank line between two. */
export const renderPretty = (diagnostics: ReadonlyArray<Diagnostic>, options: PrettyOptions): string =>
  diagnostics.map((each) => renderOne(each, options)).join("\n\n")

/** Renders one finding on one line: `file:line:column level[code] message`. */
export const renderCompact = (each: Diagnostic, language: Language): string =>
  `${renderPlace(each.primary.span)} ${levelIn(each.level, language)}[${each.code}] ${each.message[language]}`

function renderOne(each: Diagnostic, options: PrettyOptions): string {
  const { language } = options
  const paint = painter(options.colour)
  const conflicts = each.related.filter(({ conflict }) => conflict === true)
  const gutter = Math.max(...[each.primary.span, ...conflicts.map(({ span }) => span)].map(lineDigits))
  const expected = each.expected && texts[language].value.expected(each.expected[language])
  const label = each.primary.label?.[language] ?? expected
  const lines = [
    `${paint(each.level, `${levelIn(each.level, language)}[${each.code}]`)}: ${each.message[language]}`,
    ...frame(each.primary.span, label, each.level, gutter, paint),
    ...conflicts.flatMap((other) => frame(other.span, other.message[language], "info", gutter, paint)),
    ...notes(each, options).map((note) => `${" ".repeat(gutter)} ${paint("dim", "=")} ${note}`)
  ]
  return lines.join("\n")
}

function frame(
  at: Span,
  label: string | undefined,
  level: FindingLevel,
  gutter: number,
  paint: Paint
): ReadonlyArray<string> {
  const { number, code, indent, carets } = frameOf(at)
  const blank = " ".repeat(gutter)
  const marked = `${blank} ${paint("dim", "|")} ${indent}${paint(level, carets)}${label === undefined ? "" : ` ${label}`}`
  return [
    `${blank}${paint("dim", "-->")} ${renderPlace(at)}`,
    `${paint("dim", `${number.padStart(gutter)} |`)} ${code}`.trimEnd(),
    marked
  ]
}

/** Returns the notes of a finding: other places, a witness, help and the fix. */
export function notes(each: Diagnostic, { language, applies = () => true }: PrettyOptions): ReadonlyArray<string> {
  const word = texts[language].report
  const witness = Object.entries(each.witness ?? {}).map(([input, value]) => `${input}: ${value}`)
  return [
    ...each.related.filter(({ conflict }) => conflict !== true).map((other) => elsewhere(other, language)),
    ...(witness.length > 0 ? [`${word.witness}${witness.join(", ")}`] : []),
    ...(each.help ? [`${word.help}${each.help[language]}`] : []),
    ...(each.fix ? [`${word.fix}${each.fix.title[language]}${applies(each) ? `  (${word.applies})` : ""}`] : [])
  ]
}

const elsewhere = ({ span, message }: Related, language: Language): string =>
  texts[language].place.at(renderPlace(span), message[language])

/** Returns the name of a level in a language. The code beside it is the same in all languages. */
const levelIn = (level: FindingLevel, language: Language): string => texts[language].report.level[level]

const lineDigits = (at: Span): number => String(placeAt(at.file, at.start).line).length

type Paint = (as: FindingLevel | "dim", text: string) => string

const colours = { error: 31, warning: 33, info: 36, dim: 90 } as const
const painter =
  (colour: boolean): Paint =>
  (as, text) =>
    colour ? `\u001b[${colours[as]}m${text}\u001b[0m` : text
