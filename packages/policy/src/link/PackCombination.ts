/**
 * Combines several packs that one policy extends, key by key. If two of them set one key differently, the policy
 * itself must set it. If one of them replaced a value of a pack that both extend, its value wins.
 */
import { content } from "./Merge.ts"
import { type MapTree, step, type Tree } from "./Tree.ts"

/** A key that two packs set differently; `second` is used until the policy sets it. */
export interface Conflict {
  readonly path: readonly string[]
  readonly first: Tree
  readonly second: Tree
}

/** Combines two extended packs. */
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

/** Returns whether one value replaced the other, directly or through others. */
const replaces = (value: Tree, other: Tree): boolean => {
  for (let under = value.over; under !== undefined; under = under.over) if (under === other) return true
  return false
}

/** Renders steps as a policy path. */
export const renderSteps = (steps: readonly string[]): string => steps.reduce(step, "")
