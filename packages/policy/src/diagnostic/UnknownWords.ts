/** Diagnostics about words that are unknown at their place, with a guess at the intended word. */
import { defined } from "@hearback/core"
import type { Span } from "../source/SourceFile.ts"
import { chineseFor } from "../translation/FindingTranslation.ts"
import type { NameKind } from "./catalogue/Name.ts"
import { type Diagnostic, diagnose, type More } from "./Diagnostic.ts"
import { type Allowed, nearest, wordsOf } from "./Suggestion.ts"

/** Makes the finding that a name is not declared. `check --fix` corrects it only if the span is exactly the word. */
export function unknownName(
  kind: NameKind,
  name: string,
  known: ReadonlyArray<Allowed>,
  span: Span,
  more: More = {}
): Diagnostic {
  return diagnose("name/unknown", { kind, name, known: wordsOf(known), ...guessed(name, known) }, span, more)
}

/** Returns a guess as parameters of a catalogue entry. */
export function guessed(written: string, allowed: ReadonlyArray<Allowed>): { guess?: string; sure?: boolean } {
  // The word can be a word of the other key language, whose words come from all outlines.
  const chineseOf = /\P{ASCII}/u.test(written) ? chineseFor : () => []
  const known = allowed.map((each) => {
    const { also, ...rest } = typeof each === "string" ? { word: each, also: [] } : each
    return { ...rest, also: [...also, ...chineseOf(rest.word)] }
  })
  const guess = nearest(written, known)
  return defined({ guess: guess?.word, sure: guess?.sure })
}
