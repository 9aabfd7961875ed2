/**
 * Finds tests and sentences that need quotes on broken lines: `>= 5` opens a block text, `[100..500)` a list without
 * an end, and a sentence that begins with a quote or bracket ends at the next one.
 */
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { lineBounds, lineText, placeAt, type SourceFile, type Span, span, written } from "../source/SourceFile.ts"

const compares = /(?<=(?:^|[:,[{-])[ \t]*)(?:>=|<=|!=|>|<|=|≥|≤)[ \t]*[^\s,\]}#"'|>][^,\]}#"'\n]*/gu
const ranges = /[[(\]][ \t]*-?\d[\d.]*?[ \t]*\.\.[ \t]*-?\d[\d.]*?[ \t]*[\])[]/gu

/** Returns the tests without quotes on a line. */
export function testsOn(file: SourceFile, line: number): ReadonlyArray<Diagnostic> {
  const text = lineText(file, line)
  const [start] = lineBounds(file, line)
  return [...text.matchAll(compares), ...text.matchAll(ranges)]
    .filter(({ index }) => !inQuotes(text, index))
    .map((match) => {
      const test = match[0].trimEnd()
      const at = span(file, start + match.index, start + match.index + test.length)
      return diagnose("yaml/quote-the-test", { test }, at)
    })
}

const opening = /^([ \t]*(?:-[ \t]+)*(?:[^\s:#"'{[]+:[ \t]+)?)(\S.*)$/u

/**
 * Returns the sentence that needs quotes on a line with an error: it begins with a sign of YAML, or contains a colon
 * and a blank.
 */
export function sentenceAt(file: SourceFile, offset: number, line: number): Diagnostic | undefined {
  const [start, end] = lineBounds(file, line)
  const whole = sentenceOn(file, line)
  if (whole === undefined || !(offset >= start && offset <= end + 1)) return undefined
  const sentence = written(whole)
  const extra = extraBracket(whole)
  if (extra !== undefined) return diagnose("yaml/syntax", { fault: "extra-bracket" }, extra)
  if (!isSentence(sentence, offset - whole.start)) return undefined
  return quoteText(whole)
}

/** Returns whether a sign closes a bracket that is already closed. */
function extraBracket({ file, start, end }: Span): Span | undefined {
  const words = file.text.slice(start, end)
  const [, body = "", extra = ""] = /^([[{].*[\]}])[ \t]*([\]}])$/u.exec(words) ?? []
  return extra !== "" && isBalanced(body) ? span(file, end - 1, end) : undefined
}

/**
 * Makes the finding that a text needs quotes. If a ` #` cuts the text, the finding says so, because quotes around the
 * rest would hide it.
 */
export function quoteText(at: Span): Diagnostic {
  const cut = cutAt(at)
  if (cut !== undefined) return diagnose("yaml/comment", { sentence: written(cut) }, cut)
  return diagnose("yaml/quote-the-text", { sentence: written(at) }, at)
}

/**
 * Returns a text with the words that a ` #` cuts off. A real comment has a blank behind its sign and contains no
 * `{placeholder}`.
 */
export function cutAt({ file, start, end }: Span): Span | undefined {
  const [, lineEnd] = lineBounds(file, placeAt(file, end).line)
  const rest = file.text.slice(end, lineEnd).trimEnd()
  return /^[ \t]+#(?:[^\s#!]|.*\{[^{}\s][^{}]*\})/u.test(rest) ? span(file, start, end + rest.length) : undefined
}

const sentences = new WeakMap<SourceFile, Map<number, Span | undefined>>()

/**
 * Returns the text behind the first key of a line, without a comment; undefined for an empty line. The result is
 * cached, because it is needed for each value of a line.
 */
export function sentenceOn(file: SourceFile, line: number): Span | undefined {
  const known = sentences.get(file) ?? new Map<number, Span | undefined>()
  sentences.set(file, known)
  if (!known.has(line)) known.set(line, findSentence(file, line))
  return known.get(line)
}

function findSentence(file: SourceFile, line: number): Span | undefined {
  const [start] = lineBounds(file, line)
  const [, before = "", rest = ""] = opening.exec(lineText(file, line)) ?? []
  const sentence = rest.replace(/(?<!\s)\s+#.*$/u, "").trimEnd()
  const from = start + before.length
  return sentence === "" ? undefined : span(file, from, from + sentence.length)
}

function isSentence(words: string, fault: number): boolean {
  const first = words.charAt(0)
  if (/[@`%]/u.test(first)) return true
  if (first === '"' || first === "'") return closes(words, first) < words.length - 1
  if (first === "{" || first === "[") return isBalanced(words.slice(0, Math.max(0, fault))) && fault > 0
  return /:\s/u.test(words)
}

/** Returns the end of the quote that a text begins with, or the end of the text if it is not closed. */
function closes(words: string, quote: string): number {
  for (let at = 1; at < words.length; at++) {
    if (words[at] === "\\" && quote === '"') at++
    else if (words[at] === quote) {
      if (quote === '"' || words[at + 1] !== "'") return at
      at++
    }
  }
  return words.length
}

/** Returns whether as many brackets are closed as are opened. */
export function isBalanced(words: string): boolean {
  let open = 0
  for (const letter of words) open += letter === "{" || letter === "[" ? 1 : letter === "}" || letter === "]" ? -1 : 0
  return open === 0
}

/** Returns whether a place on a line is between quotes; an apostrophe within a word opens none. */
function inQuotes(line: string, index: number): boolean {
  let quote = ""
  for (let at = 0; at < index; at++) {
    const letter = line.charAt(at)
    if (quote === '"' && letter === "\\") at++
    else if (quote !== "") quote = letter === quote ? "" : quote
    else if ((letter === '"' || letter === "'") && !/[\p{L}\p{N}]/u.test(line.charAt(at - 1))) quote = letter
  }
  return quote !== ""
}
