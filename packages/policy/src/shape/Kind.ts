/** Recognises the kind of a file by keys that only this kind has. */

import type { FileKind } from "../outline/Outline.ts"
import { entryOf, type Node } from "../source/Node.ts"

const has = (tree: Node, ...keys: ReadonlyArray<string>): boolean =>
  keys.some((key) => entryOf(tree, key) !== undefined)

/** Returns the kind of file of a tree; a policy if nothing indicates another kind. */
export const kindOf = (tree: Node): FileKind => {
  if (has(tree, "scenarios", "场景")) return "scenario"
  if (has(tree, "simulation", "模拟")) return "simulation"
  if (has(tree, "mapping", "日志映射")) return "log"
  if (has(tree, "policy", "策略", "pack", "策略包", "part-of", "属于")) return "policy"
  return has(tree, "people", "人员") ? "people" : "policy"
}

/** Returns the real kind of a file that is certainly not of the expected kind; undefined otherwise. */
export const otherKind = (tree: Node, asked: FileKind): FileKind | undefined => {
  const found = kindOf(tree)
  if (asked === "mapping" || found === asked) return undefined
  // A scenario file names a policy, too, so one without scenarios is only unfinished.
  const isPolicy = has(tree, "language", "语言", "extends", "继承", "part-of", "属于")
  return found !== "policy" || isPolicy ? found : undefined
}
