/** Findings as plain data, for `--json` and for editors: lines and columns from 1, texts in one language. */

import type { Bundle } from "@hearback/core"
import { defined } from "@hearback/core"
import { placeAt, type Span } from "../source/SourceFile.ts"
import type { Code } from "./Catalogue.ts"
import type { Diagnostic } from "./Diagnostic.ts"
import type { FindingLevel } from "./text/Entry.ts"

type Language = Bundle.Language

/** A line and a column, both from 1. Columns count UTF-16 code units. */
type PlainPlace = readonly [line: number, column: number]

interface PlainSpan {
  readonly file: string
  readonly start: PlainPlace
  readonly end: PlainPlace
}

/** One finding as plain data. */
export interface PlainDiagnostic {
  readonly code: Code
  readonly level: FindingLevel
  readonly message: string
  readonly primary: PlainSpan & { readonly label?: string }
  readonly related: ReadonlyArray<PlainSpan & { readonly message: string }>
  readonly expected: string | null
  readonly found: string | null
  readonly help: string | null
  readonly fix: (PlainSpan & { readonly text: string; readonly title: string }) | null
  readonly witness: Readonly<Record<string, string>> | null
}

/** Returns a finding as plain data. */
export function toPlain(each: Diagnostic, language: Language): PlainDiagnostic {
  const label = each.primary.label?.[language]
  return {
    code: each.code,
    level: each.level,
    message: each.message[language],
    primary: defined({ ...plainSpan(each.primary.span), label }),
    related: each.related.map(({ span, message }) => ({ ...plainSpan(span), message: message[language] })),
    expected: each.expected?.[language] ?? null,
    found: each.found?.[language] ?? null,
    help: each.help?.[language] ?? null,
    fix: each.fix ? { ...plainSpan(each.fix.span), text: each.fix.text, title: each.fix.title[language] } : null,
    witness: each.witness ?? null
  }
}

function plainSpan({ file, start, end }: Span): PlainSpan {
  const [from, to] = [placeAt(file, start), placeAt(file, end)]
  return { file: file.path, start: [from.line, from.column], end: [to.line, to.column] }
}
