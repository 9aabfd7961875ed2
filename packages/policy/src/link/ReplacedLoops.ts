/** Finds loops of a pack that a policy writes again under its own name, such as a name in another language. */
import { content } from "./Merge.ts"
import { dig, entriesOf, get, type MapTree, type Tree } from "./Tree.ts"

/** A loop of a pack that a loop of the policy replaces. */
export interface Replaced {
  /** The name and the tree of the inherited loop. */
  readonly name: string
  readonly was: Tree
  /** The name and the tree of the loop that replaces it. */
  readonly by: string
  readonly now: Tree
}

/** Returns the inherited loops with the same `when` as a loop of `own`, which is used for these cases instead. */
export const replacedLoops = (inherited: Tree, own: MapTree): readonly Replaced[] => {
  const mine = entriesOf(get(own, "loops"))
  const theirs = entriesOf(get(inherited, "loops"))
  return theirs.flatMap(([name, was]) => {
    const when = get(was, "when")
    if (when === undefined || dig(own, "loops", name) !== undefined) return []
    const found = mine.find(([by, now]) => {
      const its = get(now, "when")
      return get(get(inherited, "loops"), by) === undefined && its !== undefined && content(its) === content(when)
    })
    return found === undefined ? [] : [{ name, was, by: found[0], now: found[1] }]
  })
}

/** Returns the tree without these loops. */
export const withoutLoops = (tree: MapTree, names: readonly string[]): MapTree => {
  const loops = get(tree, "loops")
  if (loops?._tag !== "Map" || names.length === 0) return tree
  const entries = new Map([...loops.entries].filter(([name]) => !names.includes(name)))
  return { ...tree, entries: new Map(tree.entries).set("loops", { ...loops, entries }) }
}
