/** The page that the report is written on. */

import { padEnd, widthOf } from "../../packages/hearback/src/cli/terminal/Columns.ts"
import type { Paint } from "../../packages/hearback/src/cli/terminal/Paint.ts"
import type { Language } from "./Words.ts"

export interface Page {
  readonly language: Language
  readonly paint: Paint
  /** Columns of the terminal. */
  readonly columns: number
}

/** Puts a second text flush right on the line; it stands two columns behind the first where that is too long. */
export const flushRight = (left: string, right: string, columns: number): string =>
  right === "" ? left : `${padEnd(left, Math.max(0, columns - widthOf(right) - 2))}  ${right}`
