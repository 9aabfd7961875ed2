/** Reads durations and points on a clock, and reports what is wrong with one. */

import type { ClockPoint, Target } from "../bundle/Bundle.ts"
import { type Tree, wordOf } from "../link/Tree.ts"
import { parseDuration, parsePoint } from "../value/Duration.ts"
import { lengthMeant } from "../value/MeantQuantity.ts"
import type { Reading } from "./Reading.ts"

/** Reads a duration; undefined if none is written, or if a finding was added. */
export const lengthOf = (reading: Reading, tree: Tree | undefined): Target | undefined => {
  const text = wordOf(tree)
  if (tree === undefined || text === undefined || text === "") return undefined
  const target = parseDuration(text)
  if (target === undefined) reading.say("value/bad-length", tree, { found: text, ...lengthMeant(text) })
  return target
}

/** Reads a point on a clock. */
export const pointOf = (reading: Reading, tree: Tree | undefined): ClockPoint | undefined => {
  const text = wordOf(tree)
  if (tree === undefined || text === undefined) return undefined
  const point = parsePoint(text)
  if (point === undefined) reading.say("value/bad-point", tree, { found: text })
  return point
}
