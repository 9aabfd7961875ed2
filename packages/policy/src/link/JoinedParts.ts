/** Joins the parts of one policy. They are not merged: the same entry in two parts is an error. */
import { type MapTree, step, type Tree } from "./Tree.ts"

/** Maps whose entries can be spread over several files, because their keys belong to the language. */
const shared = new Set(["", "intake", "dictionary", "ownership", "authority", "learning", "customers", "sending"])
/** Maps whose keys are names that the author chose. */
const named = new Set([
  "roles",
  "departments",
  "customers.consent",
  "facts",
  "calendars",
  "channels",
  "dictionary.kinds",
  "dictionary.categories",
  "dictionary.emotions",
  "dictionary.signals",
  "grading",
  "alarms",
  "loops",
  "endings",
  "clocks",
  "authority.limits",
  "messages",
  "learning.targets",
  "learning.reviews"
])
/** Lists to which further files can add items. */
const lists = new Set(["events", "assume", "accepted-findings"])

/** An entry that two parts have. */
export interface Twice {
  readonly path: string
  readonly first: Tree
  readonly second: Tree
}

/** Joins a part to the policy so far; `twice` is called with each entry that both have. */
export const join = (whole: MapTree, part: MapTree, twice: (found: Twice) => void, path = ""): MapTree => {
  const entries = new Map(whole.entries)
  for (const [key, second] of part.entries) {
    const here = step(path, key)
    const first = entries.get(key)
    if (first === undefined) entries.set(key, second)
    else if (first._tag === "Map" && second._tag === "Map" && (shared.has(here) || named.has(here)))
      entries.set(key, join(first, second, twice, here))
    else if (first._tag === "List" && second._tag === "List" && lists.has(here))
      entries.set(key, { ...first, items: [...first.items, ...second.items] })
    else twice({ path: here, first, second })
  }
  return { ...whole, entries }
}
