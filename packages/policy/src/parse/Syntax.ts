/**
 * Reports syntax errors in words of this product. Only the first unexplained one is reported, because the others
 * mostly follow from it.
 */
import type { SyntaxFault } from "../diagnostic/catalogue/Yaml.ts"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { lineBounds, lineText, placeAt, type SourceFile, type Span, span, written } from "../source/SourceFile.ts"
import { columnsFor } from "./Indentation.ts"
import { punctuationOn } from "./Punctuation.ts"
import { sentenceAt, testsOn } from "./UnquotedTexts.ts"
import type { FaultKind, RawYaml, YamlFault } from "./Yaml.ts"

/** The most lines with errors that are searched for tests without quotes. */
const mostLines = 200

/** Returns tests without quotes on broken lines, and the first error that neither they nor `explained` explain. */
export function syntaxDiagnostics(
  file: SourceFile,
  { marks, faults }: RawYaml,
  explained: ReadonlyArray<Diagnostic>
): ReadonlyArray<Diagnostic> {
  const open = marks.flatMap(
    ({ kind, span: at }): ReadonlyArray<YamlFault> =>
      kind === "unclosed-quote" || kind === "unclosed-bracket" ? [{ kind, span: at }] : []
  )
  const known = [...open, ...faults.filter(({ kind }) => kind !== "mark")].sort((a, b) => a.span.start - b.span.start)
  const [earliest] = known
  const quote = earliest && runawayQuote(earliest.span)
  const all = quote === undefined ? known : [{ kind: "unclosed-quote" as const, span: quote }]
  const lines = new Set(all.slice(0, mostLines).flatMap(({ span: at }) => linesAround(at)))
  const tests = quote === undefined ? [...lines].flatMap((line) => testsOn(file, line)) : []
  const told = [...explained, ...tests].map(({ primary }) => placeAt(file, primary.span.start).line)
  const first = told.length === 0 ? all[0] : all.find(({ span: at }) => !told.some((line) => line <= lineOf(at) + 1))
  return first === undefined ? tests : [...tests, worded(file, first)]
}

const lineOf = (at: Span): number => placeAt(at.file, at.start).line

const masked = (text: string): string =>
  text.replaceAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/gu, (words) => " ".repeat(words.length))

/**
 * Returns the quote that opens a value of a bracketed line and is not closed before the next quote, so that it
 * contains what follows.
 */
function runawayQuote({ file, start }: Span): Span | undefined {
  for (const line of linesAround(span(file, start, start))) {
    const text = lineText(file, line)
    const [first] = lineBounds(file, line)
    const quotes = [...text.matchAll(/(?<!\\)"/gu)].map(({ index }) => index)
    const opens = (at: number): boolean => /[:,[{][ \t]*$/u.test(text.slice(0, at))
    for (let each = 0; each < quotes.length; each += 2) {
      const [at = 0, next] = quotes.slice(each, each + 2)
      const isOpen = next === undefined || (opens(next) && /[^\s,:}\]]/u.test(text.charAt(next + 1)))
      if (isOpen && opens(at) && /[{[]/u.test(text.slice(0, at))) return span(file, first + at, first + at + 1)
    }
  }
  return undefined
}

/**
 * Returns the bracket of a line that is closed by a bracket of the other kind; else the bracket that was reported.
 */
function innermost({ file, start, end }: Span): Span {
  const line = placeAt(file, start).line
  const [first] = lineBounds(file, line)
  const text = masked(lineText(file, line))
  const open: number[] = []
  for (let at = start - first; at < text.length; at++) {
    const sign = text.charAt(at)
    const last = open.at(-1)
    if (sign === "{" || sign === "[") open.push(at)
    else if ((sign === "}" || sign === "]") && last !== undefined) {
      const fits = text.charAt(last) === (sign === "}" ? "{" : "[")
      if (!fits) return span(file, first + last, first + last + 1)
      open.pop()
    }
  }
  return span(file, start, end)
}

/** Returns the key before a bracket that lacks its colon; else the key that lacks a comma before it. */
function lost({ file, start, end }: Span): { readonly fault: SyntaxFault; readonly span: Span } | undefined {
  const line = placeAt(file, start).line
  const [first] = lineBounds(file, line)
  const text = masked(lineText(file, line))
  const isBracket = /[{[]/u.test(file.text.charAt(start))
  const before = /(?<=[{,][ \t]*)([\p{L}\p{N}._-]+)[ \t]+$/u.exec(text.slice(0, start - first))
  const at = (from: number, word = ""): Span => span(file, from, from + word.length)
  if (isBracket && before !== null) return { fault: "missing-colon", span: at(first + before.index, before[1]) }
  const key = /(?<=[^,{[ \t][ \t]+)([\p{L}][\p{L}\p{N}._-]*):[ \t]/u.exec(text.slice(start - first, end - first))
  return key === null ? undefined : { fault: "missing-comma", span: at(start + key.index, key[1]) }
}

/**
 * Returns the lines that can have caused an error: its own and the one before, because an error is often noticed a
 * line later.
 */
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

/** The errors that a Chinese sign in the place of a YAML sign can cause. */
const brokenBySigns: ReadonlyArray<FaultKind> = [...sentenceFaults, "unclosed-bracket"]

function worded(file: SourceFile, { kind, span: at }: YamlFault): Diagnostic {
  if (kind === "key-not-text") return diagnose("yaml/key-not-text", {}, visible(at))
  const line = lineOf(at)
  const sign = brokenBySigns.includes(kind) ? punctuationOn(file, line) : undefined
  if (sign !== undefined) return sign
  const sentence = sentenceFaults.includes(kind) ? sentenceAt(file, at.start, line) : undefined
  if (sentence !== undefined) return sentence
  if (kind === "unclosed-bracket") return diagnose("yaml/syntax", { fault: "unclosed-bracket" }, visible(innermost(at)))
  const key = kind === "missing-comma" ? lost(at) : undefined
  const [first = ""] = kind === "missing-colon" ? (/^[\p{L}\p{N}._-]+(?=[ \t])/u.exec(written(at)) ?? []) : []
  if (first !== "")
    return diagnose("yaml/syntax", { fault: "missing-colon" }, span(file, at.start, at.start + first.length))
  if (key !== undefined) return diagnose("yaml/syntax", { fault: key.fault }, key.span)
  // If a value has a map below it, the next line is indented too far. Without a next line, two maps are in one line.
  const [from, to] = lineBounds(file, line + 1)
  const isAbove = kind === "nested-colon" && file.text.slice(from).trim() !== ""
  const below = isAbove ? span(file, from, to) : at
  const fault = isAbove ? "indentation" : words[kind]
  const fitting = fault === "indentation" ? columnsFor(file, lineOf(visible(below))) : []
  return diagnose("yaml/syntax", { fault, fitting }, visible(below))
}

/**
 * Returns a span within one line and of at least one letter. An error at the end of a line is shown at its last
 * letter, and one at blanks at the words behind them.
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
