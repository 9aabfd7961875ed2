/** Compares two trees by meaning, regardless of the order of keys and of quotes. */
import type { MapNode, Node } from "../source/Node.ts"
import type { Span } from "../source/SourceFile.ts"

/** Returns the first place of a tree whose meaning differs from the other tree; undefined if both mean the same. */
export const difference = (one: Node, other: Node): { readonly span: Span } | undefined => {
  if (one._tag === "Scalar") return other._tag === "Scalar" && one.value === other.value ? undefined : one
  if (one._tag === "List") {
    if (other._tag !== "List" || other.items.length !== one.items.length) return one
    return first(one.items.map((item, index) => difference(item, other.items[index] ?? one)))
  }
  if (other._tag !== "Map" || other.entries.length !== one.entries.length) return firstKey(one) ?? one
  return first(
    one.entries.map(({ key, value }) => {
      const same = other.entries.find((entry) => entry.key.text === key.text)
      return same === undefined ? key : difference(value, same.value)
    })
  )
}

const first = <T>(found: ReadonlyArray<T | undefined>): T | undefined => found.find((each) => each !== undefined)

const firstKey = ({ entries }: MapNode) => entries[0]?.key
