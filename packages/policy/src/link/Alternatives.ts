/** Keys that exclude each other: an heir that writes one of them removes the inherited others. */
import { entriesOf, get, type MapTree } from "./Tree.ts"

/** For each section, the keys of which an entry has only one. */
const alternatives: readonly (readonly [section: string, ...keys: readonly string[]])[] = [
  ["facts", "type", "one-of", "some-of", "scale"],
  ["messages", "text", "file"],
  ["channels", "question", "questions"]
]

/** Returns inherited entries without the values that `own` gives by another key. */
export const withoutAlternatives = (inherited: MapTree, own: MapTree): MapTree => {
  const sections = new Map(inherited.entries)
  for (const [section, ...keys] of alternatives) {
    const was = sections.get(section)
    if (was?._tag !== "Map") continue
    const entries = new Map(was.entries)
    for (const [name, entry] of entriesOf(get(own, section))) {
      const before = entries.get(name)
      const said = keys.filter((key) => get(entry, key) !== undefined)
      if (before?._tag === "Map" && said.length === 1) entries.set(name, without(before, keys, said))
    }
    sections.set(section, { ...was, entries })
  }
  return { ...inherited, entries: sections }
}

const without = (tree: MapTree, keys: readonly string[], said: readonly string[]): MapTree => ({
  ...tree,
  entries: new Map([...tree.entries].filter(([each]) => !keys.includes(each) || said.includes(each)))
})
