/** What formats for other tools share: a finding in plain words, without the picture of its line. */

import type { Bundle } from "@hearback/core"
import { renderPlace } from "../source/SourceFile.ts"
import type { Diagnostic } from "./Diagnostic.ts"
import { notes } from "./PrettyFindings.ts"

type Language = Bundle.Language

/** Returns the message of a finding and, a line each, what stands at its place and what else is said beside it. */
export const sentences = (each: Diagnostic, language: Language): string => {
  const label = each.primary.label?.[language]
  const conflicts = each.related
    .filter(({ conflict }) => conflict === true)
    .map(({ span, message }) => `${renderPlace(span)} ${message[language]}`)
  const lines = notes(each, { language, colour: false, applies: () => false })
  return [each.message[language], ...(label === undefined ? [] : [label]), ...conflicts, ...lines].join("\n")
}

/** Returns the path of a file as a URI reference; that of a pack is one already. */
export const uriOf = (path: string): string =>
  path.startsWith("pack:") ? path : path.split(/[\\/]/u).map(encodeURIComponent).join("/")
