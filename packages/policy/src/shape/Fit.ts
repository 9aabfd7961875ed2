/**
 * Checks whether a tree fits an outline, with those constraints of JSON Schema that the outlines use.
 *
 * Walking the outline is as fast as code generated from the schema, and starts sooner, because that code was five
 * times as large.
 */
import type { FileOutline, Outline } from "../outline/Outline.ts"
import type { ListNode, MapNode, Node, ScalarNode } from "../source/Node.ts"

type Value = ScalarNode["value"]

/** Returns whether a node fits an outline. If a key is written twice, the first counts. */
export const fits = (language: FileOutline, node: Node, given: Outline): boolean => {
  const outline = language.resolve(given)
  if (outline.anyOf !== undefined && !outline.anyOf.some((branch) => fits(language, node, branch))) return false
  switch (node._tag) {
    case "Scalar":
      return scalarFits(node.value, outline)
    case "List":
      return listFits(language, node, outline)
    case "Map":
      return mapFits(language, node, outline)
  }
}

const scalarFits = (value: Value, { type, enum: words, pattern, minimum, maximum }: Outline): boolean => {
  if (type !== undefined && !isOfType(value, type)) return false
  if (words !== undefined && !words.some((word) => word === value)) return false
  if (typeof value === "string") return pattern === undefined || expression(pattern).test(value)
  return typeof value !== "number" || (value >= (minimum ?? value) && value <= (maximum ?? value))
}

const isOfType = (value: Value, type: NonNullable<Outline["type"]>): boolean => {
  if (type === "integer") return Number.isInteger(value)
  if (type === "number") return Number.isFinite(value)
  return value !== null && typeof value === type
}

const listFits = (language: FileOutline, list: ListNode, { type, enum: words, items }: Outline): boolean => {
  if ((type !== undefined && type !== "array") || words !== undefined) return false
  return items === undefined || list.items.every((item) => fits(language, item, items))
}

const mapFits = (language: FileOutline, map: MapNode, outline: Outline): boolean => {
  const { type, enum: words, propertyNames, required } = outline
  if ((type !== undefined && type !== "object") || words !== undefined) return false
  const seen = new Set<string>()
  for (const { key, value } of map.entries) {
    if (seen.has(key.text)) continue
    seen.add(key.text)
    if (propertyNames !== undefined && !nameFits(language, key.text, propertyNames)) return false
    if (!entryFits(language, key.text, value, outline)) return false
  }
  return required === undefined || required.every((key) => seen.has(key))
}

const nameFits = (language: FileOutline, name: string, given: Outline): boolean => {
  const outline = language.resolve(given)
  const isOne = outline.anyOf === undefined || outline.anyOf.some((branch) => nameFits(language, name, branch))
  return isOne && scalarFits(name, outline)
}

const entryFits = (language: FileOutline, key: string, value: Node, outline: Outline): boolean => {
  const { properties, patternProperties, additionalProperties } = outline
  let isNamed = false
  if (properties !== undefined && Object.hasOwn(properties, key)) {
    isNamed = true
    if (!fits(language, value, properties[key] as Outline)) return false
  }
  for (const pattern in patternProperties) {
    if (!expression(pattern).test(key)) continue
    isNamed = true
    if (!fits(language, value, patternProperties[pattern] as Outline)) return false
  }
  if (isNamed || additionalProperties === undefined) return true
  return additionalProperties !== false && fits(language, value, additionalProperties)
}

const expressions = new Map<string, RegExp>()

/** Returns the regular expression of a pattern; each is compiled once. */
const expression = (pattern: string): RegExp => {
  const made = expressions.get(pattern) ?? new RegExp(pattern, "u")
  expressions.set(pattern, made)
  return made
}
