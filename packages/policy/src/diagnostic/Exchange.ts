/** Parts that all formats for other tools share: a finding in plain words, without its line. */

import type { Bundle } from "@hearback/core"
import { renderPlace } from "../source/SourceFile.ts"
import type { Diagnostic } from "./Diagnostic.ts"
import { notes } from "./PrettyFindings.ts"

type Language = Bundle.Language

/** Returns the message of a finding, then one line for each label, help and related place. */
export const sentences = (each: Diagnostic, language: Language): string => {
  const label = each.primary.label?.[language]
  const conflicts = each.related
    .filter(({ conflict }) => conflict === true)
    .map(({ span, message }) => `${renderPlace(span)} ${message[language]}`)
  const lines = notes(each, { language, colour: false, applies: () => false })
  return [each.message[language], ...(label === undefined ? [] : [label]), ...conflicts, ...lines].join("\n")
}

/** Returns the path of a file as a URI reference. The path of a pack is one already. */
export const uriOf = (path: string): string =>
  path.startsWith("pack:") ? path : path.split(/[\\/]/u).map(encodeURIComponent).join("/")
