/**
 * Renders findings as SARIF 2.1.0, which code hosts and editors read. Lines and columns count from 1, columns in
 * UTF-16 code units. Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
 */

import type { Bundle } from "@hearback/core"
import { defined } from "@hearback/core"
import { placeAt, type Span } from "../source/SourceFile.ts"
import { type Code, catalogue } from "./Catalogue.ts"
import type { Diagnostic } from "./Diagnostic.ts"
import { sentences, uriOf } from "./Exchange.ts"
import type { FindingLevel } from "./text/Entry.ts"

type Language = Bundle.Language

const levels: Readonly<Record<FindingLevel, string>> = { error: "error", warning: "warning", info: "note" }

/** Returns findings as a SARIF log with one run, as plain JSON. */
export const toSarif = (diagnostics: ReadonlyArray<Diagnostic>, language: Language, version?: string) => {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort()
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "hearback", ...defined({ version }), rules: codes.map(rule) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((each) => result(each, codes, language))
      }
    ]
  }
}

const rule = (code: Code) => ({ id: code, defaultConfiguration: { level: levels[catalogue[code].level] } })

const result = (each: Diagnostic, codes: readonly Code[], language: Language) => ({
  ruleId: each.code,
  ruleIndex: codes.indexOf(each.code),
  level: levels[each.level],
  message: { text: sentences(each, language) },
  locations: [{ physicalLocation: place(each.primary.span) }],
  ...defined({
    relatedLocations:
      each.related.length === 0
        ? undefined
        : each.related.map(({ span, message }, id) => ({
            id,
            message: { text: message[language] },
            physicalLocation: place(span)
          })),
    fixes: each.fix && [
      {
        description: { text: each.fix.title[language] },
        artifactChanges: [
          {
            artifactLocation: { uri: uriOf(each.fix.span.file.path) },
            replacements: [{ deletedRegion: region(each.fix.span), insertedContent: { text: each.fix.text } }]
          }
        ]
      }
    ]
  })
})

const place = (span: Span) => ({ artifactLocation: { uri: uriOf(span.file.path) }, region: region(span) })

const region = ({ file, start, end }: Span) => {
  const [from, to] = [placeAt(file, start), placeAt(file, end)]
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}
