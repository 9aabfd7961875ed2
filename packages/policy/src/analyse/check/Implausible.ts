/** Finds durations, counts and shares that are probably a typing error or have the wrong unit. */
import { Instant } from "@hearback/core"
import type { Target } from "../../bundle/Bundle.ts"
import type { Tree } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { parseDuration } from "../../value/Duration.ts"

interface Bounds {
  readonly least?: string
  readonly most?: string
}

/** The bounds of each key. A key that is in several maps is written with the key of its map. */
const bounds: Readonly<Record<string, Bounds>> = {
  observe: { least: "1 day" },
  depth: { most: "10" },
  rounds: { most: "20" },
  "sure-above": { least: "10%", most: "99%" },
  "same-case.alike": { least: "50%" },
  "same-case.within": { least: "1 hour" },
  "problems.within": { least: "1 day" },
  "silence.after": { least: "1 hour" },
  "silence.attempts": { most: "20" },
  "extend.each": { most: "1 year" },
  "extend.times": { most: "20" },
  "dissatisfied.within": { least: "1 day" },
  "recurrence.within": { least: "1 day" },
  lasts: { least: "1 day" },
  pause: { most: "1 year" }
}

/** Reports values of the policy itself that are far outside what is usual for their key. */
export const implausible = (reading: Reading): void => visit(reading, reading.root, "", "")

const visit = (reading: Reading, tree: Tree, key: string, inside: string): void => {
  const own = `${inside}.${key}`
  const known = Object.hasOwn(bounds, own) ? own : Object.hasOwn(bounds, key) ? key : undefined
  if (known !== undefined) judge(reading, tree, key, bounds[known] ?? {})
  if (tree._tag === "List") for (const item of tree.items) visit(reading, item, key, inside)
  if (tree._tag === "Map") for (const [name, value] of tree.entries) visit(reading, value, name, key)
}

/** Checks a single value, or a value for each level. */
const judge = (reading: Reading, tree: Tree, key: string, within: Bounds): void => {
  if (tree._tag === "Map") for (const value of tree.entries.values()) judge(reading, value, key, within)
  const { least, most } = within
  if (tree._tag !== "Scalar" || tree.named.file.path.startsWith("pack:") || reading.isFaulty(tree.path)) return
  const size = sizeOf(tree.text)
  if (size === undefined) return
  if (least !== undefined && size < (sizeOf(least) ?? 0))
    reading.say("value/implausible", tree, { key, found: tree.text, bound: least, is: "less" })
  if (most !== undefined && size > (sizeOf(most) ?? size))
    reading.say("value/implausible", tree, { key, found: tree.text, bound: most, is: "more" })
}

/** Returns a number, a share, or a duration in ms. */
const sizeOf = (text: string): number | undefined => {
  const number = /^(\d+(?:\.\d+)?)\s*[%％]?$/.exec(text.trim())?.[1]
  if (number !== undefined) return Number(number)
  const target = parseDuration(text)
  return target && msOf(target)
}

const msOf = (target: Target): number => {
  if (target._tag === "Elapsed" || target._tag === "Working") return target.ms
  return (target._tag === "Civil" ? target.months * 30.4375 + target.days : target.days) * Instant.DAY
}
