/**
 * How several packs that one policy extends come together: by key, and where two of them set one key differently,
 * the policy itself must settle it. A pack that replaced a value of a pack below both wins without a word.
 */
import { content } from "./Merge.ts"
import { type MapTree, step, type Tree } from "./Tree.ts"

/** Two packs disagree; `second` stands until somebody settles it. */
export interface Conflict {
  readonly path: readonly string[]
  readonly first: Tree
  readonly second: Tree
}

/** Lays two extended packs side by side. */
export const combine = (
  one: MapTree,
  other: MapTree,
  conflict: (found: Conflict) => void,
  path: readonly string[] = []
): MapTree => {
  const entries = new Map(one.entries)
  for (const [key, second] of other.entries) {
    const first = entries.get(key)
    if (first === undefined || replaces(second, first)) entries.set(key, second)
    else if (first === second || replaces(first, second)) continue
    else if (first._tag === "Map" && second._tag === "Map")
      entries.set(key, combine(first, second, conflict, [...path, key]))
    else if (content(first) !== content(second)) {
      conflict({ path: [...path, key], first, second })
      entries.set(key, second)
    }
  }
  return { ...one, entries }
}

/** Returns whether one value was written over the other, in however many steps. */
const replaces = (value: Tree, other: Tree): boolean => {
  for (let under = value.over; under !== undefined; under = under.over) if (under === other) return true
  return false
}

export const renderSteps = (steps: readonly string[]): string => steps.reduce(step, "")
