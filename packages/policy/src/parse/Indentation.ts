/**
 * Guesses the intended indentation of a line that YAML cannot read: tabs, non-breaking blanks, full-width blanks.
 * Among the possible widths, the one is taken that fits the lines around it.
 */
import { lineBounds, lineText, type SourceFile, type Span, span } from "../source/SourceFile.ts"

/** The most lines above a line that are searched for its parents. */
const most = 200

/** Blanks and tabs at the beginning of a line, of any width. */
const blanks = /^[\t \u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]*/u

/** Returns the span of a line's indentation. */
export const indentationAt = (file: SourceFile, line: number): Span => {
  const [start] = lineBounds(file, line)
  return span(file, start, start + leadingBlanks(lineText(file, line)).length)
}

/** Returns how many blanks a line was meant to begin with; undefined if no width fits the lines around it. */
export const meantIndentation = (file: SourceFile, line: number): number | undefined => {
  const own = leadingBlanks(lineText(file, line))
  const widths = own.includes("\t") ? [2, 4, 8].map((tab) => widthOf(own, tab)) : [widthOf(own, 2), plainBlanks(own)]
  const above = meaningfulLine(file, line, -1)
  if (above === undefined) return widths.find((width) => width === 0)
  const [text, indent] = [lineText(file, above), widthAt(file, above)]
  const below = meaningfulLine(file, line, 1)
  const next = below === undefined ? 0 : widthAt(file, below)
  if (opens(text)) return widths.find((width) => width === next && next > indent) ?? widths.find((one) => one > indent)
  const around = [...enclosing(file, line)]
  // Blanks are as wide as they look, but the width of a tab depends on the editor.
  if (!own.includes("\t")) return widths.find((width) => around.includes(width))
  const fitting = around.filter((width) => widths.includes(width))
  // The line below says more than the one above, because it is a child or a neighbour of this line.
  const told = opens(lineText(file, line))
    ? fitting.filter((width) => width < next)
    : fitting.filter((one) => one === next)
  return told[0] ?? fitting[0]
}

/**
 * Returns the columns, counted from 1, in which a line may begin after those above: below an open key first, then the
 * nearest.
 */
export const columnsFor = (file: SourceFile, line: number): readonly number[] => {
  const above = meaningfulLine(file, line, -1)
  if (above === undefined) return [1]
  const own = widthAt(file, line)
  const around = [...enclosing(file, line)].sort((a, b) => Math.abs(a - own) - Math.abs(b - own))
  const inside = opens(lineText(file, above)) ? [widthAt(file, above) + 2] : []
  return [...inside, ...around].slice(0, 2).map((width) => width + 1)
}

/** Returns whether the lines below a line are its children. */
const opens = (text: string): boolean => /:\s*(?:#.*)?$/u.test(text)

/** Returns the blanks and tabs that a line begins with. */
export const leadingBlanks = (text: string): string => blanks.exec(text)?.[0] ?? ""

const wordsOn = (file: SourceFile, line: number): string => {
  const text = lineText(file, line)
  return text.slice(leadingBlanks(text).length)
}

/** Returns the width of blanks; a full-width blank counts as two. */
const widthOf = (indentation: string, tab: number): number =>
  [...indentation].reduce((sum, sign) => sum + (sign === "\t" ? tab : sign === "\u3000" ? 2 : 1), 0)

const plainBlanks = (indentation: string): number => [...indentation].filter((sign) => sign === " ").length

/** Returns the width of a line's indentation. */
export const widthAt = (file: SourceFile, line: number): number => widthOf(leadingBlanks(lineText(file, line)), 2)

/** Returns the nearest line above or below that is neither blank nor a comment. */
export const meaningfulLine = (file: SourceFile, line: number, step: 1 | -1): number | undefined => {
  for (let at = line + step; at >= 1 && Math.abs(at - line) <= most; at += step) {
    const [start] = lineBounds(file, at)
    if (step === 1 && start >= file.text.length) return undefined
    const words = wordsOn(file, at)
    if (words !== "" && !words.startsWith("#")) return at
  }
  return undefined
}

/**
 * Returns the columns at which something is open above a line, the nearest first: its neighbour, and everything
 * around it.
 */
export const enclosing = (file: SourceFile, line: number): ReadonlySet<number> => {
  const found = new Set<number>()
  let least = Number.POSITIVE_INFINITY
  for (let at = meaningfulLine(file, line, -1); at !== undefined && least > 0; at = meaningfulLine(file, at, -1)) {
    const indent = widthAt(file, at)
    if (indent >= least) continue
    least = indent
    found.add(indent)
    // A map that is a list item begins behind the dash.
    const [, dash = ""] = /^(-\s+)\S/u.exec(wordsOn(file, at)) ?? []
    if (dash !== "") found.add(indent + dash.length)
  }
  return found
}
