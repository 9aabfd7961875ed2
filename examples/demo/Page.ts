/** Describes the page on which the report is printed. */

import { padEnd, widthOf } from "../../packages/hearback/src/cli/terminal/Columns.ts"
import type { Paint } from "../../packages/hearback/src/cli/terminal/Paint.ts"
import type { Language } from "./Words.ts"

/** Settings of the page: its language, its width and its colours. */
export interface Page {
  readonly language: Language
  readonly paint: Paint
  /** Width of the terminal. Units: columns. */
  readonly columns: number
}

/**
 * Places a second text at the right edge of the line, or two columns after the first text where the line is too short.
 */
export const flushRight = (left: string, right: string, columns: number): string =>
  right === "" ? left : `${padEnd(left, Math.max(0, columns - widthOf(right) - 2))}  ${right}`
