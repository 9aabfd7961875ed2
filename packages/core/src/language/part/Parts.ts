/**
 * Divides a customer's message into parts: their own words, quotations, forwarded messages, headers, signature,
 * disclaimer, and the labels of a form. Classification, likeness, courtesy and names all use the same parts.
 *
 * All places are offsets into the original text. In doubt a line is the customer's own. The own words and forwarded
 * messages are read; if they say nothing, the quotations are.
 */
import * as Marks from "./Marks.ts"
import { type MessageLine, type PartKind, signs, unquoted } from "./Signature.ts"

/** Spans of a text, `[start0, end0, start1, end1 …)`, sorted and disjoint. */
export type Spans = readonly number[]

/** One part of a message. */
export interface TextPart {
  readonly kind: PartKind
  readonly start: number
  readonly end: number
}

/** Returns the parts of a message: sorted, without overlap, and together the whole text. */
export const parts = (text: string): readonly TextPart[] => {
  if (isPlain(text)) return [{ kind: "own", start: 0, end: text.length }]
  const lines = splitLines(text)
  const kinds = new Array<PartKind>(lines.length).fill("own")
  tellApart(lines, kinds)
  signs(lines, kinds)
  return join(lines, kinds, labelled(lines, kinds))
}

/** Returns whether a message is one line without any mark, as most are. */
const isPlain = (text: string): boolean =>
  text !== "" && text.length <= Marks.LONGEST_MARK && !text.includes("\n") && !Marks.mayMark(text.trim())

/** The message that was divided last, since its words, likeness and names are asked for one after the other. */
let last: { readonly text: string; readonly read: Spans } = { text: "", read: [] }

/** Returns the spans of a message that are read. */
export const wordsRead = (text: string): Spans => {
  if (last.text !== text) last = { text, read: readOf(text) }
  return last.read
}

const readOf = (text: string): Spans => {
  const all = parts(text)
  if (all.every(({ kind }) => kind === "own")) return spansOf(all)
  const own = all.filter(({ kind }) => kind === "own")
  const passedOn = all.filter(({ kind }) => kind === "forwarded")
  const said = all.filter(({ kind }) => kind === "own" || kind === "forwarded")
  if (passedOn.length > 0 || !saysLittle(text, own)) return spansOf(said)
  const quoted = all.filter(({ kind }) => kind === "own" || kind === "quoted")
  return spansOf(quoted.length > own.length ? quoted : said)
}

/** Returns the words that are read, one part a line. */
export const textRead = (text: string): string => {
  const spans = wordsRead(text)
  if (spans.length === 2 && spans[0] === 0 && spans[1] === text.length) return text
  let read = ""
  for (let i = 0; i < spans.length; i += 2) read += text.slice(spans[i], spans[i + 1])
  return read
}

const splitLines = (text: string): readonly MessageLine[] => {
  const lines: MessageLine[] = []
  let start = 0
  while (start < text.length) {
    const found = text.indexOf("\n", start)
    const end = found < 0 ? text.length : found + 1
    const line = text.slice(start, Math.min(end, start + Marks.LONGEST_MARK + 2)).replace(/\r?\n$/, "")
    const quotedFrom = Marks.quotedFrom(line)
    const depth = quotedFrom === 0 ? 0 : (line.slice(0, quotedFrom).match(/[>＞]/g)?.length ?? 0)
    lines.push({ start, end, text: line, trimmed: line.trim(), quotedFrom, depth })
    start = end
  }
  return lines
}

/** Returns a line as it is read: in a forwarded message without its signs of quotation. */
type Reading = (line: MessageLine) => string

/** Separates the customer's own words, quotations, headers and forwarded messages. */
const tellApart = (lines: readonly MessageLine[], kinds: PartKind[]): void => {
  const to = lines.length
  let kind: "own" | "forwarded" = "own"
  let read: Reading = ({ trimmed }) => trimmed
  // Programs may put a sign of quotation before each line of a forwarded message.
  let depth = 0
  for (let i = 0; i < to; ) {
    const line = lines[i] as MessageLine
    if (Marks.isForwardMark(read(line)) || (line.depth > 0 && Marks.isForwardMark(unquoted(line)))) {
      kinds[i] = "header"
      depth = nextDepth(lines, i + 1)
      // A forwarded message lasts to the end, since nobody writes below it.
      kind = "forwarded"
      read = unquoted
      i = passHeader(lines, kinds, i + 1)
      continue
    }
    const history = historyFrom(lines, i, read)
    if (history > 0) return older(lines, kinds, i, history)
    const introduction = introductionAt(lines, i, read)
    if (introduction > 0) {
      // Lines with signs of quotation end by themselves, and the answer may follow. Without signs everything below is
      // quoted.
      if (nextDepth(lines, i + introduction) <= depth) return older(lines, kinds, i, introduction)
      kinds.fill("header", i, i + introduction)
      i += introduction
      continue
    }
    kinds[i++] = line.depth > depth ? "quoted" : kind
  }
}

/** Marks everything from a line on as an older message, whose header has `header` lines. */
const older = (lines: readonly MessageLine[], kinds: PartKind[], from: number, header: number): void => {
  kinds.fill("header", from, from + header)
  const body = passHeader(lines, kinds, from + header)
  kinds.fill("quoted", body)
}

/** Returns the number of signs of quotation before the next words. */
const nextDepth = (lines: readonly MessageLine[], from: number): number =>
  lines.slice(from, from + 3).find(({ trimmed }) => trimmed !== "")?.depth ?? 0

/** Marks the lines of a header and returns the first line after it. */
const passHeader = (lines: readonly MessageLine[], kinds: PartKind[], from: number): number => {
  const to = lines.length
  let at = from
  while (at < to && unquoted(lines[at] as MessageLine) === "") kinds[at++] = "header"
  if (at >= to || !Marks.isHeaderLine(unquoted(lines[at] as MessageLine))) return at
  // A long list of receivers may take several lines, until a blank one.
  for (let n = 0; at < to && n < 12; n++, at++) {
    const text = unquoted(lines[at] as MessageLine)
    if (text === "") break
    if (!Marks.isHeaderLine(text) && !/[@＠;；]/.test(text)) break
    kinds[at] = "header"
  }
  return at
}

/** Returns how many lines say that everything from here on is an older message; 0 if it is not. */
const historyFrom = (lines: readonly MessageLine[], at: number, read: Reading): number => {
  const text = read(lines[at] as MessageLine)
  if (Marks.isHistoryMark(text) || opensHeader(lines, at, read)) return 1
  if (!Marks.isRule(text)) return 0
  const below = lines[at + 1]
  const next = below !== undefined && read(below) === "" ? at + 2 : at + 1
  return next < lines.length && opensHeader(lines, next, read) ? next - at + 1 : 0
}

const opensHeader = (lines: readonly MessageLine[], at: number, read: Reading): boolean =>
  Marks.opensHeader(read(lines[at] as MessageLine), () => lines.slice(at + 1, at + 5).map(read))

/** Returns how many lines introduce a quotation here; 0 if none do. */
const introductionAt = (lines: readonly MessageLine[], at: number, read: Reading): number => {
  let whole = read(lines[at] as MessageLine)
  if (Marks.introducesQuote(whole)) return 1
  if (!Marks.mayIntroduce(whole)) return 0
  for (let more = 1; more <= 2 && at + more < lines.length; more++) {
    const next = read(lines[at + more] as MessageLine)
    if (next === "") return 0
    whole += ` ${next}`
    if (Marks.introducesQuote(whole)) return more + 1
  }
  return 0
}

/** The least number of labelled lines in a form. A single label may be a person's way of writing. */
const LEAST_LABELS = 3

/** Returns the length of the label of each line if the message is a form. */
const labelled = (lines: readonly MessageLine[], kinds: readonly PartKind[]): readonly number[] => {
  if (lines.length < LEAST_LABELS) return []
  const lengths = lines.map((line, index) =>
    kinds[index] === "own" || kinds[index] === "forwarded" ? Marks.labelLength(line.text.slice(line.quotedFrom)) : 0
  )
  return lengths.filter((length) => length > 0).length < LEAST_LABELS ? [] : lengths
}

const join = (
  lines: readonly MessageLine[],
  kinds: readonly PartKind[],
  labels: readonly number[]
): readonly TextPart[] => {
  const found: TextPart[] = []
  const add = (kind: PartKind, start: number, end: number): void => {
    if (start === end) return
    const last = found.at(-1)
    if (last?.kind === kind) found[found.length - 1] = { kind, start: last.start, end }
    else found.push({ kind, start, end })
  }
  lines.forEach((line, index) => {
    const kind = kinds[index] as PartKind
    // The sign of quotation is not part of the forwarded words.
    const words = line.start + (kind === "forwarded" ? line.quotedFrom : 0)
    add("header", line.start, words)
    const value = words + (labels[index] ?? 0)
    add("label", words, value)
    add(kind, value, line.end)
  })
  return found
}

const spansOf = (found: readonly TextPart[]): Spans => {
  const spans: number[] = []
  for (const { start, end } of found) {
    if (spans.at(-1) === start) spans[spans.length - 1] = end
    else spans.push(start, end)
  }
  return spans
}

/** Returns whether the own words are only signs and blanks, or only refer to what stands below. */
const saysLittle = (text: string, own: readonly TextPart[]): boolean => {
  const length = own.reduce((sum, { start, end }) => sum + end - start, 0)
  if (length > LONGEST_HINT * 4) return false
  const said = own
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .trim()
  return !/[\p{L}\p{N}]/u.test(said) || (said.length <= LONGEST_HINT && hint.test(said))
}

const LONGEST_HINT = 80
const hint =
  /^(?:(?:hi|hello|dear)\b[^\n]{0,20}\n+)?(?:fyi|for your (?:information|attention)|(?:please )?see (?:below|my mail below)|as below|(?:please )?read below|fwd?|forwarding (?:this|it)(?: to you)?|见下|见下文|如下|请看下面|请见下(?:文|方|面)?|详见下(?:文|方|面)?|供参考|转发|转给你们|请参考|siehe unten|zur information|voir ci-dessous|pour information)[\s,.!:：。，！]*(?:thanks|thank you|谢谢)?[\s.!。！]*$/iu
