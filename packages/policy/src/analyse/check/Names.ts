/** Names that must be one of their kind across the whole policy: a level says which dimension is meant. */
import { related } from "../../diagnostic/Diagnostic.ts"
import { said } from "../../diagnostic/text/Said.ts"
import { entriesOf, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"

/** Says which levels two dimensions share, and which gates stand in both halves of one loop. */
export const names = (r: Reading): void => {
  const levels = new Map<string, Tree>()
  for (const [, dimension] of entriesOf(get(r.root, "grading")))
    for (const item of itemsOf(get(dimension, "levels"))) once(r, "level", levels, item, wordOf(item) ?? "")
  for (const [, loop] of entriesOf(get(r.root, "loops"))) {
    const gates = new Map<string, Tree>()
    for (const side of ["customer-loop", "system-loop"])
      for (const [name, gate] of entriesOf(get(loop, side))) once(r, "gate", gates, gate, name)
  }
}

const once = (r: Reading, kind: "level" | "gate", seen: Map<string, Tree>, tree: Tree, name: string): void => {
  const before = seen.get(name)
  if (before === undefined) {
    seen.set(name, tree)
    return
  }
  r.say(
    "name/duplicate",
    tree,
    { kind, name },
    {
      span: tree.named,
      related: [related(before.named, said("it is declared here", "此处已声明"), true)]
    }
  )
}
