/** The packs of this package: their texts and trees, generated from the folder `packs`. */
import { texts, trees } from "../generated/packs.js"
import type { Node } from "../source/Node.ts"
import type { SourceFile } from "../source/SourceFile.ts"
import { type StoredTree, treeIn } from "../source/StoredTree.ts"
import { turn } from "../translation/Turn.ts"
import { keysOf } from "../vocabulary/KeyLanguage.ts"

const known: ReadonlyMap<string, string> = new Map(Object.entries(texts))

/** Returns the texts of the packs of this package by name, such as `pack:base`. */
export const packs = (): ReadonlyMap<string, string> => known

/** Returns the tree of a common pack, with English keys, without reading its text anew; undefined for any other file. */
export const packTree = (file: SourceFile): Node | undefined => {
  const stored = known.get(file.path) === file.text ? trees[file.path] : undefined
  if (stored === undefined) return undefined
  const tree = treeIn(file, JSON.parse(stored) as StoredTree)
  const from = keysOf(file)
  return from === "en" ? tree : turn(tree, { kind: "policy", from, to: "en", whole: false }).tree
}
