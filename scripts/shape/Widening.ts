// Checks whether a shape accepts everything that an older one accepted.
import type { EventShape } from "../../packages/engine/src/record/shape/Shape.ts"

const bare = (name: string): string => name.replace(/[?~]$/u, "")
/** Returns how much of a field may be absent: a larger number allows more. */
const laxity = (name: string): number => ["~", "?"].indexOf(name.at(-1) ?? "") + 1

/** Returns what an older shape accepts and a newer one does not; undefined if the newer one accepts everything. */
export const narrowed = (older: EventShape, newer: EventShape, path = ""): string | undefined => {
  const here = path === "" ? "it" : `\`${path}\``
  if (typeof older === "object" && "any" in older) {
    for (const one of older.any) {
      const lost = narrowed(one, newer, path)
      if (lost !== undefined) return lost
    }
    return undefined
  }
  if (typeof newer === "object" && "any" in newer)
    return newer.any.some((one) => narrowed(older, one, path) === undefined)
      ? undefined
      : `${here} no longer has one of its forms`
  if (typeof older === "string" || typeof newer === "string")
    return older === newer || isWordOf(older, newer) ? undefined : `${here} is of another kind`
  if ("is" in older && "is" in newer) {
    const gone = older.is.filter((word) => !newer.is.includes(word))
    return gone.length === 0 ? undefined : `${here} is no longer ${gone.join(", ")}`
  }
  if ("list" in older && "list" in newer) return narrowed(older.list, newer.list, `${path}.*`)
  if ("map" in older && "map" in newer) return narrowed(older.map, newer.map, `${path}.*`)
  if ("row" in older && "row" in newer)
    return older.row.length === newer.row.length
      ? older.row.map((one, n) => narrowed(one, newer.row[n] ?? one, `${path}.${n}`)).find((lost) => lost !== undefined)
      : `${here} is of another length`
  if (!("has" in older && "has" in newer)) return `${here} is of another kind`
  return narrowedFields(older.has, newer.has, path)
}

/** Returns whether a text has become one of these words. */
const isWordOf = (older: EventShape, newer: EventShape): boolean =>
  typeof older === "object" && "is" in older && older.is.every((word) => typeof word === "string") && newer === "text"

type Fields = Readonly<Record<string, EventShape>>

const narrowedFields = (older: Fields, newer: Fields, path: string): string | undefined => {
  const names = new Map(Object.keys(newer).map((name) => [bare(name), name]))
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`)
  for (const [written, shape] of Object.entries(older)) {
    const name = names.get(bare(written))
    const now = name === undefined ? undefined : newer[name]
    if (name === undefined || now === undefined) return `\`${at(bare(written))}\` is gone`
    if (laxity(name) < laxity(written)) return `\`${at(bare(written))}\` has to be there`
    const lost = narrowed(shape, now, at(bare(written)))
    if (lost !== undefined) return lost
  }
  const known = new Set(Object.keys(older).map(bare))
  const added = Object.keys(newer).find((name) => !known.has(bare(name)) && !name.endsWith("?"))
  return added === undefined ? undefined : `\`${at(bare(added))}\` has to be there`
}
