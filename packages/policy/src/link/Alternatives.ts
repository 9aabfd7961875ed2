/** Keys of which an entry has one: an heir who writes the one takes the other out that was inherited. */
import { entriesOf, get, type MapTree } from "./Tree.ts"

/** Sections of entries, and the two keys of which each entry has one. */
const alternatives = [
  ["facts", "type", "one-of"],
  ["messages", "text", "file"]
] as const

/** Returns what is inherited without the values that `own` says in another way. */
export const withoutAlternatives = (inherited: MapTree, own: MapTree): MapTree => {
  const sections = new Map(inherited.entries)
  for (const [section, one, other] of alternatives) {
    const was = sections.get(section)
    if (was?._tag !== "Map") continue
    const entries = new Map(was.entries)
    for (const [name, entry] of entriesOf(get(own, section))) {
      const before = entries.get(name)
      const [hasOne, hasOther] = [get(entry, one) !== undefined, get(entry, other) !== undefined]
      if (before?._tag === "Map" && hasOne !== hasOther) entries.set(name, without(before, hasOne ? other : one))
    }
    sections.set(section, { ...was, entries })
  }
  return { ...inherited, entries: sections }
}

const without = (tree: MapTree, key: string): MapTree => ({
  ...tree,
  entries: new Map([...tree.entries].filter(([each]) => each !== key))
})
