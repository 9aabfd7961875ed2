/**
 * Finds names that look like others: letters of two scripts in one name, or two names of one sort that look the same.
 */
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, entriesOf, type Tree } from "../../link/Tree.ts"
import type { DeclaredSort } from "../../read/Names.ts"
import { mean, type Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { lookOf, strayIn } from "../../value/LookAlike.ts"

const sorts: readonly DeclaredSort[] = [
  "role",
  "department",
  "fact",
  "event",
  "calendar",
  "channel",
  "category",
  "emotion",
  "signal",
  "dimension",
  "level",
  "loop",
  "gate",
  "message",
  "question"
]

/** Reports names of the policy itself that mix scripts, and names that look like another of their sort. */
export const lookAlikes = (reading: Reading): void => {
  for (const sort of sorts) one(reading, sort, reading.names[sort])
  one(reading, "clock", new Map(entriesOf(dig(reading.root, "clocks"))))
}

const one = (reading: Reading, kind: DeclaredSort, names: ReadonlyMap<string, Tree | undefined>): void => {
  const seen = new Map<string, readonly [string, Tree | undefined]>()
  const isOwn = (tree: Tree | undefined): boolean => tree?.named.file.path.startsWith("pack:") === false
  // Names of packs come first, so that of two look-alikes the policy's own name is reported.
  const sorted = [...names].sort(([, a], [, b]) => Number(isOwn(a)) - Number(isOwn(b)))
  for (const [name, tree] of sorted) {
    const [stray, look] = [strayIn(name), lookOf(name)]
    const twin = seen.get(look)
    if (twin === undefined) seen.set(look, [name, tree])
    if (tree === undefined || !isOwn(tree) || (stray === undefined && twin === undefined)) continue
    const span = kind === "event" || kind === "level" ? tree.span : tree.named
    mean(reading, name, { name: stray?.plain ?? name, span })
    if (stray !== undefined) {
      reading.excused.add(stray.plain)
      reading.say("name/mixed-scripts", tree, { kind, name, ...stray }, { span })
    } else if (twin !== undefined) {
      const [other, there] = twin
      const place =
        there === undefined
          ? []
          : [
              related(
                there.named,
                said((t) => t.place.otherName),
                true
              )
            ]
      reading.say("name/look-alike", tree, { kind, name, other }, { span, related: place })
    }
  }
}
