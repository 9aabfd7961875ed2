/** Checks names that must be unique in the whole policy, because a level alone must identify its dimension. */
import { related } from "../../diagnostic/Diagnostic.ts"
import { entriesOf, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"

/** Reports levels that two dimensions share, and gates that are in both halves of one loop. */
export const names = (reading: Reading): void => {
  for (const [section, tree] of entriesOf(reading.root))
    if (section !== "dictionary" && section !== "accepted-findings") twice(reading, tree)
  const levels = new Map<string, Tree>()
  for (const [, dimension] of entriesOf(get(reading.root, "grading")))
    for (const item of itemsOf(get(dimension, "levels"))) once(reading, "level", levels, item, wordOf(item) ?? "")
  for (const [, loop] of entriesOf(get(reading.root, "loops"))) {
    const gates = new Map<string, Tree>()
    for (const side of ["customer-loop", "system-loop"])
      for (const [name, gate] of entriesOf(get(loop, side))) once(reading, "gate", gates, gate, name)
  }
}

/**
 * Lists in which a repeated entry is allowed or checked elsewhere: words of the dictionary, scales and conditions.
 */
const others: ReadonlySet<string> = new Set(
  "words negation stronger weaker surface-causes levels emotions scale when open-when never rules kind-by-score".split(
    " "
  )
)

/** Reports lists of the policy itself that contain the same entry twice. */
const twice = (reading: Reading, tree: Tree, key = ""): void => {
  if (others.has(key) || reading.isFaulty(tree.path)) return
  if (tree._tag === "Map") for (const [name, value] of tree.entries) twice(reading, value, name)
  if (tree._tag !== "List") return
  const seen = new Map<string, Tree>()
  for (const item of tree.items) {
    twice(reading, item)
    const word = wordOf(item)
    const before = seen.get(word ?? "")
    if (word === undefined) continue
    if (before === undefined) seen.set(word, item)
    else if (item.span.file === reading.root.span.file)
      reading.say(
        "shape/item-twice",
        item,
        { item: word },
        {
          related: [
            related(
              before.span,
              said((t) => t.place.before),
              true
            )
          ]
        }
      )
  }
}

const once = (reading: Reading, kind: "level" | "gate", seen: Map<string, Tree>, tree: Tree, name: string): void => {
  const before = seen.get(name)
  if (before === undefined) {
    seen.set(name, tree)
    return
  }
  reading.say(
    "name/duplicate",
    tree,
    { kind, name },
    {
      span: tree.named,
      related: [
        related(
          before.named,
          said((t) => t.place.declared),
          true
        )
      ]
    }
  )
}
