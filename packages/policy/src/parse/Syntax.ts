/** Faults of writing in our own words: the first that nothing else explains, for the rest mostly follows from it. */
import type { SyntaxFault } from "../diagnostic/catalogue/Yaml.ts"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { lineBounds, placeAt, type SourceFile, type Span, span } from "../source/SourceFile.ts"
import { punctuationOn } from "./Punctuation.ts"
import { sentenceAt, testsOn } from "./Unquoted.ts"
import type { Fault, FaultKind, RawYaml } from "./Yaml.ts"

/** How many lines with faults are searched for tests without quotes. */
const mostLines = 200

/** Returns tests without quotes on broken lines, and the first fault that neither they nor `explained` explain. */
export function syntaxDiagnostics(
  file: SourceFile,
  { marks, faults }: RawYaml,
  explained: ReadonlyArray<Diagnostic>
): ReadonlyArray<Diagnostic> {
  const open = marks.flatMap(
    ({ kind, span: at }): ReadonlyArray<Fault> =>
      kind === "unclosed-quote" || kind === "unclosed-bracket" ? [{ kind, span: at }] : []
  )
  const all = [...open, ...faults.filter(({ kind }) => kind !== "mark")].sort((a, b) => a.span.start - b.span.start)
  const lines = new Set(all.slice(0, mostLines).flatMap(({ span: at }) => linesAround(at)))
  const tests = [...lines].flatMap((line) => testsOn(file, line))
  const told = [...explained, ...tests].map(({ primary }) => placeAt(file, primary.span.start).line)
  const first = told.length === 0 ? all[0] : all.find(({ span: at }) => !told.some((line) => line <= lineOf(at) + 1))
  return first === undefined ? tests : [...tests, worded(file, first)]
}

const lineOf = (at: Span): number => placeAt(at.file, at.start).line

/** A fault is often noticed at the beginning of the line behind. */
function linesAround(at: Span): ReadonlyArray<number> {
  const line = lineOf(at)
  return line > 1 ? [line - 1, line] : [line]
}

const words: Record<FaultKind, SyntaxFault> = {
  indentation: "indentation",
  "unclosed-quote": "unclosed-quote",
  "unclosed-bracket": "unclosed-bracket",
  "missing-comma": "missing-comma",
  "missing-colon": "missing-colon",
  "extra-words": "extra-words",
  "nested-colon": "extra-words",
  "bad-start": "other",
  escape: "escape",
  "key-not-text": "key",
  key: "key",
  tab: "indentation",
  mark: "other",
  other: "other"
}

const sentenceFaults: ReadonlyArray<FaultKind> = [
  "extra-words",
  "nested-colon",
  "bad-start",
  "missing-colon",
  "missing-comma"
]

/** What a sign of Chinese writing in the place of one of YAML may break. */
const brokenBySigns: ReadonlyArray<FaultKind> = [...sentenceFaults, "unclosed-bracket"]

function worded(file: SourceFile, { kind, span: at }: Fault): Diagnostic {
  if (kind === "key-not-text") return diagnose("yaml/key-not-text", {}, visible(at))
  const line = lineOf(at)
  const sign = brokenBySigns.includes(kind) ? punctuationOn(file, line) : undefined
  if (sign !== undefined) return sign
  const sentence = sentenceFaults.includes(kind) ? sentenceAt(file, at.start, line) : undefined
  if (sentence !== undefined) return sentence
  // A value and a map under it: the line behind is indented too far.
  const below = kind === "nested-colon" ? span(file, lineBounds(file, line + 1)[0], lineBounds(file, line + 1)[1]) : at
  return diagnose("yaml/syntax", { fault: kind === "nested-colon" ? "indentation" : words[kind] }, visible(below))
}

/**
 * One line at most, one letter at least; a fault at the end of a line stands under its last letter, and one at blanks
 * under the words behind them.
 */
function visible(given: Span): Span {
  const behind = /^\s+(?:[^\s:#]+|\S)/u.exec(given.file.text.slice(given.start, given.start + 400))?.[0]
  const isBlank = given.file.text.slice(given.start, given.end).trim() === ""
  const words = behind === undefined || !isBlank ? undefined : given.start + behind.length
  const at = words === undefined ? given : span(given.file, words - (behind ?? "").trimStart().length, words)
  const [start, end] = lineBounds(at.file, lineOf(at))
  const from = Math.max(start, Math.min(at.start, end - 1))
  const to = Math.max(from + 1, Math.min(at.end, end))
  const blank = to - from - at.file.text.slice(from, to).trimEnd().length
  return span(at.file, from, Math.max(from + 1, to - blank))
}
