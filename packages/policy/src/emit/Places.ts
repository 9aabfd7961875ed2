/** Collects the places of all entries and rows of the merged policy. */

import type { Bundle, PolicyPlace } from "../bundle/Bundle.ts"
import type { Tree } from "../link/Tree.ts"
import { placeAt, type Span } from "../source/SourceFile.ts"

/**
 * Returns the place of every entry, row and value by its policy path. The place of a map is its key, that of anything
 * else its value.
 */
export const placesOf = (root: Tree): Bundle["places"] => {
  const places: Record<string, PolicyPlace> = Object.create(null)
  const visit = (tree: Tree): void => {
    if (tree.path !== "") places[tree.path] = placeOf(tree._tag === "Map" ? tree.named : tree.span)
    if (tree._tag === "Map") for (const value of tree.entries.values()) visit(value)
    if (tree._tag === "List") for (const item of tree.items) visit(item)
  }
  visit(root)
  return { ...places }
}

const placeOf = (span: Span): PolicyPlace => ({ file: span.file.path, ...placeAt(span.file, span.start) })
