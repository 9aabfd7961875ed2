/**
 * Finds a line that is indented too far or not far enough, or an item without its dash. YAML then reads another
 * structure, whose faults say little. So moves are tried: if the part of the file is correct after a line is moved,
 * the line is reported with its right column.
 *
 * Invariant: a move counts only if it causes no new fault and removes an old one.
 */
import { defined } from "@hearback/core"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { enclosing, leadingBlanks, meaningfulLine, meantIndentation, widthAt } from "../parse/Indentation.ts"
import { lineBounds, lineText, placeAt, type SourceFile, type Span, span } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"

/** Returns the syntax errors and shape faults of a text. */
export type Judge = (text: string) => ReadonlyArray<Diagnostic>

/** Codes of findings that a line in the wrong column can cause. */
const suspicious: ReadonlySet<string> = new Set([
  "yaml/syntax",
  "yaml/tab",
  "yaml/comma",
  "yaml/empty-value",
  "yaml/duplicate-key",
  "yaml/quote-the-text",
  "shape/unknown-key",
  "shape/wrong-type",
  "shape/missing-key"
])

/**
 * Limits: the number of findings that lead to lines, of moves that are tried, of moved lines, and of lines in a part.
 */
const [mostFindings, mostMoves, mostMoved, mostLines] = [4, 60, 12, 300]

/** More findings than this are not caused by one line. */
const mostTold = 150

/** Returns the finding about one misplaced line if it explains all others; otherwise undefined. */
export function misplaced(
  file: SourceFile,
  told: ReadonlyArray<Diagnostic>,
  judge: Judge
): ReadonlyArray<Diagnostic> | undefined {
  // Tabs are reported for each line, and misspelt keys are at the right place.
  if (told.length > mostTold || told.some(({ code }) => code === "yaml/tab")) return undefined
  const doubted = told.filter(({ code, fix }) => suspicious.has(code) && (code !== "shape/unknown-key" || !fix))
  const lines = [...new Set(doubted.slice(0, mostFindings).flatMap((each) => linesAbout(file, each)))]
  const [first] = lines
  const part = first === undefined ? undefined : partAround(file, first)
  if (part === undefined) return undefined
  const before = keysOf(judge(part.text), part)
  let best: Trial | undefined
  for (const move of lines.flatMap((line) => movesOf(file, line)).slice(0, mostMoves)) {
    if (move.line < part.from || move.line >= part.to) continue
    const after = keysOf(judge(textOf(file, part, move)), part)
    const least = best?.after.size ?? before.size
    // If either of two lines can have moved, the one is reported that was not one step away from its parent.
    const isLikelier = best !== undefined && after.size === least && isStep(file, move) && !isStep(file, best.move)
    const isBetter = after.size < Math.min(before.size, least) || (isLikelier && after.size < before.size)
    // A sibling at the same column is in its right place.
    const isRight = [...after].every((key) => before.has(key) && !isOn(move, key))
    if (isBetter && isRight) best = { move, after }
    if (best?.after.size === 0 && isStep(file, best.move)) break
  }
  if (best === undefined) return undefined
  const { move, after } = best
  const others = told.filter((each) => {
    const key = keyOf(each.code, placeAt(file, each.primary.span.start).line)
    return !before.has(key) || after.has(key)
  })
  return [...others, worded(file, move)]
}

/** Returns whether a moved line is two blanks further right than its parent, as most people write. */
const isStep = (file: SourceFile, { line, indent, dash }: Move): boolean => {
  const parent = parentOf(file, line, indent)
  return dash !== "kept" || indent - (parent === undefined ? -2 : widthAt(file, parent)) === 2
}

interface Trial {
  readonly move: Move
  readonly after: ReadonlySet<string>
}

/** Lines with another indentation: `count` lines from `line` on. */
interface Move {
  readonly line: number
  readonly count: number
  /** The new beginning of the first line, and how far the other lines move with it. */
  readonly indent: number
  readonly dash: "kept" | "added" | "parted"
}

/** Returns the line of a finding, its neighbours, and its parents. */
const linesAbout = (file: SourceFile, { code, primary: { span: at } }: Diagnostic): ReadonlyArray<number> => {
  const { line } = placeAt(file, at.start)
  const here = lineText(file, line).trim() === "" ? (meaningfulLine(file, line, 1) ?? line) : line
  // Mostly a value on the same line is wrong.
  if (code === "shape/wrong-type") return [here]
  const parent = parentOf(file, here, widthAt(file, here))
  const above = meaningfulLine(file, here, -1)
  const before = above === undefined ? undefined : meaningfulLine(file, above, -1)
  return [here, above, parent, meaningfulLine(file, here, 1), before].flatMap((each) => each ?? [])
}

/** Returns the nearest line above that is indented less. */
const parentOf = (file: SourceFile, line: number, indent: number): number | undefined => {
  for (let at = meaningfulLine(file, line, -1); at !== undefined; at = meaningfulLine(file, at, -1))
    if (widthAt(file, at) < indent) return at
  return undefined
}

const isItem = (text: string): boolean => /^\s*-(?:\s|$)/u.test(text)

/** Returns the possible moves of a line, the likeliest first. */
const movesOf = (file: SourceFile, line: number): ReadonlyArray<Move> => {
  const [text, own] = [lineText(file, line), widthAt(file, line)]
  const [above, below] = [meaningfulLine(file, line, -1), meaningfulLine(file, line, 1)]
  const alone = { line, count: 1, indent: own } as const
  const dashes: ReadonlyArray<Move> = /^\s*-[^\s-]/u.test(text)
    ? [{ ...alone, dash: "parted" }]
    : isItem(text)
      ? []
      : itemColumns(file, line).map((indent) => ({ line, count: itemLines(file, line), indent, dash: "added" }))
  const inner = above === undefined ? [] : [widthAt(file, above) + 2]
  const outer = below === undefined ? [] : [widthAt(file, below)]
  const indents = leadingBlanks(text).includes("\t")
    ? [meantIndentation(file, line) ?? own]
    : [...new Set([...enclosing(file, line), ...inner, ...outer])]
        .filter((each) => each !== own)
        .sort((a, b) => Math.abs(a - own) - Math.abs(b - own))
  const size = Math.min(blockLines(file, line, own), mostMoved)
  const counts = [...new Set([1, size, ...Array.from({ length: size }, (_, index) => index + 1)])]
  return [
    ...dashes,
    ...counts.flatMap((count) => indents.map((indent): Move => ({ line, count, indent, dash: "kept" })))
  ]
}

/** Returns the number of lines of an entry: its own line and those below that are indented further. */
const blockLines = (file: SourceFile, line: number, indent: number): number => {
  let last = line
  for (let at = meaningfulLine(file, line, 1); at !== undefined && widthAt(file, at) > indent; )
    [last, at] = [at, meaningfulLine(file, at, 1)]
  return last - line + 1
}

/** Returns the columns of items near a line: those next to it, and those whose keys are in its column. */
const itemColumns = (file: SourceFile, line: number): ReadonlyArray<number> => {
  const [above, below] = [meaningfulLine(file, line, -1), meaningfulLine(file, line, 1)]
  const besides = [above, below].flatMap((each) =>
    each !== undefined && isItem(lineText(file, each)) ? [widthAt(file, each)] : []
  )
  const around = [...enclosing(file, line)].filter((each) => each === widthAt(file, line) - 2)
  return [...new Set([...besides, ...around])]
}

/** Returns the number of lines of an item without its dash: those indented as far, up to the next item. */
const itemLines = (file: SourceFile, line: number): number => {
  const indent = widthAt(file, line)
  let last = line
  for (let at = meaningfulLine(file, line, 1); at !== undefined; at = meaningfulLine(file, at, 1)) {
    if (widthAt(file, at) < indent || isItem(lineText(file, at))) break
    last = at
  }
  return last - line + 1
}

/** Returns a part of a file that can be checked alone: a section with its neighbours, after the head of the file. */
interface Part {
  readonly head: ReadonlyArray<string>
  readonly from: number
  readonly to: number
  readonly text: string
}

const partAround = (file: SourceFile, line: number): Part | undefined => {
  const all = file.text.split("\n")
  const starts = all.flatMap((text, index) => (/^[^\s#]/u.test(text) ? [index + 1] : []))
  const at = starts.findLastIndex((start) => start <= line)
  const from = starts[Math.max(0, at - 1)] ?? 1
  const to = starts[at + 2] ?? all.length + 1
  const head = all.slice(0, from - 1).filter((text) => /^[^\s#:]+:[ \t]+[^\s|>]/u.test(text))
  if (head.length + to - from > mostLines) return undefined
  return { head, from, to, text: [...head, ...all.slice(from - 1, to - 1)].join("\n") }
}

const textOf = (file: SourceFile, { head, from, to }: Part, move: Move): string => {
  const lines = file.text.split("\n").slice(from - 1, to - 1)
  return [...head, ...lines.map((text, index) => movedLine(file, text, index + from, move))].join("\n")
}

const movedLine = (
  file: SourceFile,
  text: string,
  line: number,
  { line: first, count, indent, dash }: Move
): string => {
  if (line < first || line >= first + count || text.trim() === "") return text
  const words = text.slice(leadingBlanks(text).length)
  const begins = line === first
  if (dash === "parted") return `${" ".repeat(indent)}- ${words.slice(1)}`
  if (dash === "added") return `${" ".repeat(indent)}${begins ? "- " : "  "}${words}`
  const further = widthAt(file, line) - widthAt(file, first)
  return `${" ".repeat(Math.max(0, indent + further))}${words}`
}

const keyOf = (code: string, line: number): string => `${code} ${line}`

const isOn = ({ line, count }: Move, key: string): boolean => {
  const at = Number(key.slice(key.indexOf(" ")))
  return at >= line && at < line + count
}

/** Counts findings by code and line of the file. */
const keysOf = (found: ReadonlyArray<Diagnostic>, { head, from }: Part): ReadonlySet<string> =>
  new Set(
    found.map(({ code, primary: { span: at } }) =>
      keyOf(code, placeAt(at.file, at.start).line - head.length + from - 1)
    )
  )

const worded = (file: SourceFile, move: Move): Diagnostic => {
  const { line, count, indent, dash } = move
  const [text, [start]] = [lineText(file, line), lineBounds(file, line)]
  const blanks = leadingBlanks(text)
  const [, end] = lineBounds(file, line + count - 1)
  const lines = Array.from({ length: count }, (_, index) => lineText(file, line + index))
  const fix = {
    span: span(file, start, end),
    text: lines.map((each, index) => movedLine(file, each, line + index, move)).join("\n"),
    title: said((t) => t.fix.move)
  }
  const parent = parentOf(file, line, indent)
  const under = parent === undefined ? undefined : nameOn(lineText(file, parent))
  if (dash !== "kept") {
    const at = span(
      file,
      start + blanks.length,
      start + (dash === "parted" ? blanks.length + 1 : text.trimEnd().length)
    )
    return diagnose("yaml/dash", defined({ under, parted: dash === "parted" }), at, { fix })
  }
  if (blanks.includes("\t"))
    return diagnose("yaml/tab", { indents: true }, span(file, start, start + blanks.length), { fix })
  const isTooDeep = widthAt(file, line) > indent
  return diagnose(
    "yaml/indentation",
    defined({ words: nameOn(text), column: indent + 1, isTooDeep, under }),
    wordsAt(file, line),
    { fix }
  )
}

/** Returns the key that a line begins with, else its dash, else all its words. */
const wordsAt = (file: SourceFile, line: number): Span => {
  const [text, [start]] = [lineText(file, line), lineBounds(file, line)]
  const from = start + leadingBlanks(text).length
  return span(file, from, from + nameOn(text).length)
}

const nameOn = (line: string): string =>
  /^(?:-(?=\s)|[^\s:#{["'-][^:]*(?=:\s|:$))/u.exec(line.trim())?.[0] ?? line.trim()
