/** Renders findings as workflow commands of GitHub Actions, which show each at its line of a pull request. */

import type { Bundle } from "@hearback/core"
import { placeAt } from "../source/SourceFile.ts"
import type { Diagnostic } from "./Diagnostic.ts"
import { sentences } from "./Exchange.ts"
import type { FindingLevel } from "./text/Entry.ts"

type Language = Bundle.Language

const commands: Readonly<Record<FindingLevel, string>> = { error: "error", warning: "warning", info: "notice" }

/** Returns one finding as one line. */
export const renderAnnotation = (each: Diagnostic, language: Language): string => {
  const { file, start, end } = each.primary.span
  const [from, to] = [placeAt(file, start), placeAt(file, end)]
  const properties = {
    file: file.path,
    line: from.line,
    endLine: to.line,
    // GitHub accepts columns only within one line.
    ...(from.line === to.line ? { col: from.column, endColumn: to.column } : {}),
    title: each.code
  }
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${commands[each.level]} ${written.join(",")}::${data(sentences(each, language))}`
}

const data = (text: string): string => text.replace(/%/gu, "%25").replace(/\r/gu, "%0D").replace(/\n/gu, "%0A")

const property = (text: string): string => data(text).replace(/:/gu, "%3A").replace(/,/gu, "%2C")
