/** The keys of a kind of file, from its schema, and their places in a file. */
import { type FileKind, type FileOutline, languageOf, type Outline } from "../../src/outline/Outline.ts"
import type { Node } from "../../src/source/Node.ts"

/** Returns every key of a kind of file as `Definition.key`; keys of the file itself are `File.key`. */
export const keysIn = (kind: FileKind): readonly string[] => {
  const { root } = languageOf(kind)
  const all = [["File", root] as const, ...Object.entries(root.$defs ?? {})]
  return all.flatMap(([name, { properties = {} }]) => Object.keys(properties).map((key) => `${name}.${key}`))
}

interface Occurrence {
  readonly id: string
  readonly path: readonly (string | number)[]
}

/** Returns every key of a file with its path. */
export const occurrencesIn = (
  language: FileOutline,
  node: Node,
  given: Outline,
  path: Occurrence["path"] = [],
  name = "File"
): readonly Occurrence[] => {
  const own = given.$ref === undefined ? name : given.$ref.slice("#/$defs/".length)
  const outline = language.resolve(given)
  if (outline.anyOf !== undefined)
    return outline.anyOf.flatMap((branch) => occurrencesIn(language, node, branch, path, own))
  if (node._tag === "List")
    return node.items.flatMap((item, i) =>
      outline.items === undefined ? [] : occurrencesIn(language, item, outline.items, [...path, i], own)
    )
  if (node._tag === "Scalar") return []
  const under = [
    ...Object.values(outline.patternProperties ?? {}),
    ...(outline.additionalProperties ? [outline.additionalProperties] : [])
  ]
  return node.entries.flatMap(({ key, value }) => {
    const here = [...path, key.text]
    const ours = outline.properties?.[key.text]
    return ours === undefined
      ? under.flatMap((each) => occurrencesIn(language, value, each, here, own))
      : [{ id: `${own}.${key.text}`, path: here }, ...occurrencesIn(language, value, ours, here, own)]
  })
}
