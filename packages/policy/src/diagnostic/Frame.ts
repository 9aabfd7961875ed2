/** Renders a line of a file with carets under a span, for a terminal. */
import stringWidth from "fast-string-width"
import { lineText, placeAt, type Span } from "../source/SourceFile.ts"

/** The longest line that is shown whole; a longer one is cut around the span. Units: UTF-16 code units. */
const widest = 150

/** The parts of a rendered line. */
export interface Frame {
  /** The line's number, from 1. */
  readonly number: string
  readonly code: string
  readonly indent: string
  readonly carets: string
}

/** Returns the frame of a span's first line. A span over several lines is marked to the end of its first line. */
export function frameOf(at: Span): Frame {
  const { line, column } = placeAt(at.file, at.start)
  const whole = lineText(at.file, line)
  const length = Math.max(0, Math.min(at.end - at.start, whole.length - column + 1))
  const from = whole.length <= widest ? 0 : Math.max(0, Math.min(column - 1 - widest / 2, whole.length - widest))
  const cut = whole.slice(from, from + widest)
  const start = column - 1 - from
  const [lead, tail] = [from > 0 ? "…" : "", from + widest < whole.length ? "…" : ""]
  return {
    number: String(line),
    code: shown(`${lead}${cut}${tail}`),
    indent: " ".repeat(widthOf(shown(lead + cut.slice(0, start)))),
    carets: "^".repeat(Math.max(1, widthOf(shown(cut.slice(start, start + length)))))
  }
}

/**
 * Returns how many columns of a terminal a text takes: two for a wide East Asian letter, none for a combining mark.
 */
export const widthOf = (text: string): number => stringWidth(text)

/** Replaces tabs by one blank, and control characters by a sign, so that none reaches the terminal. */
const shown = (text: string): string => text.replace(/\t/g, " ").replace(/\p{Cc}/gu, "\ufffd")
