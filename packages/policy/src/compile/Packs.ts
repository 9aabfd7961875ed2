/** The packs of this package: their texts and trees, generated from the folder `packs`. */
import { texts, trees } from "../generated/packs.js"
import type { Node } from "../source/Node.ts"
import type { SourceFile } from "../source/SourceFile.ts"
import { type StoredTree, treeIn } from "../source/StoredTree.ts"

const known: ReadonlyMap<string, string> = new Map(Object.entries(texts))

/** Returns the texts of the packs of this package by name, such as `pack:base`. */
export const packs = (): ReadonlyMap<string, string> => known

/** Returns the parsed tree of a frequent pack, with English keys; undefined for any other file. */
export const packTree = (file: SourceFile): Node | undefined => {
  const stored = known.get(file.path) === file.text ? trees[file.path] : undefined
  return stored === undefined ? undefined : treeIn(file, JSON.parse(stored) as StoredTree)
}
