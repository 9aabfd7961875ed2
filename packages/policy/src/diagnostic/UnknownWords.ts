/** Diagnostics about words that are not known at their place, with a guess at the word that was meant. */
import { defined } from "@hearback/core"
import type { Span } from "../source/SourceFile.ts"
import { chineseFor } from "../translation/FindingTranslation.ts"
import type { NameKind } from "./catalogue/Name.ts"
import { type Diagnostic, diagnose, type More } from "./Diagnostic.ts"
import { type Allowed, nearest, wordsOf } from "./Suggestion.ts"

/** Says that no such thing is declared. Fixed by `check --fix` only when the span holds the bare word. */
export function unknownName(
  kind: NameKind,
  name: string,
  known: ReadonlyArray<Allowed>,
  span: Span,
  more: More = {}
): Diagnostic {
  return diagnose("name/unknown", { kind, name, known: wordsOf(known), ...guessed(name, known) }, span, more)
}

/** Returns the guess as parameters of a catalogue row. */
export function guessed(written: string, allowed: ReadonlyArray<Allowed>): { guess?: string; sure?: boolean } {
  // A word of ours may have been written as in the other key language; to know its words takes all outlines.
  const chineseOf = /\P{ASCII}/u.test(written) ? chineseFor : () => []
  const known = allowed.map((each) => {
    const { also, ...rest } = typeof each === "string" ? { word: each, also: [] } : each
    return { ...rest, also: [...also, ...chineseOf(rest.word)] }
  })
  const guess = nearest(written, known)
  return defined({ guess: guess?.word, sure: guess?.sure })
}
