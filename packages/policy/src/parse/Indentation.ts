/**
 * How far a line was meant to be indented whose indentation YAML does not read: by tabs, by blanks that do not break,
 * by full-width blanks. Of the widths that it may mean, the one is taken that fits the lines around it.
 */
import { lineBounds, lineText, type SourceFile, type Span, span } from "../source/SourceFile.ts"

/** How many lines above are looked at for what encloses a line. */
const most = 200

/** Blanks and tabs at the beginning of a line, of any width. */
const blanks = /^[\t \u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]*/u

/** Returns where the indentation of a line stands. */
export const indentationAt = (file: SourceFile, line: number): Span => {
  const [start] = lineBounds(file, line)
  return span(file, start, start + leading(lineText(file, line)).length)
}

/** Returns how many blanks a line was meant to begin with; nothing where no width fits the lines around it. */
export const meantIndentation = (file: SourceFile, line: number): number | undefined => {
  const own = leading(lineText(file, line))
  const widths = own.includes("\t") ? [2, 4, 8].map((tab) => widthOf(own, tab)) : [widthOf(own, 2), plainBlanks(own)]
  const above = meaningful(file, line, -1)
  if (above === undefined) return widths.find((width) => width === 0)
  const [text, indent] = [lineText(file, above), indentOf(file, above)]
  const below = meaningful(file, line, 1)
  const next = below === undefined ? 0 : indentOf(file, below)
  if (opens(text)) return widths.find((width) => width === next && next > indent) ?? widths.find((one) => one > indent)
  const around = [...enclosing(file, line)]
  // Blanks are as wide as they look; how wide a tab looks depends on who looks.
  if (!own.includes("\t")) return widths.find((width) => around.includes(width))
  const fitting = around.filter((width) => widths.includes(width))
  // What stands below says more than what stands above: it is held by the line, or is its neighbour.
  const told = opens(lineText(file, line))
    ? fitting.filter((width) => width < next)
    : fitting.filter((one) => one === next)
  return told[0] ?? fitting[0]
}

/** Whether the lines below belong to a line. */
const opens = (text: string): boolean => /:\s*(?:#.*)?$/u.test(text)

const leading = (text: string): string => blanks.exec(text)?.[0] ?? ""

/** A full-width blank is as wide as two. */
const widthOf = (indentation: string, tab: number): number =>
  [...indentation].reduce((sum, sign) => sum + (sign === "\t" ? tab : sign === "\u3000" ? 2 : 1), 0)

const plainBlanks = (indentation: string): number => [...indentation].filter((sign) => sign === " ").length

const indentOf = (file: SourceFile, line: number): number => widthOf(leading(lineText(file, line)), 2)

/** Returns the nearest line above or below that says something. */
const meaningful = (file: SourceFile, line: number, step: 1 | -1): number | undefined => {
  for (let at = line + step; at >= 1 && Math.abs(at - line) <= most; at += step) {
    const [start] = lineBounds(file, at)
    if (step === 1 && start >= file.text.length) return undefined
    const words = lineText(file, at).slice(leading(lineText(file, at)).length)
    if (words !== "" && !words.startsWith("#")) return at
  }
  return undefined
}

/** Returns the columns at which something is open above a line, the nearest first: its neighbour, and all around that. */
const enclosing = (file: SourceFile, line: number): ReadonlySet<number> => {
  const found = new Set<number>()
  let least = Number.POSITIVE_INFINITY
  for (let at = meaningful(file, line, -1); at !== undefined && least > 0; at = meaningful(file, at, -1)) {
    const indent = indentOf(file, at)
    if (indent >= least) continue
    least = indent
    found.add(indent)
    // A map that is the item of a list begins behind the dash.
    const [, dash = ""] = /^(-\s+)\S/u.exec(lineText(file, at).slice(leading(lineText(file, at)).length)) ?? []
    if (dash !== "") found.add(indent + dash.length)
  }
  return found
}
